"""Drawings of a part of the graph: what is drawn, in words, and as GraphML for Gephi, yEd and Cytoscape."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from ui.words import say

Row = Mapping[str, Any]
Node = tuple[str, str]  # label and id


@dataclass
class Drawing:
    """A part of the graph: the name of each node, and the edges, each with its kind."""

    centre: Node
    names: dict[Node, str] = field(default_factory=dict)
    edges: dict[tuple[Node, Node], str] = field(default_factory=dict)

    def add(self, node: Node, around: Iterable[Row]) -> None:
        """Adds neighbours of a node that is drawn."""
        for row in around:
            other = node_of(row)
            self.names.setdefault(other, row["name"] or row["id"])
            ends = (node, other) if row["direction"] == "out" else (other, node)
            self.edges.setdefault(ends, row["edge"])


def node_of(row: Row) -> Node:
    """The node that a row of the API tells of."""
    return row["label"], row["id"]


def id_of(node: Node) -> str:
    """A node in one word, as charts and files name it."""
    return ":".join(node)


def way(steps: Sequence[Row]) -> Drawing:
    """The drawing of a way from node to node."""
    nodes = [node_of(step) for step in steps]
    names = {node: step["name"] or step["id"] for node, step in zip(nodes, steps, strict=True)}
    pairs = zip(nodes, nodes[1:], steps[1:], strict=False)
    return Drawing(nodes[0], names, {(one, other): step["edge"] for one, other, step in pairs})


def kinds_of(drawing: Drawing) -> list[str]:
    """The kinds of the nodes that are drawn."""
    return list(dict.fromkeys(label for label, _ in drawing.names))


def described(drawing: Drawing) -> str:
    """The drawing in words, for those who do not see it: its centre and how many nodes there are of each kind."""
    counts = Counter(label for label, _ in drawing.names)
    return f"{drawing.names[drawing.centre]}: {'; '.join(f'{say(kind)} {counts[kind]}' for kind in kinds_of(drawing))}"


def graphml(drawing: Drawing) -> bytes:
    """The drawing as GraphML, with the kind and the name of each node and the kind of each edge."""
    root = Element("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
    for key, of in (("label", "node"), ("name", "node"), ("kind", "edge")):
        SubElement(root, "key", {"id": key, "for": of, "attr.name": key, "attr.type": "string"})
    graph = SubElement(root, "graph", edgedefault="directed")
    for node, name in drawing.names.items():
        drawn = SubElement(graph, "node", id=id_of(node))
        SubElement(drawn, "data", key="label").text = node[0]
        SubElement(drawn, "data", key="name").text = plain_line(name)
    for (one, other), kind in drawing.edges.items():
        edge = SubElement(graph, "edge", source=id_of(one), target=id_of(other))
        SubElement(edge, "data", key="kind").text = kind
    whole: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return whole


def short(name: str, line: int) -> str:
    """A name that fits a line of so many characters; a letter or a digit is half as wide as one."""
    wide = 0.0
    for number, sign in enumerate(name):
        wide += 0.5 if sign.isascii() else 1
        if wide > line:
            return f"{name[: number - 1].rstrip()}…"
    return name


def plain_line(words: str) -> str:
    """Words on one line, without the characters that no XML may hold."""
    return " ".join("".join(sign for sign in words if sign >= " " or sign.isspace()).split())
