"""Times in running text: when something is to be done, how often, and which times are only looked back at.

The words before and behind a date say what kind of time it is; which year is meant where none is written is settled in
`nlp.times.omitted_year`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.characters import HAN, NUMERALS
from nlp.facts import Time
from nlp.references.book_title import inside_titles
from nlp.times.five_year_plan import PlanPeriod, find_plan_periods
from nlp.times.interval import Interval, find_intervals
from nlp.times.omitted_year import OmittedYears
from nlp.times.recurrence import Recurrence, find_recurrences
from nlp.times.standpoint import Standpoint
from nlp.vocabulary import words
from nlp.wording import any_of

_LEAD = re.compile(rf"(?:{any_of('times', 'baseline_before', 'past_before', 'towards')})\Z")
_TAIL = re.compile(rf"(?:{any_of('times', 'tail')})")
_BASELINE_TAIL = re.compile(
    rf"度?(?:{any_of('times', 'baseline_after')})|的[近约]?[\d.]+倍"
    # 在2015年70微克/立方米的基础上.
    r"|的?[近约]?\d[\d.]*[^\d,。;、\n]{1,8}?的?基础上"
    # 在2023年水质监测数据基础上, not 在2023年完成治理的基础上.
    rf"|[{HAN}]{{0,12}}?(?:{any_of('times', 'once_measured')})的?基础上"
)
# 由2020年的71%提高到85% says where a change begins.
_SINCE = ("由", "从", "自")
_BASE_YEARS = ("基准年(", "基准年", "基期(")
_RISES = re.compile(rf"度?[底末]?的?\d[\d.]*[^\d,。;、\n]{{0,8}}?(?:{any_of('conditions', 'gains')})(?:到|至|为)")
_PAST_TAIL = re.compile(rf"(?:{any_of('times', 'past_after')})")
_NAME_TAIL = re.compile(
    rf"(?:{any_of('times', 'name_after')})"
    rf"|[是为]?(?:第[\dx{NUMERALS}]+个)?(?:世界|国际|全国)[^,。;、\n]{{1,8}}日"
)
# 《产业结构调整指导目录》(2019年本) names the edition.
_EDITION = re.compile(rf"》\((?:20)?\d\d年?[{HAN}]{{0,4}}\)")
_COMPARES = frozenset(words("times", "baseline_alone"))
_LOOKS_BACK = frozenset(words("times", "past_before"))
_FROM_THEN_ON = frozenset(words("times", "from_then_on"))
_NO_COMPARISON = frozenset("占环配类百")
_NEAREST = 4  # times of a sentence among which one may say the year of the others
_LONGEST_LEAD = 4
_UNKNOWN = Standpoint()

Expression = Interval | Recurrence | PlanPeriod


def find_times(text: str, standpoint: Standpoint = _UNKNOWN) -> list[Time]:
    """All times of a text in reading order; those inside titles 《…》 are left out.

    Reads 到2025年底 (a point, ends 2025), 2024-2025年 (a span), 每两年 (a recurrence of 2 years), 2021年以来 (past) and
    比2020年下降 (a baseline). Does not read 〔2024〕4号, 《规划(2016—2026年)》, 三年行动, 2020年版 or 百年一遇.
    """
    titles = inside_titles(text)
    years = OmittedYears(text, standpoint)
    times: list[Time] = []
    expressions = _expressions(text)
    for number, found in enumerate(expressions):
        if titles[found.start] or _NAME_TAIL.match(text, found.end) or _EDITION.match(text, found.start - 2):
            continue
        known = years.fill(found, expressions[number + 1 : number + _NEAREST]) if isinstance(found, Interval) else found
        times.append(_time(text, known, standpoint))
        if isinstance(known, Interval):
            years.note(known, times[-1])
    return times


def _expressions(text: str) -> list[Expression]:
    """All expressions of all kinds by start; of overlapping ones the first, of equal starts the longest."""
    found: list[Expression] = [*find_intervals(text), *find_recurrences(text), *find_plan_periods(text)]
    found.sort(key=lambda one: (one.start, -one.end))
    kept: list[Expression] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _time(text: str, found: Expression, standpoint: Standpoint) -> Time:
    """The time that an expression stands for, with the words before and behind it that belong to its wording."""
    lead = _LEAD.search(text, max(0, found.start - _LONGEST_LEAD), found.start)
    if lead and lead.group() in _COMPARES and text[lead.start() - 1 : lead.start()] in _NO_COMPARISON:
        lead = None  # 占比|2025年达到
    tail = _TAIL.match(text, found.end)
    end = tail.end() if tail else found.end
    if isinstance(found, Recurrence):
        return Time(text[found.start : end], found.start, end, "recurrence", every=found.every)
    start = lead.start() if lead else found.start
    begins, ends = _bounds(found, open_ended=tail is not None and tail.group() in _FROM_THEN_ON)
    time = Time(text[start:end], start, end, "span" if begins else "point", begins, ends)
    if _is_baseline(text, found, lead):
        return replace(time, kind="baseline", begins=None)
    if _is_past(text, found, lead, standpoint):
        return replace(time, kind="past")
    return time


def _bounds(found: Interval | PlanPeriod, open_ended: bool) -> tuple[str | None, str | None]:
    """First and last date of a stretch, None and the date of a point; `open_ended` for …起, which has no end."""
    first, last = found.first, found.last or found.first
    if open_ended:
        return str(first) or None, None
    if first.first_month:
        first = replace(first, month=first.first_month)
    return (None if first == last else str(first) or None), str(last) or None


def _is_baseline(text: str, found: Interval | PlanPeriod, lead: re.Match[str] | None) -> bool:
    """Whether something is measured against the time: 比2020年, 在2020年(80%的)基础上, 由2020年的71%提高到; not
    占比2025年."""
    if lead and lead.group() in _COMPARES:
        return True
    if text.endswith(_SINCE, 0, found.start) and _RISES.match(text, found.end):
        return True
    return text.endswith(_BASE_YEARS, 0, found.start) or _BASELINE_TAIL.match(text, found.end) is not None


def _is_past(text: str, found: Interval | PlanPeriod, lead: re.Match[str] | None, standpoint: Standpoint) -> bool:
    """Whether the writer looks back: 2021年以来, 去年; 截至2020年底 unless that time is still to come."""
    if isinstance(found, PlanPeriod):
        return found.behind
    if _PAST_TAIL.match(text, found.end) or (found.years_on is not None and found.years_on < 0):
        return True
    return lead is not None and lead.group() in _LOOKS_BACK and not standpoint.is_before(found.last or found.first)
