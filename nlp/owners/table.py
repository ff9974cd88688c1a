"""Owners in the columns of tables: the header says the role (牵头单位, 责任部门), the row says whose task it is."""

from __future__ import annotations

from bisect import bisect_right

from nlp.facts import Cell, Facts, Owner, Role, Table
from nlp.owners.bracket import vouched
from nlp.owners.clause import clauses_in
from nlp.owners.label import labels_in, role_of_label
from nlp.owners.segment import read_segments
from nlp.vocabulary import words


def owners_in(text: str, start: int, end: int, default_role: Role, rule: str = "column") -> list[Owner]:
    """The owners that a cell, or any text known to name owners, holds; names without a role take the default.

    `住建局* 、水投集团` gives a lead and one with the default role; `牵头单位:市水务局 配合单位:市住建局` a lead and a
    cooperating one; `张三`, `-` and an empty cell give none.
    """
    if any(label.role for label in labels_in(text, start, end)):
        return clauses_in(text, start, end).owners
    return list(read_segments(text, start, end, default_role, rule))


def owners_by_row(facts: Facts, spans: list[tuple[int, int, int]]) -> dict[int, list[Owner]]:
    """The owners that tables name in rows that stand in the spans (start, end, number of a task), by that number."""
    spans = sorted(spans)
    starts = [start for start, _, _ in spans]
    found: dict[int, list[Owner]] = {}
    for table in facts.tables:
        roles = _column_roles(table)
        above: list[Cell] = []
        for row in table.rows:
            own = [cell for cell in row if cell not in above]
            index = _task_of(own, spans, starts)
            above = row
            if index is not None:
                found.setdefault(index, []).extend(_read_row(facts.text, row, roles))
    return found


def _column_roles(table: Table) -> list[Role | None]:
    """The role that the header gives to each column; none where there is no header."""
    headers = ["".join(cell.text.split()) for cell in table.header or ()]
    roles = [role_of_label(header) for header in headers]
    if any(roles):
        return roles
    # 责任分工, 部门 are columns of owners where no other is one.
    return ["responsible" if header in words("columns", "owner") else None for header in headers]


def _task_of(cells: list[Cell], spans: list[tuple[int, int, int]], starts: list[int]) -> int | None:
    """The index of the task that holds the longest of a row's own cells, or any other one."""
    for cell in sorted(cells, key=lambda cell: cell.start - cell.end):
        at = bisect_right(starts, cell.start) - 1
        if at >= 0 and cell.start < spans[at][1] and cell.end > cell.start:
            return spans[at][2]
    return None


def _read_row(text: str, row: list[Cell], roles: list[Role | None]) -> list[Owner]:
    """The owners in the columns that have a role, or in a row without such columns in cells of bodies alone."""
    if any(roles):
        read = [(cell, role) for cell, role in zip(row, roles, strict=False) if role is not None]
    else:
        read = [(cell, "responsible") for cell in row if vouched(text, cell.start, cell.end)]
    return [owner for cell, role in read for owner in owners_in(text, cell.start, cell.end, role)]
