"""Tables without a header, as a page leaves them that goes on with one: what the cells hold tells of the columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus.characters import HAN
from nlp.bodies.body import is_body
from nlp.bodies.body_list import split_strictly
from nlp.bodies.seam import seams_in
from nlp.facts import Cell, Table
from nlp.sections.heading import orders
from nlp.tables.fit import fit
from nlp.tables.header import work_and_bodies

_LEAST_ROWS = 2
_WORK_LENGTH = 6
# The bodies behind the last sentence of a row that ran into its line, and the number of the next row.
_NAMES = r"[^\s。,;:]{2,40}(?: [^\s。,;:]{2,40}){0,6}?"
_ROW_END = re.compile(rf"(?<=[。;]) ?(?P<bodies>{_NAMES}) ?(?<!\d)(?P<no>\d{{1,3}})(?=[{HAN}])")
_LAST_BODIES = re.compile(rf"(?<=[。;]) ?(?P<bodies>{_NAMES})\Z")


def run_in_rows(text: str) -> Iterator[Table]:
    """The tables whose rows ran into a line without a header: each ends with its bodies, and a number opens the next.

    `…清淤。 市水利局 27沙河片区 …截污。 市住建局 省水利厅 28…` holds two rows; what stands behind the last number names
    nobody and is none. Where what stands above names the columns (`序号主要任务牵头单位配合单位`), the second column of
    bodies begins where nothing parts two of them: `市水利局市住建局、市财政局`.
    """
    ends = [end for end in _ROW_END.finditer(text) if _names_bodies(text, *end.span("bodies"))]
    series: list[re.Match[str]] = []
    above = 0
    for end, following in pairwise([*ends, None]):
        if end is not None:
            series.append(end)
        if following is None or int(following["no"]) != int(series[-1]["no"]) + 1:
            if len(series) >= _LEAST_ROWS:
                yield _headed(text, series, above) or _table(text, series, above)
                above = series[-1].end("bodies")
            series = []


def _names_bodies(text: str, start: int, end: int) -> bool:
    """True for words that are nothing but bodies, one of them surely: 区农委、相关镇街等, not 相关镇街."""
    return any(is_body(listed.name) for listed in split_strictly(text, start, end, weak=True))


def _table(text: str, ends: Sequence[re.Match[str]], above: int) -> Table:
    """The table of the rows that end so; the first begins with its line, or behind the table `above`."""
    start = max(above, text.rfind("\n", above, ends[0].start()) + 1)
    rows: list[list[Cell]] = []
    number = Cell("", start, start)
    for end in ends:
        rows.append([number, _cell(text, start, end.start()), _cell(text, *end.span("bodies"))])
        number = _cell(text, *end.span("no"))
        start = end.end("no")
    return Table(rows[0][1].start, ends[-1].end("bodies"), None, rows)


def _headed(text: str, ends: Sequence[re.Match[str]], above: int) -> Table | None:
    """The table of the rows below words that name its columns, also the last row; None where none do."""
    first = re.compile(rf"(?<!\d){int(ends[0]['no']) - 1}(?=[{HAN}])")
    header = work_and_bodies(text, above, ends[0].start())
    number = first.search(text, header[-1].end, ends[0].start()) if header else None
    if number is None:
        return None
    rows: list[list[Cell]] = []
    count, start = _cell(text, *number.span()), number.end()
    line = text.find("\n", ends[-1].end())
    last = _LAST_BODIES.search(text, ends[-1].end(), line if line >= 0 else len(text))
    for end in (*ends, *([last] if last else [])):
        seam = _seam(text, *end.span("bodies"))
        rows.append(
            [
                count,
                _cell(text, start, end.start()),
                _cell(text, end.start("bodies"), seam),
                _cell(text, seam, end.end("bodies")),
            ]
        )
        if end is not last:
            count, start = _cell(text, *end.span("no")), end.end("no")
    return Table(header[0].start, rows[-1][-1].end, header, rows)


def _seam(text: str, start: int, end: int) -> int:
    """Where the bodies of a second column begin: between two that nothing parts; at the end where all are parted."""
    at = start
    for piece in text[start:end].split("、"):
        if seam := next((seam for seam, close in seams_in(piece) if seam == close), 0):
            return at + seam
        at += len(piece) + 1
    return end


def _cell(text: str, start: int, end: int) -> Cell:
    return Cell(text[start:end], start, end)


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
