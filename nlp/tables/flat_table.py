"""Tables flattened to one cell a line: rows rebuilt from the header's columns and from what each cell can be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nlp.facts import Cell, Table
from nlp.tables.column import BODIES, kind_of, kinds_of, names_indicator
from nlp.tables.placement import is_merged, place

_LINE = re.compile(r"[^\n]*[^\s|][^\n]*")
_CORE = {"task", "measure", "problem", "indicator", "project"}
_STOP = re.compile(r"附(?:件|表)\s*\d*\s*(?:$|:)|各[^。]{0,20}:$")
_HEADING = re.compile("[一二三四五六七八九十]{1,2}、")
# How many lines below a numbered heading the count of rows must go on for the heading to be one inside the table.
_AHEAD = 4
_HEADING_LENGTH = 9
_NAME_LEAST = 5
_WIDEST = 14
_NAME_LENGTH = 24
_UNKNOWN_LENGTH = 6
# The cells of a line: up to a space, a full stop, or the year behind a body.
_PART = re.compile(r"(?:(?!(?<=[局处府室会委办道镇乡司)])20\d\d年)[^ 。])+。?")
_SPACED_LENGTH = 80
# A line longer than this is no cell of a table without columns of prose.
_PARAGRAPH = 120


def flat_tables(text: str) -> Iterator[Table]:
    """The tables whose header stands as three or more lines in a row, each a column's name, and whose cells follow so.

    Reads `序号 / 主要任务 / 责任部门 / 1 / 加强监管 / 市水务局` with a line break at each slash, and with spaces
    between the cells where the header stands so on one line. Two header words that happen to follow each other, such as
    `目标` and `措施` as headings, are no table.
    """
    lines = [_line(match) for match in _LINE.finditer(text)]
    at = 0
    while at < len(lines):
        if _is_spaced_header(lines[at].text):
            lines[at:] = [cell for line in lines[at:] for cell in _spaced(line)]
        width = _header_width(lines, at)
        if not width:
            at += 1
            continue
        header = _unnested(lines[at : at + width])
        end = _end_of_cells(lines, at + width, header)
        rows = _rows(header, lines[at + width : end], text)
        at += width
        if len(rows) >= 2:
            last = max(cell.end for cell in rows[-1])
            yield Table(header[0].start, last, header, rows)
            at = next((i for i in range(at, end) if lines[i].start >= last), end)


def _line(match: re.Match[str]) -> Cell:
    """A line without the pipes that close the cells of a web page: `市水务局 |`, `投资估算 | ||`."""
    bare = match[0].strip()
    if "|" not in (closed := bare.rstrip("| ")):
        bare = closed
    start = match.start() + match[0].find(bare)
    return Cell(bare, start, start + len(bare))


def _header_width(lines: Sequence[Cell], at: int) -> int:
    """How many lines from here on are column names; 0 unless they make a header.

    One name between others may be unknown, as long as it is short.
    """
    kinds: list[str | None] = []
    for line in lines[at : at + _WIDEST]:
        kind = kind_of(line.text) if len(line.text) <= _NAME_LENGTH else None
        if kind is None and (not kinds or None in kinds or len(line.text) > _UNKNOWN_LENGTH):
            break
        kinds.append(kind)
    while kinds and kinds[-1] is None:
        kinds.pop()
    known = set(kinds) - {None}
    return len(kinds) if len(known) >= 3 and _CORE & known else 0


def _is_spaced_header(line: str) -> bool:
    """True for a header on one line with spaces between its names, as pages of a PDF give: 任务 责任单位 完成时限."""
    names = line.split(" ") if len(line) <= _SPACED_LENGTH else []
    kinds = {kind_of(name) for name in names}
    return len(names) >= 3 and None not in kinds and bool(_CORE & kinds) and bool({"time", *BODIES} & kinds)


def _spaced(line: Cell) -> Iterator[Cell]:
    """The cells of a line with spaces or full stops between them."""
    for part in _PART.finditer(line.text):
        yield Cell(part[0], line.start + part.start(), line.start + part.end())


def _unnested(header: Sequence[Cell]) -> list[Cell]:
    """The header with the names of a second line, 牵头部门 and 配合部门, in the place of the 责任单位 above them.

    Of 任务 | 责任单位 | 计划 | 牵头部门 | 配合部门 the last two stand under 责任单位, before 计划.
    """
    kinds = [kind_of(head.text) for head in header]
    lower = next((at for at in range(len(kinds)) if all(kind in BODIES for kind in kinds[at:])), len(kinds))
    upper = kinds.index("owner") if "owner" in kinds[: max(lower - 1, 0)] else None
    if upper is None or len(kinds) - lower < 2:
        return [*header]
    return [*header[:upper], *header[lower:], *header[upper + 1 : lower]]


def _end_of_cells(lines: Sequence[Cell], start: int, header: Sequence[Cell]) -> int:
    """The first line behind the table: another annex, a numbered heading, an address, or a paragraph too long."""
    kinds = {kind_of(head.text) for head in header}
    wordy = bool(kinds & {"measure", "problem", "goal", "remark"})
    for at in range(start, len(lines)):
        words = lines[at].text
        if _STOP.match(words) or "\t" in words or (not wordy and len(words) > _PARAGRAPH):
            return at
        if _HEADING.match(words) and not any(line.text.isdigit() for line in lines[at + 1 : at + 1 + _AHEAD]):
            return at
        if kind_of(words) not in (None, "value") and _header_width(lines, at):
            return at
    return len(lines)


def _rows(header: Sequence[Cell], lines: Sequence[Cell], text: str) -> list[list[Cell]]:
    """The cells under the header, by the most plausible placing of every line in a column."""
    if not lines:
        return []
    kinds = [kind or "remark" for kind in kinds_of(head.text for head in header)]
    placed = place(kinds, [line.text for line in lines])
    rows: list[list[list[Cell]]] = []
    for line, (column, opens) in zip(lines, placed, strict=True):
        if opens or not rows:
            rows.append([[] for _ in kinds])
        rows[-1][column].append(line)
    cells = [[_cell(group, kind, text) for group, kind in zip(row, kinds, strict=True)] for row in rows]
    while cells and sum(bool(cell.text) for cell in cells[-1]) * 2 < len(kinds):
        cells.pop()
    return _filled(kinds, cells)


def _cell(group: list[Cell], kind: str, text: str) -> Cell:
    """One cell of the lines placed in it; of two whole names in an indicator's place the first heads several rows."""
    if not group:
        return Cell("", 0, 0)
    if kind == "indicator" and len(group) > 1 and _heads_rows(group[0].text, group[-1].text):
        group = group[1:]
    start, end = group[0].start, group[-1].end
    return Cell(text[start:end], start, end)


def _heads_rows(above: str, name: str) -> bool:
    """True for 水环境质量 above 地表水优良比例, which is whole by itself; not for 公众对生态环境满意 above 程度."""
    whole = len(name) > _HEADING_LENGTH or (len(name) >= _NAME_LEAST and names_indicator(name))
    return len(above) <= _HEADING_LENGTH and not name.startswith("(") and whole


def _filled(kinds: Sequence[str], rows: list[list[Cell]]) -> list[list[Cell]]:
    """Puts the cell above into merged columns that a row leaves out, and a lone cell into all columns of its row."""
    above: list[Cell | None] = [None] * len(kinds)
    for row in rows:
        spoken = [cell for cell in row if cell.text]
        if len(spoken) == 1:
            row[:] = spoken * len(kinds)
            continue
        end = max(cell.end for cell in row)
        for column, kind in enumerate(kinds):
            if row[column].text:
                above[column] = row[column]
            elif is_merged(kind) and (kept := above[column]) is not None:
                row[column] = kept
            else:
                row[column] = Cell("", end, end)
    return rows
