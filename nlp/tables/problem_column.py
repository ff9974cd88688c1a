"""Columns of problems: what is wrong, in tables that say beside it what is to be done about it."""

from __future__ import annotations

from collections.abc import Iterable

from nlp.facts import Table
from nlp.tables.column import kinds_of

_REMEDIES = {"goal", "measure"}


def problems_in(tables: Iterable[Table]) -> dict[int, int]:
    """Where each cell ends that describes a problem, by where it starts.

    The cells under 问题描述 beside 整改措施 or 整改目标 do; those under 整改事项 beside 责任单位 alone do not, since
    nothing else says there what is to be done.
    """
    found: dict[int, int] = {}
    for table in tables:
        kinds = kinds_of(cell.text for cell in table.header or ())
        if _REMEDIES & set(kinds):
            columns = [at for at, kind in enumerate(kinds) if kind == "problem"]
            found |= {row[at].start: row[at].end for row in table.rows for at in columns}
    return found
