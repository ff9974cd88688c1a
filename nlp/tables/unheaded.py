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
_COUNTED = "[年月日个座家项吨万亿米台条处类级]"
_ROW_END = re.compile(
    rf"(?<=[。;]) ?(?P<bodies>{_NAMES}) ?(?<!\d)(?P<no>\d{{1,3}})(?!{_COUNTED})(?P<mark>、?) ?(?=[{HAN}])"
)
_LAST_BODIES = re.compile(rf"(?<=[。;]) ?(?P<bodies>{_NAMES})\Z")
# A part of a bureau as the bureau itself calls it: 污管科, 监察支队.
_OFFICE = re.compile(rf"[{HAN}]{{2,5}}[科股室队所站]")


def run_in_rows(text: str) -> Iterator[Table]:
    """The tables whose rows ran into a line without a header: each ends with its bodies, and a number opens the next.

    `…清淤。 市水利局 27沙河片区 …截污。 市住建局 省水利厅 28…` holds two rows; what stands behind the last number is a
    third where it ends with bodies as well. So do `1、…清淤。水利科2、…截污。监察支队3、…`. Where what stands above
    names the columns (`序号主要任务牵头单位配合单位`), the second column of bodies begins where nothing parts two of
    them: `市水利局市住建局、市财政局`.
    """
    ends = [end for end in _ROW_END.finditer(text) if _names_bodies(text, *end.span("bodies"))]
    series: list[re.Match[str]] = []
    above = 0
    for end, following in pairwise([*ends, None]):
        if end is not None:
            series.append(end)
        if following is None or int(following["no"]) != int(series[-1]["no"]) + 1:
            last = _last(text, series[-1].end())
            if len(series) + (last is not None) >= _LEAST_ROWS:
                yield _headed(text, series, above, last) or _table(text, series, above, last)
                above = (last or series[-1]).end("bodies")
            series = []


def _names_bodies(text: str, start: int, end: int) -> bool:
    """True for words that are nothing but bodies, one of them surely: 区农委、相关镇街等, not 相关镇街."""
    if _OFFICE.fullmatch(text, start, end):
        return True
    return any(is_body(listed.name) for listed in split_strictly(text, start, end, weak=True))


def _last(text: str, start: int) -> re.Match[str] | None:
    """The bodies that close the line of a last row; None where none do."""
    line = text.find("\n", start)
    last = _LAST_BODIES.search(text, start, line if line >= 0 else len(text))
    return last if last and _names_bodies(text, *last.span("bodies")) else None


def _table(text: str, ends: Sequence[re.Match[str]], above: int, last: re.Match[str] | None) -> Table:
    """The table of the rows that end so; the first begins at its number, with its line, or behind the table `above`."""
    start = max(above, text.rfind("\n", above, ends[0].start()) + 1)
    number = Cell("", start, start)
    if ends[0]["mark"] and (at := text.rfind(f"{int(ends[0]['no']) - 1}、", start, ends[0].start())) >= 0:
        number = _cell(text, at, text.index("、", at))
        start = number.end + 1
    rows: list[list[Cell]] = []
    for end in (*ends, *([last] if last else [])):
        rows.append([number, _cell(text, start, end.start()), _cell(text, *end.span("bodies"))])
        if end is not last:
            number, start = _cell(text, *end.span("no")), end.end()
    return Table(rows[0][0].start if rows[0][0].text else rows[0][1].start, rows[-1][-1].end, None, rows)


def _headed(text: str, ends: Sequence[re.Match[str]], above: int, last: re.Match[str] | None) -> Table | None:
    """The table of the rows below words that name its columns, also the last row; None where none do."""
    first = re.compile(rf"(?<!\d){int(ends[0]['no']) - 1}(?=[{HAN}])")
    header = work_and_bodies(text, above, ends[0].start())
    number = first.search(text, header[-1].end, ends[0].start()) if header else None
    if number is None:
        return None
    rows: list[list[Cell]] = []
    count, start = _cell(text, *number.span()), number.end()
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
            count, start = _cell(text, *end.span("no")), end.end()
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
    Cells of one column order work or are sentences, or stand beside numbers, bodies and times; those of another are
    bodies: lists of members and firms have none.
    """
    columns = [[cell.text for cell in column if cell.text] for column in zip(*rows, strict=True)]
    kinds = [_kind(column) if len(column) >= _LEAST_ROWS else None for column in columns]
    if {"no", "owner", "time"} <= set(kinds) and kinds.count(None) == 1 and _are_work(columns[kinds.index(None)]):
        kinds[kinds.index(None)] = "task"
    return kinds if {"task", "owner"} <= set(kinds) else [None] * len(kinds)


def _are_work(cells: Sequence[str]) -> bool:
    """True for wordings that name neither bodies nor firms: 取缔“十小”企业8家, not 永丰纸业有限公司."""
    return bool(cells) and all(len(cell) >= _WORK_LENGTH and fit(cell, "owner") < 0 for cell in cells)


def _kind(cells: Sequence[str]) -> str | None:
    ordered = all(len(cell) >= _WORK_LENGTH for cell in cells) and 2 * sum(map(orders, cells)) > len(cells)
    if ordered or all("。" in cell for cell in cells):
        return "task"
    return next((kind for kind in ("no", "owner", "time") if all(fit(cell, kind) > 0 for cell in cells)), None)
