"""The graph as a Cypher script that cypher-shell runs: schema, nodes, edges.

    cypher-shell -a neo4j://host --file graph.cypher

The script is for an empty database. What search needs of a passage is derived and not in it: `shanshui check --heal`
adds it afterwards.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import IO

from graph.building.rows import Value
from graph.exchange.once import Part, by_kind, by_label
from graph.stores.neo4j_schema import NEO4J, VERSION_LABEL, migrations
from graph.stores.statements import create_edges, edge_record, merge_nodes, node_record

FILE = "graph.cypher"
# A statement of so many rows is read and planned in a few hundredths of a second.
_ROWS = 200
# Beside marks and backslash, what would end the line; the script keeps one statement a line.
_ESCAPES = str.maketrans({"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"})


def write(parts: Iterable[Part], folder: Path) -> None:
    """Writes `graph.cypher`; edges wait in a file of their own until all nodes are written."""
    with (folder / FILE).open("w", encoding="utf-8") as script, tempfile.TemporaryFile("w+", encoding="utf-8") as edges:
        for number, statements in enumerate(migrations(), start=1):
            _say(script, [*statements, f"MERGE (v:{VERSION_LABEL} {{id: 'version'}}) SET v.version = {number}"])
        _say(script, ["CALL db.awaitIndexes(300)"])
        for part in parts:
            for label, nodes in by_label(part.nodes):
                _say(script, _filled(merge_nodes(label, NEO4J), map(node_record, nodes)))
            for kind, found in by_kind(part.edges):
                _say(edges, _filled(create_edges(kind, NEO4J), map(edge_record, found)))
        edges.seek(0)
        shutil.copyfileobj(edges, script)


def _say(file: IO[str], statements: Iterable[str]) -> None:
    for statement in statements:
        file.write(f"{statement};\n")


def _filled(statement: str, records: Iterable[Mapping[str, Value]]) -> Iterator[str]:
    """A write statement with its rows spelled out, some hundreds at a time."""
    waiting = iter(records)
    while some := list(islice(waiting, _ROWS)):
        yield statement.replace(NEO4J.given, f"[{', '.join(map(_map, some))}]", 1)


def _map(record: Mapping[str, Value]) -> str:
    given = (f"`{name}`: {literal(value)}" for name, value in record.items() if value is not None)
    return f"{{{', '.join(given)}}}"


def literal(value: Value) -> str:
    """A value as Cypher spells it: `it's` becomes 'it\\'s', a list stands in brackets."""
    if isinstance(value, str):
        return f"'{value.translate(_ESCAPES)}'"
    if isinstance(value, list):
        return f"[{', '.join(map(literal, value))}]"
    return "null" if value is None else str(value).lower() if isinstance(value, bool) else repr(value)
