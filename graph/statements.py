"""Write statements in openCypher, derived from the ontology.

Both engines run the same text but for one thing: LadybugDB wants the type of a property spelled out where every value
of a batch is missing, which Neo4j does not know; so each engine passes its own way to write a value.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from graph.ontology import EDGES, NODES, OWNED, SHARED, Kind
from graph.rows import Edge, Node

Record = dict[str, Any]
Execute = Callable[..., list[Record]]
Written = Callable[[str, Kind], str]

_LAST = ("Function", "Jurisdiction")
_SWEPT = (*(label for label in SHARED if label not in _LAST), *_LAST)


def merge_nodes(label: str, written: Written) -> str:
    """Writes the nodes in `$rows` of one label; a node that is there already gets the new properties."""
    values = ", ".join(f"n.`{name}` = {written(name, kind)}" for name, kind in NODES[label].properties.items())
    return f"UNWIND $rows AS row MERGE (n:`{label}` {{id: row.id}}) SET {values}"


def create_edges(kind: tuple[str, str, str], written: Written) -> str:
    """Writes the edges in `$rows` of one kind between nodes that are there.

    Stated edges are created, since those of the document were removed before; the others are merged. The ends are
    looked up one after the other, because LadybugDB reads both tables whole where they stand in one MATCH.
    """
    name, source, target = kind
    ends = f"UNWIND $rows AS row MATCH (a:`{source}` {{id: row.source}}) WITH a, row "
    ends += f"MATCH (b:`{target}` {{id: row.target}})"
    if not EDGES[name].stated:
        return f"{ends} MERGE (a)-[:`{name}`]->(b)"
    values = ", ".join(f"`{key}`: {written(key, kind)}" for key, kind in EDGES[name].properties.items())
    return f"{ends} CREATE (a)-[:`{name}` {{{values}}}]->(b)"


def node_record(node: Node) -> Record:
    """A node as a row of `merge_nodes`: every property of its label, those without a value as None."""
    return {"id": node.id} | {name: node.properties.get(name) for name in NODES[node.label].properties}


def edge_record(edge: Edge) -> Record:
    """An edge as a row of `create_edges`: the ids of its ends and every property of its name."""
    ends = {"source": edge.source[1], "target": edge.target[1]}
    return ends | {name: edge.properties.get(name) for name in EDGES[edge.name].properties}


def put(execute: Execute, nodes: Iterable[Node], edges: Iterable[Edge], written: Written) -> None:
    """Writes nodes, then edges, in batches of one label or one kind."""
    by_label: dict[str, list[Record]] = defaultdict(list)
    for node in nodes:
        by_label[node.label].append(node_record(node))
    for label, rows in by_label.items():
        execute(merge_nodes(label, written), rows=rows)
    by_kind: dict[tuple[str, str, str], list[Record]] = defaultdict(list)
    for edge in edges:
        by_kind[edge.kind].append(edge_record(edge))
    for kind, rows in by_kind.items():
        execute(create_edges(kind, written), rows=rows)


def delete_stated() -> list[str]:
    """Removes what the documents `$ids` state and hold, but neither their own nodes nor citations of them."""
    stated = (edge for edge in EDGES.values() if edge.stated)
    leaving = sorted({edge.name for edge in stated for source, _ in edge.ends if source == "Document"})
    return [
        *(f"MATCH (n:`{label}`) WHERE n.document IN $ids DETACH DELETE n" for label in OWNED),
        f"MATCH (d:Document)-[r:{_either(leaving)}]->() WHERE d.id IN $ids DELETE r",
        "MATCH (d:Document)<-[r:RESEMBLES]-() WHERE d.id IN $ids DELETE r",
    ]


def delete_orphans() -> list[str]:
    """Removes shared nodes at which no edge arrives; each statement returns how many it `removed`.

    Departments go before functions and territories, since they hold those. A chain of territories goes from below, one
    level at a time, so each statement is run until it removes nothing.
    """
    return [f"{_orphans(label)} WITH n, n.id AS id DETACH DELETE n RETURN count(id) AS removed" for label in _SWEPT]


def count_orphans() -> dict[str, str]:
    """For each shared label, the statement that counts the nodes `delete_orphans` would remove, as `orphans`."""
    return {label: f"{_orphans(label)} RETURN count(n) AS orphans" for label in _SWEPT}


def _orphans(label: str) -> str:
    arriving = sorted({edge.name for edge in EDGES.values() for _, target in edge.ends if target == label})
    cited_only = "NOT n.held AND " if label == "Document" else ""
    return f"MATCH (n:`{label}`) WHERE {cited_only}NOT EXISTS {{ MATCH (n)<-[:{_either(arriving)}]-() }}"


def _either(names: list[str]) -> str:
    return "|".join(f"`{name}`" for name in names)
