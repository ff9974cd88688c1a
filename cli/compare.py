"""`shanshui compare`: indicators and tasks of places side by side, for reading or as CSV, Markdown, XLSX or JSON."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table
from rich.text import Text

from cli import comparison, output
from cli.output import Json
from cli.store import DEFAULT, StoreUri, opened
from cli.views import folding

Names = Annotated[list[str], typer.Argument(help="Places in Chinese or English.", show_default=False)]


def compare(
    names: Names,
    indicator: Annotated[str, typer.Option(help="Only this indicator.")] = "",
    domain: Annotated[str, typer.Option(help="Only this field of policy.")] = "",
    store: StoreUri = DEFAULT,
    as_json: Json = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print a line for every target and task, as CSV.")] = False,
    as_markdown: Annotated[bool, typer.Option("--markdown", help="Print Markdown tables.")] = False,
    workbook: Annotated[Path | None, typer.Option("--xlsx", help="Write a workbook (Excel) to this file.")] = None,
) -> None:
    """Compare places: who sets which target, who carries which kind of task, what has no counterpart."""
    from graph.comparison.compare import compare as side_by_side

    with opened(store, read_only=True) as graph:
        found = side_by_side(graph, names, indicator, domain)
    if workbook:
        comparison.write_workbook(found, workbook)
        output.complain(f"written: {workbook}")
    elif as_json:
        output.print_json(found)
    elif as_csv:
        output.print_csv(comparison.COLUMNS, comparison.lines(found))
    elif as_markdown:
        comparison.print_markdown(found)
    else:
        shown = table(found)
        output.people.print(shown if shown.row_count else "nothing that these places plan answers to this")


def table(found: dict[str, Any]) -> Table:
    """The comparison as a table for people."""
    result = folding("", *found["places"], header_style="bold cyan", show_lines=True)
    for name, cells in comparison.cells_of(found):
        result.add_row(Text(name, "bold"), *map(Text, cells))
    return result
