"""Which units of an outline are tasks: the smallest that state work, unless one owners clause holds them together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from nlp.facts import Facts, SectionRole
from nlp.heading import cut_title, role_of
from nlp.label import label_of, owner_clauses, states_no_work
from nlp.outline import Block, Unit
from nlp.role import is_idle

Path = tuple[str, ...]
Span = tuple[int, int]

_LEAST = 4
# Labels of the parts of one record: 问题, 整改目标, 整改措施.
_FIELDS = {"goal", "measure", "problem"}
# Items shorter than this on average only list things: 重点开展①监测②排查.
_LISTED = 12
_LISTED_IN_LINES = 7
# A line shorter than this under a heading is a name in a list and no paragraph.
_PARAGRAPH = 16


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
        """Finds the owners clauses once, since most decisions ask for them."""
        self._facts = facts
        self._text = facts.text
        self._roles = roles
        self._clauses = owner_clauses(facts.text)

    def read(self, root: Unit) -> Iterator[Work]:
        """All work under the root, in reading order of the units."""
        if len(owned := self._owned(root)) > 1:
            yield from self._blocks(owned, (), "measure", "paragraph with owners")
        found = list(self._under(root, ()))
        # A last 下一步,我市将… sums up what the items before it say, and is a task only where there are none.
        closing = [unit.start for unit in root.children if unit.style == "next" and not unit.children]
        yield from found if all(w.start in closing for w in found) else (w for w in found if w.start not in closing)

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
        elif len(records := self._records(unit)) > 1:
            yield from self._blocks(records, path, role, "record")
        elif unit.children and self._is_whole(unit):
            yield from self._whole(unit, path, role)
        elif unit.children:
            yield from self._blocks(self._owned(unit), path, role, "paragraph with owners")
            yield from self._under(unit, path)
        elif len(owned := self._owned(unit)) > 1:
            if unit.head is not None and owned[0][0] == unit.head.start:
                yield Work(path, *owned.pop(0), role, "unit")
            yield from self._blocks(owned, path, role, "paragraph with owners")
        elif len(paragraphs := self._paragraphs(unit)) > 1:
            yield from self._blocks(paragraphs, path, role, "paragraph")
        else:
            yield from self._whole(unit, path, role)

    def _whole(self, unit: Unit, path: Path, role: SectionRole) -> Iterator[Work]:
        if unit.head is None or unit.style == "annex":
            return
        tabled = any(block.label == "table" for block in unit.blocks)
        blocks = [block for block in unit.blocks if block.label != "table"]
        if len(blocks) == 1 and self._heads(unit.head) and (tabled or (len(path) == 1 and self._is_part(unit))):
            self._facts.reject("heading without text")
            return
        end = blocks[-1].end if tabled and not unit.children else unit.end
        if self._states_work(unit.head.start, end):
            yield Work(path, unit.head.start, end, role, "unit")

    def _blocks(self, spans: list[Span], path: Path, role: SectionRole, rule: str) -> Iterator[Work]:
        for number, (start, end) in enumerate(spans, 1):
            if self._states_work(start, end):
                yield Work((*path, f"无{number}"), start, end, role, rule)

    def _states_work(self, start: int, end: int) -> bool:
        words = self._text[start:end]
        if len(words) < _LEAST or words.endswith(":") or states_no_work(words):
            self._facts.reject("unit states no work")
            return False
        return True

    def _is_whole(self, unit: Unit) -> bool:
        """True where the units under it are no tasks of their own, but parts of one."""
        if self._is_part(unit):
            return False
        owned = [child for child in unit.children if self._count(child.start, child.end)]
        labels = {block.label for block in unit.blocks}
        if len(owned) < 2 and labels & _FIELDS:
            return True
        if len({child.head.label for child in unit.children if child.head} & (_FIELDS | {"owner", "time"})) > 1:
            return True
        if self._lists_things(unit) or self._leads_long(unit):
            return True
        before = self._count(unit.start, unit.children[0].start)
        inside = self._count(unit.start, unit.end)
        return len(unit.children) > 1 and inside == 1 and (before == 1 or owned == unit.children[-1:])

    def _is_part(self, unit: Unit) -> bool:
        """True for a part of the plan such as 主要任务 or 保障措施, which is never one task."""
        head = unit.head
        return head is not None and role_of(cut_title(self._text[head.start : head.end]), top=False) is not None

    def _lists_things(self, unit: Unit) -> bool:
        if unit.head is None or any(child.children for child in unit.children):
            return False
        mean = sum(child.end - child.body for child in unit.children) / len(unit.children)
        return mean < (_LISTED if unit.children[0].inline else _LISTED_IN_LINES)

    def _leads_long(self, unit: Unit) -> bool:
        """True where items run into the unit's own text and are shorter than what it says before them."""
        head, first = unit.head, unit.children[0]
        if head is None or not first.inline:
            return False
        lead = first.start - head.start - len(cut_title(self._text[head.start : head.end]))
        return lead > unit.children[-1].end - first.start

    def _count(self, start: int, end: int) -> int:
        return bisect_left(self._clauses, end) - bisect_left(self._clauses, start)

    def _records(self, unit: Unit) -> list[Span]:
        """Spans that each begin with their own 反馈问题: and run to the next."""
        opened = [at for at, block in enumerate(unit.blocks) if block.label == "problem"]
        starts = [unit.blocks[at].start for at in opened]
        ends = [self._text.rindex("\n", 0, start) for start in starts[1:]]
        return list(zip(starts, [*ends, unit.end], strict=True)) if opened else []

    def _own_blocks(self, unit: Unit) -> list[Block]:
        """The paragraphs before any unit under this one, and the first line where it holds more than the heading."""
        before = unit.children[0].start if unit.children else len(self._text)
        blocks = [block for block in unit.blocks if block.start < before and block.label != "table"]
        if unit.parent is not None and blocks and self._heads(blocks[0]):
            return blocks[1:]
        return blocks

    def _heads(self, block: Block) -> bool:
        """True for a line that is a heading and nothing more."""
        words = self._text[block.start : block.end]
        return len(cut_title(words)) + 1 >= len(words)

    def _owned(self, unit: Unit) -> list[Span]:
        """Runs of paragraphs that each end with their own owners, in the text or on lines below it."""
        blocks = self._own_blocks(unit)
        runs: list[Span] = []
        first: Block | None = None
        for block, following in zip_longest(blocks, blocks[1:]):
            names_owner = block.label in ("owner", "time")
            if block.label is None or (first is None and not names_owner):
                first = block
            owned = names_owner or self._count(block.start, block.end)
            if first is not None and owned and (following is None or following.label is None):
                runs.append((first.start, block.end))
                first = None
        return runs

    def _paragraphs(self, unit: Unit) -> list[Span]:
        """The paragraphs under a heading that only names a part of the plan, where nothing is enumerated."""
        headed = unit.head is not None and self._heads(unit.head)
        blocks = self._own_blocks(unit) if headed and self._is_part(unit) else []
        return [(b.start, b.end) for b in blocks if b.end - b.start >= _PARAGRAPH and self._text[b.end - 1] != ":"]
