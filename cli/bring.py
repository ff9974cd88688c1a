"""`shanshui import`: an export of a graph into a store."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cli import output
from cli.output import Json
from cli.store import DEFAULT, StoreUri, opened


def bring(
    path: Annotated[Path, typer.Argument(help="A JSON-LD export: its file or its folder.", show_default=False)],
    store: StoreUri = DEFAULT,
    as_json: Json = False,
) -> None:
    """Read an export in JSON-LD into the store; a document that is there is replaced by that of the export."""
    from graph.building.rows import Rows
    from graph.exchange.export import bring as read_into

    with opened(store) as graph, output.progress("importing") as bar:
        line = bar.add_task("", total=None)

        def advance(rows: Rows) -> None:
            bar.update(line, advance=1, description=rows.document)

        documents = read_into(path, graph, advance)
    if as_json:
        output.print_json({"documents": documents})
    else:
        output.people.print(f"{documents} documents imported, kept in {store}")
