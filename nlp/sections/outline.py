"""The outline of a document: units nested in units, each with the lines that stand under it."""

from __future__ import annotations

from dataclasses import dataclass, field

Span = tuple[int, int]
"""Where a stretch of the text begins and ends."""


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

    `style` is that of its enumerator, or root, annex, box (专栏), next (下一步…) or plain (a heading by itself).
    `start` is at the enumerator, `body` behind it, `end` behind the last character of everything under it. `series`
    counts the times its style has started afresh under the same parent; `inline` is true for an item among others in
    one line. The root holds the lines that stand under no unit.
    """

    style: str
    number: str
    value: int
    start: int
    body: int
    parent: Unit | None = None
    series: int = 1
    inline: bool = False
    end: int = 0
    blocks: list[Block] = field(default_factory=list)
    children: list[Unit] = field(default_factory=list)

    @property
    def head(self) -> Block | None:
        """The block that opens the unit; None for an enumerator without text."""
        return self.blocks[0] if self.blocks else None
