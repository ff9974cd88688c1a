"""Records flattened to a line for each field's name and one for what it holds, record after record."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from nlp.facts import Cell, Table
from nlp.tables.column import BODIES, kind_of
from nlp.tables.fit import fit

_SAYS_WHAT = {"task", "project", "problem", "measure"}
_LEAST = 3
# More lines than this are no cell of a form.
_MOST_LINES = 12


def record_at(lines: Sequence[Cell], at: int, text: str) -> tuple[Table | None, int]:
    """The table of the records that begin at a line, None where none begins, and the first line that was not looked at.

    `整改任务 / 管网老旧 / 责任单位 / 市住建局 / 整改时限 / 2024年` with a line break at each slash is one row of three
    cells. The headings 工作目标, 主要任务, 责任分工 with paragraphs below them are none: no body stands under 责任分工.
    """
    fields = _fields(lines, at)
    kinds = [kind_of(lines[name].text) for name, _ in fields]
    if len(set(kinds)) < _LEAST or not _SAYS_WHAT & set(kinds) or not _names_bodies(lines, fields, kinds):
        return None, fields[-1][1] if fields else at + 1
    names = list(dict.fromkeys(lines[name].text for name, _ in fields))
    header = [next(lines[at] for at, _ in fields if lines[at].text == name) for name in names]
    rows: list[list[Cell]] = []
    for name, end in fields:
        first, last = lines[name + 1], lines[end - 1]
        if lines[name].text == names[0]:
            rows.append([Cell("", first.start, first.start)] * len(names))
        rows[-1][names.index(lines[name].text)] = Cell(text[first.start : last.end], first.start, last.end)
    end = fields[-1][1]
    return Table(header[0].start, lines[end - 1].end, header, rows), end


def _fields(lines: Sequence[Cell], at: int) -> list[tuple[int, int]]:
    """The fields from a line on: the line of each name, and the first line behind what stands under it."""
    found: list[int] = []
    while at < len(lines) and _is_name(lines[at]):
        found.append(at)
        below = range(at + 1, min(at + 2 + _MOST_LINES, len(lines)))
        at = next((i for i in below if _is_name(lines[i])), len(lines))
        if at == found[-1] + 1:
            return []
    # What stands under the last name goes no further than its line, since nothing ends it.
    return [*pairwise(found), (found[-1], found[-1] + 2)] if found and found[-1] + 1 < len(lines) else []


def _is_name(line: Cell) -> bool:
    """True for the name of a field; a year, which heads values in other tables, is a time here."""
    return kind_of(line.text) not in (None, "value")


def _names_bodies(lines: Sequence[Cell], fields: Sequence[tuple[int, int]], kinds: Sequence[str | None]) -> bool:
    bodies = [lines[name + 1].text for (name, _), kind in zip(fields, kinds, strict=True) if kind in BODIES]
    return bool(bodies) and all(fit(body, "owner") > 0 for body in bodies)
