"""Hard wraps are undone where a text surely has them, and nowhere else."""

from __future__ import annotations

from unicodedata import east_asian_width

import pytest

from corpus.formats.wraps import Line, glue, join, opens, unwrap

PARAGRAPHS = [
    "汉江流域水生态环境保护实施方案",
    "为深入贯彻落实党中央、国务院关于推动长江经济带发展的决策部署，切实加强汉江流域水生态环境保护，保障南水北调中线工程水质安全，结合我市实际，制定本方案。",
    "一、主要目标",
    "到2025年，汉江干流水质稳定达到Ⅱ类，主要支流消除劣Ⅴ类，城市建成区黑臭水体全面消除，县级以上集中式饮用水水源地水质达标率保持100%。建立健全流域上下游联防联控机制，突发水环境事件得到妥善处置。",
    "二、重点任务",
    "（一）强化工业污染防治。推动沿江化工企业搬改关转，落实排污许可制度，开展工业园区污水处理设施整治专项行动，2024年底前完成12家园区污水集中处理设施提标改造。",
    "责任单位：市经信局、市生态环境局",
    "（二）补齐城镇污水收集处理短板。新建改造污水管网85公里，修复破损管网30公里，城市生活污水集中收集率提高到70%以上。",
    "1.加快襄州区、樊城区雨污分流改造，优先解决汉江沿线直排口问题，消除管网空白区。",
    "2.推进污泥无害化处置和资源化利用，污泥无害化处置率达到95%以上。",
]


def columns(text: str) -> int:
    return sum(2 if east_asian_width(char) in "WFA" else 1 for char in text)


def wrapped(paragraphs: list[str], width: int, indent: str) -> str:
    lines: list[str] = []
    for paragraph in paragraphs:
        line = indent
        for char in paragraph:
            if columns(line + char) > width and char not in "，。；：、）":
                lines.append(line)
                line = ""
            line += char
        lines.append(line)
    return "\n".join(lines)


@pytest.mark.parametrize("indent", ["", "　　", "    "])
@pytest.mark.parametrize("width", [44, 56, 70])
def test_unwrap_puts_wrapped_paragraphs_together(width: int, indent: str) -> None:
    assert unwrap(wrapped(PARAGRAPHS, width, indent)).splitlines() == PARAGRAPHS


@pytest.mark.parametrize("size", [22, 36, 48])
def test_unwrap_knows_lines_cut_after_a_number_of_characters(size: int) -> None:
    cut = [paragraph[at : at + size] for paragraph in PARAGRAPHS for at in range(0, len(paragraph), size)]
    assert unwrap("\n".join(cut)).splitlines() == PARAGRAPHS


def test_unwrap_knows_lines_whose_indents_were_lost() -> None:
    lines = [line.strip() for line in wrapped(PARAGRAPHS, 56, "　　").split("\n")]
    assert unwrap("\n".join(lines)).splitlines() == PARAGRAPHS


def test_unwrap_knows_lines_whose_marks_were_made_narrow_afterwards() -> None:
    narrow = str.maketrans("，；：（）", ",;:()")
    found = unwrap(wrapped(PARAGRAPHS, 56, "　　").translate(narrow)).splitlines()
    assert found == [paragraph.translate(narrow) for paragraph in PARAGRAPHS]


def test_unwrap_joins_lines_that_all_have_a_blank_line_between() -> None:
    assert unwrap(wrapped(PARAGRAPHS, 56, "　　").replace("\n", "\n\n")).splitlines() == PARAGRAPHS


@pytest.mark.parametrize("mark", ["— {} —", "第 {} 页", "{}", "襄阳市人民政府公报\n\n— {} —"])
def test_unwrap_leaves_out_what_stands_on_every_page(mark: str) -> None:
    lines = wrapped(PARAGRAPHS * 5, 44, "").split("\n")
    pages = ["\n".join(lines[at : at + 22]) for at in range(0, len(lines), 22)]
    text = "".join(f"{page}\n\n{mark.format(number)}\n\n" for number, page in enumerate(pages, 1))
    assert unwrap(text).splitlines() == PARAGRAPHS * 5


def test_unwrap_keeps_the_numbers_of_the_rows_of_a_list() -> None:
    rows = [f"{n}\n" + "\n".join(["襄州区唐白河入河排污口"] * 12) for n in range(1, 6)]
    text = wrapped(PARAGRAPHS * 2, 44, "") + "\n" + "\n".join(rows)
    assert [line for line in unwrap(text).splitlines() if line.isdigit()] == ["1", "2", "3", "4", "5"]


def test_unwrap_goes_on_behind_a_full_stop_only_where_nothing_more_fitted() -> None:
    tight = "全面推行河湖长制，压实各级河湖长责任。"
    loose = "全面推行河湖长制，压实各级责任。"
    body = ["汉江干流水质稳定达到Ⅱ类并保持优良状", "态，主要支流消除劣Ⅴ类水体，河道生态流", "量得到保障。"] * 4
    found = unwrap("\n".join([*body, tight, "强化执法监管。", *body, loose, "加强宣传引导。"])).splitlines()
    assert tight + "强化执法监管。" in found
    assert loose in found


