"""Which units of an outline are tasks: the smallest that state work, unless one owners clause holds them together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from nlp.facts import Facts, SectionRole
from nlp.heading import cut_title, label_of, owner_clauses, states_no_work
from nlp.outline import Block, Unit

_IDLE = {"front", "background", "principle", "goal", "past"}
_LEAST = 4


@dataclass(frozen=True, slots=True)
class Work:
    """A unit or block that states work, at `start:end` behind its enumerator; `path` leads to it from the top."""

    path: tuple[str, ...]
    start: int
    end: int
    role: SectionRole
    rule: str


class Workload:
    """Walks an outline and yields what states work."""

    def __init__(self, facts: Facts, roles: dict[int, SectionRole]) -> None:
        """Finds the owners clauses once, since most decisions ask for them."""
        self._facts = facts
        self._text = facts.text
        self._roles = roles
        self._clauses = [start for start, _ in owner_clauses(facts.text)]

    def read(self, root: Unit) -> Iterator[Work]:
        """All work under the root, in reading order."""
        yield from self._under(root, ())

    def _under(self, unit: Unit, path: tuple[str, ...]) -> Iterator[Work]:
        plain = 0
        for child in unit.children:
            plain += not child.number
            yield from self._unit(child, (*path, _step(child, plain)))

    def _unit(self, unit: Unit, path: tuple[str, ...]) -> Iterator[Work]:
        role = self._roles[unit.start]
        if role in _IDLE:
            # A series that has lost its heading may stand under an idle one and still be work.
            yield from self._under(unit, path)
            return
        if len(spans := self._records(unit)) > 1:
            yield from self._blocks(spans, path, role, "record")
        elif unit.children and self._is_whole(unit):
            yield from self._whole(unit, path, role)
        elif unit.children or len(self._owned_blocks(unit)) > 1:
            yield from self._blocks(self._owned_blocks(unit), path, role, "paragraph with owners")
            yield from self._under(unit, path)
        else:
            yield from self._whole(unit, path, role)

    def _blocks(
        self, spans: list[tuple[int, int]], path: tuple[str, ...], role: SectionRole, rule: str
    ) -> Iterator[Work]:
        for number, (start, end) in enumerate(spans, 1):
            yield Work((*path, f"无{number}"), start, end, role, rule)

    def _whole(self, unit: Unit, path: tuple[str, ...], role: SectionRole) -> Iterator[Work]:
        if unit.head is not None and unit.style != "annex" and self._states_work(unit):
            yield Work(path, unit.head.start, unit.end, role, "unit")

    def _states_work(self, unit: Unit) -> bool:
        assert unit.head is not None
        words = self._text[unit.head.start : unit.end]
        if len(words) < _LEAST or words.endswith(":") or states_no_work(words):
            self._facts.reject("unit states no work")
            return False
        return True

    def _is_whole(self, unit: Unit) -> bool:
        """True where the units under it are no tasks of their own."""
        labels = {block.label for block in unit.blocks}
        owned = [child for child in unit.children if self._count(child.start, child.end)]
        if labels & {"goal", "measure", "problem"} and len(owned) < 2:
            return True
        if unit.parent is None or self._roles[unit.start] == "safeguard":
            return False
        before = self._count(unit.start, unit.children[0].start)
        inside = self._count(unit.start, unit.end)
        if inside == 1 and (before == 1 or owned == unit.children[-1:]) and len(unit.children) > 1:
            return True
        return self._leads_long(unit)

    def _leads_long(self, unit: Unit) -> bool:
        """True where items run into the unit's own text and are shorter than what it says before them."""
        head, first = unit.head, unit.children[0]
        if head is None or not first.inline:
            return False
        lead = first.start - head.start - len(cut_title(self._text[head.start : head.end]))
        return lead > unit.children[-1].end - first.start

    def _count(self, start: int, end: int) -> int:
        return bisect_left(self._clauses, end) - bisect_left(self._clauses, start)

    def _records(self, unit: Unit) -> list[tuple[int, int]]:
        """Spans that each begin with their own 反馈问题: and run to the next."""
        opened = [block.start for block in unit.blocks[1:] if block.label == "problem"]
        ends = [len(self._text[:start].rstrip()) for start in opened[1:]]
        return list(zip(opened, [*ends, unit.end], strict=True)) if opened else []

    def _owned_blocks(self, unit: Unit) -> list[tuple[int, int]]:
        """Runs of paragraphs under the heading, before any unit under it, that each end with their own owners lines."""
        before = unit.children[0].start if unit.children else unit.end
        blocks = [block for block in unit.blocks[1:] if block.start < before]
        runs: list[tuple[int, int]] = []
        first: Block | None = None
        for block, following in zip_longest(blocks, blocks[1:]):
            if block.label is None or first is None:
                first = block
            if block.label in ("owner", "time") and (following is None or following.label is None):
                runs.append((first.start, block.end))
                first = None
        return runs


def _step(unit: Unit, plain: int) -> str:
    number = unit.number or f"无{plain}"
    return number if unit.series == 1 else f"{number}#{unit.series}"


def title_of(text: str, work: Work) -> str:
    """The task's heading or first clause, without full stop and without a label such as 反馈问题:."""
    words = text[work.start : work.end]
    return cut_title(words.partition(":")[2] if label_of(words) else words)
