"""The text of ruled tables: which characters stand in which cell, and tables that go on over the page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.formats import rows
from corpus.formats.wraps import Line, join
from corpus.printed.page import Glyph, Page
from corpus.printed.ruling import Area, Ruling, find_tables
from corpus.printed.typesetting import rows_of

PADDING = 12.0  # points, both sides together, that cells keep free
RAGGED = 1.2  # of the type size: a line in a cell that leaves no more free was broken there
FRAME_SHARE, FRAME_LENGTH = 0.8, 500  # a cell with this share of the characters, and so many, is a frame around a page
SAME_COLUMN = 6.0  # points by which the lines of a table may move from page to page


@dataclass(slots=True)
class Table:
    """A ruled table: where it begins, the lines between its columns, and its fields row by row."""

    top: float
    xs: list[float]
    grid: list[list[str]]

    def goes_on_in(self, other: Table) -> bool:
        """Whether a table on the next page has the same columns, so that it is the same table."""
        same = len(self.xs) == len(other.xs)
        return same and all(abs(x - y) <= SAME_COLUMN for x, y in zip(self.xs, other.xs, strict=True))

    def append(self, other: Table) -> None:
        """Takes over the rows of a table that goes on, without the head that was printed again."""
        again = 0
        while again < len(other.grid) - 1 and other.grid[again] == self.grid[again]:
            again += 1
            if again == len(self.grid):
                break
        self.grid += other.grid[again:]


def take_tables(page: Page) -> tuple[list[Table], list[Glyph]]:
    """The ruled tables of a page, and the characters that stand in none."""
    tables: list[Table] = []
    glyphs = page.glyphs
    for ruling in find_tables(page.rules):
        cells, outside = _split(glyphs, ruling)
        if len(cells) >= 2 and not _is_frame(cells):
            tables.append(Table(ruling.ys[0], ruling.xs, _grid(ruling, cells)))
            glyphs = outside
    return tables, glyphs


def _split(glyphs: list[Glyph], ruling: Ruling) -> tuple[dict[Area, list[Glyph]], list[Glyph]]:
    """The characters in each cell of a table, and those outside it."""
    cells: dict[Area, list[Glyph]] = defaultdict(list)
    outside: list[Glyph] = []
    for glyph in glyphs:
        area = ruling.area_at((glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2)
        (outside if area is None else cells[area]).append(glyph)
    return cells, outside


def _is_frame(cells: dict[Area, list[Glyph]]) -> bool:
    """Whether one cell holds nearly all text, as a frame around a page does."""
    sizes = [len(glyphs) for glyphs in cells.values()]
    return max(sizes) >= FRAME_LENGTH and max(sizes) >= FRAME_SHARE * sum(sizes)


def _grid(ruling: Ruling, cells: dict[Area, list[Glyph]]) -> list[list[str]]:
    """The fields of a table, the text of a merged cell in its first one."""
    grid = [[""] * (len(ruling.xs) - 1) for _ in ruling.ys[1:]]
    for area, glyphs in cells.items():
        grid[area.row][area.column] = _cell_text(glyphs, ruling.width(area))
    return grid


def _cell_text(glyphs: Iterable[Glyph], width: float) -> str:
    """The text of a cell: lines broken at its edge are joined, others are items of their own."""
    lines = rows_of(glyphs)
    free = [width - (line.right - line.left) - PADDING for line in lines]
    broken = [Line(line.text, room < RAGGED * line.size, False, False) for line, room in zip(lines, free, strict=True)]
    return rows.one_line(join(broken))
