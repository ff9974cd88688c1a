"""Passages: the stretches of a document that search returns, cut where the facts say that something begins and ends."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from nlp.facts import Facts, Section, Task

_LINE = re.compile(r"[^\n]+")
_CLAUSE = re.compile(r"[^\n。;]+[。;]?")
_SENTENCE = re.compile(r"[^\n。;!?]*(?:[。;!?]+[”』」)]*|\n+|$)")
_SOMETHING = re.compile(r"\S")
_SHORTEST = 8
# Characters. A window ends with the sentence that takes it past the first length, at the second length in any case.
_WINDOW = 220
_LONGEST = 360

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage: `kind` is task, goal, row (of a table) or paragraph; `heading` is the path of headings above it."""

    kind: Literal["task", "goal", "row", "paragraph"]
    start: int
    end: int
    heading: str = ""
    section: str | None = None
    task: str | None = None


class Outline:
    """The sections and tasks of a document by offset, with the path of headings down to each section."""

    def __init__(self, facts: Facts) -> None:
        """Sorts both once, so that each look-up takes a few steps whatever the length of the document."""
        self._tasks = sorted(facts.tasks, key=lambda task: task.start)
        self._task_starts = [task.start for task in self._tasks]
        self._sections = sorted(facts.sections, key=lambda section: (section.start, section.level))
        self._starts = [section.start for section in self._sections]
        self._by_id = {section.id: section for section in self._sections}
        self._paths: dict[str | None, str] = {None: ""}
        for section in self._sections:
            above = self._paths.get(section.parent, "")
            self._paths[section.id] = f"{above} / {section.title}" if above else section.title

    def at(self, offset: int) -> Section | None:
        """The innermost section that holds the offset."""
        position = bisect_right(self._starts, offset) - 1
        section = self._sections[position] if position >= 0 else None
        while section and section.end <= offset:
            section = self._by_id.get(section.parent or "")
        return section

    def task_at(self, offset: int) -> Task | None:
        """The task that holds the offset."""
        position = bisect_right(self._task_starts, offset) - 1
        return self._tasks[position] if position >= 0 and offset < self._tasks[position].end else None

    def path(self, section: str | None) -> str:
        """The headings down to a section, from the outermost: `重点任务 / 水环境治理`; "" for None."""
        return self._paths.get(section, "")


def cut(facts: Facts, outline: Outline) -> list[Passage]:
    """The passages of a document in reading order; none lies over another.

    A task is one passage, every row of a table without tasks is one, every clause of a goals section
    (`到2025年,森林覆盖率达到65%。`), and every line elsewhere. Lines too short to say anything are left out.
    A heading stands with the line below it, alone where its section holds no more; where other headings, tasks or a
    table follow, it is only named as theirs.
    A passage of more than 360 characters is cut at the ends of sentences; each window knows its task.
    """
    passages = [
        Passage("task", task.start, task.end, outline.path(task.section), task.section, task.id) for task in facts.tasks
    ]
    covered = sorted((task.start, task.end) for task in facts.tasks)
    for span in _rows_without(covered, facts):
        passages.append(_placed("row", span, outline))
    covered += [(table.start, table.end) for table in facts.tables]
    for gap in _gaps(sorted(covered), len(facts.text)):
        passages += _prose(facts.text, gap, outline)
    parts = (
        replace(whole, start=a, end=b) for whole in passages for a, b in windows(facts.text, whole.start, whole.end)
    )
    return sorted(parts, key=lambda passage: (passage.start, passage.end))


def windows(text: str, start: int, end: int) -> list[Span]:
    """The stretch itself where it is short; else its windows of about 220 characters, each of whole sentences.

    A last window too short to stand alone stays with the one before; a sentence without end is cut at 360 characters.
    """
    if end - start <= _LONGEST:
        return [(start, end)]
    bounds = [start]
    for sentence in _SENTENCE.finditer(text, start, end):
        while sentence.end() - bounds[-1] > _LONGEST:
            before = sentence.start() - bounds[-1]
            bounds.append(sentence.start() if before >= _LONGEST - _WINDOW else bounds[-1] + _LONGEST)
        if sentence.end() - bounds[-1] >= _WINDOW:
            bounds.append(sentence.end())
    if len(bounds) > 1 and end - bounds[-1] < _LONGEST - _WINDOW:
        bounds.pop()
    return list(pairwise([*bounds, end]))


def _rows_without(tasks: list[Span], facts: Facts) -> Iterator[Span]:
    """Spans of the table rows that no task touches; `tasks` are spans in order.

    A cell that is merged over several rows belongs to the first of them.
    """
    ends = [end for _, end in tasks]
    for table in facts.tables:
        read = table.start
        for cells in table.rows:
            filled = [cell for cell in cells if cell.end > cell.start >= read]
            if not filled:
                continue
            start, end = min(cell.start for cell in filled), max(cell.end for cell in filled)
            read = end
            after = bisect_right(ends, start)
            if end - start >= _SHORTEST and (after == len(tasks) or tasks[after][0] >= end):
                yield start, end


def _gaps(covered: list[Span], length: int) -> Iterator[Span]:
    """What lies between the covered spans, which come in order and may overlap."""
    position = 0
    for start, end in [*covered, (length, length)]:
        if start > position:
            yield position, start
        position = max(position, end)


def _prose(text: str, gap: Span, outline: Outline) -> Iterator[Passage]:
    """The passages of a stretch without tasks and tables: clauses where goals are set, lines elsewhere."""
    for start, line in _lines(text, gap, outline):
        section = outline.at(line[0])
        is_goal = section is not None and section.role == "goal"
        pieces = [piece.span() for piece in _CLAUSE.finditer(text, *line)] if is_goal else [line]
        for piece in pieces:
            if len(text[slice(*piece)].strip()) >= _SHORTEST:
                yield replace(_placed("goal" if is_goal else "paragraph", piece, outline), start=start)
            start = piece[1]


def _lines(text: str, gap: Span, outline: Outline) -> Iterator[tuple[int, Span]]:
    """The lines of a stretch, each with where it begins together with the heading that stands right above it."""
    above: int | None = None
    for line in _LINE.finditer(text, *gap):
        section = outline.at(line.start())
        begun = section if section and section.start == line.start() else None
        if begun and begun.body >= line.end() and _SOMETHING.search(text, begun.body, begun.end):
            above = line.start()
            continue
        yield line.start() if above is None or begun else above, line.span()
        above = None


def _placed(kind: Literal["goal", "row", "paragraph"], span: Span, outline: Outline) -> Passage:
    """A passage outside of tasks, under the headings that hold its first character."""
    section = outline.at(span[0])
    id = section.id if section else None
    return Passage(kind, *span, outline.path(id), id)
