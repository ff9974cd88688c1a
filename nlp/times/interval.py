"""Dates and stretches between two dates, found in text: 2025年6月底, 2021—2025年, 今年年底, 3月至5月.

An interval is only what is written; which year a part without a year belongs to is settled in `nlp.times.time`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.characters import HAN, NUMERALS
from nlp.times.date import BETWEEN, DAY, PLACEHOLDER, YEAR, Date, part_of_year, read_number, read_part
from nlp.vocabulary import words
from nlp.wording import any_of

_SEASONS = any_of("times", "seasons")
_NUMERIC = r"""
    [./-](?P<nmonth>1[0-2]|0?[1-9])
    (?:[./-](?P<nday>3[01]|[12]\d|0?[1-9]))?日?
    (?=[\s)\];。、,—\-~至到前底]|\Z)    # else it is a number with a decimal point
"""
_DAMAGED = r"20\d\(略\)"

_ABSOLUTE = re.compile(
    rf"""
    (?=[\d一二xX×*_])(?<![\dA-Za-z])    # no other begins one
    (?: (?P<year>{YEAR})
        (?: 年度?{part_of_year("", _SEASONS)}?
          | (?<![.\-]....)    # no part of a longer number, as the 2002 of GB3838-2002
            (?: {_NUMERIC}
              | (?={BETWEEN}(?:{YEAR}|{_DAMAGED}))    # 2024 of 2024-2025年
              | (?=(?:[、和及]{YEAR}){{1,8}}年)        # 2023 of 2023、2024年
            )
        )
      | {PLACEHOLDER}年度?{part_of_year("_lost", _SEASONS)}?
    )""",
    re.VERBOSE,
)
_RELATIVE = re.compile(
    rf"""
    (?=[今本当明去后上次翌年全])    # no other begins one
    (?: (?<![说证文声光表照基成样资版以过占])    # 说明年度, 文明年鉴, 以上年份, 占当年新建建筑的比例
        (?P<year>[今本当明去后上]|[次翌](?=年(?:\d|[底初末])))年度?(?!轻){part_of_year("", _SEASONS)}?
      | (?<![\d一二三四五六七八九十两几近多每半百千同月])年(?:[底末]|内(?![容涝]))
      | (?<![{HAN}\d])全年(?={any_of("times", "planned_all_year")})
    )
    """,
    re.VERBOSE,
)
_YEARLESS = re.compile(
    rf"""
    (?=[\d{NUMERALS}第上下本当月{"".join(word[0] for word in words("times", "seasons"))}])    # no other begins one
    (?: (?:(?<![\d年每第个\-—~至十])|(?<=截至)|(?<=起至))
        (?= \d{{1,2}}[月\-—~至]
          | [一二三四五六七八九十]{{1,2}}月(?:[底末初前份]|[上中下]旬|{DAY}日)
          | (?<!前)(?:第?[一二三四]季度|[上下]半年)
        )
        {part_of_year("", "(?!)")}
        | (?<![\d一二三四五六七八九十个份季每几])[本当]?月底前
        | (?:{_SEASONS})(?:来临|到来|开始)?(?=之?前)
    )
    """,
    re.VERBOSE,
)
_SECOND = re.compile(
    rf"""
    {BETWEEN}
    (?: (?P<year>{YEAR})(?:年度?{part_of_year("_of", _SEASONS)}?|{_NUMERIC}|(?!\d))
      | (?P<damaged>{_DAMAGED})
      | (?:(?P<next>[次翌])年|今年|当年)?{part_of_year("", "(?!)")}
      | (?P<only>{DAY})[日号]
    )""",
    re.VERBOSE,
)
_SHIFT = {"今": 0, "本": 0, "当": 0, "明": 1, "次": 1, "翌": 1, "后": 2, "去": -1, "上": -1}


@dataclass(frozen=True, slots=True)
class Interval:
    """A date, or the first and last date of a stretch, written at `start:end`.

    `years_on` counts from the writer's year where the text does so (今年 0, 明年 1) and is None elsewhere; `damaged`
    holds the rest of a last year whose digits are lost, such as 202(略).
    """

    start: int
    end: int
    first: Date
    last: Date | None = None
    years_on: int | None = None
    damaged: str | None = None


def find_intervals(text: str) -> list[Interval]:
    """All dates and stretches of a text by start; none overlap.

    Matches 2024年6月底, 二〇二五年, 2025.12.31, 2024-2025年, 2023年1-6月, 12月底, 今年年底; 汛期前 (no year).
    Does not match 〔2024〕4号, 三年行动, 24个月, 100年一遇.
    """
    found = [*_absolute(text), *_relative(text), *_yearless(text)]
    found.sort(key=lambda interval: (interval.start, -interval.end))
    kept: list[Interval] = []
    for interval in found:
        if not kept or interval.start >= kept[-1].end:
            kept.append(interval)
    return kept


def _absolute(text: str) -> Iterator[Interval]:
    for match in _ABSOLUTE.finditer(text):
        if match["year"] is None:
            yield Interval(*match.span(), read_part(match, "_lost", None))
            continue
        year = read_number(match["year"])
        yield _extend(text, match, _numeric(match, year) or read_part(match, "", year))


def _relative(text: str) -> Iterator[Interval]:
    for match in _RELATIVE.finditer(text):
        shift = _SHIFT[match["year"]] if match["year"] else 0
        yield _extend(text, match, read_part(match, "", None), shift)


def _yearless(text: str) -> Iterator[Interval]:
    for match in _YEARLESS.finditer(text):
        yield _extend(text, match, read_part(match, "", None))


def _numeric(match: re.Match[str], year: int) -> Date | None:
    """The date written in figures, such as 2025.12.31, if the match is one."""
    if match["nmonth"] is None:
        return None
    return Date(year, int(match["nmonth"]), int(match["nday"]) if match["nday"] else None)


def _extend(text: str, match: re.Match[str], first: Date, years_on: int | None = None) -> Interval:
    """The interval that begins with the match, with the second date where one is joined to it."""
    second = _SECOND.match(text, match.end())
    if second is None:
        return Interval(*match.span(), first, None, years_on)
    if second["damaged"]:
        return Interval(match.start(), second.end(), first, Date(None), years_on, second["damaged"])
    return Interval(match.start(), second.end(), first, _last(second, first), years_on)


def _last(second: re.Match[str], first: Date) -> Date:
    """The second date of a stretch; what it leaves out is as in the first."""
    if second["year"]:
        year = read_number(second["year"])
        return _numeric(second, year) or read_part(second, "_of", year)
    if second["only"]:
        return Date(first.year, first.month, read_number(second["only"]))
    year_after = first.year + 1 if second["next"] and first.year is not None else first.year
    return read_part(second, "", year_after)
