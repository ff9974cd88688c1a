"""Chart: a drawing of the graph as an option of ECharts, whose nodes can be dragged, pointed at and chosen."""

from __future__ import annotations

from collections import Counter
from html import escape
from math import sqrt
from typing import Any

from ui.drawing import Drawing, Node, id_of, kinds_of, plain_line, short
from ui.layouts import is_way, layered, levels, parted, radial, ring, springs, stretched
from ui.marks import block
from ui.words import say

COLOURS = {
    "Document": "#2f7d6b",
    "Jurisdiction": "#9e7109",
    "Department": "#7484e4",
    "Function": "#c8638d",
    "Task": "#5b7405",
    "Target": "#dc702f",
    "Indicator": "#b14e38",
    "WaterBody": "#1d93bd",
    "Project": "#a965c4",
    "Domain": "#7d8381",
}
LAYOUTS = {"springs": springs, "radial": radial, "layered": layered, "ring": ring}
LINE, WAY_LINE = 12, 24  # characters of a name
SCALE = 1000  # the browser rounds the ends of edges to whole numbers
MANY = 60  # nodes, above which only those with several edges show their names until they are pointed at
NAMES = {"distance": 7, "fontSize": 12, "textBorderColor": "transparent"}
SERIES = {
    "type": "graph",
    "animation": False,
    "roam": True,
    "draggable": True,
    "selectedMode": "single",
    "scaleLimit": {"min": 0.3, "max": 8},
    "label": NAMES | {"position": "bottom"},
    "labelLayout": {"hideOverlap": True},
    "lineStyle": {"color": "#8a9a96", "opacity": 0.6},
    "emphasis": {"focus": "adjacency", "label": {"show": True}},
    "select": {"itemStyle": {"borderColor": "#d29a1e", "borderWidth": 4}},
    "cursor": "pointer",
}
# Names stand to the right of the columns of the layered layout, and of the steps of a single way.
BESIDE = NAMES | {"position": "right"}
COLUMNS = {"left": "5%", "width": "75%", "label": BESIDE}
STEPS = {"left": "8%", "label": BESIDE}
SMALL = {"zoom": 0.9}  # names need room at its edges
NARROW = {"maxWidth": 480}
SHORTEST, SHORT = 64, 96  # pixels of a name where there is little room, and where few share it
FEW = 8  # nodes
LARGEST, LESS = 34, 24  # pixels of the node in the centre, and in a small drawing
SMALL_HIGH = 216  # pixels between the highest and the lowest node of a small drawing
NO_TEMPLATE = str.maketrans("{}", "()")  # braces name what ECharts is to fill in


def option(drawing: Drawing, layout: str, small: bool = False) -> dict[str, Any]:
    """A drawing as an option of ECharts in one of the layouts; a `small` one fills its box both ways."""
    nodes, edges = tuple(drawing.names), tuple(drawing.edges)
    kinds, places = kinds_of(drawing), LAYOUTS[layout](nodes, edges)
    if small and layout != "layered":
        places = parted(stretched(places), name_width(len(nodes)) / SMALL_HIGH)
    steps = layout == "layered" and is_way(levels(nodes, edges))
    line = WAY_LINE if steps else LINE
    degrees = Counter(node for ends in edges for node in ends)
    drawn = [
        told(drawing, node, degrees[node], line, LESS if small else LARGEST)
        | {"category": kinds.index(node[0]), "x": round(SCALE * across), "y": round(SCALE * down)}
        for node, (across, down) in ((node, places[node]) for node in nodes)
    ]
    series = SERIES | {
        "data": drawn,
        "links": [{"source": id_of(one), "target": id_of(other), "tooltip": {"show": False}} for one, other in edges],
        "categories": [{"name": say(kind), "itemStyle": {"color": COLOURS[kind]}} for kind in kinds],
    }
    return {
        "tooltip": {"formatter": "{b}", "confine": True},
        "series": [series | (STEPS if steps else COLUMNS if layout == "layered" else SMALL if small else {})],
        "media": [{"query": NARROW, "option": {"series": [{"label": narrow_label(layout, len(nodes))}]}}],
    }


def narrow_label(layout: str, nodes: int) -> dict[str, Any]:
    """How names are written where a drawing is as narrow as a phone: cut, where they stand below their nodes."""
    cut = {"width": name_width(nodes), "overflow": "truncate"}
    return {"fontSize": 10} | ({} if layout == "layered" else cut)


def name_width(nodes: int) -> int:
    """How many pixels a name has where there is little room."""
    return SHORT if nodes <= FEW else SHORTEST


def told(drawing: Drawing, node: Node, degree: int, line: int, largest: int) -> dict[str, Any]:
    """A node: its name, cut to its line, and how large it is drawn: larger with more edges, largest in the centre."""
    name, crowded = plain_line(drawing.names[node]), len(drawing.names) > MANY
    central = node == drawing.centre
    return {
        "id": id_of(node),
        "name": name,
        "symbolSize": largest if central else min(30, (8 if crowded else 14) + 3 * sqrt(max(0, degree - 1))),
        "label": {"formatter": short(name, line).translate(NO_TEMPLATE), "show": central or degree > 1 or not crowded},
    }


def legend(drawing: Drawing) -> str:
    """The colours of the kinds that are drawn, as HTML."""
    shown = (
        f'<span><i style="background:{COLOURS[kind]}"></i>{escape(say(kind))}</span>' for kind in kinds_of(drawing)
    )
    return block("kinds", "".join(shown))
