"""Whether a store is sound: the graph keeps its own rules, and the index holds what the graph says it should."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.ontology import OWNED
from graph.statements import Execute, Record, count_orphans
from graph.store import Finding

Digests = Mapping[str, Sequence[tuple[str, int]]]


def graph_findings(execute: Execute) -> list[Finding]:
    """Shared nodes that nothing states, and facts of documents that are not there."""
    found = []
    for label, statement in count_orphans().items():
        if count := execute(statement)[0]["orphans"]:
            found.append(Finding("orphan", None, f"{count} {label} nodes are stated by no document"))
    for label in OWNED:
        statement = f"MATCH (n:`{label}`) WHERE NOT EXISTS {{ MATCH (n)<--() }} RETURN count(n) AS strays"
        if count := execute(statement)[0]["strays"]:
            found.append(Finding("orphan", None, f"{count} {label} nodes belong to no document", heals=False))
    return found


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
