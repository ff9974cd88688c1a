"""Tables flattened to one cell a line: rows rebuilt from the header's columns and from what each cell can be."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from corpus.characters import NUMERALS
from nlp.facts import Cell, Table
from nlp.tables.column import is_carried, kind_of, kinds_of
from nlp.tables.fit import names_indicator
from nlp.tables.header import header_in, header_length, unnested
from nlp.tables.placement import is_merged, place
from nlp.tables.record import record_at
from nlp.tables.run_in import cells_of
from nlp.vocabulary import words
from nlp.wording import any_of

_LINE = re.compile(r"[^\n]*[^\s|][^\n]*")
_WORDY = {"measure", "problem", "goal"}
_STOP = re.compile(r"\(此[页件]|附(?:件|表)\s*\d*\s*(?:$|:)|各[^。]{0,20}:$")
_HEADING = re.compile(f"[{NUMERALS}]{{1,2}}、")
# What ends the cells of a table of indicators within a line.
_PROSE = re.compile(
    rf"(?:(?<=\s)|^)(?:[{NUMERALS}]{{1,3}}、|\([{NUMERALS}]{{1,3}}\)|第[{NUMERALS}]{{1,3}}[章节]|注:|[^\s。]*。)"
)
# A row on a line of its own: 3 乙工程 2024年 县住建局
_COUNTED = re.compile(r"(\d{1,3})\s+\S+\s+\S")
# What stands between such rows and belongs to none of them: 二、海洋保护, 合计 12100
_BETWEEN_ROWS = re.compile(rf"[{NUMERALS}]{{1,2}}、\S{{2,16}}|(?:{any_of('target_tables', 'sums')})[\s\d.]*")
# How many lines below a numbered heading the count of rows must go on for the heading to be one inside the table.
_AHEAD = 4
_HEADING_LENGTH = 9
_NAME_LEAST = 5
_WIDEST = 14
# Of a header in one line a single row may follow; names of columns a line each may be headings that stand so by chance.
_FEWEST_ROWS = 2
_NAME_LENGTH = 24
# A line longer than this is no cell of a table without columns of prose.
_PARAGRAPH = 120


def flat_tables(text: str) -> Iterator[Table]:
    """The tables whose header stands as three or more lines in a row, each a column's name, and whose cells follow so.

    Reads `序号 / 主要任务 / 责任部门 / 1 / 加强监管 / 市水务局` with a line break at each slash, and with blanks or
    nothing between the cells where the header stands so within a line. Two header words that happen to follow each
    other, such as `目标` and `措施` as headings, are no table.
    """
    lines = _whole([_line(match) for match in _LINE.finditer(text)], text)
    at = unread = 0
    while at < len(lines):
        limit = len(lines)
        if run_in := header_in(lines[at].text):
            measured = any(kind_of(lines[at].text[slice(*name)]) == "indicator" for name in run_in)
            end = _end_of_cells(lines, at + 1, wordy=not measured)
            cells, rest = _unrolled(lines[at:end], run_in, measured=measured)
            lines[at:end] = [*cells, *rest]
            limit = at + len(cells) if rest else len(lines)
        if width := len(run_in) or _header_width(lines, at):
            table, at = _table(lines[:limit], at, width, text, run_in=bool(run_in))
        elif at >= unread and kind_of(lines[at].text) is not None:
            table, unread = record_at(lines, at, text)
            at = unread if table else at + 1
        else:
            table, at = None, at + 1
        if table is not None:
            yield table


def _table(lines: Sequence[Cell], at: int, width: int, text: str, *, run_in: bool) -> tuple[Table | None, int]:
    """The table whose header begins at a line, None where no rows follow, and the first line behind it."""
    header = unnested(lines[at : at + width])
    kinds = {kind_of(head.text) for head in header}
    wordy = bool(kinds & {*_WORDY, "remark"}) or (run_in and "indicator" not in kinds)
    end = _end_of_cells(lines, at + width, wordy=wordy)
    rows = _rows(header, lines[at + width : end], text, run_in=run_in)
    if len(rows) < (1 if run_in else _FEWEST_ROWS):
        return None, at + width
    last = max(cell.end for cell in rows[-1])
    behind = next((i for i in range(at + width, end) if lines[i].start >= last), end)
    return Table(header[0].start, last, header, rows), behind


def _unrolled(
    lines: Sequence[Cell], names: Sequence[tuple[int, int]], *, measured: bool
) -> tuple[list[Cell], list[Cell]]:
    """The lines from one with a header inside it on: the names of the header and a cell each, and the lines behind.

    The cells of a table of indicators, which is `measured`, end where prose begins: at 三、主要任务, 注:, a sentence.
    """
    first = lines[0]
    header = [Cell(first.text[a:b], first.start + a, first.start + b) for a, b in names]
    behind = header[-1].end
    inside, rest = [Cell(first.text[names[-1][1] :], behind, first.end), *lines[1:]], []
    prose = ((at, _PROSE.search(line.text)) for at, line in enumerate(inside)) if measured else iter(())
    if found := next(((at, match.start()) for at, match in prose if match), None):
        at, cut = found
        line = inside[at]
        inside, rest = (
            [*inside[:at], Cell(line.text[:cut], line.start, line.start + cut)],
            [Cell(line.text[cut:], line.start + cut, line.end), *inside[at + 1 :]],
        )
    inside = [line for line in inside if not _BETWEEN_ROWS.fullmatch(line.text)]
    counted = any(kind_of(name.text) == "no" for name in header)
    return [*header, *cells_of(inside, counted=counted, glued=header[0].end == header[1].start)], rest


def _whole(lines: list[Cell], text: str) -> list[Cell]:
    """The lines, with the names of narrow columns put together again: 牵头 above 部门 is one, 完成 above 时限."""
    first, second = words("columns", "broken_first"), words("columns", "broken_second")
    kept: list[Cell] = []
    for line in lines:
        if kept and line.text in second and kept[-1].text in first:
            start = kept.pop().start
            line = Cell(text[start : line.end], start, line.end)
        kept.append(line)
    return kept


def _line(match: re.Match[str]) -> Cell:
    """A line without the pipes that open or close the cells of a web page: `| 市水务局`, `投资估算 | ||`."""
    bare = match[0].strip()
    if "|" not in (closed := bare.strip("| ")):
        bare = closed
    start = match.start() + match[0].find(bare)
    return Cell(bare, start, start + len(bare))


def _header_width(lines: Sequence[Cell], at: int) -> int:
    """How many lines from here on are column names; 0 unless they make a header."""
    if kind_of(lines[at].text) is None:
        return 0
    names = (line.text for line in lines[at : at + _WIDEST])
    return header_length([*itertools.takewhile(lambda name: len(name) <= _NAME_LENGTH, names)])


def _end_of_cells(lines: Sequence[Cell], start: int, *, wordy: bool) -> int:
    """The first line behind the table: another table or annex, a numbered heading, an address, a paragraph too long."""
    for at in range(start, len(lines)):
        words = lines[at].text
        if _STOP.match(words) or "\t" in words or (not wordy and len(words) > _PARAGRAPH):
            return at
        if _HEADING.match(words) and not _counts_on(lines, start, at):
            return at
        if header_in(words) or (kind_of(words) != "value" and _header_width(lines, at)):
            return at
    return len(lines)


def _counts_on(lines: Sequence[Cell], start: int, at: int) -> bool:
    """Whether rows go on behind a numbered heading: a number alone follows, or the row that counts on from the last.

    Between `2 甲工程 2024年 县住建局` and `3 乙工程 …` the line `二、海洋保护` only parts the rows.
    """
    if any(line.text.isdigit() for line in lines[at + 1 : at + 1 + _AHEAD]):
        return True
    above = (_COUNTED.match(line.text) for line in reversed(lines[max(start, at - _AHEAD) : at]))
    last = next((int(row[1]) for row in above if row), 0)
    below = _COUNTED.match(lines[at + 1].text) if at + 1 < len(lines) else None
    return below is not None and int(below[1]) == last + 1


def _rows(header: Sequence[Cell], lines: Sequence[Cell], text: str, *, run_in: bool) -> list[list[Cell]]:
    """The cells under the header, by the most plausible placing of every line in a column."""
    if not lines:
        return []
    kinds = [kind or "remark" for kind in kinds_of(head.text for head in header)]
    if run_in and not _WORDY & set(kinds):
        # Without line ends a task is told by its sentences.
        kinds = ["measure" if kind == "task" else kind for kind in kinds]
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
    """Puts the cell above into merged columns that a row leaves out, and a lone cell into all columns of its row.

    Who cooperates is merged only together with who carries.
    """
    above: list[Cell | None] = [None] * len(kinds)
    for row in rows:
        spoken = [cell for cell in row if cell.text]
        if len(spoken) == 1:
            row[:] = spoken * len(kinds)
            continue
        end, carried = max(cell.end for cell in row), is_carried(kinds, row)
        for column, kind in enumerate(kinds):
            if kind == "cooperating" and carried:
                above[column] = None
            if row[column].text:
                above[column] = row[column]
            elif (is_merged(kind) or kind == "cooperating") and (kept := above[column]) is not None:
                row[column] = kept
            else:
                row[column] = Cell("", end, end)
    return rows
