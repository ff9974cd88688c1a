"""Which units of an outline are tasks: the smallest that state work, unless one owners clause holds them together."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from nlp.facts import Facts, SectionRole
from nlp.sections.field import is_field
from nlp.sections.heading import cut_title
from nlp.sections.label import label_of, states_no_work
from nlp.sections.outline import Block, Span, Unit
from nlp.sections.role import is_idle
from nlp.sections.unit_text import UnitText
from nlp.tasks.announced import intentions
from nlp.tasks.duty_list import duties
from nlp.tasks.grouping import end_of_item, is_one_task
from nlp.tasks.table import task_rows
from nlp.tasks.unnumbered import headed_paragraphs, headless, owned_paragraphs, paragraphs, records

Path = tuple[str, ...]

_LEAST = 4


@dataclass(frozen=True, slots=True)
class Work:
    """A unit or block that states work, at `start:end` behind its enumerator; `path` leads to it from the top."""

    path: Path
    start: int
    end: int
    role: SectionRole
    rule: str

    def title(self, text: str) -> str:
        """Its heading or first clause, without full stop and without a label such as 反馈问题:."""
        words = text[self.start : self.end]
        return cut_title(words.partition(":")[2] if label_of(words) else words)


class Workload:
    """Walks an outline and yields what states work."""

    def __init__(self, facts: Facts, roles: dict[int, SectionRole]) -> None:
        """Takes the facts of the document, to count what is turned down, and the role of each unit by its start."""
        self._facts = facts
        self._text = UnitText(facts.text)
        self._roles = roles
        self._tables_of_tasks = [table.start for table in facts.tables if any(task_rows(table))]

    def read(self, root: Unit) -> Iterator[Work]:
        """All work under the root, in reading order of the units."""
        if len(recorded := records(root, self._text)) > 1:
            yield from self._blocks(recorded, (), "measure", "record")
        elif len(owned := owned_paragraphs(root, self._text)) > (1 if root.children else 0):
            yield from self._blocks(owned, (), "measure", "paragraph with owners")
        elif duty := duties(root, self._text):
            yield from self._blocks(duty, (), "measure", "paragraph of a duty")
        else:
            yield from self._blocks(headless(root, self._text), (), "measure", "paragraph without its heading")
            yield from self._blocks(intentions(root, self._text), (), "measure", "paragraph of prose")
        found = list(self._under(root, ()))
        # A last 下一步,我市将… sums up what the items before it say, and is a task only where there are none.
        closing = {unit.start for unit in root.children if unit.style == "next" and not unit.children}
        summed_up = any(work.start not in closing for work in found)
        yield from (work for work in found if not summed_up or work.start not in closing)

    def _under(self, unit: Unit, path: Path) -> Iterator[Work]:
        unnumbered = 0
        for child in unit.children:
            unnumbered += not child.number
            number = child.number or f"无{unnumbered}"
            yield from self._unit(child, (*path, number if child.series == 1 else f"{number}#{child.series}"))

    def _unit(self, unit: Unit, path: Path) -> Iterator[Work]:
        role = self._roles[unit.start]
        if is_idle(role) and unit.style != "annex":
            # A series that has lost its heading may stand under an idle one and still be work.
            yield from self._under(unit, path)
        elif len(found := records(unit, self._text)) > 1:
            yield from self._blocks(found, path, role, "record")
        elif not unit.children:
            yield from self._leaf(unit, path, role)
        elif unit.style != "annex" and is_one_task(unit, self._text):
            yield from self._whole(unit, path, role)
        else:
            yield from self._blocks(owned_paragraphs(unit, self._text), path, role, "paragraph with owners")
            yield from self._under(unit, path)

    def _leaf(self, unit: Unit, path: Path, role: SectionRole) -> Iterator[Work]:
        """A unit with none under it: one task, or one for each of its paragraphs."""
        if headed := headed_paragraphs(unit, self._text):
            yield from self._blocks(headed, path, role, "paragraph with a heading")
        elif len(owned := owned_paragraphs(unit, self._text)) > 1:
            if unit.head is not None and owned[0][0] == unit.head.start:
                yield Work(path, *owned.pop(0), role, "unit")
            yield from self._blocks(owned, path, role, "paragraph with owners")
        elif found := duties(unit, self._text):
            yield from self._blocks(found, path, role, "paragraph of a duty")
        elif len(found := paragraphs(unit, self._text)) > 1:
            yield from self._blocks(found, path, role, "paragraph")
        else:
            yield from self._whole(unit, path, role)

    def _whole(self, unit: Unit, path: Path, role: SectionRole) -> Iterator[Work]:
        if unit.head is None or unit.head.label == "table" or unit.style == "annex":
            return
        lines = [block for block in unit.blocks if block.label != "table"]
        tabled = len(lines) < len(unit.blocks)
        bare = len(lines) == 1 and self._text.is_heading(unit.head)
        if (tabled and (bare or self._text.leads_to_table(lines[-1]))) or (
            bare and len(path) == 1 and (self._text.is_part(unit) or self._text.titles_document(unit.head))
        ):
            self._facts.reject("heading without text")
            return
        if tabled and not unit.children:
            start, end = self._beside_table(unit, lines)
        else:
            start, end = unit.head.start, self._above_rows(unit.head.start, end_of_item(unit, self._text))
        if self._states_work(start, end):
            yield Work(path, start, end, role, "unit")

    def _above_rows(self, start: int, end: int) -> int:
        """Where what stands between two offsets ends or a table begins in it whose rows are tasks by themselves."""
        table = bisect_right(self._tables_of_tasks, start)
        inside = self._tables_of_tasks[table : table + 1]
        return self._text.end_before(inside[0]) if inside and inside[0] < end else end

    def _beside_table(self, unit: Unit, lines: list[Block]) -> Span:
        """What a unit says beside a table whose rows are tasks by themselves: above it, or below a bare heading's.

        Under `二、重点任务`, a table of tasks and `责任单位:市水务局` nothing is left: a label alone states no work,
        nor does `规划实施项目5类68个` above the table.
        """
        at = next((block.start for block in unit.blocks if block.start in self._tables_of_tasks), lines[-1].end)
        above = [line for line in lines if line.start < at]
        below = [line for line in lines if line.start > at and line.label is None]
        if len(above) == 2 and self._text.is_heading(above[0]) and self._text.leads_to_rows(above[1]):
            return at, at
        if len(above) > 1 or not self._text.is_heading(above[0]):
            return above[0].start, above[-1].end
        return (below[0].start, below[-1].end) if below else (at, at)

    def _blocks(self, spans: list[Span], path: Path, role: SectionRole, rule: str) -> Iterator[Work]:
        for number, (start, below) in enumerate(spans, 1):
            end = self._above_rows(start, below)
            if self._states_work(start, end):
                yield Work((*path, f"无{number}"), start, end, role, rule)

    def _states_work(self, start: int, end: int) -> bool:
        words = self._facts.text[start:end]
        if len(words) < _LEAST or words.endswith(":") or states_no_work(words) or is_field(words):
            self._facts.reject("unit states no work")
            return False
        return True
