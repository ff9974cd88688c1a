"""The five-year plans as times: “十四五”期间 is 2021 to 2025, “十四五”末 is 2025."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus import han_number
from nlp.times.date import Date

_PLAN = re.compile(
    r"十(?P<ordinal>[一二三四五六七])五(?P<quote>[”\"’'」])?"
    r"(?P<within>期间|时期|以来|末期|期末|末|后期|前[两二三]年|后[两二三]年|(?=力争|累计|新增|(?:完成|实现)(?!情况|率))"
    r"|(?=[、和及]“?十[一二三四五六七]五”?(?:期间|时期)))"
)
_LAST_YEAR_OF_TENTH = 2005
_COUNTS = {"两": 2, "二": 2, "三": 3}


@dataclass(frozen=True, slots=True)
class PlanPeriod:
    """The years meant by a mention of a five-year plan; `behind` is true for …以来, which looks back."""

    start: int
    end: int
    first: Date
    last: Date
    behind: bool = False


def last_year(ordinal: int) -> int:
    """The last year of a five-year plan: 2025 of the 14th."""
    return _LAST_YEAR_OF_TENTH + (ordinal - 10) * 5


def find_plan_periods(text: str) -> Iterator[PlanPeriod]:
    """All mentions of five-year plans that stand for their years, in reading order.

    Matches “十四五”期间, 十四五末, “十四五”后期, “十四五”完成, “十五五”时期, 到“十四五”末, both of
    “十四五”、“十五五”期间; not “十四五”规划, “十三五”生态环境保护规划, 二十五.
    """
    for match in _PLAN.finditer(text):
        begins = last_year(han_number.read("十" + match["ordinal"])) - 4
        first, last = _years(match["within"], begins)
        opened = match.start() - (1 if match["quote"] and text[match.start() - 1 : match.start()] in "“\"‘'「" else 0)
        yield PlanPeriod(opened, match.end(), Date(first), Date(last), match["within"] == "以来")


def _years(within: str, begins: int) -> tuple[int, int]:
    """First and last year of the part of the plan's five years that the words name."""
    if within.endswith("末") or within in ("末期", "后期"):
        return begins + 4, begins + 4
    if within.startswith("前"):
        return begins, begins + _COUNTS[within[1]] - 1
    if within.startswith("后"):
        return begins + 5 - _COUNTS[within[1]], begins + 4
    return begins, begins + 4
