"""Dates as plans write them: a year with its part, digits or Chinese numerals, whole or damaged.

A date keeps the precision it was written with: `2025`, `2025-06`, `2025-06-30`.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace

from nlp.number import parse

_ZEROS = str.maketrans("○O0", "〇〇〇")

YEAR = r"(?:(?:19|20)\d\d(?!\d)|[一二][〇○零O0九][〇○零O0一二三四五六七八九]{2})"
PLACEHOLDER = r"(?:(?:19|20)(?:[xX×*_]{2}|\d[xX×*_]|\(略\)|-{1,2}(?=年))|[xX×*_]{4}|[xX×*](?=年[x×*\d]))"
MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[元一二三四五六七八九])"
DAY = r"(?:3[01]|[12]\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
BETWEEN = r"(?:——?|--?|–|―|~|至|到)"

_QUARTERS = {"1": 3, "2": 6, "3": 9, "4": 12, "一": 3, "二": 6, "三": 9, "四": 12}


@dataclass(frozen=True, slots=True)
class Date:
    """A year, or a month or day in it; `year` is None where the text leaves it out or its digits are lost.

    `first_month` is the month in which the part of a year begins that `month` ends: 1 for 上半年, whose month is 6.
    """

    year: int | None
    month: int | None = None
    day: int | None = None
    first_month: int | None = None

    def __str__(self) -> str:
        """The date at its own precision, such as `2025-06`; empty where the year is not known."""
        if self.year is None:
            return ""
        parts = [f"{self.year:04d}"]
        for part in (self.month, self.day):
            if part is None:
                break
            parts.append(f"{part:02d}")
        return "-".join(parts)

    def in_year(self, year: int | None) -> Date:
        """The same part of another year."""
        return replace(self, year=year)


def last_day(time: str) -> str:
    """The last day of a year, month or day: 2025 gives 2025-12-31, 2024-02 gives 2024-02-29.

    Raises ValueError for what is none.
    """
    year, month, day = (*map(int, time.split("-")), 0, 0)[:3]
    month = month or 12
    return f"{year:04d}-{month:02d}-{day or calendar.monthrange(year, month)[1]:02d}"


def read_number(text: str) -> int:
    """The value of a year, month or day, in digits or Chinese numerals: `12`, `十二`, `二O二五`, `元` of 元月."""
    if text == "元":
        return 1
    return int(parse(text if text.isascii() else text.translate(_ZEROS)))


def part_of_year(tag: str, seasons: str) -> str:
    """The pattern of what may follow 年: a month with its day or third, a quarter, a half, a season, the year's end.

    Matches `6月底`, `12月31日`, `第三季度末`, `上半年`, `年底`; not `6个月`. `tag` ends the names of its groups.
    """
    return (
        rf"(?:(?P<month{tag}>{MONTH})(?:月份?|(?={BETWEEN}{MONTH}月))"
        rf"(?:(?P<day{tag}>{DAY})(?:[日号]|(?={BETWEEN}{DAY}[日号]))|[x×*_]+日|[上中下]旬|[底末初中])?"
        rf"|[x×*_]+月(?:[x×*_\d]+日)?"
        rf"|第?(?P<quarter{tag}>[一二三四1-4])季度[末底]?|(?P<half{tag}>[上下])半年|年?[底末]|年[初中]|{seasons})"
    )


def read_part(match: re.Match[str], tag: str, year: int | None) -> Date:
    """The date that the groups of `part_of_year` with this tag stand for, in the year given."""
    month, day, quarter, half = (match[name + tag] for name in ("month", "day", "quarter", "half"))
    if month:
        return Date(year, read_number(month), read_number(day) if day else None)
    if quarter:
        return Date(year, _QUARTERS[quarter], first_month=_QUARTERS[quarter] - 2)
    if half:
        return Date(year, 6 if half == "上" else 12, first_month=1 if half == "上" else 7)
    return Date(year)
