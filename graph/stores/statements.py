"""Write statements in openCypher, derived from the ontology.

Both engines run the same statements, except where the properties of a row are set: LadybugDB wants each of them by name
and with its type, while Neo4j plans a statement many times faster without that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from graph.building.rows import Edge, Node
from graph.ontology import EDGES, NODES, OWNED, SHARED, Properties
from graph.store import Record

Execute = Callable[..., list[Record]]
Way = Literal["citing", "cited", "title", "number"]

_CITATION = ("title", "number", "task", "rule", "start", "end")
# The variable, its label and its property by which citations are found. Each way is a statement of its own: for one
# that asks for any of them an engine reads all citations there are.
_WAYS: dict[Way, tuple[str, str, str]] = {
    "citing": ("s", "Document", "id"),
    "cited": ("d", "Document", "id"),
    "title": ("c", "CITES", "title_key"),
    "number": ("c", "CITES", "number_key"),
}


@dataclass(frozen=True, slots=True)
class Dialect:
    """How an engine words what both do.

    `begin` begins every statement, `given` is the list that it is given and `parameters` makes that list a parameter;
    `node` is what follows SET for the node `n`, `edge` what follows CREATE for an edge of a name, both from the
    properties that the ontology gives them; `index` asks for the index of a variable, its label and a property.
    """

    begin: str
    given: str
    parameters: Callable[[list[Any]], Record]
    node: Callable[[Properties], str]
    edge: Callable[[str, Properties], str]
    index: Callable[[str, str, str], str]

    @property
    def rows(self) -> str:
        """How a statement begins that is done for each `row` given."""
        return f"{self.begin}UNWIND {self.given} AS row"


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


def delete_stated(dialect: Dialect) -> list[str]:
    """Removes what the documents given state and hold, but neither their own nodes nor citations of them.

    Where an edge to a shared node goes, the statement returns the `id` of that node.
    """
    stated = [edge for edge in EDGES.values() if edge.stated]
    leaving = sorted({edge.name for edge in stated for source, _ in edge.ends if source == "Document"})
    shared = [(edge.name, source) for edge in stated for source, target in edge.ends if target in SHARED]
    names, owners = ({pair[at] for pair in shared if pair[1] in OWNED} for at in (0, 1))
    return [
        f"{dialect.begin}MATCH (n:{_either(sorted(owners))})-[r:{_either(sorted(names))}]->(s) "
        f"WHERE n.document IN {dialect.given} WITH r, s.id AS id DELETE r RETURN DISTINCT id",
        f"{dialect.begin}MATCH (n:{_either(OWNED)}) WHERE n.document IN {dialect.given} DETACH DELETE n",
        _delete_edges(f"-[r:{_either(leaving)}]->(s)", dialect),
        _delete_edges("<-[r:RESEMBLES]-(s)", dialect),
    ]


def delete_likenesses(dialect: Dialect) -> list[str]:
    """Removes the likenesses of the documents given to others."""
    return [_delete_edges(way, dialect) for way in ("-[r:RESEMBLES]->(s)", "<-[r:RESEMBLES]-(s)")]


def delete_documents(dialect: Dialect) -> str:
    """Removes the documents given themselves, with their last edges."""
    index = dialect.index("d", "Document", "id")
    return f"{dialect.begin}MATCH (d:Document) {index} WHERE d.id IN {dialect.given} DETACH DELETE d"


def take_citations(by: Way, dialect: Dialect) -> str:
    """Removes the citations by, or of, the documents given, or those with one of the keys given, and returns them."""
    variable, label, name = _WAYS[by]
    where = f"{dialect.index(variable, label, name)} WHERE {variable}.{name} IN {dialect.given}"
    values = ", ".join(f"c.`{each}` AS `{each}`" for each in _CITATION)
    names = ", ".join(f"`{each}`" for each in _CITATION)
    taken = f"WITH c, s.id AS source, d.id AS cited, {values} DELETE c RETURN source, cited, {names}"
    return f"{dialect.begin}MATCH (s:Document)-[c:CITES]->(d:Document) {where} {taken}"


def _delete_edges(edge: str, dialect: Dialect) -> str:
    """Removes the edges `r` between the documents given and the nodes `s`, and returns the `id` of each of those."""
    index = dialect.index("d", "Document", "id")
    where = f"MATCH (d:Document){edge} {index} WHERE d.id IN {dialect.given}"
    return f"{dialect.begin}{where} WITH r, s.id AS id DELETE r RETURN DISTINCT id"


def delete_orphans(dialect: Dialect) -> list[str]:
    """Removes those of the shared nodes given at which no edge arrives.

    The first statement removes the edges that leave them and returns the `id` of each node that these led to (a
    function, a territory, the next around it), which may have lost its last edge by that. The second leaves those
    alone, so that what they lead to is found when they are given.
    """
    implied = [edge for edge in EDGES.values() if not edge.stated]
    leads = f"-[r:{_either(edge.name for edge in implied)}]->"
    leading = sorted({source for edge in implied for source, _ in edge.ends})
    given = f"n.id IN {dialect.given} AND"
    return [
        f"{dialect.begin}MATCH (n:{_either(leading)}){leads}(s) WHERE {given} {_orphaned(leading)} "
        "WITH r, s.id AS id DELETE r RETURN DISTINCT id",
        f"{dialect.begin}MATCH (n:{_either(SHARED)}) WHERE {given} {_orphaned(SHARED)} "
        f"AND NOT EXISTS {{ MATCH (n){leads}() }} DELETE n",
    ]


def find_orphans() -> dict[str, str]:
    """For each shared label, the statement that returns the `id` of every node at which no edge arrives."""
    return {label: f"MATCH (n:`{label}`) WHERE {_orphaned([label])} RETURN n.id AS id" for label in SHARED}


def _orphaned(labels: Sequence[str]) -> str:
    """That no edge arrives at a node `n` of one of the labels, and that it is not a document that is held."""
    cited_only = "NOT coalesce(n.held, false) AND " if "Document" in labels else ""
    return f"{cited_only}NOT EXISTS {{ MATCH (n)<--() }}"


def _either(names: Iterable[str]) -> str:
    return "|".join(f"`{name}`" for name in names)
