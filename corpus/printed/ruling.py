"""Tables drawn with ruled lines: which lines belong together, and which cells they enclose."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from corpus.printed.page import Rule

SNAP = 3.0  # points; lines nearer than this are one line
MOST_FIELDS = 20_000  # a page with a finer grid shows a chart on squared paper

Field = tuple[int, int]  # row and column


@dataclass(frozen=True, slots=True)
class Area:
    """A cell of a ruled table: the first field of the grid that it covers, and how many it covers each way."""

    row: int
    column: int
    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class Ruling:
    """The grid of a ruled table: the places of its lines in points, and the cell that covers each of its fields."""

    xs: list[float]
    ys: list[float]
    fields: dict[Field, Area]

    def area_at(self, x: float, y: float) -> Area | None:
        """The cell around a point, or None outside the table."""
        return self.fields.get((bisect_right(self.ys, y) - 1, bisect_right(self.xs, x) - 1))

    def width(self, area: Area) -> float:
        """The width of a cell in points."""
        return self.xs[area.column + area.columns] - self.xs[area.column]


def find_tables(rules: Iterable[Rule]) -> Iterator[Ruling]:
    """The ruled tables of a page from top to bottom; frames and lines that make less than two columns are none."""
    for group in _groups(rules):
        upright = [rule for rule in group if rule.bottom - rule.top > rule.right - rule.left]
        level = [rule for rule in group if rule.bottom - rule.top <= rule.right - rule.left]
        xs = _snapped([rule.left for rule in group] + [rule.right for rule in level])
        ys = _snapped([rule.top for rule in group] + [rule.bottom for rule in upright])
        if len(xs) < 3 or len(ys) < 2 or len(xs) * len(ys) > MOST_FIELDS:
            continue
        # A wall is named by the line that it stands on and the field beyond it: left of, or above.
        left = {(row, _nearest(xs, rule.left)) for rule in upright for row in _covered(ys, rule.top, rule.bottom)}
        above = {(_nearest(ys, rule.top), column) for rule in level for column in _covered(xs, rule.left, rule.right)}
        yield Ruling(xs, ys, _areas(len(ys) - 1, len(xs) - 1, left, above))


def _groups(rules: Iterable[Rule]) -> Iterator[list[Rule]]:
    """Lines that follow each other from top to bottom without a gap."""
    group: list[Rule] = []
    reach = 0.0
    for rule in sorted(rules, key=lambda rule: rule.top):
        if group and rule.top > reach + SNAP:
            yield group
            group = []
        reach = max(reach, rule.bottom) if group else rule.bottom
        group.append(rule)
    if group:
        yield group


def _areas(rows: int, columns: int, left: set[Field], above: set[Field]) -> dict[Field, Area]:
    """Every field with the cell that covers it; fields with no wall between them are one cell."""
    fields: dict[Field, Area] = {}
    for row in range(rows):
        for column in range(columns):
            if (row, column) in fields:
                continue
            right, below = column + 1, row + 1
            while right < columns and (row, right) not in left and (row, right) not in fields:
                right += 1
            while below < rows and not any((below, c) in above or (below, c) in fields for c in range(column, right)):
                below += 1
            area = Area(row, column, below - row, right - column)
            fields.update({(r, c): area for r in range(row, below) for c in range(column, right)})
    return fields


def _snapped(places: list[float]) -> list[float]:
    """The distinct places, in order; those nearer than a line is thick are one."""
    distinct: list[float] = []
    for place in sorted(places):
        if not distinct or place - distinct[-1] > SNAP:
            distinct.append(place)
    return distinct


def _nearest(places: list[float], place: float) -> int:
    """The index of the line at a place."""
    return max(0, bisect_right(places, place + SNAP / 2) - 1)


def _covered(places: list[float], begin: float, end: float) -> range:
    """The fields whose middle lies between two places."""
    middles = [(first + second) / 2 for first, second in pairwise(places)]
    return range(bisect_right(middles, begin), bisect_right(middles, end))
