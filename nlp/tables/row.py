"""Rows of tables as lines of text hold them: cells between tabs or pipes, some of them over several lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.characters import NUMERALS
from nlp.facts import Cell
from nlp.tables.fit import fit
from nlp.tables.header import names_columns

_ROW = re.compile(r"^[^\n]*[\t|][^\n]*$", re.M)
_LINE = re.compile(r"\n([^\n]+)")
_RULE = re.compile(r"[\s|:+-]+$")
# A line between two rows that heads those below it; a header behind it, the same or another, opens another table.
_HEADING = re.compile(rf"\n{{1,2}}(?:[{NUMERALS}]{{1,3}}、|\([{NUMERALS}]{{1,3}}\))[^\n。\t]{{2,30}}\n{{1,2}}")
# The longest line that may be one of several bodies in a cell, and how many lines a cell may have.
_NAME_LENGTH = 40
_LINES = 8
# A line with more cells is a ruler or the debris of a page; nobody prints a table so wide.
_MOST_CELLS = 100


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, none for a Markdown rule; `follows` says that nothing parts it from the row before.

    A `broken` row is the last of a page that breaks off in it: nobody knows what its other cells held.
    """

    cells: list[Cell]
    follows: bool
    broken: bool = False


def rows_in(text: str) -> Iterator[Row]:
    """The lines of the text that are rows of tables; a line with a single pipe in prose is none.

    A row that breaks off between the bodies of a cell goes on in the next line: under 序号, 任务, 单位, 时限 the lines
    `1\\t治水\\t市水务局` and `市住建局\\t2025年` are one row.
    """
    last, width, at, opening = 0, 0, 0, ""
    while (match := _ROW.search(text, at)) is not None:
        start, end = match.span()
        cells = cells_of(text, start, end)
        at = end + 1
        gap = text[last:start]
        broken = cells is None and width > 2 and gap == "\n" and not text[end:].strip()
        if broken:
            cells = _split(text, start, end, "|")
        if cells is None:
            continue
        follows = not gap.strip() and gap.count("\n") <= 2
        anew = cells[:1] and (cells[0].text == opening or names_columns(cells))
        if not (follows or anew) and width > 2 and len(cells) > 2 and _HEADING.fullmatch(gap):
            yield Row([_cell(text, last, start)], True)
            follows = True
        if cells and not (follows and opening):
            opening = cells[0].text
        width = max(width, len(cells)) if follows else len(cells)
        if 0 < len(cells) < width and (rest := _rest(text, end, cells, width)):
            cells, end = rest, rest[-1].end
            at = end + 1
        yield Row(cells, follows, broken)
        last = end


def _cell(text: str, start: int, end: int) -> Cell:
    """The words between two offsets as one cell."""
    words = text[start:end].strip()
    start = text.index(words, start)
    return Cell(words, start, start + len(words))


def _rest(text: str, end: int, cells: list[Cell], width: int) -> list[Cell]:
    """The whole row where the lines from `end` on go on with the bodies of its last cell; else nothing."""
    line = _LINE.match(text, end)
    for _ in range(_LINES):
        if line is None or fit(cells[-1].text, "owner") < 0:
            return []
        more = cells_of(text, *line.span(1)) or []
        first = more[0].text if more else line[1].strip()
        if len(first) > _NAME_LENGTH or fit(first, "owner") < 0:
            return []
        if more:
            whole = Cell(text[cells[-1].start : more[0].end], cells[-1].start, more[0].end)
            return [*cells[:-1], whole, *more[1:]] if len(cells) + len(more) - 1 <= width else []
        line = _LINE.match(text, line.end())
    return []


def cells_of(text: str, start: int, end: int) -> list[Cell] | None:
    """The cells of a line; None for a line that is no row, an empty list for a Markdown rule."""
    line = text[start:end]
    mark = "\t" if "\t" in line else "|"
    if line.count(mark) > _MOST_CELLS:
        return None
    if mark == "|" and (line.count("|") < 2 or "|" not in line.rstrip("| ")):
        # One pipe stands in prose, and those that only close a line end the cells of a web page: `投资估算 | ||`.
        return [] if _RULE.match(line) else None
    if mark == "|" and _RULE.match(line):
        return []
    return _split(text, start, end, mark)


def _split(text: str, start: int, end: int, mark: str) -> list[Cell]:
    """The cells of a line between its marks, without the empty ones outside of the first and the last bar."""
    cells: list[Cell] = []
    at = start
    for part in text[start:end].split(mark):
        bare = part.strip()
        offset = at + len(part) - len(part.lstrip()) if bare else at
        cells.append(Cell(bare, offset, offset + len(bare)))
        at += len(part) + 1
    if mark == "|":
        cells = cells[1 if not cells[0].text else 0 : len(cells) - (not cells[-1].text)]
    return cells
