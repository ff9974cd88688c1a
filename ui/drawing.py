"""Drawings of a part of the graph: as an option of ECharts for the page, as GraphML for Gephi, yEd and Cytoscape."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from math import sqrt
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from ui.layouts import layered, radial, ring, springs
from ui.marks import block
from ui.words import say

COLOURS = {
    "Document": "#2f7d6b",
    "Jurisdiction": "#a9852c",
    "Department": "#3d86ad",
    "Function": "#4d72b8",
    "Task": "#6f8f2c",
    "Target": "#c9702f",
    "Indicator": "#b8573a",
    "WaterBody": "#1d93bd",
    "Project": "#9a69bb",
    "Domain": "#7d8381",
}
LAYOUTS = {"springs": springs, "radial": radial, "layered": layered, "ring": ring}
SCALE = 1000  # the browser rounds the ends of edges to whole numbers
LINE = 12  # characters of a name on its line
MANY = 60  # nodes, above which names that would lie on one another are left out until they are pointed at
SERIES = {
    "type": "graph",
    "animation": False,
    "roam": True,
    "draggable": True,
    "selectedMode": "single",
    "scaleLimit": {"min": 0.3, "max": 8},
    "label": {"position": "bottom", "distance": 4, "fontSize": 12},
    "labelLayout": {"hideOverlap": True},
    "lineStyle": {"color": "#8a9a96", "opacity": 0.6},
    "emphasis": {"focus": "adjacency", "label": {"show": True}},
    "select": {"itemStyle": {"borderColor": "#d29a1e", "borderWidth": 4}},
    "cursor": "pointer",
}
SILENT = {"show": False}
ASIDE = {"left": "5%", "width": "75%", "label": {"position": "right", "distance": 4, "fontSize": 12}}
NO_TEMPLATE = str.maketrans("{}", "()")  # braces name what ECharts is to fill in
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


def way(steps: Sequence[Row]) -> Drawing:
    """The drawing of a way from node to node."""
    nodes = [(step["label"], step["id"]) for step in steps]
    names = {node: step["name"] or step["id"] for node, step in zip(nodes, steps, strict=True)}
    pairs = zip(nodes, nodes[1:], steps[1:], strict=False)
    return Drawing(nodes[0], names, {(one, other): step["edge"] for one, other, step in pairs})


def option(drawing: Drawing, layout: str, zoom: float) -> dict[str, Any]:
    """The drawing as an option of ECharts in one of the layouts; its nodes can be dragged, pointed at and chosen."""
    kinds, nodes, edges = kinds_of(drawing), tuple(drawing.names), tuple(drawing.edges)
    places = LAYOUTS[layout](nodes, edges)
    degrees = Counter(node for ends in edges for node in ends)
    crowded = len(nodes) > MANY
    drawn = [
        {
            "id": ":".join(node),
            "name": plain_line(drawing.names[node]),
            "category": kinds.index(node[0]),
            "symbolSize": size(degrees[node], node == drawing.centre, crowded),
            "label": {
                "formatter": short(plain_line(drawing.names[node])).translate(NO_TEMPLATE),
                "show": not crowded or degrees[node] > 1 or node == drawing.centre,
            },
            "x": round(SCALE * places[node][0]),
            "y": round(SCALE * places[node][1]),
        }
        for node in nodes
    ]
    series = (
        SERIES
        | (ASIDE if layout == "layered" else {})
        | {
            "zoom": zoom,
            "data": drawn,
            "links": [{"source": ":".join(one), "target": ":".join(other), "tooltip": SILENT} for one, other in edges],
            "categories": [{"name": say(kind), "itemStyle": {"color": COLOURS[kind]}} for kind in kinds],
        }
    )
    return {"tooltip": {"formatter": "{b}", "confine": True}, "series": [series]}


def kinds_of(drawing: Drawing) -> list[str]:
    """The kinds of the nodes that are drawn, in the order of the colours."""
    return [kind for kind in COLOURS if any(label == kind for label, _ in drawing.names)]


def legend(drawing: Drawing) -> str:
    """The colours of the kinds that are drawn, as HTML."""
    told = (f'<span><i style="background:{COLOURS[kind]}"></i>{escape(say(kind))}</span>' for kind in kinds_of(drawing))
    return block("kinds", "".join(told))


def size(degree: int, central: bool, crowded: bool) -> float:
    """How large a node is drawn: larger with more edges, largest in the centre."""
    if central:
        return 34
    return min(30.0, (8 if crowded else 14) + 3 * sqrt(max(0, degree - 1)))


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
    """A name that fits its line; a letter or a digit is half as wide as a character."""
    wide = 0.0
    for number, sign in enumerate(name):
        wide += 0.5 if sign.isascii() else 1
        if wide > LINE:
            return f"{name[: number - 1].rstrip()}…"
    return name


def plain_line(words: str) -> str:
    """Words on one line, without the characters that no XML may hold."""
    return " ".join("".join(sign for sign in words if sign >= " " or sign.isspace()).split())
