"""Tables without a header, as a page leaves them that goes on with one: what the cells hold tells of the columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus.characters import HAN
from nlp.bodies.body_list import split_strictly
from nlp.facts import Cell, Table
from nlp.sections.heading import orders
from nlp.tables.fit import fit

_LEAST_ROWS = 2
_WORK_LENGTH = 6
# The bodies behind the last sentence of a row that ran into its line, and the number of the next row.
_NAMES = r"[^\s。,;:]{2,40}(?: [^\s。,;:]{2,40}){0,6}?"
_ROW_END = re.compile(rf"(?<=[。;]) ?(?P<bodies>{_NAMES}) ?(?<!\d)(?P<no>\d{{1,3}})(?=[{HAN}])")


def run_in_rows(text: str) -> Iterator[Table]:
    """The tables whose rows ran into a line without a header: each ends with its bodies, and a number opens the next.

    `…清淤。 市水利局 27沙河片区 …截污。 市住建局 省水利厅 28…` holds two rows; what stands behind the last number names
    nobody and is none.
    """
    ends = [end for end in _ROW_END.finditer(text) if split_strictly(text, *end.span("bodies"))]
    series: list[re.Match[str]] = []
    above = 0
    for end, following in pairwise([*ends, None]):
        if end is not None:
            series.append(end)
        if following is None or int(following["no"]) != int(series[-1]["no"]) + 1:
            if len(series) >= _LEAST_ROWS:
                yield _table(text, series, above)
                above = series[-1].end("bodies")
            series = []


def _table(text: str, ends: Sequence[re.Match[str]], above: int) -> Table:
    """The table of the rows that end so; the first begins with its line, or behind the table `above`."""
    start = max(above, text.rfind("\n", above, ends[0].start()) + 1)
    rows: list[list[Cell]] = []
    number = Cell("", start, start)
    for end in ends:
        work = text[start : end.start()]
        rows.append([number, Cell(work, start, end.start()), Cell(end["bodies"], *end.span("bodies"))])
        number = Cell(end["no"], *end.span("no"))
        start = end.end("no")
    return Table(rows[0][1].start, ends[-1].end("bodies"), None, rows)


def kinds_by_cells(rows: Sequence[Sequence[Cell]]) -> list[str | None]:
    """The kinds of the columns of a table of tasks; all None for any other table.

    `17 | 开展河道清淤 | 市水利局 | 2022年10月` above `18 | 建设湿地 | 市林业局 | 2022年底` gives no, task, owner, time.
    Cells of one column order work or are sentences, those of another are bodies: lists of members and firms have none.
    """
    columns = [[cell.text for cell in column if cell.text] for column in zip(*rows, strict=True)]
    kinds = [_kind(column) if len(column) >= _LEAST_ROWS else None for column in columns]
    return kinds if {"task", "owner"} <= set(kinds) else [None] * len(kinds)


def _kind(cells: Sequence[str]) -> str | None:
    ordered = all(len(cell) >= _WORK_LENGTH for cell in cells) and 2 * sum(map(orders, cells)) > len(cells)
    if ordered or all("。" in cell for cell in cells):
        return "task"
    return next((kind for kind in ("no", "owner", "time") if all(fit(cell, kind) > 0 for cell in cells)), None)
