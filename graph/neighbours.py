"""The neighbours of a node: every edge from it and to it, with the node at the other end."""

from __future__ import annotations

from graph.store import Record, Store


def neighbours(store: Store, label: str, id: str) -> list[Record]:
    """The edges of a node with their evidence, those from it (`direction` out) before those to it (in).

    Each half is ordered by edge, label and id. One query for both would leave it to the engine which comes first.
    Raises StoreError for a label that is none.
    """
    return [*store.run("edges_from", label=label, id=id), *store.run("edges_to", label=label, id=id)]
