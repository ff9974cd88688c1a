"""Nodes and edges of one document on their way into a store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

Value = str | int | float | bool | list[str] | None
Key = tuple[str, str]

# Some three hundred plans. The embedded engine rewrites what is begun of every table after each bulk write, which takes
# as long for ten plans as for three hundred; a failure costs what it takes to read as many again.
BATCH_EDGES = 100_000


class Evidence(Protocol):
    """A fact that says where in the text it was read: every fact in `nlp.facts` is one."""

    @property
    def start(self) -> int:
        """Offset of its first character in the repaired text."""

    @property
    def end(self) -> int:
        """Offset behind its last character."""


@dataclass(frozen=True, slots=True)
class Node:
    """One node: its label, its id and its properties (a property that is not given has no value)."""

    label: str
    id: str
    properties: Mapping[str, Value]

    @property
    def key(self) -> Key:
        """Label and id, by which edges point at the node."""
        return self.label, self.id


@dataclass(frozen=True, slots=True)
class Edge:
    """One edge from the node `source` to the node `target`, each named by label and id."""

    name: str
    source: Key
    target: Key
    properties: Mapping[str, Value]

    @property
    def kind(self) -> tuple[str, str, str]:
        """Name of the edge and the labels of its ends: edges of one kind are written together."""
        return self.name, self.source[0], self.target[0]

    @property
    def key(self) -> tuple[object, ...]:
        """What makes the edge this edge and no other."""
        return self.name, self.source, self.target, *sorted(self.properties.items())


@dataclass(slots=True)
class Rows:
    """Everything that one document states; `document` is its id. A node or an edge that is added twice is kept once."""

    document: str
    nodes: dict[Key, Node] = field(default_factory=dict)
    edges: dict[tuple[object, ...], Edge] = field(default_factory=dict)

    def node(self, label: str, id: str, /, **properties: Value) -> Key:
        """Adds a node and returns its key."""
        node = Node(label, id, properties)
        return self.nodes.setdefault(node.key, node).key

    def edge(self, name: str, source: Key, target: Key, /, **properties: Value) -> None:
        """Adds an edge that follows from names alone."""
        edge = Edge(name, source, target, properties)
        self.edges.setdefault(edge.key, edge)

    def state(self, name: str, source: Key, target: Key, evidence: Evidence | None, /, **properties: Value) -> None:
        """Adds an edge that the document states, with the place in the text and the rule that read it there."""
        start, end = (evidence.start, evidence.end) if evidence else (None, None)
        rule = getattr(evidence, "rule", "")
        self.edge(name, source, target, document=self.document, start=start, end=end, rule=rule, **properties)


def batches(documents: Iterable[Rows], edges: int = BATCH_EDGES) -> Iterator[list[Rows]]:
    """Documents in batches of at least so many edges; the last one may be smaller."""
    batch: list[Rows] = []
    held = 0
    for rows in documents:
        batch.append(rows)
        held += len(rows.edges)
        if held >= edges:
            yield batch
            batch, held = [], 0
    if batch:
        yield batch
