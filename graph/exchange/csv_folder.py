"""The graph as CSV files, one for each label and each kind of edge, with the headers that neo4j-admin imports.

    neo4j-admin database import full @arguments --overwrite-destination neo4j

run in the folder of the files fills a database that is not running; `shanshui check --heal` then adds schema and index.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import IO

from graph.building.rows import Value
from graph.exchange.kinds import SINGLE
from graph.exchange.once import Part, by_kind, by_label
from graph.ontology import EDGES, NODES, Properties
from graph.stores.statements import edge_record, node_record

ARGUMENTS = "arguments"
# Stands in no text that was read: repair takes control characters out.
_BETWEEN = "\u001f"
_TYPES = SINGLE | {"texts": "string[]"}


def write(parts: Iterable[Part], folder: Path) -> None:
    """Writes the files and `arguments`, which names them all to neo4j-admin."""
    with ExitStack() as stack:
        files = _Files(folder, stack)
        for part in parts:
            for label, nodes in by_label(part.nodes):
                file = files.of("nodes", (label,), NODES[label].properties)
                file.writelines(_line(node_record(node)) for node in nodes)
            for kind, edges in by_kind(part.edges):
                file = files.of("relationships", kind, EDGES[kind[0]].properties)
                file.writelines(_line(edge_record(edge)) for edge in edges)
    options = [f"--{what}={names[0]}={'-'.join(names)}.csv" for what, names in files.opened]
    options += ["--multiline-fields=true", "--array-delimiter=U+001F"]
    (folder / ARGUMENTS).write_text("\n".join(options) + "\n", "utf-8")


class _Files:
    """The files of a folder, each opened with its header when it is first needed."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self._folder, self._stack = folder, stack
        self.opened: dict[tuple[str, tuple[str, ...]], IO[str]] = {}

    def of(self, what: str, names: tuple[str, ...], properties: Properties) -> IO[str]:
        if (what, names) not in self.opened:
            path = self._folder / f"{'-'.join(names)}.csv"
            file = self._stack.enter_context(path.open("w", encoding="utf-8", newline=""))
            ids = ["id:ID({})"] if what == "nodes" else [":START_ID({})", ":END_ID({})"]
            ends = [id.format(label) for id, label in zip(ids, names[-len(ids) :], strict=True)]
            columns = [f"{name}:{_TYPES[kind]}" for name, kind in properties.items()]
            file.write(",".join([*ends, *columns]) + "\n")
            self.opened[what, names] = file
        return self.opened[what, names]


def _line(record: Mapping[str, Value]) -> str:
    return ",".join(map(_cell, record.values())) + "\n"


def _cell(value: Value) -> str:
    """A cell: text always in quotes, so that "" and no value stay apart."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return repr(value)
    text = _BETWEEN.join(value) if isinstance(value, list) else value
    return '"' + text.replace('"', '""') + '"'
