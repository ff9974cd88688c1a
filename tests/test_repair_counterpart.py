"""Lost characters filled in from the same wording elsewhere on the page, and those that must stay lost."""

from __future__ import annotations

import pytest

from corpus.repairs.repair import repair

PAGE = (
    "一、重点任务\n(一)治理秦淮河。牵头单位:市生态环境局;配合单位:市水务局、市绿化园林局。\n"
    "(二)治理滁河。牵头单位:市水务局;配合单位:市生态环境局、市绿化园林局。\n"
)


@pytest.mark.parametrize(
    ("damaged", "filled"),
    [
        ("(三)治理句容河。责任单位:市生?环境局。", "责任单位:市生态环境局。"),
        ("(三)治理句容河。责任单位:市生态环\ufffd局、市公安局。", "责任单位:市生态环境局、市公安局。"),
        ("(三)治理句容河。责任单位:市绿□园林局。", "责任单位:市绿化园林局。"),
        ("(三)治理句容河。责任单位:市绿化?林局、市生态?境局。", "责任单位:市绿化园林局、市生态环境局。"),
    ],
)
def test_lost_character_is_filled_from_the_page(damaged: str, filled: str) -> None:
    repaired = repair(PAGE + damaged)
    assert repaired.text.endswith(filled)
    assert not repaired.damage


@pytest.mark.parametrize(
    "damaged",
    [
        "(三)治理句容河。责任单位:市文?旅游局。",  # nothing on the page is like it
        "(三)治理句容河。责任单位:市生??境局。",  # two were lost
        "(三)治理句容河。责任单位:?水务局。",  # nothing before it
        "(三)治理句容河。公众满意度?",  # a question mark
        "(三)整治市区河道。(四)整治市郊河道。(五)整治市?河道。",  # 市区河道 or 市郊河道
        "第一轮督察整改到位。第一轮督察整改到位。第?轮督察整改到位。",  # a numeral may be any
    ],
)
def test_lost_character_stays_where_the_page_does_not_tell_it(damaged: str) -> None:
    assert repair(PAGE + damaged).text.endswith(damaged)


def test_filled_character_stands_where_the_lost_one_stood() -> None:
    source = PAGE + "(三)治理句容河。责任单位:市生?环境局。"
    repaired = repair(source)
    at = repaired.text.rindex("态")
    assert source[repaired.offsets[at]] == "?"
