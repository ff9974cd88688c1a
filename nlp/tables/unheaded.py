"""Tables without a header, as a page leaves them that goes on with a table: what each column holds tells its kind."""

from __future__ import annotations

from collections.abc import Sequence

from nlp.facts import Cell
from nlp.sections.heading import orders
from nlp.tables.column import fit

_LEAST_ROWS = 2
_WORK_LENGTH = 6


def kinds_by_cells(rows: Sequence[Sequence[Cell]]) -> list[str | None]:
    """The kinds of the columns of a table of tasks; all None for any other table.

    `17 | 开展河道清淤 | 市水利局 | 2022年10月` above `18 | 建设湿地 | 市林业局 | 2022年底` gives no, task, owner, time.
    Most cells of one column order work and those of another are bodies: in a list of members or firms they do not.
    """
    columns = [[cell.text for cell in column if cell.text] for column in zip(*rows, strict=True)]
    kinds = [_kind(column) if len(column) >= _LEAST_ROWS else None for column in columns]
    return kinds if {"task", "owner"} <= set(kinds) else [None] * len(kinds)


def _kind(cells: Sequence[str]) -> str | None:
    if all(len(cell) >= _WORK_LENGTH for cell in cells) and 2 * sum(map(orders, cells)) > len(cells):
        return "task"
    return next((kind for kind in ("no", "owner", "time") if all(fit(cell, kind) > 0 for cell in cells)), None)
