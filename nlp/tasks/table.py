"""Tasks in tables: one to each row of a table that says what is to be done and by whom or by when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.characters import HAN, NUMERALS, STARS
from nlp.facts import Cell, Table
from nlp.tables.column import kinds_of
from nlp.tables.unheaded import kinds_by_cells
from nlp.wording import any_of

_WHAT = ("task", "project", "problem", "measure", "goal")
_WHO_AND_WHEN = {"owner", "lead", "cooperating", "person", "time"}
_LEAST = 4
_ENUMERATOR = re.compile(
    rf"(?:\d{{1,2}}(?:[、．]|\.(?!\d)|\.\d{{1,2}} )|\(\d{{1,2}}\)|\([{NUMERALS}]{{1,3}}\)|[{NUMERALS}]{{1,3}}、|[①-⑳])"
    rf"\s*(?=[{HAN}“])"
)
_STARS = re.compile(rf"[{STARS}]+(?=[{HAN}])")
_SHORT = re.compile(rf"(?!{any_of('columns', 'no_tasks')})[{HAN}]{{2,3}}")


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A row that is a task: its number as written or None, the cell that names it, and the end of its last cell."""

    number: str | None
    name: Cell
    end: int


def task_rows(table: Table) -> Iterator[TaskRow]:
    """The rows of a table of tasks; none for a table of indicators, members or scores.

    Of `序号 | 主要任务 | 具体要求 | 责任部门` every row under a heading is a task, named by 主要任务; where one
    主要任务 runs over several rows, the row's 具体要求 names it. `序号 | 指标名称 | 指标值 | 责任部门` has none.
    Where the header is lost, the cells tell the columns.
    """
    kinds = kinds_of(cell.text for cell in table.header) if table.header else kinds_by_cells(table.rows)
    columns = [column for kind in _WHAT for column, found in enumerate(kinds) if found == kind]
    if not columns or "indicator" in kinds or not _WHO_AND_WHEN & set(kinds):
        return
    turned = _is_turned(table)
    number = kinds.index("no") if "no" in kinds else None
    for above, row in zip([None, *table.rows], table.rows, strict=False):
        if len({id(cell) for cell in row}) == 1:
            continue
        own = [row[column] for column in columns if above is None or row[column].text != above[column].text]
        name = next((cell for cell in own if len(cell.text) >= _LEAST), None) or next(filter(_names_work, own), None)
        if name is not None:
            end = name.end if turned else max(cell.end for cell in row if cell.text)
            yield TaskRow(row[number].text or None if number is not None else None, _without_enumerator(name), end)


def _without_enumerator(name: Cell) -> Cell:
    """The name behind a star or the number of its first step: 清理岸线 of `★清理岸线`, `1、清理岸线。2、…`."""
    opening = _ENUMERATOR.match(name.text) or _STARS.match(name.text)
    return Cell(name.text[opening.end() :], name.start + opening.end(), name.end) if opening else name


def _names_work(cell: Cell) -> bool:
    """True for a name as short as 禁渔 or 治沙, false for a blank or a number: `-`, `12`, `略`."""
    return _SHORT.fullmatch(cell.text) is not None


def _is_turned(table: Table) -> bool:
    """True where the header stands in the first column and the cells of a row lie lines apart, between others'."""
    header, rows = table.header or [], table.rows
    if len(rows) < 2 or len(header) < 2 or header[1].start < rows[0][0].start:
        return False
    return rows[0][-1].end > rows[1][0].start
