"""Nesting: under which open unit the next one goes, learned from the document itself."""

from __future__ import annotations

from collections.abc import Sequence

from nlp.sections.enumerator import STYLES, Enumerator
from nlp.sections.outline import Block, Unit


class Nesting:
    """The units that are open while a document is read, from the root to the innermost.

    A style never seen goes under the unit that is open, one seen before goes back to its level: `一、…(一)…1.…` nests
    three deep, and so does `一、…1.…(一)…` where 2. follows 1. behind the bracketed items.
    """

    def __init__(self, enumerators: Sequence[Enumerator]) -> None:
        """Takes all enumerators of the document, to see which series count on."""
        self.root = Unit("root", "", 0, 0, 0)
        self._open = [self.root]
        self._parents: dict[str, str] = {}
        self._counted_on = _counted_on(enumerators)
        self._ended: list[Unit] = []

    @property
    def depth(self) -> int:
        """How many units are open, the root included."""
        return len(self._open)

    @property
    def innermost(self) -> Unit:
        """The unit that holds the next line."""
        return self._open[-1]

    def start(self, unit: Unit, depth: int) -> None:
        """Opens a unit under the first `depth` open ones and closes the others."""
        self.close(depth)
        unit.parent = parent = self.innermost
        before = next((child for child in reversed(parent.children) if child.style == unit.style), None)
        if before is not None:
            unit.series = before.series + (1 if unit.value and unit.value <= before.value else 0)
        parent.children.append(unit)
        self._open.append(unit)
        self._parents.setdefault(unit.style, parent.style)

    def close(self, depth: int) -> None:
        """Closes the units from this depth down; the root stays open."""
        while len(self._open) > max(depth, 1):
            unit = self._open.pop()
            unit.end = max([unit.body, *(b.end for b in unit.blocks[-1:]), *(c.end for c in unit.children[-1:])])

    def end_body(self) -> None:
        """Closes all units, since the text looks like ending here; an enumerator that counts on opens them again.

        A table between two parts of a plan may be headed 附表1 as if it stood in an annex, and 今后 open a paragraph of
        a task.
        """
        self._ended = list(self._open)
        self.close(1)

    def resume(self, enumerator: Enumerator) -> None:
        """Opens the units again that end_body closed, where the enumerator counts on from one of them."""
        ended, self._ended = self._ended, []
        if self.depth > 1 and (self.innermost.style not in ("annex", "next") or self.innermost.children):
            return
        for depth, unit in enumerate(ended[1:], 1):
            if unit.style == enumerator.style and unit.value + 1 == enumerator.value:
                self.close(1)
                self._open = ended[: depth + 1]
                return

    def close_line(self) -> None:
        """Closes the items that ran into a line, since what follows on the next line is no part of the last of them."""
        self.close(next((depth for depth, unit in enumerate(self._open) if unit.inline), len(self._open)))

    def add(self, block: Block) -> None:
        """Puts a block under the innermost unit."""
        self.innermost.blocks.append(block)

    def only_headed(self) -> bool:
        """True while the innermost unit has its heading and nothing else."""
        return self.depth > 1 and len(self.innermost.blocks) == 1 and not self.innermost.children

    def seen(self, style: str) -> bool:
        """True for a style that has come up before."""
        return style in self._parents

    def depth_of_enumerator(self, enumerator: Enumerator) -> int:
        """How many units stay open above an enumerator."""
        if (level := self._level(enumerator.style)) is not None:
            return level
        depth = self.depth
        if enumerator.style == "bullet":
            return depth
        above = self._ancestors(enumerator.style)
        while depth > 1 and self._is_closed_by(self._open[depth - 1], enumerator, above):
            depth -= 1
        return depth

    def depth_of_heading(self, names_part: bool, following: Enumerator | None) -> int:
        """How many units stay open above a heading without enumerator.

        `names_part` says that it names a part of a plan, such as 保障措施, `following` is the enumerator that opens
        the next line. A heading goes beside the last one of its kind, or where its items belong.
        """
        if self.only_headed():
            return self.depth
        if (level := self._level("plain")) is not None:
            outermost = next(depth for depth, unit in enumerate(self._open) if unit.style == "plain")
            return outermost if names_part and self._open[level - 1].style not in STYLES else level
        if following is not None and (level := self._level(following.style)) is not None:
            return level
        return 1 if names_part else self.depth

    def depth_of_box(self, behind_sentence: bool) -> int:
        """A box stands beside the item before it, under the heading that the item is under.

        `behind_sentence` tells that the line before it ends a sentence, which no heading does.
        """
        if (level := self._level("box")) is not None:
            return level
        headed = self.only_headed() and not behind_sentence
        return self.depth if headed or self.depth == 1 else self.depth - 1

    def _level(self, style: str) -> int | None:
        """The depth of the innermost open unit of a style."""
        return next((i for i in range(len(self._open) - 1, 0, -1) if self._open[i].style == style), None)

    def _is_closed_by(self, unit: Unit, enumerator: Enumerator, above: set[str]) -> bool:
        """True where an open unit ends before the enumerator instead of holding it.

        A unit holds what it has held before. Otherwise a style of higher rank closes it, unless the style is new and
        begins to count, and the unit's own series counts on behind it; and a heading without enumerator is closed by a
        style that never stood under such a heading, unless nothing stands under it yet.
        """
        if unit.style in above or unit.style == "annex":
            return False
        if unit.style == "box" and enumerator.style in ("part", "chapter", "section"):
            return True  # 专栏1 before 第三章
        if unit.style not in STYLES:
            return bool(above) and not (unit is self.innermost and self.only_headed())
        # 二、 behind (二) is no part of it: the page has lost 一、, which (一) stood under.
        counted_on = not above and enumerator.value < 2 and unit.start in self._counted_on
        return STYLES[unit.style][0] > STYLES[enumerator.style][0] and not counted_on

    def _ancestors(self, style: str) -> set[str]:
        """The styles under which a style stood when it first came up; empty for one never seen."""
        above: set[str] = set()
        while (parent := self._parents.get(style)) is not None and parent not in above:
            above.add(parent)
            style = parent
        return above


def _counted_on(enumerators: Sequence[Enumerator]) -> set[int]:
    """Where the enumerators start whose next of the same style counts one further."""
    starts: set[int] = set()
    following: dict[str, int] = {}
    for enumerator in reversed(enumerators):
        if following.get(enumerator.style) == enumerator.value + 1:
            starts.add(enumerator.start)
        following[enumerator.style] = enumerator.value
    return starts
