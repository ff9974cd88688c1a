"""Tables whose cells do not stand where the header says: turned by a quarter, or with lost cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from nlp.facts import Cell
from nlp.tables.column import kind_of
from nlp.tables.fit import fit

_NUMBERED = re.compile(r"\d{1,3}$")
# More columns than this make too many ways to place the cells of a row.
_WIDEST = 12
# Columns that a row leaves out most readily: those merged with the row above, and those that may stay empty.
_OFTEN_OUT = {"field": 0.2, "no": 0.4, "task": 0.6, "problem": 1.0, "time": 1.0, "cooperating": 0.6, "remark": 0.2}
_OUT = 1.5
# How much better than as they stand the cells of a row must fit elsewhere to be moved.
_CLEARLY = 4.0


def transposed(rows: Sequence[list[Cell]]) -> tuple[list[Cell], list[list[Cell]]]:
    """Header and rows of a table whose header stands in the first column: `序号 | 1 | 2` above `责任单位 | 甲 | 乙`."""
    columns = [list(column) for column in zip(*rows, strict=True)]
    return columns[0], columns[1:]


def paired(rows: Sequence[list[Cell]]) -> tuple[list[Cell], list[list[Cell]]] | None:
    """Header and rows of a table of two columns whose first one names, record after record, what the second one holds.

    `任务1 | 治理油烟` above `牵头单位 | 县城管局` and `任务2 | 截污` above `牵头单位 | 县住建局` make two rows.
    """
    names = [_NUMBERED.sub("", row[0].text) for row in rows]
    size = names.index(names[0], 1) if names.count(names[0]) > 1 else 0
    if size < 3 or names != names[:size] * (len(names) // size) or None in map(kind_of, names[:size]):
        return None
    header = [Cell(name, row[0].start, row[0].start + len(name)) for name, row in zip(names, rows[:size], strict=False)]
    return header, [[row[1] for row in rows[at : at + size]] for at in range(0, len(rows), size)]


def realigned(row: list[Cell], kinds: Sequence[str | None]) -> list[Cell]:
    """The row with its cells under the columns that they fit, where empty ones at its end show that others are lost.

    Under 领域, 任务, 责任单位, 时限 the cells `新建管网`, `市住建局`, `2025年` and an empty one move one to the right.
    A row whose cells fit as they stand stays as it is.
    """
    cells = [cell for cell in row if cell.text]
    lost = len(row) - len(cells)
    if not lost or any(cell.text for cell in row[len(cells) :]) or len(row) > _WIDEST:
        return row
    costs = [_OFTEN_OUT.get(kind or "", _OUT) for kind in kinds]
    fits = [[fit(cell.text, kind or "field") for kind in kinds] for cell in cells]

    def worth(places: tuple[int, ...]) -> float:
        kept = sum(fits[at][column] for at, column in enumerate(places))
        return kept - sum(cost for column, cost in enumerate(costs) if column not in places)

    best = max(combinations(range(len(row)), len(cells)), key=worth)
    if worth(best) < worth(tuple(range(len(cells)))) + _CLEARLY:
        return row
    end = cells[-1].end
    placed = dict(zip(best, cells, strict=True))
    return [placed.get(column, Cell("", end, end)) for column in range(len(row))]
