"""`shanshui export`: the graph as files for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from cli import output
from cli.output import Json
from cli.store import DEFAULT, StoreUri, opened

Format = Literal["cypher", "graphml", "csv", "jsonld"]


def export(
    folder: Annotated[Path, typer.Argument(help="Where the files go; it is made.", show_default=False)],
    format: Annotated[Format, typer.Option(help="Of the files; see docs/formats.md. Only jsonld is read back.")],
    store: StoreUri = DEFAULT,
    as_json: Json = False,
) -> None:
    """Write the whole graph as a Cypher script, as GraphML, as CSV for neo4j-admin, or as JSON-LD."""
    from graph.building.rows import Rows
    from graph.exchange.export import export as write

    with opened(store, read_only=True) as graph, output.progress("exporting") as bar:
        line = bar.add_task("", total=len(graph.fingerprints()))

        def advance(rows: Rows) -> None:
            bar.update(line, advance=1, description=rows.document)

        written = write(graph, folder, format, advance)
    if as_json:
        output.print_json({"nodes": written.nodes, "edges": written.edges, "checksum": written.value})
    else:
        output.people.print(
            f"{written.nodes} nodes and {written.edges} edges in {folder}; checksum of the graph {written.value}"
        )
