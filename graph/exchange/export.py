"""Export: the whole graph as files that other programs read, and our own export read back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Literal

from corpus.errors import StoreError, refusal
from graph.building.rows import Rows
from graph.exchange import csv_folder, cypher_script, graphml, json_ld
from graph.exchange.checksum import Checksum
from graph.exchange.once import Part, once
from graph.exchange.transfer import Progress, held
from graph.exchange.transfer import write as write_into
from graph.store import Store

Format = Literal["cypher", "graphml", "csv", "jsonld"]
WRITERS: dict[Format, Callable[[Iterable[Part], Path], None]] = {
    "cypher": cypher_script.write,
    "graphml": graphml.write,
    "csv": csv_folder.write,
    "jsonld": json_ld.write,
}


def export(store: Store, folder: Path, format: Format, progress: Progress = lambda rows: None) -> Checksum:
    """Writes all that the documents of a store state into a folder, in place of an earlier export.

    Returns the checksum. Raises StoreError where the folder cannot be written.
    """
    checksum = Checksum()

    def followed() -> Iterator[Rows]:
        for rows in held(store):
            checksum.add(rows.nodes.values(), rows.edges.values())
            progress(rows)
            yield rows

    try:
        folder.mkdir(parents=True, exist_ok=True)
        WRITERS[format](once(followed()), folder)
    except OSError as error:
        raise StoreError(f"{folder}: cannot be written ({refusal(error)})") from error
    return checksum


def bring(path: Path, store: Store, progress: Progress = lambda rows: None) -> int:
    """Writes the documents of a JSON-LD export (its file or folder) into a store; returns how many.

    A document that is there is replaced by that of the export. Raises StoreError for a file that is no such export.
    """
    return write_into(json_ld.read(path / json_ld.FILE if path.is_dir() else path), store, progress)
