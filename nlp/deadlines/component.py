"""Component deadlines: for each task every time by which, in which or how often something of it is to be done."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from corpus.characters import HAN
from nlp.deadlines.heading import times_of_heading
from nlp.deadlines.refusal import reason_against
from nlp.deadlines.time_limit import FIELD_RULE, TimeLimit, column_limits, find_time_limits
from nlp.facts import Deadline, Facts, Task, Time
from nlp.sections.field import stated_once
from nlp.tables.problem_column import problems_in
from nlp.targets import table as target_table
from nlp.times.writing_year import year_of_writing
from nlp.wording import any_of

_REMEDY = re.compile(r"(?:整改|整治|治理)(?:目标|措施|要求):")
_WHOLE_YEAR = ("全年", "全年度", "本年度")
_ALL_YEAR = re.compile(rf"(?<![{HAN}\d])全年(?={any_of('times', 'done_all_year')})")
_BARE_YEAR = re.compile(r"\s*(20\d\d)\s*")


@Language.component("shanshui_deadlines")
def read_deadlines(doc: Doc) -> Doc:
    """Fills `task.deadlines` from the times in the task's wording and from its time-limit field or table cell.

    One deadline for each distinct time, with the wording of the first. `到2025年…达到95%`, `2024-2025年`, `每季度`,
    `完成时限:长期坚持` (no end) are deadlines; `2021年以来`, `比2020年下降`, `2020年全省…` in a later plan are none,
    nor are the years at the heads of a table of indicators in the task.
    """
    facts: Facts = doc._.facts
    limits = _limits_by_task(facts)
    year = year_of_writing(facts)
    valued = [(table.start, table.end) for table, _ in target_table.find(facts)]
    sections = {section.id: section for section in facts.sections}
    field = _from_field(facts)
    problems = problems_in(facts.tables)
    for number, task in enumerate(facts.tasks):
        times = [time for time in _due_times(facts, task, year, problems) if not _inside(valued, time)]
        due = [_read(time, "time in the wording") for time in times]
        for limit in sorted(limits.get(number, ()), key=lambda limit: limit.yields):
            if not (limit.yields and due):
                due += _read_limit(facts, limit)
        due += _all_year(facts, task)
        due = due or [_read(time, "time in the heading") for time in times_of_heading(facts, task, year, sections)]
        task.deadlines = _distinct(due or (field if task.kind == "measure" else []))
    return doc


def _from_field(facts: Facts) -> list[Deadline]:
    """The time under a heading of a page that is one record: 四、整改时限 above 2025年底前."""
    field = stated_once(facts.text, "time")
    if field is None:
        return []
    _, start, end = field
    return _read_limit(facts, TimeLimit(facts.text[start:end].rstrip("。"), start, end, start, end))


def _all_year(facts: Facts, task: Task) -> list[Deadline]:
    """The year of a plan for one year where a clause says what is done in all of it: 全年完成43个村整治."""
    year = facts.only_year if facts.kind == "plan" else None
    found = _ALL_YEAR.search(facts.text, task.start, task.end) if year else None
    return [Deadline("全年", found.start(), found.end(), ends=year, rule="time in the wording")] if found else []


def _inside(spans: list[tuple[int, int]], time: Time) -> bool:
    return any(start <= time.start < end for start, end in spans)


def _due_times(facts: Facts, task: Task, year: int | None, problems: dict[int, int]) -> list[Time]:
    """The times in the wording of a task at which something is still to be done.

    Where a task first tells what was wrong, in a column of `problems` or before 整改目标:, only what is to be done
    counts.
    """
    remedy = _REMEDY.search(facts.text, task.start, task.end)
    begin = remedy.start() if remedy else problems.get(task.start, task.start)
    due = []
    for time in facts.times_within(task.start, task.end):
        reason = "time of a problem" if time.start < begin else reason_against(facts.text, time, year)
        if reason:
            facts.reject(f"deadline: {reason}")
        else:
            due.append(time)
    return due


def _limits_by_task(facts: Facts) -> dict[int, list[TimeLimit]]:
    """The time limits of fields and columns for each task, under the task's place in the list.

    A row of an annex that restates a task tells its time where the task names none.
    """
    limits: dict[int, list[TimeLimit]] = {}
    places = sorted((at, number) for number, task in enumerate(facts.tasks) for at in _beginnings(task))
    for limit in column_limits(facts.tables):
        for at, number in places[bisect_left(places, (limit.first, -1)) : bisect_left(places, (limit.last, -1))]:
            restated = at != facts.tasks[number].start
            limits.setdefault(number, []).append(replace(limit, yields=limit.yields or restated))
    starts = [task.start for task in facts.tasks]
    for limit in find_time_limits(facts.text):
        number = bisect_left(starts, limit.end) - 1
        if number >= 0 and limit.start < facts.tasks[number].end:
            limits.setdefault(number, []).append(limit)
    return limits


def _beginnings(task: Task) -> tuple[int, ...]:
    return (task.start, *(start for start, _ in task.evidence))


def _read_limit(facts: Facts, limit: TimeLimit) -> list[Deadline]:
    """The deadlines that a field or cell gives; 长期坚持 and 立即整改 give one without an end."""
    times = [time for time in facts.times_within(limit.start, limit.end) if time.kind not in ("past", "baseline")]
    if times:
        return [_read(time, FIELD_RULE) for time in times]
    bare = _BARE_YEAR.fullmatch(limit.text)
    ends = bare[1] if bare else facts.only_year if limit.text in _WHOLE_YEAR else None
    return [Deadline(limit.text, limit.start, limit.end, ends=ends, rule=FIELD_RULE)]


def _read(time: Time, rule: str) -> Deadline:
    return Deadline(time.text, time.start, time.end, time.begins, time.ends, time.every, rule)


def _distinct(deadlines: list[Deadline]) -> list[Deadline]:
    """One deadline for each distinct time, the first in reading order; those without any date differ by wording."""
    kept: dict[tuple[str | None, ...], Deadline] = {}
    for deadline in sorted(deadlines, key=lambda one: one.start):
        dated = deadline.begins or deadline.ends or deadline.every
        kept.setdefault((deadline.begins, deadline.ends, deadline.every, None if dated else deadline.text), deadline)
    return list(kept.values())
