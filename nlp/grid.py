"""Tables that keep their rows in the text: cells parted by tabs or by pipes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.column import kind_of
from nlp.facts import Cell, Table

_ROW = re.compile(r"^[^\n]*(?:\t|\|)[^\n]*$", re.M)
_RULE = re.compile(r"[\s|:+-]+$")
# Columns whose empty cells continue the cell above, as merged cells do when a document becomes text.
_RUNNING = ("no", "field", "task", "problem", "unit", "owner", "lead", "time", "goal")


def grids(text: str) -> Iterator[Table]:
    """The tables of the text whose rows stand on lines of their own.

    Reads `序号\\t任务\\t责任单位` and `| 序号 | 任务 |`; a line with a single pipe in running prose is no row.
    """
    rows: list[list[Cell]] = []
    last = 0
    for match in _ROW.finditer(text):
        row = _cells(match[0], match.start())
        if row is None:
            continue
        if rows and "\n" in text[last : match.start()].strip(" "):
            gap = text[last : match.start()]
            if gap.strip() or gap.count("\n") > 2:
                yield from _table(rows)
                rows = []
        last = match.end()
        rows.append(row)
    yield from _table(rows)


def _cells(line: str, start: int) -> list[Cell] | None:
    """The cells of a row; None for a line that is none, an empty list for a Markdown rule."""
    mark = "\t" if "\t" in line else "|"
    if mark == "|" and line.count("|") < 2:
        return None
    if mark == "|" and _RULE.match(line):
        return []
    cells: list[Cell] = []
    at = 0
    for part in line.split(mark):
        bare = part.strip()
        offset = start + at + (len(part) - len(part.lstrip()) if bare else 0)
        cells.append(Cell(bare, offset, offset + len(bare)))
        at += len(part) + 1
    if mark == "|":
        cells = cells[1 if not cells[0].text else 0 : len(cells) - (not cells[-1].text)]
    return cells


def _table(rows: list[list[Cell]]) -> Iterator[Table]:
    rows = [row for row in rows if row]
    if not rows or max(len(row) for row in rows) < 2:
        return
    width = max(len(row) for row in rows)
    filled = [_padded(row, width) for row in rows]
    start, end = rows[0][0].start, rows[-1][-1].end
    at = next((i for i, row in enumerate(filled[:4]) if _is_header(row)), None)
    if at is None:
        yield Table(start, end, None, filled)
        return
    header, body = _joined_header(filled, at)
    _run_down(header, body)
    yield Table(start, end, header, body)


def _padded(row: list[Cell], width: int) -> list[Cell]:
    """The row at full width; a row with one filled cell alone is a heading across all columns."""
    spoken = [cell for cell in row if cell.text]
    if len(spoken) == 1 and width > 2:
        return [spoken[0]] * width
    end = row[-1].end if row else 0
    return row + [Cell("", end, end)] * (width - len(row))


def _is_header(row: list[Cell]) -> bool:
    kinds = [kind_of(cell.text) for cell in row if cell.text]
    return len({id(cell) for cell in row}) > 1 and sum(kind is not None for kind in kinds) * 2 > len(kinds) > 1


def _joined_header(rows: list[list[Cell]], at: int) -> tuple[list[Cell], list[list[Cell]]]:
    """The header, with years or subheads of a second header row in the places where that row says more."""
    header = rows[at]
    body = rows[at + 1 :]
    if body and _is_header(body[0]):
        below = body.pop(0)
        return [low if low.text else high for high, low in zip(header, below, strict=True)], body
    return header, body


def _run_down(header: list[Cell], rows: list[list[Cell]]) -> None:
    """Fills empty cells of running columns with the cell above them."""
    for column, head in enumerate(header):
        if kind_of(head.text) not in _RUNNING:
            continue
        above: Cell | None = None
        for row in rows:
            if row[column].text or len({id(cell) for cell in row}) == 1:
                above = row[column] if len({id(cell) for cell in row}) > 1 else None
            elif above is not None:
                row[column] = above
