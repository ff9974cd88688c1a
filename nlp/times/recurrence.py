"""Recurrences in text: how often something is to be done, such as 每年, 每两年, 每季度, 按月."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.characters import HAN
from nlp.times.date import DAY, part_of_year

_RECURRENCE = re.compile(
    r"(?:每隔?(?P<count>[一二两三四五六十]|\d{1,2}|半)?个?(?P<unit>年|季|月(?!亮)|周|日(?!常|每)|天|旬|学期)度?"
    rf"(?:的?(?:{part_of_year('', '(?!)')}|{DAY}[日号])(?:[、和及]\d{{1,2}}月(?:{DAY}日|[底末初]|[上中下]旬)?)*"
    r"(?:之前|以前|前)?)?"
    rf"|(?<!第)(?P<once>[一二两三半])年(?:[{HAN}]{{2,6}}?)?[一1]次"
    r"|按(?P<by>年|季|月|周|旬|半年)度?(?=[调通报考评开更公汇总督检发上进]))"
)
_COUNTS = {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "十": 10}
_UNITS = {"年": (1, "year"), "半年": (6, "month"), "学期": (6, "month"), "季": (3, "month"), "月": (1, "month")}
_UNITS |= {"旬": (10, "day"), "周": (1, "week"), "日": (1, "day"), "天": (1, "day")}
_HALVES = {"year": "6 months", "month": "15 days"}


@dataclass(frozen=True, slots=True)
class Recurrence:
    """How often: `every` is a count and a unit, such as `2 years` or `3 months`."""

    start: int
    end: int
    every: str


def find_recurrences(text: str) -> Iterator[Recurrence]:
    """All recurrences of a text in reading order, with the part of the period that follows.

    Matches 每年6月底前 (1 year), 每两年, 每半年, 每季度, 每月5日前, 每年3月、9月, 按季度调度, 两年一次, 半年通报一次;
    not 每万枚, 每个部门.
    """
    for match in _RECURRENCE.finditer(text):
        yield Recurrence(*match.span(), _every(match))


def _every(match: re.Match[str]) -> str:
    unit = match["unit"] or match["by"] or "年"
    count = match["count"] or match["once"] or "一"
    size, name = _UNITS[unit]
    if count == "半":
        return _HALVES.get(name, f"1 {name}")
    number = size * (_COUNTS.get(count) or int(count))
    return f"{number} {name}{'s' if number > 1 else ''}"
