"""What a caller's names mean, and a plain error for those that mean nothing here, with what is nearest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from typing import Any, Protocol

from graph.search.department import understand
from graph.store import Record, UnknownNameError
from graph.territory import names_of
from nlp.places import place as places
from nlp.vocabulary import load

_LISTED = 12  # names in a sentence


class Held(Protocol):
    """What is held, as named queries tell of it: a store, or the share of one that requests have."""

    def run(self, query: str, /, **parameters: Any) -> list[Record]:
        """The rows of a named query."""


def place_filter(graph: Held, name: str) -> dict[str, str]:
    """The filter for a place in Chinese or English; none for "".

    Raises UnknownNameError for what is no place (`Atlantis`) and for a place that no held document governs.
    """
    if not name:
        return {}
    found = places.find(name)
    held = {each for row in graph.run("documents") for each in names_of(row)}
    full = found.name if found else name
    if full not in held:
        reason = "no document that is held governs" if found else "there is no place called"
        raise UnknownNameError(f"{reason} {name}; documents govern {listed(held)}")
    return {"place": full}


def department_filter(graph: Held, name: str) -> dict[str, str]:
    """The filters for a department in Chinese or English; none for "".

    Raises UnknownNameError where no held document names such a department, whatever else is asked: 火星局.
    """
    if not name:
        return {}
    meant = understand(name)
    filters = meant.parameters()
    if not graph.run("departments", **filters):
        known = {row["name"] for row in graph.run("bodies")} | {row["english"] for row in graph.run("functions")}
        raise UnknownNameError(f"no document that is held names the department {name}{nearest(name, known)}")
    return filters


def indicator_filter(graph: Held, name: str) -> dict[str, str]:
    """The filter for an indicator by id, Chinese or English name; none for "".

    Raises UnknownNameError where no held document measures it.
    """
    if not name:
        return {}
    entry = load("indicators").lookup(name)
    measured = graph.run("indicators")
    known = {value for row in measured for value in (row["indicator"], row["name"]) if value}
    wanted = entry.id if entry else name
    if wanted not in known:
        english = {row["english"] for row in measured if row["english"]}
        raise UnknownNameError(f"no document that is held measures {name}{nearest(name, known | english)}")
    return {"indicator": wanted}


def domain_filter(graph: Held, name: str) -> dict[str, str]:
    """The filter for a field of policy by id or name; none for "". Raises UnknownNameError for what is none."""
    if not name:
        return {}
    fields = load("domains")
    entry = fields.entries.get(name) or fields.lookup(name)
    if not entry:
        raise UnknownNameError(f"there is no field of policy called {name}; there are {', '.join(fields.entries)}")
    return {"domain": entry.id}


def document_filter(graph: Held, id: str) -> dict[str, str]:
    """The filter for a document; none for "". Raises UnknownNameError where none of that id is held."""
    if not id:
        return {}
    if not any(row["held"] for row in graph.run("document", document=id)):
        raise UnknownNameError(f"there is no document {id}")
    return {"document": id}


FILTERS: dict[str, Callable[[Held, str], dict[str, str]]] = {
    "place": place_filter,
    "department": department_filter,
    "indicator": indicator_filter,
    "domain": domain_filter,
    "document": document_filter,
}


def unknown_names(graph: Held, asked: Mapping[str, str]) -> list[str]:
    """A sentence for each name in some filters that nothing held goes by: why nothing was found under them."""
    told = []
    for name, read in FILTERS.items():
        try:
            read(graph, asked.get(name, ""))
        except UnknownNameError as error:
            told.append(str(error))
    return told


def nearest(name: str, known: Iterable[str | None]) -> str:
    """The end of a sentence with the known names that look most like a name, the nearest first; "" where none does."""
    found = get_close_matches(name, sorted({each for each in known if each}), n=5, cutoff=0.4)
    return f"; nearest: {'、'.join(found)}" if found else ""


def listed(names: Iterable[str]) -> str:
    """Names in a sentence, the first dozen of many."""
    found = sorted(names)
    more = f" and {len(found) - _LISTED} more" if len(found) > _LISTED else ""
    return "、".join(found[:_LISTED]) + more or "nothing yet"
