"""`shanshui copy`: all documents of one store into another."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from cli import output
from cli.output import Json
from cli.store import opened

_PLACE = "A folder (embedded store) or a neo4j:// or bolt:// address."


def copy(
    source: Annotated[str, typer.Argument(metavar="FROM", help=_PLACE, show_default=False)],
    target: Annotated[str, typer.Argument(metavar="TO", help=_PLACE, show_default=False)],
    as_json: Json = False,
) -> None:
    """Copy all documents of a store into another, of either engine; what is there as it is is left alone."""
    from graph.building.rows import Rows
    from graph.exchange.transfer import copy as copy_documents

    with opened(source, read_only=True) as ours, opened(target) as theirs, output.progress("copying") as bar:
        line = bar.add_task("", total=len(ours.fingerprints()))

        def advance(rows: Rows) -> None:
            bar.update(line, advance=1, description=rows.document)

        done = copy_documents(ours, theirs, advance)
        bar.update(line, total=done.written, description="")
    if as_json:
        output.print_json(asdict(done))
    else:
        output.people.print(f"{done.written} documents copied, {done.unchanged} were there already; kept in {target}")
