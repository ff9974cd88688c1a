"""The times that the headings above a task set for all that stands under them: (二)集中整治阶段(2024年3月至6月)."""

from __future__ import annotations

from collections.abc import Mapping

from nlp.deadlines.refusal import reason_against
from nlp.facts import Facts, Section, Task, Time
from nlp.sections.section_index import heading_end
from nlp.vocabulary import words

_LONGEST = 60


def times_of_heading(facts: Facts, task: Task, year: int | None, sections: Mapping[str, Section]) -> list[Time]:
    """The times in the nearest heading above a task that sets any; `year` is that of the writing.

    A year that names what the heading is about is none (三、2024年工作安排), nor is the title of the plan, which names
    the whole period.
    """
    section = sections.get(task.section or "")
    while section:
        end = min(max(section.body, heading_end(facts.text, section)), section.start + _LONGEST, task.start)
        times = [time for time in facts.times_within(section.start, end) if _sets_time(facts.text, time, section)]
        due = [time for time in times if not reason_against(facts.text, time, year)]
        titles = (section.number or "附").startswith("附") and any(_is_period(facts, time) for time in due)
        if due and not titles:
            return due
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
