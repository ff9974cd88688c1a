"""Component deadlines: for each task every time by which, in which or how often something of it is to be done."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from corpus.characters import HAN
from nlp.deadlines.refusal import reason_against
from nlp.deadlines.time_limit import FIELD_RULE, TimeLimit, column_limits, find_time_limits
from nlp.facts import Deadline, Facts, Section, Task, Time
from nlp.sections.field import stated_once
from nlp.sections.section_index import heading_end
from nlp.tables.problem_column import problems_in
from nlp.targets import table as target_table
from nlp.times.writing_year import year_of_writing
from nlp.vocabulary import words

_REMEDY = re.compile(r"(?:整改|整治|治理)(?:目标|措施|要求):")
_LONGEST_HEADING = 60
_WHOLE_YEAR = ("全年", "全年度", "本年度")
_ALL_YEAR = re.compile(rf"(?<![{HAN}\d])全年(?=完成|实现|新增|建成|新建)")
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
        due = due or _from_headings(facts, task, year, sections)
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
    year = _only_year(facts) if facts.kind == "plan" else None
    found = _ALL_YEAR.search(facts.text, task.start, task.end) if year else None
    return [Deadline("全年", found.start(), found.end(), ends=year, rule="time in the wording")] if found else []


def _inside(spans: list[tuple[int, int]], time: Time) -> bool:
    return any(start <= time.start < end for start, end in spans)


def _times_within(facts: Facts, start: int, end: int) -> list[Time]:
    first = bisect_left(facts.times, start, key=lambda time: time.start)
    return facts.times[first : bisect_left(facts.times, end, lo=first, key=lambda time: time.start)]


def _due_times(facts: Facts, task: Task, year: int | None, problems: dict[int, int]) -> list[Time]:
    """The times in the wording of a task at which something is still to be done.

    Where a task first tells what was wrong, in a column of `problems` or before 整改目标:, only what is to be done
    counts.
    """
    remedy = _REMEDY.search(facts.text, task.start, task.end)
    begin = remedy.start() if remedy else problems.get(task.start, task.start)
    due = []
    for time in _times_within(facts, task.start, task.end):
        reason = "time of a problem" if time.start < begin else reason_against(facts.text, time, year)
        if reason:
            facts.reject(f"deadline: {reason}")
        else:
            due.append(time)
    return due


def _from_headings(facts: Facts, task: Task, year: int | None, sections: dict[str, Section]) -> list[Deadline]:
    """The times in the nearest heading above a task that holds any: (二)集中整治阶段(2024年3月至6月).

    A year that names what the heading is about is none (三、2024年工作安排), nor is the title of the plan, which names
    the whole period.
    """
    section = sections.get(task.section or "")
    while section:
        end = max(section.body, heading_end(facts.text, section))
        times = _times_within(facts, section.start, min(end, section.start + _LONGEST_HEADING))
        times = [time for time in times if time.start < task.start and _sets_time(facts.text, time, section)]
        due = [time for time in times if not reason_against(facts.text, time, year)]
        titles = (section.number or "附").startswith("附") and any(_is_period(facts, time) for time in due)
        if due and not titles:
            return [_read(time, "time in the heading") for time in due]
        section = sections.get(section.parent or "")
    return []


def _sets_time(text: str, time: Time, section: Section) -> bool:
    """True for a time that is not merely the year a heading is about: one of months, in brackets, of a stage."""
    months = "-" in (time.ends or "") or "-" in (time.begins or "")
    bracketed = text[time.start - 1 : time.start] == "(" or text[time.end : time.end + 1] == ")"
    staged = any(word in section.title for word in words("times", "stages"))
    return months or bracketed or (staged and not time.text.endswith("年度"))


def _is_period(facts: Facts, time: Time) -> bool:
    """True for the stretch of the whole plan."""
    return facts.period is not None and facts.period == ((time.begins or time.ends or "")[:4], (time.ends or "")[:4])


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
    times = [time for time in _times_within(facts, limit.start, limit.end) if time.kind not in ("past", "baseline")]
    if times:
        return [_read(time, FIELD_RULE) for time in times]
    bare = _BARE_YEAR.fullmatch(limit.text)
    ends = bare[1] if bare else _only_year(facts) if limit.text in _WHOLE_YEAR else None
    return [Deadline(limit.text, limit.start, limit.end, ends=ends, rule=FIELD_RULE)]


def _only_year(facts: Facts) -> str | None:
    """The year of a plan for a single year."""
    return facts.period[0] if facts.period and facts.period[0] == facts.period[1] else None


def _read(time: Time, rule: str) -> Deadline:
    return Deadline(time.text, time.start, time.end, time.begins, time.ends, time.every, rule)


def _distinct(deadlines: list[Deadline]) -> list[Deadline]:
    """One deadline for each distinct time, the first in reading order; those without any date differ by wording."""
    kept: dict[tuple[str | None, ...], Deadline] = {}
    for deadline in sorted(deadlines, key=lambda one: one.start):
        dated = deadline.begins or deadline.ends or deadline.every
        kept.setdefault((deadline.begins, deadline.ends, deadline.every, None if dated else deadline.text), deadline)
    return list(kept.values())
