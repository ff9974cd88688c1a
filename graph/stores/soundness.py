"""Whether a store is sound: the graph keeps its own rules, and the index holds what the graph says it should."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from graph.ontology import OWNED
from graph.store import Finding, Record
from graph.stores.statements import Execute, find_orphans

if TYPE_CHECKING:
    from graph.building.directory import Directory

_CITATIONS = """
MATCH (s:Document)-[c:CITES]->(d:Document)
RETURN s.id AS citing, d.id AS cited, d.held AS held, c.title_key AS title_key, c.number_key AS number_key
"""
_LIKENESSES = "MATCH (a:Document)-[:RESEMBLES]->(b:Document) RETURN a.id AS one, b.id AS other"

_HEALED_AT_ONCE = 50

Digests = Mapping[str, Sequence[tuple[str, int]]]


def graph_findings(execute: Execute) -> list[Finding]:
    """Shared nodes that nothing states, and facts of documents that are not there."""
    found = []
    for label, statement in find_orphans().items():
        if orphans := execute(statement):
            found.append(Finding("orphan", None, f"{len(orphans)} {label} nodes are stated by no document"))
    for label in OWNED:
        statement = f"MATCH (n:`{label}`) WHERE NOT EXISTS {{ MATCH (n)<--() }} RETURN count(n) AS strays"
        if count := execute(statement)[0]["strays"]:
            found.append(Finding("orphan", None, f"{count} {label} nodes belong to no document", heals=False))
    return found


def text_findings(run: Execute) -> list[Finding]:
    """Held documents whose text is not as long as it was; raises StoreError where one cannot be read at all.

    `run` answers named queries (see `Store.run`); one text is read after the other, since all may be too much.
    """
    found = []
    for row in run("documents"):
        (held,) = run("text", documents=[row["document"]])
        if len(held["text"]) != row["characters"]:
            note = "its text is not what was written; remove it and ingest its file anew"
            found.append(Finding("schema", row["document"], note, heals=False))
    return found


def link_findings(execute: Execute, directory: Directory) -> list[Finding]:
    """Documents whose citations or likenesses lead elsewhere than the directory says.

    It takes two programs that write to one server at the same moment: neither sees what the other is about to hold.
    """
    citing = [(id, "a citation does not lead to the document it means") for id in strays(execute, directory)]
    alike = [(pair[0], f"its likeness to {pair[1]} is missing or wrong") for pair in unlike(execute, directory)]
    return [Finding("edge", id, note) for id, note in (*citing, *alike)]


def strays(execute: Execute, directory: Directory) -> list[str]:
    """The documents that have a citation which should lead to another document than it does."""
    found = set()
    for row in execute(_CITATIONS):
        means = directory.resolve(row["citing"], row["title_key"] or "", row["number_key"] or "")
        if means != (row["cited"] if row["held"] else None):
            found.add(row["citing"])
    return sorted(found)


def unlike(execute: Execute, directory: Directory) -> list[tuple[str, str]]:
    """The pairs of documents that are joined as alike and should not be, or the other way round."""
    joined = {(row["one"], row["other"]) for row in execute(_LIKENESSES)}
    alike = {(min(id, other), max(id, other)) for id in directory for other, _ in directory.alike(id)}
    return sorted(joined ^ alike)


def index_findings(ledger: Sequence[Record], digests: Digests) -> list[Finding]:
    """Where the index differs from the `ledger` (id, index_digest and number of passages of each held document)."""
    found = []
    for row in ledger:
        held = list(digests.get(row["id"], ()))
        expected = [(row["index_digest"], row["passages"])] if row["passages"] else []
        if held != expected:
            seen = sum(count for digest, count in held if digest == row["index_digest"])
            found.append(Finding("index", row["id"], f"the index holds {seen} of {row['passages']} passages"))
    gone = sorted(digests.keys() - {row["id"] for row in ledger})
    return found + [Finding("index", document, "the index holds it, the graph does not") for document in gone]


def unindexed(findings: Iterable[Finding]) -> Iterator[list[str]]:
    """The documents whose index is amiss, as many at a time as are put right in one write."""
    waiting = (finding.document for finding in findings if finding.kind == "index" and finding.document)
    while some := list(islice(waiting, _HEALED_AT_ONCE)):
        yield some
