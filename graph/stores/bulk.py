"""The bulk path of the embedded graph: large batches go in by LadybugDB's COPY, many times faster than row by row.

Only what is new by its nature is copied: the nodes that a document owns and the edges that it states. Shared nodes may
be there already, so they are merged as in any small write.
"""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from graph.building.rows import Edge, Node
from graph.ontology import EDGES, NODES, Kind, Properties
from graph.store import Record
from graph.stores.schema import LADYBUG
from graph.stores.statements import Execute, edge_record, node_record, put

K = TypeVar("K")

_ARROW: dict[Kind, str] = {"text": "string", "integer": "int64", "number": "float64", "flag": "bool"}


def copy(execute: Execute, nodes: Sequence[Node], edges: Sequence[Edge]) -> None:
    """Writes nodes and edges of a large batch inside the transaction of `execute`."""
    put(execute, [node for node in nodes if not NODES[node.label].owned], [], LADYBUG)
    with tempfile.TemporaryDirectory(prefix="shanshui-") as name:
        folder = Path(name)
        for label, records in _grouped((node.label, node_record(node)) for node in nodes if NODES[node.label].owned):
            file = _save(folder / label, ["id"], NODES[label].properties, records)
            execute(f"COPY `{label}` FROM '{file}'")
        for kind, records in _grouped((edge.kind, edge_record(edge)) for edge in edges if EDGES[edge.name].stated):
            edge, source, target = kind
            file = _save(folder / "-".join(kind), ["source", "target"], EDGES[edge].properties, records)
            execute(f"COPY `{edge}` FROM '{file}' (from='{source}', to='{target}')")
    put(execute, [], [edge for edge in edges if not EDGES[edge.name].stated], LADYBUG)


def _grouped(pairs: Iterable[tuple[K, Record]]) -> Iterable[tuple[K, list[Record]]]:
    groups: dict[K, list[Record]] = defaultdict(list)
    for key, record in pairs:
        groups[key].append(record)
    return groups.items()


def _save(stem: Path, ids: list[str], properties: Properties, records: list[Record]) -> Path:
    """Saves records as a Parquet file whose columns stand in the order of the table's, ids first."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    columns = [(id, pa.string()) for id in ids]
    columns += [(name, pa.type_for_alias(_ARROW[kind])) for name, kind in properties.items()]
    path = stem.with_suffix(".parquet")
    pq.write_table(pa.Table.from_pylist(records, schema=pa.schema(columns)), path)
    return path
