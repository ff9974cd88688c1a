"""Citations as edges: to a held document where the directory knows it, else to a document that is only cited."""

from __future__ import annotations

from collections.abc import Mapping

from graph.building.citing import number_key, title_key
from graph.building.directory import Directory
from graph.building.identity import readable
from graph.building.rows import Edge, Key, Node, Rows, Value


def add_citation(rows: Rows, citing: str, record: Mapping[str, Value]) -> None:
    """Adds a citation by the document `citing`, for the time being of a document that is only cited.

    `record` holds `title`, `number`, `task` and the evidence `start`, `end`, `rule`.
    """
    title, number = _text(record["title"]), _text(record["number"])
    keys = {"title_key": title_key(title), "number_key": number_key(number)}
    cited = _add_cited(rows, title, number)
    rows.edge("CITES", ("Document", citing), cited, document=citing, **record, **keys)


def _add_cited(rows: Rows, title: str, number: str) -> Key:
    """Adds a document that is only cited: one for each title, and one for each number that comes without a title."""
    key = title_key(title) or number_key(number)
    title_and_number = {"title": title, "title_key": key} if title else {"number": number, "number_key": key}
    return rows.node("Document", readable(title or number, "cited", key), held=False, **title_and_number)


def _text(value: Value) -> str:
    return str(value or "")


def linked(rows: Rows, directory: Directory) -> tuple[list[Node], list[Edge]]:
    """The nodes and edges of the rows, every citation turned to the held document that it means, where there is one."""
    edges = [_linked(edge, directory) for edge in rows.edges.values()]
    cited = {edge.target for edge in edges if edge.name == "CITES"}
    nodes = [node for node in rows.nodes.values() if node.properties.get("held") is not False or node.key in cited]
    return nodes, edges


def unlinked(rows: Rows) -> Rows:
    """The rows as they were before they met other documents: citations of documents that are only cited, no likenesses.

    The inverse of `linked` for rows that were read back, so that another store can link them to what it holds.
    """
    found = Rows(rows.document)
    found.nodes = {key: node for key, node in rows.nodes.items() if node.properties.get("held") is not False}
    for edge in rows.edges.values():
        if edge.name == "CITES":
            record = {name: edge.properties.get(name) for name in ("title", "number", "task", "start", "end", "rule")}
            add_citation(found, rows.document, record)
        elif edge.name != "RESEMBLES":
            found.edges[edge.key] = edge
    return found


def _linked(edge: Edge, directory: Directory) -> Edge:
    if edge.name != "CITES":
        return edge
    keys = edge.properties
    held = directory.resolve(edge.source[1], _text(keys["title_key"]), _text(keys["number_key"]))
    return Edge(edge.name, edge.source, ("Document", held), keys) if held else edge
