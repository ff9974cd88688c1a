"""Rows of a table without a header, a line to each: number, work, bodies and perhaps a time between blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.characters import HAN
from nlp.bodies.body import is_body
from nlp.bodies.body_list import split_strictly
from nlp.facts import Cell, Table
from nlp.tables.unheaded import kinds_by_cells
from nlp.times.limit import LIMIT, STANDING

_LEAST_ROWS = 2
_NAMES = r"[^\s。;]{2,60}(?: [^\s。;]{2,60}){0,2}?"
_TIME = rf"(?:{LIMIT}|{STANDING})[^\s。;]{{0,4}}"
_ROW = re.compile(
    rf"^(?P<no>\d{{1,3}})(?:[.、] ?| )(?P<work>[{HAN}“(][^\n\t]{{3,400}}?) "
    rf"(?P<bodies>{_NAMES})(?: (?P<time>{_TIME}))?$",
    re.MULTILINE,
)


def numbered_lines(text: str) -> Iterator[Table]:
    """The tables of lines one below the other that each hold a row.

    `1 取缔砖厂8家 县环保局 2021年6月` above `2 新建管网15公里 县住建局 持续推进` is one; `1 清理河道 8公里` is no row.
    """
    rows: list[list[Cell]] = []
    for row in _ROW.finditer(text):
        if not _names_bodies(text, *row.span("bodies")):
            continue
        if rows and text[rows[-1][-1].end : row.start()].strip(" ") != "\n":
            yield from _table(rows)
            rows = []
        end = row.end()
        time = Cell(row["time"], *row.span("time")) if row["time"] else Cell("", end, end)
        rows.append([*(Cell(row[name], *row.span(name)) for name in ("no", "work", "bodies")), time])
    yield from _table(rows)


def _names_bodies(text: str, start: int, end: int) -> bool:
    return any(is_body(listed.name) for listed in split_strictly(text, start, end, weak=True))


def _table(rows: list[list[Cell]]) -> Iterator[Table]:
    if len(rows) >= _LEAST_ROWS and "task" in kinds_by_cells(rows):
        yield Table(rows[0][0].start, rows[-1][-1].end, None, rows)
