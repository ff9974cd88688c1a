"""Places and bodies as nodes: a bureau is one place and one name; bureaus of different places meet in a function."""

from __future__ import annotations

from itertools import pairwise

from graph.building.identity import readable
from graph.building.rows import Key, Rows
from graph.building.terms import english, term
from nlp.bodies.body import functions_of
from nlp.facts import Place
from nlp.places.place import mentions

_LEVELS = ("province", "prefecture", "county", "township", "village")


def chain(place: Place) -> list[Place]:
    """The territories from the province down to the place itself, each with its own GB/T 2260 code.

    330683 gives 330000, 330600, 330683. A county right under its province has no prefecture between; a territory below
    counties has no code.
    """
    names = place.path if place.path and place.path[-1] == place.name else [*place.path, place.name]
    code = place.code
    codes = [f"{code[:2]}0000", f"{code[:4]}00"] if code else []
    parts = []
    for depth, name in enumerate(names[:-1]):
        above = codes[depth] if depth < len(codes) else None
        parts.append(Place(name, above, _LEVELS[min(depth, 4)], names[: depth + 1]))
    return [*parts, Place(place.name, code, place.level or _LEVELS[min(len(parts), 4)], names)]


def add_jurisdiction(rows: Rows, place: Place) -> Key:
    """Adds a territory and those above it, each PART_OF the next; returns the key of the territory itself."""
    keys = [
        rows.node("Jurisdiction", part.code or readable(part.name, *part.path[:-1]), **_named(part))
        for part in chain(place)
    ]
    for upper, lower in pairwise(keys):
        rows.edge("PART_OF", lower, upper)
    return keys[-1]


def _named(part: Place) -> dict[str, str | None]:
    return {"name": part.name, "code": part.code, "level": part.level}


class Bodies:
    """The departments of one document, each seated in the place that its full name begins with."""

    def __init__(self, rows: Rows, place: Place | None) -> None:
        """`place` is what the document governs; bodies are added to `rows`."""
        self._rows = rows
        self._place = place
        self._seats: dict[tuple[str, str | None], Place | None] = {}
        self._known = {part.name: part for part in chain(place)} if place else {}

    def add(self, name: str, canonical: str | None, function: str | None = None) -> Key:
        """Adds a body with its seat and functions: `name` as written, `canonical` its full name where it is known.

        嵊州市水利局 sits in 嵊州市, and 水利局 without a full name in the document's place. A full name without a
        place (生态环境部) is one body everywhere, unless the document's own place is unknown: then it may be any
        town's bureau and stays the document's own.
        """
        if (name, canonical) not in self._seats:
            self._seats[name, canonical] = self._seat(canonical) if canonical else self._place
        seat = self._seats[name, canonical]
        scope = (seat.code or seat.name) if seat else "" if self._place else self._rows.document
        full = canonical or name
        functions = functions_of(full) or ((function,) if function else ())
        named = {"name": full, "place_code": seat.code if seat else None, "function": next(iter(functions), None)}
        key = self._rows.node("Department", readable(full, scope), **named)
        if seat:
            self._rows.edge("IN", key, add_jurisdiction(self._rows, seat))
        for entry in (term("functions", id) for id in functions):
            target = self._rows.node("Function", entry.id, name=entry.label, english=english(entry))
            self._rows.edge("IS_A", key, target)
        return key

    def _seat(self, canonical: str) -> Place | None:
        """The innermost place that a full name begins with: 凯里市 for 黔东南苗族侗族自治州凯里市水务局."""
        seat, position = None, 0
        for start, end, place in mentions(canonical, self._place):
            if start == position:
                seat, position = place, end
        if seat is None:
            name = max((name for name in self._known if canonical.startswith(name)), key=len, default="")
            seat = self._known.get(name)
        return seat
