"""The checksum of a graph: the same for the same nodes and edges, in whichever store or order they are."""

from __future__ import annotations

from collections.abc import Iterable

from graph.building.identity import digest
from graph.building.rows import Edge, Node, Rows


class Checksum:
    """Takes in documents one by one; a shared node that several of them state counts once."""

    def __init__(self, documents: Iterable[Rows] = ()) -> None:
        """Takes in some documents."""
        self._nodes: set[str] = set()
        self._edges: set[str] = set()
        for rows in documents:
            self.add(rows.nodes.values(), rows.edges.values())

    def add(self, nodes: Iterable[Node], edges: Iterable[Edge]) -> None:
        """Takes in nodes and edges; properties without a value do not count, nor do empty lists."""
        self._nodes.update(digest(node.key, _given(node)) for node in nodes)
        self._edges.update(digest(edge.name, edge.source, edge.target, _given(edge)) for edge in edges)

    @property
    def nodes(self) -> int:
        """The number of different nodes."""
        return len(self._nodes)

    @property
    def edges(self) -> int:
        """The number of different edges."""
        return len(self._edges)

    @property
    def value(self) -> str:
        """The checksum, in sixteen digits."""
        return digest(sorted(self._nodes), sorted(self._edges))


def _given(thing: Node | Edge) -> list[tuple[str, object]]:
    return sorted((name, value) for name, value in thing.properties.items() if value not in (None, []))
