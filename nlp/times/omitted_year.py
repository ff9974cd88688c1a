"""The years that a text leaves to its reader: 2025年6月底前启动,12月底前完成 means December of 2025 as well.

A year is taken from the same sentence, the heading above, the date of issue or the plan's period, where those leave no
doubt.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from corpus.characters import NUMERALS
from nlp.facts import Time
from nlp.references.notice import TOLD
from nlp.times.interval import Interval
from nlp.times.standpoint import Standpoint

# 2019年五部委印发的… dates a document, and 6月底前 behind it is not of 2019.
_ISSUED = re.compile(rf"[^,。;:\n]{{0,12}}(?:{TOLD}|交办|反馈)")
_HEADING = re.compile(
    rf"^[{NUMERALS}]{{1,3}}、(?:[^\n。,;]{{0,6}}(?P<year>20\d\d)年[^\n。,;\d]{{2,20}}$)?", re.MULTILINE
)
_SENTENCE_END = re.compile(r"[。\n]")
_LEAD_OF_NEWS = 40  # characters in which news says its day


class OmittedYears:
    """Fills in the years of the intervals of a text, which are handed in as they stand in it."""

    def __init__(self, text: str, standpoint: Standpoint) -> None:
        self._text = text
        self._standpoint = standpoint
        self._headings = _Headings(text)
        self._read_to = 0
        self._of_line: int | None = None
        # What 今年 means in news whose day nothing else tells.
        self._of_news: int | None = None
        # Where nothing tells the writer's year, the last stage or limit with one does: (2024年3月至6月)
        self._of_stage: int | None = None

    def fill(self, interval: Interval, behind: Sequence[object]) -> Interval:
        """The interval with the years that it leaves out, as far as they are sure; `behind` are the next times."""
        if self._text.find("\n", self._read_to, interval.start) >= 0:
            self._of_line = None
        self._read_to = interval.end
        if interval.damaged:
            return replace(interval, last=self._standpoint.complete(interval.damaged, interval.first))
        if interval.years_on is not None:
            interval = _in_year(interval, self._year_counted_from(interval))
        elif interval.first.year is None and interval.first.month is not None:
            interval = _in_year(interval, self._year_of_month(interval, behind))
        if interval.first.day and interval.start < _LEAD_OF_NEWS:
            self._of_news = self._of_news or interval.first.year
        return interval

    def note(self, interval: Interval, time: Time) -> None:
        """Keeps the year that an interval says, unless it is that of a baseline or of a document: 2019年印发的."""
        if time.kind not in ("point", "span", "past") or _ISSUED.match(self._text, interval.end):
            return
        self._of_line = (interval.last or interval.first).year or self._of_line
        unknown = self._standpoint.year is None and self._standpoint.period is None
        if unknown and interval.first.month and (time.kind == "span" or time.text.endswith("前")):
            self._of_stage = self._of_line

    def _year_counted_from(self, interval: Interval) -> int | None:
        """The year that 今年 or 明年 means; under a heading that names one 今年 is that."""
        headed = self._headings.year_at(interval.start) if interval.years_on == 0 else None
        now = headed or self._standpoint.year or self._of_news
        return None if now is None or interval.years_on is None else now + interval.years_on

    def _year_of_month(self, interval: Interval, behind: Sequence[object]) -> int | None:
        """The year of 6月底 or 上半年: one said in the same sentence or above it, else the one to come."""
        said = self._of_line or _year_to_come(self._text, interval, behind)
        said = said or self._headings.year_at(interval.start) or self._of_stage
        plan = int(self._standpoint.period[0]) if self._standpoint.period else 0
        return said if said and said >= plan else self._standpoint.year_of(interval.first)


class _Headings:
    """The years that the headings of the parts of a text name: what stands under 三、2021年工作打算 is of 2021."""

    def __init__(self, text: str) -> None:
        found = list(_HEADING.finditer(text))
        self._starts = [match.start() for match in found]
        self._years = [int(match["year"]) if match["year"] else None for match in found]

    def year_at(self, offset: int) -> int | None:
        """The year of the part that holds the offset, or None where its heading names none."""
        at = bisect_right(self._starts, offset) - 1
        return self._years[at] if at >= 0 else None


def _year_to_come(text: str, interval: Interval, behind: Sequence[object]) -> int | None:
    """The year of the first day or month behind a time in its sentence: 8月底前完成,并于2007年9月10日前上报."""
    end = _SENTENCE_END.search(text, interval.end)
    inside = [each for each in behind if isinstance(each, Interval) and (not end or each.start < end.start())]
    return next((each.first.year for each in inside if each.first.month and each.first.year), None)


def _in_year(interval: Interval, year: int | None) -> Interval:
    first, last = interval.first, interval.last
    return replace(interval, first=first.in_year(year), last=last.in_year(last.year or year) if last else None)
