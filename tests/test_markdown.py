"""Markdown files give their text without its marks."""

from __future__ import annotations

import pytest

from corpus.web.markdown import text_of


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("## 二、重点任务", "二、重点任务"),
        ("# 赣江保护方案 #", "赣江保护方案"),
        ("**责任单位**：[市水利局](/slj)、市林业局", "责任单位：市水利局、市林业局"),
        ("依据[《长江保护法》](https://a.cn/b_(c).html)制定", "依据《长江保护法》制定"),
        ("市住建局[2023]12号（试行）", "市住建局[2023]12号（试行）"),
        ("- 清淤\n* 截污\n+ 补水", "● 清淤\n● 截污\n● 补水"),
        ("1. 清淤\n2. 截污", "1. 清淤\n2. 截污"),
        ("> 引文", "引文"),
        ("![图](a.png)正文", "正文"),
        ("方案\n====\n正文\n\n---\n附件", "方案\n正文\n\n附件"),
        ("```\n正文\n```", "\n正文\n"),
        ("**整改****措施****完成情况**", "整改措施完成情况"),
        ("**联系人**：李****，电话", "联系人：李****，电话"),
        ("联系人：***，电话：**日", "联系人：***，电话：**日"),
        ("2021\\. 不是列表 \\*牵头", "2021. 不是列表 *牵头"),
        ("PM_2.5与O_3", "PM_2.5与O_3"),
    ],
)  # fmt: skip
def test_markdown_drops_marks_and_keeps_words(source: str, text: str) -> None:
    assert text_of(source.encode()) == text


def test_markdown_drops_the_way_to_the_page() -> None:
    crumbs = "1. [首页](https://a.cn '首页')\n2. [公文](/gwk)\n\n"
    assert text_of(f"{crumbs}# 治水方案\n".encode()).strip() == "治水方案"
    assert text_of("1. [清淤](/a)\n市水务局负责。\n".encode()).startswith("1. 清淤")


def test_markdown_gives_pipe_tables_as_rows() -> None:
    table = "| 序号 | 任务 | 牵头单位 |\n|:--|---|--:|\n| 1 | 清淤 | *市水利局<br>市城管局 |\n| 2 | | 市林业局 |"
    source = f"清单：\n\n{table}\n\n|孤立|一行|"
    assert text_of(source.encode()).splitlines() == [
        "清单：",
        "",
        "序号\t任务\t牵头单位",
        "1\t清淤\t*市水利局、市城管局",
        "2\t\t市林业局",
        "",
        "|孤立|一行|",
    ]


def test_markdown_gives_embedded_html_tables_as_rows() -> None:
    source = "附件\n<table><tr><td rowspan=2>水</td><td>Ⅲ类</td></tr>\n<tr><td>Ⅳ类</td></tr></table>\n以上"
    assert text_of(source.encode()).split() == ["附件", "水", "Ⅲ类", "Ⅳ类", "以上"]
    assert "水\tⅢ类\n\tⅣ类" in text_of(source.encode())
