"""Passages: stretches of a document that set targets or tell results, each with its task, section and tense."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from nlp.facts import Facts, Section, Task
from nlp.tables.problem_column import problems_in
from nlp.vocabulary import words
from nlp.wording import any_of

# Kinds of documents whose text outside tasks tells what was done, and those of them that do nothing else.
_TELLING = frozenset({"report", "summary", "speech", "interpretation", "letter"})
_REPORTING = frozenset({"report", "summary"})
_IDLE = frozenset({"front", "background", "principle", "annex"})
_LABELS = ("problem", "goal", "measure", "progress")


@dataclass(frozen=True, slots=True)
class Passage:
    """The text `start:end`, outside tables and headings unless a task holds them.

    `told` is true where the text tells what was done, `known_only` where only known indicators count, since the text
    may say numbers of any kind (a preamble, a background).
    """

    start: int
    end: int
    task: Task | None
    section: Section | None
    told: bool
    known_only: bool


def passages(facts: Facts) -> Iterator[Passage]:
    """The passages of a document, in reading order, without overlaps.

    In a rectification list what stands behind `整改进展:` is told, of known indicators only. What stands before
    `整改目标:`, behind `存在问题:` or in a column 问题描述 describes the problem, which nobody has achieved: a passage
    only of a report.
    """
    ground = _Ground(facts)
    problems = problems_in(facts.tables) if facts.kind not in _REPORTING else {}
    at = 0
    for task in sorted(facts.tasks, key=lambda task: task.start):
        if task.start >= at:
            yield from ground.outside(at, task.start)
            yield from _within(facts, task, problems.get(task.start, task.start), ground.section_at(task.start))
            at = task.end
    yield from ground.outside(at, len(facts.text))


class _Ground:
    """The sections and tables of a document laid out flat: which one every stretch of the text belongs to."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.by_id = {section.id: section for section in facts.sections}
        cuts = {0}
        for section in facts.sections:
            cuts.update((section.start, section.body, section.end))
        for table in facts.tables:
            cuts.update((table.start, table.end))
        self.cuts = sorted(cuts)
        self.sections = list(_innermost(facts.sections, self.cuts))
        self.tables = sorted(facts.tables, key=lambda table: table.start)

    def section_at(self, offset: int) -> Section | None:
        """The innermost section that holds the offset."""
        return self.sections[bisect_right(self.cuts, offset) - 1]

    def outside(self, start: int, end: int) -> Iterator[Passage]:
        """The passages between two tasks: one for every stretch of a section, its heading and tables left out."""
        first, last = bisect_right(self.cuts, start) - 1, bisect_left(self.cuts, end)
        for left, right, section in zip(
            (start, *self.cuts[first + 1 : last]),
            (*self.cuts[first + 1 : last], end),
            self.sections[first:last],
            strict=False,
        ):
            in_heading = section is not None and left < section.body and not _is_bullet(section)
            if left < right and not in_heading and not self._in_table(left) and not self._is_finding(section):
                yield _passage(self.facts, left, right, section)

    def _is_finding(self, section: Section | None) -> bool:
        """True for what an inspection found: under 一、反馈问题, beside 整改目标; not for a report's 存在问题."""
        while section is not None and section.role == "background":
            if section.title.endswith(words("headings", "finding.end")):
                return True
            section = self.by_id.get(section.parent or "")
        return False

    def _in_table(self, at: int) -> bool:
        """True for an offset inside a table."""
        index = bisect_right(self.tables, at, key=lambda table: table.start) - 1
        return index >= 0 and at < self.tables[index].end


def _is_bullet(section: Section) -> bool:
    """True for a unit that is no heading but a line of text behind a bullet: - 森林覆盖率达到24%."""
    return section.number is not None and not any(character.isalnum() for character in section.number)


def _innermost(sections: list[Section], cuts: list[int]) -> Iterator[Section | None]:
    """The innermost section at each of the offsets, which are in order."""
    waiting = sorted(sections, key=lambda section: (-section.start, -section.level))
    around: list[Section] = []
    for cut in cuts:
        while waiting and waiting[-1].start <= cut:
            around.append(waiting.pop())
        while around and around[-1].end <= cut:
            around.pop()
        yield around[-1] if around else None


def _passage(facts: Facts, start: int, end: int, section: Section | None) -> Passage:
    """The passage `start:end` of a section, or of none, without a task."""
    role = section.role if section else "front" if facts.sections or facts.tasks else "measure"
    told = role in ("past", "background") or (facts.kind in _TELLING and (section is None or role in _IDLE))
    known_only = role in _IDLE and facts.kind not in _REPORTING
    return Passage(start, end, None, section, told, known_only)


def _within(facts: Facts, task: Task, start: int, section: Section | None) -> Iterator[Passage]:
    """The passages of a task between its labels, from `start`: what is to be done, what was done, and why."""
    found = list(_labels().finditer(facts.text, start, task.end))
    rectified = any(label[0].startswith(("整改", "整治")) or label["problem"] for label in found)
    at, kind = start, "problem" if rectified else "measure"
    for stop, end, following in [(m.start(), m.end(), m.lastgroup or kind) for m in found] + [(task.end, 0, "")]:
        achieved = kind != "problem" or facts.kind in _REPORTING
        if at < stop and achieved:
            described = kind in ("problem", "progress")
            known_only = described and not (kind == "progress" and facts.kind in _REPORTING)
            yield Passage(at, stop, task, section, described, known_only)
        at, kind = end, following


@cache
def _labels() -> re.Pattern[str]:
    """The labels of a rectification list at the front of a clause, each with the kind of text behind its colon."""
    choices = "|".join(f"(?P<{kind}>{any_of('headings', f'label.{kind}')})" for kind in _LABELS)
    return re.compile(rf"(?<![^\n\t。;,:()])(?:{choices}):")
