"""The graph as JSON-LD: the format that loses nothing, and that `shanshui import` reads back.

The first line is the context; then follows one node object a line, so that a file of any size is written and read in
little memory. A node carries its properties and, under the name of an edge, the nodes that the edge leads to. An edge
that was read from a document is besides an `rdf:Statement` with its own properties: the span and the rule. What several
documents share comes before the first of them. `docs/formats.md` documents the terms.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from corpus.errors import StoreError, why_unread
from graph.building.rows import Edge, Key, Node, Rows
from graph.exchange.once import Part
from graph.ontology import EDGES, NODES, SHARED, property_kinds

FILE = "graph.jsonld"
VOCABULARY = "urn:shanshui:"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

Object = dict[str, Any]


def context() -> Object:
    """The context: labels, edges and properties are terms of one vocabulary, ends of edges are addresses."""
    terms: Object = {"@vocab": VOCABULARY, "node": f"{VOCABULARY}node:", "rdf": _RDF}
    terms |= {"xsd": "http://www.w3.org/2001/XMLSchema#", "Statement": "rdf:Statement"}
    terms |= {"subject": {"@id": "rdf:subject", "@type": "@id"}, "object": {"@id": "rdf:object", "@type": "@id"}}
    terms["predicate"] = {"@id": "rdf:predicate", "@type": "@vocab"}
    terms |= {name: {"@type": "@id"} for name in EDGES}
    kinds = property_kinds([*NODES.values(), *EDGES.values()])
    # JSON tells the other kinds by itself, but 95.0 from 95 to no one.
    terms |= {name: {"@type": "xsd:double"} for name, kind in kinds.items() if kind == "number"}
    return terms


def write(parts: Iterable[Part], folder: Path) -> None:
    """Writes `graph.jsonld`."""
    with (folder / FILE).open("w", encoding="utf-8") as file:
        file.write(f'{{"@context": {json.dumps(context())}, "@graph": [')
        objects = (each for part in parts for each in _objects(part))
        for number, each in enumerate(objects):
            file.write(f"{',' if number else ''}\n{json.dumps(each, ensure_ascii=False)}")
        file.write("\n]}\n")


def _objects(part: Part) -> Iterator[Object]:
    """The objects of a part: what is shared, the document, what it owns, what it states."""
    links: dict[Key, dict[str, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
    for edge in part.edges:
        links[edge.source][edge.name][_address(edge.target)] = None
    document = ("Document", part.document)
    for node in sorted(part.nodes, key=lambda node: (NODES[node.label].owned, node.key == document)):
        led_to = {name: list(ends) for name, ends in links[node.key].items()}
        yield {"@id": _address(node.key), "@type": node.label, **_given(node), **led_to}
    for edge in part.edges:
        if EDGES[edge.name].stated:
            ends = {"subject": _address(edge.source), "object": _address(edge.target)}
            yield {"@type": "Statement", "predicate": edge.name, **ends, **_given(edge)}


def _given(thing: Node | Edge) -> Object:
    return {name: value for name, value in thing.properties.items() if value is not None}


def read(file: Path) -> Iterator[Rows]:
    """The documents of a file that `write` wrote; raises StoreError for one that is something else."""
    shared: dict[Key, Object] = {}
    rows: Rows | None = None
    for each in _lines(file):
        key = _key(each.get("@id", "Statement/"))
        if key[0] == "Document" and each["held"]:
            if rows:
                yield _completed(rows, shared)
            rows = Rows(key[1])
            _take_node(rows, each)
        elif key[0] in SHARED:
            shared[key] = each
        elif rows is None:
            raise StoreError(f"{file}: something stands before the document that it belongs to")
        elif key[0] == "Statement":
            _take_statement(rows, each)
        else:
            _take_node(rows, each)
    if rows:
        yield _completed(rows, shared)


def _lines(file: Path) -> Iterator[Object]:
    try:
        with file.open(encoding="utf-8") as lines:
            if '"@graph": [' not in next(lines, ""):
                raise StoreError(f"{file}: not an export of Shanshui; `shanshui export --format jsonld` makes one")
            for line in lines:
                if line.startswith("{"):
                    yield json.loads(line.rstrip().removesuffix(","))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise StoreError(f"{file}: {why_unread(error)}") from error


def _completed(rows: Rows, shared: dict[Key, Object]) -> Rows:
    """The rows of a document with the shared nodes that its edges reach, and what those reach by their names."""
    waiting = [edge.target for edge in rows.edges.values() if edge.target in shared]
    while waiting:
        key = waiting.pop()
        if key not in rows.nodes:
            _take_node(rows, shared[key])
            waiting += [edge.target for edge in _links(shared[key])]
            rows.edges |= {edge.key: edge for edge in _links(shared[key])}
    return rows


def _links(each: Object) -> Iterator[Edge]:
    """The edges of a shared node that follow from its name."""
    for name in (name for name, type in EDGES.items() if not type.stated and name in each):
        for target in each[name]:
            yield Edge(name, _key(each["@id"]), _key(target), {})


def _take_node(rows: Rows, each: Object) -> None:
    label, id = _key(each["@id"])
    rows.node(label, id, **{name: each[name] for name in NODES[label].properties if name in each})


def _take_statement(rows: Rows, each: Object) -> None:
    name = each["predicate"]
    given = {key: each[key] for key in EDGES[name].properties if key in each}
    rows.edge(name, _key(each["subject"]), _key(each["object"]), **given)


def _address(key: Key) -> str:
    """Label and id as an address: `node:WaterBody/0f3a…`."""
    return f"node:{key[0]}/{quote(key[1], safe='')}"


def _key(address: str) -> Key:
    label, _, id = address.removeprefix("node:").partition("/")
    return label, unquote(id)
