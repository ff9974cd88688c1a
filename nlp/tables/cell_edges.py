"""Where cells begin and end within a line, as those of tables that ran into one do, parted by blanks or by nothing."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise

from nlp.facts import Facts

_BORDERS = frozenset("\t\n|")


class CellEdges:
    """The edges of the cells of all tables of a document, and those among them that no border shows."""

    def __init__(self, facts: Facts) -> None:
        cells = (cell for table in facts.tables for row in table.rows for cell in row if cell.text)
        self._all = {edge for cell in cells for edge in (cell.start, cell.end)}
        within = (edge for edge in self._all if not _BORDERS & set(facts.text[max(edge - 1, 0) : edge + 1]))
        self._within = sorted(within)

    def parts(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The spans that cells cut `start:end` into: `整治12个村 市环保局 2023年` is three where a table has run in."""
        inside = self._within[bisect_right(self._within, start) : bisect_left(self._within, end)]
        return ((left, right) for left, right in pairwise((start, *inside, end)) if left < right)

    def hold(self, start: int, end: int) -> bool:
        """Whether a cell begins at `start` and one ends at `end`."""
        return start in self._all and end in self._all
