"""A graph on its way out of a store: documents one after the other, every node and edge once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.building.rows import Edge, Node, Rows
from graph.ontology import EDGES, NODES


@dataclass(frozen=True, slots=True)
class Part:
    """What a document adds to what the documents before it gave."""

    document: str
    nodes: list[Node]
    edges: list[Edge]


def once(documents: Iterable[Rows]) -> Iterator[Part]:
    """The parts of a graph: what several documents share comes with the first of them."""
    seen: set[object] = set()
    for rows in documents:
        nodes = [node for node in rows.nodes.values() if NODES[node.label].owned or node.key not in seen]
        edges = [edge for edge in rows.edges.values() if EDGES[edge.name].stated or edge.key not in seen]
        seen.update(node.key for node in nodes if not NODES[node.label].owned)
        seen.update(edge.key for edge in edges if not EDGES[edge.name].stated)
        yield Part(rows.document, nodes, edges)


def by_label(nodes: Iterable[Node]) -> Iterable[tuple[str, list[Node]]]:
    """Nodes by their label."""
    found: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        found[node.label].append(node)
    return found.items()


def by_kind(edges: Iterable[Edge]) -> Iterable[tuple[tuple[str, str, str], list[Edge]]]:
    """Edges by their name and the labels of their ends."""
    found: dict[tuple[str, str, str], list[Edge]] = defaultdict(list)
    for edge in edges:
        found[edge.kind].append(edge)
    return found.items()
