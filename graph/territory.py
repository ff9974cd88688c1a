"""The territory of a document, from the `places` of its row: names from the outermost to the innermost, then codes."""

from __future__ import annotations

from graph.store import Record


def names_of(row: Record) -> list[str]:
    """The names of the places that a document governs and that these lie in, the outermost first."""
    return [place for place in row["places"] or () if not place.isdigit()]


def territory(row: Record) -> str:
    """The name of the place that a document governs, the innermost of all; "" for a document of none."""
    return next(reversed(names_of(row)), "")
