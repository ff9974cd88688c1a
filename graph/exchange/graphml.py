"""The graph as GraphML, which networkx, Gephi, yEd and igraph open.

GraphML knows neither lists nor control characters: a list is written with `; ` between its items, a character that XML
cannot hold as U+FFFD. Both ends of that are for reading only; `shanshui import` takes JSON-LD.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import IO

from lxml import etree

from graph.building.rows import Edge, Key, Node, Value
from graph.exchange.kinds import SINGLE
from graph.exchange.once import Part
from graph.ontology import EDGES, NODES, Kind, property_kinds

FILE = "graph.graphml"
NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_TYPES = SINGLE | {"texts": "string"}
_BARRED = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SHOWN = ("name", "title", "text", "note", "heading")
_LONGEST = 40


def write(parts: Iterable[Part], folder: Path) -> None:
    """Writes `graph.graphml`; edges wait in a file of their own until all nodes are written."""
    with (folder / FILE).open("wb") as file, tempfile.TemporaryFile() as edges:
        file.write(f"<?xml version='1.0' encoding='UTF-8'?>\n<graphml xmlns='{NAMESPACE}'>\n".encode())
        for key in _keys():
            _put(file, key)
        file.write(b"<graph id='shanshui' edgedefault='directed'>\n")
        for part in parts:
            for node in part.nodes:
                _put(file, _node(node))
            for edge in part.edges:
                _put(edges, _edge(edge))
        edges.seek(0)
        shutil.copyfileobj(edges, file)
        file.write(b"</graph>\n</graphml>\n")


def _put(file: IO[bytes], element: etree._Element) -> None:
    file.write(etree.tostring(element, encoding="utf-8") + b"\n")


def _keys() -> Iterable[etree._Element]:
    """What nodes and edges can carry: every property of the ontology, and `type` and `label` for programs that draw."""
    for domain, types in (("node", NODES.values()), ("edge", EDGES.values())):
        drawn: dict[str, Kind] = {"type": "text", "label": "text"}
        for name, kind in (drawn | property_kinds(types)).items():
            given = {"id": f"{domain}-{name}", "for": domain, "attr.name": name, "attr.type": _TYPES[kind]}
            yield etree.Element("key", given)


def _node(node: Node) -> etree._Element:
    element = etree.Element("node", {"id": _id(node.key)})
    shown = next((node.properties[name] for name in _SHOWN if node.properties.get(name)), node.id)
    _data(element, {**node.properties, "type": node.label, "label": str(shown)[:_LONGEST]})
    return element


def _edge(edge: Edge) -> etree._Element:
    element = etree.Element("edge", {"source": _id(edge.source), "target": _id(edge.target)})
    _data(element, {**edge.properties, "type": edge.name, "label": edge.name})
    return element


def _id(key: Key) -> str:
    """Label and id: a river and a project may share an id."""
    return ":".join(key)


def _data(element: etree._Element, values: Mapping[str, Value]) -> None:
    for name, value in values.items():
        if value is not None:
            etree.SubElement(element, "data", {"key": f"{element.tag}-{name}"}).text = _text(value)


def _text(value: Value) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return _BARRED.sub("�", "; ".join(value) if isinstance(value, list) else str(value))
