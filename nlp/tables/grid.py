"""Tables that keep their rows in the text: cells parted by tabs or by pipes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.characters import NUMERALS
from nlp.facts import Cell, Table
from nlp.tables.column import BODIES, is_carried, kind_of, kinds_of
from nlp.tables.header import names_columns, unnested
from nlp.tables.row import Row, rows_in
from nlp.tables.shape import paired, realigned, transposed

_NUMERAL = re.compile(rf"\(?[{NUMERALS}]{{1,3}}\)?、?$")
# Columns whose empty cells continue the cell above, as merged cells do when a document becomes text.
_RUNNING = ("no", "field", "task", "problem", "unit", "owner", "lead", "cooperating", "time", "goal")
# A header stands among the first rows, below the title of the table.
_ABOVE_HEADER = 4
_DITTO = ("同上", "〃", "″")


def grids(text: str) -> Iterator[Table]:
    """The tables of the text whose rows stand on lines of their own.

    Reads `序号\\t任务\\t责任单位` and `| 序号 | 任务 |`; a line with a single pipe in running prose is no row.
    """
    rows: list[Row] = []
    for row in rows_in(text):
        if rows and not row.follows:
            yield from _table(rows, text)
            rows = []
        rows.append(row)
    yield from _table(rows, text)


def _table(found: Sequence[Row], text: str) -> Iterator[Table]:
    rows = [row.cells for row in found if row.cells]
    width = max((len(row) for row in rows), default=0)
    if width < 2:
        return
    filled = [_padded(row, width, text) for row in rows]
    start, end = rows[0][0].start, rows[-1][-1].end
    if width == 2 and (records := paired(filled)):
        yield Table(start, end, *records)
        return
    at = next((i for i, row in enumerate(filled[:_ABOVE_HEADER]) if _is_header(row)), None)
    if at is None:
        turned = transposed(filled) if _is_header([row[0] for row in filled]) else None
        yield Table(start, end, turned[0] if turned else None, turned[1] if turned else filled)
        return
    if at + 1 < len(rows) and (header := _unnested(rows[at], rows[at + 1], width)):
        body = filled[at + 2 :]
    else:
        header, body = _with_subheads(filled[at], filled[at + 1 :])
    # A table that runs over pages repeats its header.
    names = [cell.text for cell in filled[at]]
    body = [row for row in body if [cell.text for cell in row] != names]
    kinds = kinds_of(cell.text for cell in header)
    body = [row if _is_heading(row) else realigned(row, kinds) for row in body]
    _run_down(kinds, body[:-1] if found[-1].broken else body)
    yield Table(start, end, header, body)


def _padded(row: list[Cell], width: int, text: str) -> list[Cell]:
    """The row at full width; one filled cell alone, or one behind a numeral, is a heading across all columns."""
    spoken = [cell for cell in row if cell.text]
    if width > 2 and spoken and (len(spoken) == 1 or (len(spoken) == 2 and _NUMERAL.match(spoken[0].text))):
        start, end = spoken[0].start, spoken[-1].end
        return [Cell(text[start:end], start, end)] * width
    end = row[-1].end
    return row + [Cell("", end, end)] * (width - len(row))


def _is_header(row: Sequence[Cell]) -> bool:
    """True for a row of names of columns, not for one cell across all of them."""
    return not _is_heading(row) and names_columns(row)


def _is_heading(row: Sequence[Cell]) -> bool:
    return len({id(cell) for cell in row}) == 1


def _with_subheads(header: list[Cell], body: list[list[Cell]]) -> tuple[list[Cell], list[list[Cell]]]:
    """The header with years or subheads of a second header row in the places where that row says more."""
    if body and _is_header(body[0]):
        return [low if low.text else high for high, low in zip(header, body[0], strict=True)], body[1:]
    return header, body


def _unnested(header: list[Cell], below: list[Cell], width: int) -> list[Cell]:
    """The header as wide as the table, where a row of bodies alone stands below its 责任单位; otherwise nothing.

    `任务 | 责任单位 | 时限` above `牵头单位 | 配合单位`, and rows of four cells.
    """
    names = [cell for cell in (*header, *below) if cell.text]
    bodies = all(kind_of(cell.text) in BODIES for cell in below if cell.text)
    return whole if bodies and len(whole := unnested(names)) == width else []


def _run_down(kinds: Sequence[str | None], rows: Sequence[list[Cell]]) -> None:
    """Fills empty cells of running columns with the cell above them, but not across a heading.

    Who cooperates runs down with who carries: beside a row's own 牵头单位 an empty 配合单位 means nobody.
    """
    carried = [is_carried(kinds, row) for row in rows]
    for column, kind in enumerate(kinds):
        above: Cell | None = None
        for row, own in zip(rows, carried, strict=True) if kind in _RUNNING else ():
            if _is_heading(row) or (kind == "cooperating" and own and not row[column].text):
                above = None
            elif row[column].text and row[column].text not in _DITTO:
                above = row[column]
            elif above is not None:
                row[column] = above
