"""Write statements in openCypher, derived from the ontology.

Both engines run the same text but for how a row's properties are taken over, which each engine words its own way:
LadybugDB wants every property by name and with its type, Neo4j plans a statement many times faster without.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from graph.building.rows import Edge, Node
from graph.ontology import EDGES, NODES, OWNED, SHARED, Properties

Record = dict[str, Any]
Execute = Callable[..., list[Record]]

_LAST = ("Function", "Jurisdiction")
_SWEPT = (*(label for label in SHARED if label not in _LAST), *_LAST)


@dataclass(frozen=True, slots=True)
class Dialect:
    """How an engine takes over the properties of `row`.

    `rows` begins every statement and `parameters` are those it takes; `node` is what follows SET for the node `n`,
    `edge` what follows CREATE for an edge of a name, both from the properties that the ontology gives them.
    """

    rows: str
    parameters: Callable[[list[Record]], Record]
    node: Callable[[Properties], str]
    edge: Callable[[str, Properties], str]


def merge_nodes(label: str, dialect: Dialect) -> str:
    """Writes the nodes in the rows of one label; a node that is there already gets the new properties."""
    return f"{dialect.rows} MERGE (n:`{label}` {{id: row.id}}) SET {dialect.node(NODES[label].properties)}"


def create_edges(kind: tuple[str, str, str], dialect: Dialect) -> str:
    """Writes the edges in the rows of one kind between nodes that are there.

    Stated edges are created, since those of the document were removed before; the others are merged. The ends are
    looked up one after the other, because LadybugDB reads both tables whole where they stand in one MATCH.
    """
    name, source, target = kind
    ends = f"{dialect.rows} MATCH (a:`{source}` {{id: row.source}}) WITH a, row "
    ends += f"MATCH (b:`{target}` {{id: row.target}})"
    if not EDGES[name].stated:
        return f"{ends} MERGE (a)-[:`{name}`]->(b)"
    return f"{ends} CREATE {dialect.edge(name, EDGES[name].properties)}"


def node_record(node: Node) -> Record:
    """A node as a row of `merge_nodes`: every property of its label, those without a value as None."""
    return {"id": node.id} | {name: node.properties.get(name) for name in NODES[node.label].properties}


def edge_record(edge: Edge) -> Record:
    """An edge as a row of `create_edges`: the ids of its ends and every property of its name."""
    ends = {"source": edge.source[1], "target": edge.target[1]}
    return ends | {name: edge.properties.get(name) for name in EDGES[edge.name].properties}


def put(execute: Execute, nodes: Iterable[Node], edges: Iterable[Edge], dialect: Dialect) -> None:
    """Writes nodes, then edges, in batches of one label or one kind."""
    by_label: dict[str, list[Record]] = defaultdict(list)
    for node in nodes:
        by_label[node.label].append(node_record(node))
    for label, rows in by_label.items():
        execute(merge_nodes(label, dialect), **dialect.parameters(rows))
    by_kind: dict[tuple[str, str, str], list[Record]] = defaultdict(list)
    for edge in edges:
        by_kind[edge.kind].append(edge_record(edge))
    for kind, rows in by_kind.items():
        execute(create_edges(kind, dialect), **dialect.parameters(rows))


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
