"""Tables as text: one row a line, cells separated by a TAB, the continuation of a merged cell an empty cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.formats.refusal import RefusedError
from corpus.formats.wraps import glue, opens

WIDEST_SPAN = 100  # columns; what is wider is a mistake
MOST_FIELDS = 2_000_000  # a table of more is no table for people, and spans could blow up a small file to it
SHORTEST_ITEM = 4  # characters; shorter pieces are one word set over two lines, such as 牵头 / 单位
MARK_AT_END = re.compile(r"[，、；：。！？,;:!?·—\-~/(（《“]$")
MARK_AT_START = re.compile(r"[，、；：。！？,;:!?·—\-~/)）》”(（%％℃]")
DATE = re.compile(r"\d{4}年\n\d{1,2}月")  # a date set over two lines


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell and the number of columns and rows that it covers."""

    text: str
    columns: int = 1
    rows: int = 1


def spread(rows: Iterable[Sequence[Cell]]) -> list[list[str]]:
    """The rows of a table on its full grid: a cell's text in its first field, its other fields empty.

    Raises RefusedError where the grid would have more fields than any real table.
    """
    grid: list[list[str]] = []
    covered: dict[int, int] = {}  # column → rows further down that a cell from above covers
    fields = 0
    for cells in rows:
        row: list[str] = []
        for cell in cells:
            _pass_covered(row, covered)
            width = min(max(cell.columns, 1), WIDEST_SPAN)
            if cell.rows > 1:
                covered.update(dict.fromkeys(range(len(row), len(row) + width), cell.rows - 1))
            row += [cell.text] + [""] * (width - 1)
        _pass_covered(row, covered)
        fields += len(row)
        if fields > MOST_FIELDS:
            raise RefusedError(f"a table in it has more than {MOST_FIELDS} cells")
        grid.append(row)
    return grid


def lines(grid: Sequence[Sequence[str]]) -> list[str]:
    """The rows of a grid as lines, without rows and columns that are empty throughout."""
    width = max(map(len, grid), default=0)
    clean = [[" ".join(field.split()) for field in row] for row in grid]
    used = [column for column in range(width) if any(column < len(row) and row[column] for row in clean)]
    return ["\t".join(row[c] if c < len(row) else "" for c in used) for row in clean if any(row)]


def one_line(pieces: Iterable[str]) -> str:
    """The paragraphs of one cell on one line.

    Items without a mark between them get one, so that `州水务局` above `州林业局` stay two bodies; `牵头` above `单位`
    is one word, `2025年` above `6月底` one date, and after a mark nothing is added.
    """
    whole = ""
    for piece in (" ".join(piece.split()) for piece in pieces):
        joined = MARK_AT_END.search(whole) or MARK_AT_START.match(piece) or DATE.search(f"{whole[-5:]}\n{piece[:3]}")
        if not whole or not piece or joined:
            whole += piece
        elif opens(piece):
            whole = f"{whole}；{piece}"
        else:
            apart = min(len(piece), len(whole)) >= SHORTEST_ITEM
            whole = f"{whole}、{piece}" if apart else glue(whole, piece)
    return whole


def _pass_covered(row: list[str], covered: dict[int, int]) -> None:
    """Adds to a row the empty fields of cells from above that cover it at this point."""
    while covered.get(len(row), 0) > 0:
        covered[len(row)] -= 1
        row.append("")