def test_unwrap_joins_a_paragraph_across_a_page_mark() -> None:
    lines = wrapped(PARAGRAPHS, 56, "　　").split("\n")
    middle = next(i for i, line in enumerate(lines) if line.startswith("　　到2025年")) + 1
    lines[middle:middle] = ["", "— 3 —", ""]
    assert unwrap("\n".join(lines)).splitlines() == PARAGRAPHS


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(PARAGRAPHS),
        "\n".join(
            ["序号", "指标", "单位", "2025年目标", "1", "国控断面优良比例", "%", "95", "2", "森林覆盖率", "%", "42"] * 5
        ),
        "\n".join(
            f"{n}.组织开展第{n}批入河排污口排查整治，年底前完成验收销号工作任务并公开结果。" for n in range(10, 40)
        ),
        "短文。",
        "",
    ],
    ids=["paragraphs", "cells", "items of one width", "short", "empty"],
)
def test_unwrap_leaves_text_alone_that_is_not_wrapped(text: str) -> None:
    assert unwrap(text) == text


def test_unwrap_leaves_cells_of_a_table_alone_that_are_as_wide_as_each_other() -> None:
    cells = ["淘汰老旧燃煤锅炉一百余台", "市生态环境局市发展改革委", "二〇二五年十二月底前完成", "长期坚持"]
    text = "\n".join(cells * 6) + "\n"
    assert unwrap(text) == text


def test_unwrap_passes_over_the_rows_of_a_markdown_table_that_go_beyond_the_edge() -> None:
    table = ["| 序号 | 指标名称 | 单位 | 2020年现状 | 2025年目标 | 属性 | 责任单位 |", "|---|---|---|---|---|---|---|"]
    assert unwrap("\n".join(table) + "\n" + wrapped(PARAGRAPHS, 60, "")) == "\n".join(table + PARAGRAPHS) + "\n"


def test_unwrap_leaves_rows_of_tables_alone() -> None:
    row = "1\t汉江干流综合整治工程建设项目（一期）\t市水利和湖泊局\t2025年12月"
    text = wrapped(PARAGRAPHS * 2, 56, "　　") + f"\n{row}\n{row}"
    assert unwrap(text).splitlines()[-2:] == [row, row]


@pytest.mark.parametrize(
    "line",
    ["一、总体要求", "十二、保障措施", "（三）加强监管", "(3)巡查", "3.建设管网", "2.1 现状", "①排查", "第三章 附则",
     "第十条 各县应当", "——坚持系统治理", "●排查", "附件1", "三是推进秸秆利用", "责任单位：市水务局",
     "配合：各镇人民政府", "完成时限：2025年12月", "5、清淤"],
)  # fmt: skip
def test_opens_knows_what_begins_a_unit(line: str) -> None:
    assert opens(line)


@pytest.mark.parametrize(
    "line",
    [
        "一、二、三产业融合",
        "3.5万吨/日",
        "2025年底前",
        "第三条规定的情形",
        "（以下简称办法）",
        "水质达标率",
        "（2023—2025年）",
        "第一产业",
        "3.5 万吨",
    ],
)
def test_opens_knows_what_goes_on(line: str) -> None:
    assert not opens(line)


def test_join_trusts_indents_over_full_stops_where_paragraphs_are_indented() -> None:
    lines = [
        Line("湖泊水质持续改善，重点河段基本消除黑臭水体。", True, True, False),
        Line("农村生活污水治理率达到45%。", False, False, False),
        Line("全面推行河湖长制，压实各级河湖长巡河护河责任。", True, True, False),
        Line("各级河长办要加强督导检查。", False, False, False),
        Line("强化执法监管。", False, True, False),
        Line("加强宣传引导。", False, True, False),
    ]
    assert join(lines) == [lines[0].text + lines[1].text, lines[2].text + lines[3].text, lines[4].text, lines[5].text]


def test_join_puts_a_label_together_that_the_edge_cut() -> None:
    lines = [
        Line("推进沿江化工企业搬改关转，完成提标改造。责任", True, False, False),
        Line("单位：市经信局", False, False, False),
        Line("加强监测预警，建立水质异常快速响应机制", True, False, False),
        Line("责任单位：市生态环境局", False, False, False),
    ]
    assert join(lines) == [lines[0].text + lines[1].text, lines[2].text, lines[3].text]


def test_join_leaves_rows_of_cells_apart() -> None:
    rows = ["水环境 断面优良比例（%） 85.7 100", "水资源 达到生态流量的河流（条） 1 3"]
    assert join([Line(row, True, False, False) for row in rows]) == rows


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("Water", "Quality", "Water Quality"),
        ("推进", "治理", "推进治理"),
        ("20", "25年", "2025年"),
        ("COD", "排放", "COD排放"),
    ],
)
def test_glue_parts_latin_words_only(first: str, second: str, whole: str) -> None:
    assert glue(first, second) == whole
