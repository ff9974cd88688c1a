"""Compilations come apart at headings that count up; books and tables of contents do not."""

from __future__ import annotations

import pytest

from corpus.parts import split
from corpus.repairs.repair import repair

BODY = "为做好生态环境保护工作,结合我县实际,制定本方案,请认真组织实施。\n一、加强组织领导。\n二、强化宣传引导。\n"


@pytest.mark.parametrize(
    ("headings", "names"),
    [
        (["环保宣传工作方案篇一", "环保宣传工作方案篇二", "环保宣传工作方案篇三"], ["篇一", "篇二", "篇三"]),
        (["环境工作计划 篇1", "环境工作计划 篇2"], ["篇1", "篇2"]),
        (["2022年环境保护工作方案(篇1)", "2022年环境保护工作方案(篇2)"], ["篇1", "篇2"]),
        (["【篇一】", "【篇二】"], ["篇一", "篇二"]),
        (["第一篇:治水工作方案", "第二篇:治气工作方案"], ["第一篇", "第二篇"]),
        (["环保工作总结第1篇", "环保工作总结第2篇"], ["第1篇", "第2篇"]),
        (["范文一", "范文二"], ["范文一", "范文二"]),
        (["保护生态环境方案1", "保护生态环境方案2"], ["保护生态环境方案1", "保护生态环境方案2"]),
        (["工作方案篇九", "工作方案篇十", "工作方案篇十一"], None),
        (["工作方案篇一", "工作方案篇三"], ["篇一", "篇三"]),
        (["整改方案1:水", "土壤方案2:土"], None),
    ],
)
def test_parts_begin_at_headings_that_count_up(headings: list[str], names: list[str] | None) -> None:
    text = "".join(f"{heading}\n{BODY}" for heading in headings)
    parts = split(repair(text))
    assert [name for name, _ in parts] == (names or [None])
    assert "\n".join(part.text for _, part in parts) == text.strip()


def test_parts_of_a_table_of_contents_are_none() -> None:
    contents = "环保方案篇一\n环保方案篇二\n环保方案篇三\n"
    parts = split(repair(contents + "".join(f"环保方案篇{number}\n{BODY}" for number in "一二三")))
    assert [name for name, _ in parts] == ["篇一", "篇二", "篇三"]
    assert all(part.text.count("篇") == 1 for _, part in parts)


def test_parts_of_a_book_stay_together() -> None:
    book = f"第一篇 总论\n第一章 总则\n{BODY}第二篇 任务\n第二章 水\n{BODY}"
    assert [name for name, _ in split(repair(book))] == [None]


def test_lead_in_of_a_few_words_is_left_out_with_a_mark() -> None:
    parts = split(repair(f"以下是小编整理的方案,欢迎阅读。\n环保方案篇一\n{BODY}环保方案篇二\n{BODY}"))
    assert [name for name, _ in parts] == ["篇一", "篇二"]
    assert [mark.kind for mark in parts[0][1].damage] == ["lead-in"]
    assert "16 characters" in parts[0][1].damage[0].note


def test_lead_in_worth_reading_is_a_text_of_its_own() -> None:
    parts = split(repair(f"{BODY * 12}环保方案篇一\n{BODY}环保方案篇二\n{BODY}"))
    assert [name for name, _ in parts] == [None, "篇一", "篇二"]


def test_parts_keep_their_marks_and_the_way_to_the_source() -> None:
    source = f"环保方案篇一\n{BODY}环保方案篇二\n20xx年，(略)委\n{BODY}"
    name, part = split(repair(source))[1]
    assert name == "篇二"
    assert [part.text[mark.start : mark.end] for mark in part.damage] == ["xx", "(略)"]
    at = part.text.index("(略)")
    assert source[part.offsets[at] : part.offsets[at + 3]] == "(略)"
