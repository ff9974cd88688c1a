"""What a window on the rows of a named query shows, and how many rows there are.

Skipping, sorting and counting are the engine's work, so that a page of a long list costs no more than a page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from corpus.errors import StoreError
from graph.store import Slice, Window
from graph.stores.statements import Execute

_COLUMN = re.compile(r" AS `?(\w+)")
_RETURN, _ORDER = "\nRETURN ", "\nORDER BY "


def slice_of(execute: Execute, text: str, values: Mapping[str, Any], window: Window) -> Slice:
    """The slice of a query (text and parameters, as `Query.bind` gives them) that an engine returns for a window.

    Raises StoreError where the query has no single list of columns, or not the one to sort by.
    """
    count = counted(text)
    total = int(execute(count, **values)[0]["total"]) if window.offset else None
    if total is not None and window.offset >= total:  # LadybugDB dies of an offset far beyond the last row
        return Slice([], total)
    where = {"offset": window.offset, "limit": window.limit}
    rows = execute(f"{ordered(text, window.sort)}\nSKIP $offset LIMIT $limit", **values, **where)
    if total is None:
        total = len(rows) if len(rows) < window.limit else int(execute(count, **values)[0]["total"])
    return Slice(rows, total)


def ordered(text: str, sort: str) -> str:
    """A query in an order of choice: `-year` puts `ORDER BY year IS NULL, year DESC` before its own order."""
    if not sort:
        return text
    head, columns, order = _parts(text)
    column, way = sort.removeprefix("-"), " DESC" if sort.startswith("-") else ""
    if column not in _COLUMN.findall(columns):
        raise StoreError(f"there is no column {column} to sort by")
    return f"{head}{_RETURN}{columns}{_ORDER}`{column}` IS NULL, `{column}`{way}, {order}"


def counted(text: str) -> str:
    """A query that returns how many rows another has, as `total`; what that one returns is not fetched."""
    head, columns, _ = _parts(text)
    return f"{head}\nWITH {columns}{_RETURN}count(*) AS total"


def _parts(text: str) -> tuple[str, str, str]:
    """What a query matches, the columns it returns and its order; raises StoreError for a query of another make."""
    head, returned, rest = text.partition(_RETURN)
    columns, ordered, order = rest.partition(_ORDER)
    if not returned or not ordered or _RETURN in rest:
        raise StoreError("only a query that returns one ordered list can be paged")
    return head, columns, order
