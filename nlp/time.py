"""Times in running text: when something is to be done, how often, and which times are only looked back at.

The words before and behind a date say what kind of time it is; a year that is left out is taken from the same line,
the date of issue or the plan's period, where those leave no doubt.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from nlp.book_title import find_titles
from nlp.date import Date
from nlp.facts import Time
from nlp.five_year_plan import PlanPeriod, find_plan_periods
from nlp.interval import Interval, find_intervals
from nlp.recurrence import Recurrence, find_recurrences
from nlp.vocabulary import words


def _any(key: str) -> str:
    """An alternation of the words under a key of times.yaml, the longest first."""
    return "|".join(sorted(map(re.escape, words("times", key)), key=len, reverse=True))


_LEAD = re.compile(rf"(?:{_any('baseline_before')}|{_any('past_before')}|{_any('towards')})\Z")
_TAIL = re.compile(rf"(?:{_any('tail')})")
_BASELINE_TAIL = re.compile(rf"度?(?:{_any('baseline_after')})")
_PAST_TAIL = re.compile(rf"(?:{_any('past_after')})")
_NAME_TAIL = re.compile(
    rf"(?:{_any('name_after')})|[是为]?(?:第[\dx一二三四五六七八九十]+个)?(?:世界|国际|全国)[^,。;、\n]{{1,8}}日"
)
_COMPARES = frozenset(words("times", "baseline_alone"))
_LOOKS_BACK = frozenset(words("times", "past_before"))
_FROM_THEN_ON = frozenset(words("times", "from_then_on"))
_NO_COMPARISON = frozenset("占环配类百")
_LONGEST_LEAD = 4

Expression = Interval | Recurrence | PlanPeriod


@dataclass(frozen=True, slots=True)
class Reference:
    """Where the writer stands: the day of issue, and the first and last year of the plan, where they are known."""

    issued: str | None = None
    period: tuple[str, str] | None = None

    @property
    def year(self) -> int | None:
        """The year that 今年 means: the year of issue, or that of a plan for a single year."""
        if self.period and self.period[0] == self.period[1]:
            return int(self.period[0])
        return int(self.issued[:4]) if self.issued else None

    def year_of(self, month: int | None) -> int | None:
        """The year of a part of a year to come: for a month already over on the day of issue the year after."""
        single = self.period is not None and self.period[0] == self.period[1]
        if single or self.issued is None or month is None:
            return self.year
        return int(self.issued[:4]) + (month < int(self.issued[5:7] or 1))

    def complete(self, damaged: str, first: Date) -> Date:
        """The year meant by 202(略), if the plan's period begins as the stretch does and its end fits the digits."""
        if self.period and str(first.year) == self.period[0] and self.period[1].startswith(damaged[:3]):
            return Date(int(self.period[1]))
        return Date(None)


def find_times(text: str, reference: Reference = Reference()) -> list[Time]:
    """All times of a text in reading order; those inside titles 《…》 are left out.

    Reads 到2025年底 (a point, ends 2025), 2024-2025年 (a span), 每两年 (a recurrence of 2 years), 2021年以来 (past) and
    比2020年下降 (a baseline). Does not read 〔2024〕4号, 《规划(2016—2026年)》, 三年行动, 2020年版 or 百年一遇.
    """
    titles = _inside(text)
    times: list[Time] = []
    carried, line = None, 0
    for found in _expressions(text):
        if titles[found.start] or _NAME_TAIL.match(text, found.end):
            continue
        if text.find("\n", line, found.start) >= 0:
            carried = None
        line = found.end
        if isinstance(found, Interval):
            found = _dated(found, reference, carried)
        time = _time(text, found, reference)
        times.append(time)
        if time.kind in ("point", "span", "past") and isinstance(found, Interval):
            carried = (found.last or found.first).year or carried
    return times


def _inside(text: str) -> bytearray:
    """A mark for every character that stands inside a title 《…》."""
    marks = bytearray(len(text))
    for title in find_titles(text):
        marks[title.start : title.end] = b"\x01" * (title.end - title.start)
    return marks


def _expressions(text: str) -> list[Expression]:
    """All expressions of all kinds by start; of overlapping ones the first, of equal starts the longest."""
    found: list[Expression] = [*find_intervals(text), *find_recurrences(text), *find_plan_periods(text)]
    found.sort(key=lambda one: (one.start, -one.end))
    kept: list[Expression] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _dated(interval: Interval, reference: Reference, carried: int | None) -> Interval:
    """The interval with the years filled in that it leaves to the reader, where the writer's stand settles them."""
    first, last = interval.first, interval.last
    if interval.damaged:
        return replace(interval, last=reference.complete(interval.damaged, first))
    if interval.years_on is not None:
        year = reference.year + interval.years_on if reference.year is not None else None
    elif first.year is None and first.month is not None:
        year = carried or (reference.year if first.first_month else reference.year_of(first.month))
    else:
        return interval
    return replace(interval, first=first.in_year(year), last=last.in_year(last.year or year) if last else None)


def _time(text: str, found: Expression, reference: Reference) -> Time:
    """The time that an expression stands for, with the words before and behind it that belong to its wording."""
    lead = _LEAD.search(text, max(0, found.start - _LONGEST_LEAD), found.start)
    tail = _TAIL.match(text, found.end)
    end = tail.end() if tail else found.end
    if isinstance(found, Recurrence):
        return Time(text[found.start : end], found.start, end, "recurrence", every=found.every)
    start = lead.start() if lead else found.start
    time = _placed(found, tail.group() in _FROM_THEN_ON if tail else False)
    if _is_baseline(text, found, lead):
        time = Time("", 0, 0, "baseline", None, time.ends)
    elif _is_past(text, found, lead, time.ends, reference):
        time = Time("", 0, 0, "past", time.begins, time.ends)
    return replace(time, text=text[start:end], start=start, end=end)


def _placed(found: Interval | PlanPeriod, open_ended: bool) -> Time:
    """A point or a span, whose wording is still to be filled in; `open_ended` for …起, which has no end."""
    first, last = found.first, found.last
    if open_ended:
        return Time("", 0, 0, "span", str(first) or None, None)
    if last is None and first.first_month is None:
        return Time("", 0, 0, "point", None, str(first) or None)
    begins = replace(first, month=first.first_month) if first.first_month else first
    ends = last or first
    if begins == ends:
        return Time("", 0, 0, "point", None, str(ends) or None)
    return Time("", 0, 0, "span", str(begins) or None, str(ends) or None)


def _is_baseline(text: str, found: Interval | PlanPeriod, lead: re.Match[str] | None) -> bool:
    """Whether something is measured against the time: 比2020年, 在2020年基础上, 2020年水平; not 占比2025年达到."""
    if lead and lead.group() in _COMPARES and text[lead.start() - 1 : lead.start()] not in _NO_COMPARISON:
        return True
    return _BASELINE_TAIL.match(text, found.end) is not None


def _is_past(
    text: str, found: Interval | PlanPeriod, lead: re.Match[str] | None, ends: str | None, reference: Reference
) -> bool:
    """Whether the writer looks back: 2021年以来, 去年; 截至2020年底 unless that year is still to come."""
    if isinstance(found, PlanPeriod):
        return found.behind
    if _PAST_TAIL.match(text, found.end) or (found.years_on is not None and found.years_on < 0):
        return True
    ahead = ends is not None and reference.year is not None and int(ends[:4]) > reference.year
    return lead is not None and lead.group() in _LOOKS_BACK and not ahead
