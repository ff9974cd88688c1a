"""The outline of a document: units nested as the document itself nests its enumerators and headings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from nlp.enumerator import STYLES, Enumerator
from nlp.label import label_of
from nlp.paragraph import Line, annex_of, box_of, ends_body, is_heading_like, is_role_word, lines_of, looks_ahead

# Units of these styles have no rank: what may stand under them is open.
_UNRANKED = ("root", "annex", "box", "next", "plain")


@dataclass(slots=True)
class Block:
    """A line or part of a line under a unit, or a table.

    `label` is what the opening label names (owner, time, goal …), table for a table, None for plain text.
    """

    start: int
    end: int
    label: str | None


@dataclass(slots=True, eq=False)
class Unit:
    """An enumerated item, or a heading without enumerator, with the blocks and units under it.

    `start` is at the enumerator, `body` behind it, `end` behind the last character of everything under it. `series`
    counts the times its style has started afresh under the same parent; `inline` is true for an item among others in
    one line. The root holds the lines that stand under no unit.
    """

    style: str
    number: str
    value: int
    start: int
    body: int
    parent: Unit | None
    series: int = 1
    inline: bool = False
    end: int = 0
    blocks: list[Block] = field(default_factory=list)
    children: list[Unit] = field(default_factory=list)

    @property
    def head(self) -> Block | None:
        """The block that opens the unit; None for an enumerator without text."""
        return self.blocks[0] if self.blocks else None


@lru_cache(maxsize=1)
def outline(text: str, tables: tuple[tuple[int, int], ...]) -> Unit:
    """Reads the units of a text, leaving out the spans of its tables, and returns the root that holds them all.

    Nesting is learned: a style never seen goes under the unit that is open, one seen before goes back to its level.
    `一、…(一)…1.…` nests three deep, and so does `一、…1.…(一)…` where 2. follows 1. behind the bracketed items.
    The last outline is kept, since several components ask for the same one.
    """
    builder = _Builder(text, lines_of(text, list(tables)))
    builder.run()
    return builder.root


class _Builder:
    """Places line after line under the units that are open."""

    def __init__(self, text: str, lines: list[Line]) -> None:
        self.root = Unit("root", "", 0, 0, 0, None)
        self._text = text
        self._lines = lines
        self._open = [self.root]
        self._parents: dict[str, str] = {}
        enumerators = [enumerator for line in lines for enumerator in line.enumerators]
        self._counted_on = _counted_on(enumerators)
        self._opened_lines = any(line.opener for line in lines)

    def run(self) -> None:
        """Reads all lines."""
        for at, line in enumerate(self._lines):
            self._close(next((depth for depth, unit in enumerate(self._open) if unit.inline), len(self._open)))
            if line.is_table:
                self._open[-1].blocks.append(Block(line.start, line.end, "table"))
            elif annex := annex_of(self._lines, at):
                self._start_line("annex", annex, line, 1)
            elif box := box_of(line):
                self._start_line("box", box, line, self._box_depth())
            elif line.opener is None and looks_ahead(line.text):
                self._start_line("next", "", line, 1)
            elif line.enumerators:
                self._read_enumerated(line)
            elif self._ends_body(at):
                self._close(1)
                self._add(line.start, line.end)
            else:
                if self._is_heading(at):
                    self._start_line("plain", "", line, self._heading_depth(at))
                else:
                    self._add(line.start, line.end)
        self._close(1)

    def _start_line(self, style: str, number: str, line: Line, depth: int) -> None:
        """Starts a unit that no enumerator opens with its line, and the items that may run into the line."""
        self._start(Unit(style, number, 0, line.start, line.start, None), depth)
        if line.enumerators:
            self._read_enumerated(line)
        else:
            self._add(line.start, line.end)

    def _ends_body(self, at: int) -> bool:
        """A line that belongs to no open unit."""
        return len(self._open) > 1 and not self._titles_annex() and ends_body(self._lines, at)

    def _titles_annex(self) -> bool:
        """True right under 附件1, where the annex has its title."""
        return self._open[-1].style == "annex" and len(self._open[-1].blocks) == 1

    def _is_heading(self, at: int) -> bool:
        """A line like a heading that names a part of a plan, restarts a count, or stands where nothing counts."""
        words = self._lines[at].text
        if self._titles_annex() or not is_heading_like(self._lines, at):
            return False
        if label_of(words) and self._open[-1].style not in _UNRANKED:
            return False
        if is_role_word(words):
            return True
        opener = self._lines[at + 1].opener
        if at == 0 or words.endswith(":"):
            return False
        if opener is None:
            return not self._opened_lines
        restarts = opener.style in self._parents or STYLES[opener.style][0] > STYLES["han"][0]
        return opener.value == 1 and restarts

    def _heading_depth(self, at: int) -> int:
        """How many units stay open above a heading without enumerator."""
        if self._only_headed():
            return len(self._open)
        known = is_role_word(self._lines[at].text)
        opener = self._lines[at + 1].opener
        if (level := self._level("plain")) is not None:
            at_top = next(depth for depth, unit in enumerate(self._open) if unit.style == "plain")
            return at_top if known and self._parents.get("plain") == "root" else level
        if opener is not None and (level := self._level(opener.style)) is not None:
            return level
        return 1 if known else len(self._open)

    def _box_depth(self) -> int:
        """A box stands beside the item before it, under the heading that the item is under."""
        if (level := self._level("box")) is not None:
            return level
        return len(self._open) if self._only_headed() or len(self._open) == 1 else len(self._open) - 1

    def _only_headed(self) -> bool:
        """True while the innermost unit has its heading and nothing else."""
        innermost = self._open[-1]
        return len(self._open) > 1 and len(innermost.blocks) == 1 and not innermost.children

    def _read_enumerated(self, line: Line) -> None:
        if (first := line.enumerators[0]).start > line.start:
            self._add(line.start, first.start)
        ends = [enumerator.start for enumerator in line.enumerators[1:]] + [line.end]
        styles = Counter(enumerator.style for enumerator in line.enumerators)
        for enumerator, end in zip(line.enumerators, ends, strict=True):
            level = self._level(enumerator.style)
            unit = Unit(enumerator.style, enumerator.number, enumerator.value, enumerator.start, enumerator.end, None)
            unit.inline = not enumerator.at_line and styles[enumerator.style] > 1
            self._start(unit, self._new_level(enumerator) if level is None else level)
            if end > enumerator.end:
                self._add(enumerator.end, end)

    def _level(self, style: str) -> int | None:
        """The depth of the innermost open unit of a style."""
        return next((i for i in range(len(self._open) - 1, 0, -1) if self._open[i].style == style), None)

    def _new_level(self, enumerator: Enumerator) -> int:
        """How many units stay open above an enumerator whose style is not open."""
        level = len(self._open)
        if enumerator.style == "bullet":
            return level
        above = self._ancestors(enumerator.style)
        while level > 1 and self._is_closed_by(self._open[level - 1], enumerator, above):
            level -= 1
        return level

    def _is_closed_by(self, unit: Unit, enumerator: Enumerator, above: set[str]) -> bool:
        """True where an open unit ends before the enumerator instead of holding it.

        A unit holds what it has held before. Otherwise a style of higher rank closes it, unless the style is new and
        the unit's own series counts on behind it; and a heading without enumerator is closed by a style that never
        stood under such a heading, unless nothing stands under it yet.
        """
        if unit.style in above or unit.style == "annex":
            return False
        if unit.style in ("plain", "box", "next"):
            return bool(above) and not (unit is self._open[-1] and self._only_headed())
        counted_on = not above and unit.start in self._counted_on
        return STYLES[unit.style][0] > STYLES[enumerator.style][0] and not counted_on

    def _ancestors(self, style: str) -> set[str]:
        """The styles under which a style has stood when it first came up; empty for one never seen."""
        above: set[str] = set()
        while (parent := self._parents.get(style)) is not None and parent not in above:
            above.add(parent)
            style = parent
        return above

    def _start(self, unit: Unit, depth: int) -> None:
        self._close(depth)
        parent = self._open[-1]
        unit.parent = parent
        unit.series = _series(parent, unit)
        parent.children.append(unit)
        self._open.append(unit)
        self._parents.setdefault(unit.style, parent.style)

    def _close(self, depth: int) -> None:
        """Closes the units from this depth down; the root stays open."""
        while len(self._open) > max(depth, 1):
            unit = self._open.pop()
            unit.end = max([unit.body, *(b.end for b in unit.blocks[-1:]), *(c.end for c in unit.children[-1:])])

    def _add(self, start: int, end: int) -> None:
        words = self._text[start:end].lstrip()
        self._open[-1].blocks.append(Block(end - len(words), end, label_of(words)))


def _counted_on(enumerators: Sequence[Enumerator]) -> set[int]:
    """Where the enumerators start whose next of the same style counts one further."""
    starts: set[int] = set()
    following: dict[str, int] = {}
    for enumerator in reversed(enumerators):
        if following.get(enumerator.style) == enumerator.value + 1:
            starts.add(enumerator.start)
        following[enumerator.style] = enumerator.value
    return starts


def _series(parent: Unit, unit: Unit) -> int:
    before = next((child for child in reversed(parent.children) if child.style == unit.style), None)
    if before is None:
        return 1
    return before.series + (1 if unit.value and unit.value <= before.value else 0)
