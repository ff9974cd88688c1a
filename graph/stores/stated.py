"""What documents state, read back from a graph as the rows that were written; the same in every engine."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from graph.building.rows import Edge, Key, Node, Rows, Value
from graph.ontology import EDGES, NODES, EdgeType, Kind, NodeType, Properties
from graph.store import Record
from graph.stores.statements import Execute


def stated(execute: Execute, documents: Sequence[str]) -> list[Rows]:
    """The rows of some held documents, in the order given; a document that is not held has none.

    They hold the document, the nodes that it owns, the edges that it states (citations as they are linked now), and
    the shared nodes at which those arrive, with what follows from their names. Properties without a value are left out.
    """
    found = {id: Rows(id) for id in documents}
    for node in _nodes(execute, NODES["Document"], documents):
        if node.properties["held"]:
            found[node.id].nodes[node.key] = node
    for label in (each for each in NODES.values() if each.owned):
        for node in _nodes(execute, label, documents):
            found[str(node.properties["document"])].nodes[node.key] = node
    for edge in _edges(execute, documents):
        found[str(edge.properties["document"])].edges[edge.key] = edge
    held = [rows for rows in found.values() if rows.nodes]
    _add_shared(execute, held)
    return held


def _add_shared(execute: Execute, documents: Iterable[Rows]) -> None:
    """Adds to each document the shared nodes that its edges reach, and what those reach by their names.

    Another held document is stated by its own rows; here it is only the end of a citation or a likeness.
    """
    reached = {rows.document: _shared(rows.edges.values()) for rows in documents}
    known, implied = _surroundings(execute, set().union(*reached.values()))
    for rows in documents:
        waiting = reached[rows.document]
        while waiting:
            key = waiting.pop()
            if known[key].properties.get("held"):
                continue
            rows.nodes[key] = known[key]
            rows.edges |= {edge.key: edge for edge in implied[key]}
            waiting |= {edge.target for edge in implied[key]} - rows.nodes.keys()


def _surroundings(execute: Execute, keys: set[Key]) -> tuple[dict[Key, Node], dict[Key, list[Edge]]]:
    """Some shared nodes with all that follows from their names: the nodes, and the edges by the node they leave."""
    known: dict[Key, Node] = {}
    implied: dict[Key, list[Edge]] = defaultdict(list)
    while keys:
        found: list[Edge] = []
        for label, ids in _by_label(keys).items():
            known |= {node.key: node for node in _nodes(execute, NODES[label], ids)}
            found += _implied(execute, label, ids)
        for edge in found:
            implied[edge.source].append(edge)
        keys = {edge.target for edge in found} - known.keys()
    return known, implied


def _shared(edges: Iterable[Edge]) -> set[Key]:
    return {edge.target for edge in edges if not NODES[edge.target[0]].owned}


def _by_label(keys: Iterable[Key]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for label, id in sorted(keys):
        found[label].append(id)
    return found


def _nodes(execute: Execute, type: NodeType, ids: Sequence[str]) -> Iterator[Node]:
    """The nodes of a label that some documents own, or that have some ids."""
    values = ", ".join(f"n.`{name}` AS `{name}`" for name in type.properties)
    where = f"MATCH (n:`{type.label}`) WHERE n.{_key(type)} IN $ids"
    for row in execute(f"{where} RETURN n.id AS id, {values} ORDER BY id", ids=list(ids)):
        yield Node(type.label, row["id"], _given(row, type.properties))


def _edges(execute: Execute, documents: Sequence[str]) -> Iterator[Edge]:
    """The edges that some documents state; each leaves the document or something that it owns."""
    for type in EDGES.values():
        for source, target in type.ends if type.stated else ():
            yield from _between(execute, type, source, target, documents)


def _implied(execute: Execute, label: str, ids: Sequence[str]) -> Iterator[Edge]:
    """The edges that follow from the names of some shared nodes."""
    for type in EDGES.values():
        for source, target in type.ends if not type.stated else ():
            if source == label:
                yield from _between(execute, type, source, target, ids)


def _between(execute: Execute, type: EdgeType, source: str, target: str, ids: Sequence[str]) -> Iterator[Edge]:
    values = "".join(f", r.`{name}` AS `{name}`" for name in type.properties)
    where = f"MATCH (a:`{source}`)-[r:`{type.name}`]->(b:`{target}`) WHERE a.{_key(NODES[source])} IN $ids"
    for row in execute(f"{where} RETURN a.id AS source, b.id AS target{values} ORDER BY source, target", ids=list(ids)):
        yield Edge(type.name, (source, row["source"]), (target, row["target"]), _given(row, type.properties))


def _key(type: NodeType) -> str:
    return "document" if type.owned else "id"


def _given(row: Record, properties: Properties) -> dict[str, Value]:
    """The properties of a row that have a value, each of the kind that the ontology gives it."""
    return {name: _value(row[name], kind) for name, kind in properties.items() if row[name] is not None}


def _value(value: Value, kind: Kind) -> Value:
    """A number as such, since Neo4j gives back 95 as a whole number if it was written so."""
    return float(value) if kind == "number" and isinstance(value, int) else value
