"""Which held documents a name means at the command line."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graph.store import Store

Rows = list[dict[str, Any]]


def plans_of(graph: Store, name: str) -> Rows:
    """The document of an id, else those of a file, of a title or part, of a place, else those whose title, file or
    part holds the name; raises UnknownNameError for none, with the names that are nearest."""
    from graph.territory import names_of
    from nlp.places.place import find

    place = find(name)
    held = graph.run("documents")
    fits: Iterable[Callable[[dict[str, Any]], bool]] = (
        lambda row: row["document"] == name,
        lambda row: row["source"] == name,
        lambda row: name in (row["plan"], row["part"]),
        lambda row: place is not None and place.name in (row["places"] or ()),
        lambda row: any(name in (row[field] or "") for field in ("plan", "source", "part")),
    )
    rows = next((rows for fit in fits if (rows := [row for row in held if fit(row)])), [])
    goes_by = (called for row in held for called in (row["plan"], row["source"], *names_of(row)))
    return known(rows, f"no plan that is held is of {name} or is called so", name, goes_by)


def known(rows: Rows, nothing: str, name: str, names: Iterable[str | None]) -> Rows:
    """The rows; raises UnknownNameError where there are none, with the names that are nearest."""
    from graph.naming import nearest

    return rows or some(rows, nothing + nearest(name, names))


def some(rows: Rows, nothing: str) -> Rows:
    """The rows; raises UnknownNameError, which says `nothing`, where there are none."""
    from graph.store import UnknownNameError

    if not rows:
        raise UnknownNameError(nothing)
    return rows
