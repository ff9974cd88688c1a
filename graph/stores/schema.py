"""The tables of the embedded graph, derived from the ontology, and how LadybugDB wants rows to be written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from graph.ontology import EDGES, NODES, Kind, Properties
from graph.store import Record
from graph.stores.statements import Dialect

TYPES: dict[Kind, str] = {
    "text": "STRING",
    "integer": "INT64",
    "number": "DOUBLE",
    "flag": "BOOL",
    "texts": "STRING[]",
}


def tables() -> Iterator[str]:
    """The statements that create every table which is not there yet, nodes first."""
    for node in NODES.values():
        yield f"CREATE NODE TABLE IF NOT EXISTS `{node.label}`(id STRING, {_columns(node.properties)}, PRIMARY KEY(id))"
    for edge in EDGES.values():
        ends = ", ".join(f"FROM `{source}` TO `{target}`" for source, target in edge.ends)
        columns = f", {_columns(edge.properties)}" if edge.properties else ""
        yield f"CREATE REL TABLE IF NOT EXISTS `{edge.name}`({ends}{columns})"


def additions(columns: Callable[[str], set[str]]) -> Iterator[str]:
    """The statements that give the tables of an older Shanshui the columns that came since, given those that each has.

    What was written before has no value there until it is ingested anew.
    """
    kinds = {node.label: node.properties for node in NODES.values()} | {e.name: e.properties for e in EDGES.values()}
    for name, properties in kinds.items():
        held = columns(name)
        yield from (
            f"ALTER TABLE `{name}` ADD `{key}` {TYPES[kind]}" for key, kind in properties.items() if key not in held
        )


def _columns(properties: Properties) -> str:
    return ", ".join(f"`{name}` {TYPES[kind]}" for name, kind in properties.items())


def _cast(name: str, kind: Kind) -> str:
    """A property of `row` with its type, which LadybugDB cannot tell where a whole batch has no value for it."""
    return f"CAST(row.`{name}` AS {TYPES[kind]})"


def _given(values: list[Any]) -> Record:
    return {"given": values}


def _node(properties: Properties) -> str:
    return ", ".join(f"n.`{name}` = {_cast(name, kind)}" for name, kind in properties.items())


def _edge(name: str, properties: Properties) -> str:
    values = ", ".join(f"`{key}`: {_cast(key, kind)}" for key, kind in properties.items())
    return f"(a)-[:`{name}` {{{values}}}]->(b)"


def _index(variable: str, label: str, name: str) -> str:
    """Nothing: LadybugDB looks up by primary keys and reads the rest of a table as a whole."""
    return ""


LADYBUG = Dialect("", "$given", _given, _node, _edge, _index)
