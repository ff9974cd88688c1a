"""Writing documents into a graph, the same way in every engine: what goes, what comes, and what others say of it.

Every function takes `execute`, which runs one statement inside the transaction at hand, so that a document is there
with all its facts or not at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.citation import add_citation, linked
from graph.directory import Directory, Entry, entry_of
from graph.rows import Edge, Node, Rows
from graph.statements import Execute, delete_orphans, delete_stated

_CITED = """
MATCH (s:Document)-[c:CITES]->(d:Document)
WHERE NOT s.id IN $ids AND (d.id IN $ids OR c.title_key IN $titles OR c.number_key IN $numbers)
"""
_CITATION = "s.id AS source, c.title AS title, c.number AS number, c.task AS task, c.rule AS rule, "
_TAKE = f"{_CITED} RETURN {_CITATION} c.`start` AS start, c.`end` AS `end` ORDER BY source, start"
_DROP = f"{_CITED} DELETE c"


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
    taken = execute(_TAKE, **keys)
    if taken:
        execute(_DROP, **keys)
    for citation in taken:
        add_citation(rows, citation.pop("source"), citation)
    return bool(taken)
