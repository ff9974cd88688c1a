"""Writing documents into a graph, the same way in every engine: what goes, what comes, and what others say of it.

Every function takes `execute`, which runs one statement inside the transaction at hand, so that a document is there
with all its facts or not at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.building.citation import add_citation, linked
from graph.building.directory import Directory, Entry, entry_of
from graph.building.rows import Edge, Node, Rows
from graph.stores.soundness import strays, unlike
from graph.stores.statements import (
    Dialect,
    Execute,
    Way,
    delete_documents,
    delete_likenesses,
    delete_orphans,
    delete_stated,
    find_orphans,
    take_citations,
)


@dataclass(frozen=True, slots=True)
class Change:
    """The nodes and edges to be written, each once, and the ids of shared nodes that may have lost their last edge."""

    nodes: list[Node]
    edges: list[Edge]
    loosened: set[str]


def replace(execute: Execute, batch: Sequence[Rows], directory: Directory, dialect: Dialect) -> Change:
    """Makes room for documents: removes what they stated before and takes up the citations that may mean them now.

    Returns what is to be written. `directory` holds the documents afterwards.
    """
    entries = [entry_of(rows) for rows in batch]
    for entry in entries:
        directory.add(entry)
    loosened = _remove_stated(execute, entries, dialect)
    merged = Rows("")
    for rows in batch:
        merged.nodes |= rows.nodes
        merged.edges |= rows.edges
    loosened |= _take_citations(execute, entries, merged, dialect)
    _add_likenesses(entries, merged, directory)
    return Change(*linked(merged, directory), loosened)


def _add_likenesses(entries: Sequence[Entry], rows: Rows, directory: Directory) -> None:
    """Joins each document to those worded nearly like it, once for each pair."""
    for entry in entries:
        for other, likeness in directory.alike(entry.id):
            first, second = sorted((entry.id, other))
            ends = ("Document", first), ("Document", second)
            rows.edge("RESEMBLES", *ends, document=first, rule="likeness", likeness=likeness)


def remove(execute: Execute, entry: Entry, directory: Directory, dialect: Dialect) -> Change:
    """Removes a document with what it states; returns what is to be written so that citations of it stay."""
    directory.discard(entry.id)
    loosened = _remove_stated(execute, [entry], dialect)
    cited = Rows("")
    loosened |= _take_citations(execute, [entry], cited, dialect)
    execute(delete_documents(dialect), **dialect.parameters([entry.id]))
    return Change(*linked(cited, directory), loosened)


def relink(execute: Execute, directory: Directory, dialect: Dialect) -> Change:
    """Takes up citations and likenesses that lead elsewhere than the directory says; returns what is to be written."""
    rows = Rows("")
    loosened = _take(execute, {"citing": strays(execute, directory)}, rows, dialect)
    if ids := sorted({id for pair in unlike(execute, directory) for id in pair if id in directory}):
        for statement in delete_likenesses(dialect):
            execute(statement, **dialect.parameters(ids))
        _add_likenesses([directory[id] for id in ids], rows, directory)
    return Change(*linked(rows, directory), loosened)


def sweep(execute: Execute, loosened: Iterable[str], dialect: Dialect) -> None:
    """Removes those of the shared nodes given that no document states any more, and what was there for them alone.

    Run with every write, as `_remove_stated` is.
    """
    given = sorted(loosened)
    while True:
        led, _ = [execute(statement, **dialect.parameters(given)) for statement in delete_orphans(dialect)]
        given = [row["id"] for row in led]
        if not given:
            return


def orphans(execute: Execute) -> list[str]:
    """The ids of all shared nodes that no document states."""
    return [row["id"] for statement in find_orphans().values() for row in execute(statement)]


def _remove_stated(execute: Execute, entries: Sequence[Entry], dialect: Dialect) -> set[str]:
    """Removes what documents state; returns the ids of shared nodes that they stated.

    It runs for new documents as well, which state nothing yet: a server plans a statement when it first sees it, and
    the first document that changes should not have to wait for that.
    """
    given = dialect.parameters([entry.id for entry in entries])
    return {row["id"] for statement in delete_stated(dialect) for row in execute(statement, **given)}


def _take_citations(execute: Execute, entries: Sequence[Entry], rows: Rows, dialect: Dialect) -> set[str]:
    """Moves into `rows` the citations by others that mean, or may mean, an entry; returns the ids of the cited."""
    titles = sorted({key for entry in entries for key in (entry.title_key, entry.short_key) if key})
    numbers = sorted({entry.number_key for entry in entries if entry.number_key})
    ways: dict[Way, list[str]] = {"cited": [entry.id for entry in entries], "title": titles, "number": numbers}
    return _take(execute, ways, rows, dialect)


def _take(execute: Execute, ways: Mapping[Way, list[str]], rows: Rows, dialect: Dialect) -> set[str]:
    """Moves the citations that are found in some ways from the graph into `rows`; returns the ids of those cited."""
    taken = []
    for by, given in ways.items():
        taken += execute(take_citations(by, dialect), **dialect.parameters(given))
    cited = {citation.pop("cited") for citation in taken}
    for citation in sorted(taken, key=lambda each: (each["source"], each["start"])):
        add_citation(rows, citation.pop("source"), citation)
    return cited
