"""Writing documents into a graph, the same way in every engine: what goes, what comes, and what others say of it.

Every function takes `execute`, which runs one statement inside the transaction at hand, so that a document is there
with all its facts or not at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.building.citation import add_citation, linked
from graph.building.directory import Directory, Entry, entry_of
from graph.building.rows import Edge, Node, Rows
from graph.stores.soundness import strays, unlike
from graph.stores.statements import Execute, delete_orphans, delete_stated

_CITES = "MATCH (s:Document)-[c:CITES]->(d:Document)"
_CITED = f"""{_CITES}
WHERE NOT s.id IN $ids AND (d.id IN $ids OR c.title_key IN $titles OR c.number_key IN $numbers)
"""
_CITATION = """
RETURN s.id AS source, c.title AS title, c.number AS number, c.task AS task, c.rule AS rule,
       c.`start` AS start, c.`end` AS `end`
ORDER BY source, start
"""


@dataclass(frozen=True, slots=True)
class Change:
    """The nodes and edges to be written, each once, and whether shared nodes may have lost their last edge."""

    nodes: list[Node]
    edges: list[Edge]
    orphans: bool


def replace(execute: Execute, batch: Sequence[Rows], directory: Directory) -> Change:
    """Makes room for documents: removes what they stated before and takes up the citations that may mean them now.

    Returns what is to be written. `directory` holds the documents afterwards.
    """
    known = [rows.document for rows in batch if rows.document in directory]
    entries = [entry_of(rows) for rows in batch]
    for entry in entries:
        directory.add(entry)
    for statement in delete_stated() if known else ():
        execute(statement, ids=known)
    merged = Rows("")
    for rows in batch:
        merged.nodes |= rows.nodes
        merged.edges |= rows.edges
    taken = _take_citations(execute, entries, merged)
    _add_likenesses(entries, merged, directory)
    return Change(*linked(merged, directory), orphans=bool(known) or taken)


def _add_likenesses(entries: Sequence[Entry], rows: Rows, directory: Directory) -> None:
    """Joins each document to those worded nearly like it, once for each pair."""
    for entry in entries:
        for other, likeness in directory.alike(entry.id):
            first, second = sorted((entry.id, other))
            ends = ("Document", first), ("Document", second)
            rows.edge("RESEMBLES", *ends, document=first, rule="likeness", likeness=likeness)


def remove(execute: Execute, entry: Entry, directory: Directory) -> Change:
    """Removes a document with what it states; returns what is to be written so that citations of it stay."""
    directory.discard(entry.id)
    for statement in delete_stated():
        execute(statement, ids=[entry.id])
    cited = Rows("")
    _take_citations(execute, [entry], cited)
    execute("MATCH (d:Document {id: $id}) DETACH DELETE d", id=entry.id)
    return Change(*linked(cited, directory), orphans=True)


def relink(execute: Execute, directory: Directory) -> Change:
    """Takes up citations and likenesses that lead elsewhere than the directory says; returns what is to be written."""
    rows = Rows("")
    if citing := strays(execute, directory):
        _take(execute, f"{_CITES} WHERE s.id IN $ids", rows, ids=citing)
    if ids := sorted({id for pair in unlike(execute, directory) for id in pair if id in directory}):
        for ends in ("(d:Document)-[r:RESEMBLES]->()", "(d:Document)<-[r:RESEMBLES]-()"):
            execute(f"MATCH {ends} WHERE d.id IN $ids DELETE r", ids=ids)
        _add_likenesses([directory[id] for id in ids], rows, directory)
    return Change(*linked(rows, directory), orphans=bool(citing))


def sweep(execute: Execute) -> None:
    """Removes the shared nodes that no document states any more."""
    for statement in delete_orphans():
        while execute(statement)[0]["removed"]:
            pass


def _take_citations(execute: Execute, entries: Sequence[Entry], rows: Rows) -> bool:
    """Moves into `rows` the citations by others that mean, or may mean, an entry; tells whether there were any."""
    keys = {
        "ids": [entry.id for entry in entries],
        "titles": sorted({key for entry in entries for key in (entry.title_key, entry.short_key) if key}),
        "numbers": sorted({entry.number_key for entry in entries if entry.number_key}),
    }
    return _take(execute, _CITED, rows, **keys)


def _take(execute: Execute, which: str, rows: Rows, **parameters: object) -> bool:
    """Moves some citations `c` from the graph into `rows`; tells whether there were any."""
    taken = execute(which + _CITATION, **parameters)
    if taken:
        execute(f"{which} DELETE c", **parameters)
    for citation in taken:
        add_citation(rows, citation.pop("source"), citation)
    return bool(taken)
