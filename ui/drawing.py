"""Drawings of a part of the graph: in the DOT language for the page, as GraphML for Gephi, yEd and Cytoscape."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from textwrap import wrap
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from ui import routes

COLOURS = {
    "Document": "#d8e6e0",
    "Jurisdiction": "#efe6cf",
    "Department": "#cfe3ee",
    "Function": "#c2d6ea",
    "Task": "#e6efd3",
    "Target": "#f2dcc9",
    "Indicator": "#eccfb8",
    "WaterBody": "#bfe0ee",
    "Project": "#e5d7ec",
    "Domain": "#e3e3e3",
}
LAYOUTS = {
    "springs": "layout=neato; overlap=prism; start=1; len=1.2",
    "radial": "layout=twopi; ranksep=1.2; overlap=prism; root=n0",
    "layered": "layout=dot; rankdir=LR; ranksep=1.1; nodesep=0.12",
    "ring": "layout=circo; mindist=0.4",
}
LINE = 9  # characters of a name on one line of its box
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
            other = (row["label"], row["id"])
            self.names.setdefault(other, row["name"] or row["id"])
            ends = (node, other) if row["direction"] == "out" else (other, node)
            self.edges.setdefault(ends, row["edge"])


def way(steps: list[Row]) -> Drawing:
    """The drawing of a way from node to node."""
    nodes = [(step["label"], step["id"]) for step in steps]
    names = {node: step["name"] or step["id"] for node, step in zip(nodes, steps, strict=True)}
    pairs = zip(nodes, nodes[1:], steps[1:], strict=False)
    return Drawing(nodes[0], names, {(one, other): step["edge"] for one, other, step in pairs})


def dot(drawing: Drawing, layout: str = "springs") -> str:
    """The drawing in DOT in one of the layouts, each node with the address that a click leads to."""
    lines = [
        f"graph {{ {LAYOUTS[layout]}; splines=line; bgcolor=transparent; pad=0.1;",
        'node [shape=box, style="rounded,filled", fontname="sans-serif", fontsize=15, color="#00000022",'
        ' fontcolor="#1c2b2d", margin="0.11,0.05", height=0.3]; edge [color="#8a9a96"];',
    ]
    numbers = {node: f"n{number}" for number, node in enumerate(drawing.names)}
    for node, name in drawing.names.items():
        label, id = node
        link = routes.address("network", label=label, id=id, name=name[:80])
        centre = ', penwidth=2, color="#3c8273"' if node == drawing.centre else ""
        lines.append(
            f"{numbers[node]} [label={label_of(name)}, tooltip={quoted(name[:200])}, URL={quoted(link)},"
            f' target="_self", fillcolor="{COLOURS[label]}"{centre}];'
        )
    lines += [f"{numbers[one]} -- {numbers[other]};" for one, other in drawing.edges]
    return "\n".join([*lines, "}"])


def described(drawing: Drawing) -> str:
    """The drawing in words, for those who do not see it."""
    return f"{drawing.names[drawing.centre]}: {'; '.join(short(name) for name in drawing.names.values())}"


def graphml(drawing: Drawing) -> bytes:
    """The drawing as GraphML, with the kind and the name of each node and the kind of each edge."""
    root = Element("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
    for key, of in (("label", "node"), ("name", "node"), ("kind", "edge")):
        SubElement(root, "key", {"id": key, "for": of, "attr.name": key, "attr.type": "string"})
    graph = SubElement(root, "graph", edgedefault="directed")
    for (label, id), name in drawing.names.items():
        node = SubElement(graph, "node", id=f"{label}:{id}")
        SubElement(node, "data", key="label").text = label
        SubElement(node, "data", key="name").text = plain_line(name)
    for (one, other), kind in drawing.edges.items():
        edge = SubElement(graph, "edge", source=":".join(one), target=":".join(other))
        SubElement(edge, "data", key="kind").text = kind
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def short(name: str) -> str:
    """A name that fits a box of two lines; a letter is half as wide as a character."""
    most = 2 * LINE * (2 if name.isascii() else 1)
    return name if len(name) <= most else f"{name[: most - 1]}…"


def label_of(name: str) -> str:
    """A name for a box as a string of the DOT language, on two lines where it is long."""
    told = short(plain_line(name))
    half = (len(told) + 1) // 2 if len(told) > LINE else LINE
    lines = wrap(told, 2 * LINE) if name.isascii() else [told[:half], told[half:]]
    return '"' + r"\n".join(quoted(line)[1:-1] for line in lines if line) + '"'


def quoted(words: str) -> str:
    """Words as a string of the DOT language, in which a document's words can be nothing else."""
    return '"' + plain_line(words).replace("\\", "\\\\").replace('"', '\\"') + '"'


def plain_line(words: str) -> str:
    """Words on one line, without the characters that no XML may hold."""
    return " ".join("".join(sign for sign in words if sign >= " " or sign.isspace()).split())
