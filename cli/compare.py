"""`shanshui compare`: indicators and tasks of places side by side, for reading or as CSV, Markdown or JSON."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from rich.table import Table
from rich.text import Text

from cli import output
from cli.store import DEFAULT, StoreUri, opened
from cli.views import value

Names = Annotated[list[str], typer.Argument(help="Places in Chinese or English.", show_default=False)]
Row = dict[str, Any]
_COLUMNS = ("kind", "name", "unit", "place", "value", "year", "baseline", "status", "words", "source", "start", "end")


def compare(
    names: Names,
    indicator: Annotated[str, typer.Option(help="Only this indicator.")] = "",
    domain: Annotated[str, typer.Option(help="Only this field of policy.")] = "",
    store: StoreUri = DEFAULT,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print a line for every target and task, as CSV.")] = False,
    as_markdown: Annotated[bool, typer.Option("--markdown", help="Print a Markdown table.")] = False,
) -> None:
    """Compare places: who sets which target, who carries which kind of task, what has no counterpart."""
    from graph.compare import compare as side_by_side

    with opened(store, read_only=True) as graph:
        found = side_by_side(graph, names, indicator, domain)
    if as_json:
        output.print_json(found)
    elif as_csv:
        output.print_csv(_COLUMNS, lines(found))
    elif as_markdown:
        print_markdown(found)
    else:
        output.people.print(table(found))


def lines(found: Row) -> list[Row]:
    """A line for every target and every task, each with the words and the span that it was read from."""
    listed = []
    for line in found["indicators"]:
        for place, cell in line["cells"].items():
            for target in cell:
                shown = {"kind": "target", "name": line["indicator"], "unit": target["unit"], "place": place}
                listed.append(target | shown | {"value": value(target), "words": target["text"]})
    for line in found["tasks"]:
        for place, cell in line["cells"].items():
            for task in cell:
                who = "、".join(owner["name"] for owner in task["owners"])
                shown = {"kind": "task", "name": line["domain"], "place": place, "value": who, "words": task["heading"]}
                listed.append(task | shown)
    return listed


def cells_of(found: Row) -> list[tuple[str, list[str]]]:
    """The name of each indicator or field of policy with a text for each place, empty where the place has nothing."""
    rows = []
    for line in found["indicators"]:
        said = {place: "; ".join(map(target_text, cell)) for place, cell in line["cells"].items()}
        rows.append((line["indicator"], [said.get(place, "") for place in found["places"]]))
    for line in found["tasks"]:
        said = {place: "; ".join(map(task_text, cell)) for place, cell in line["cells"].items()}
        rows.append((line["domain"], [said.get(place, "") for place in found["places"]]))
    return rows


def target_text(target: Row) -> str:
    """A target in a cell: scope, value, year, and whether it is a result."""
    parts = (target["scope"], value(target), target["year"], "(result)" if target["status"] == "result" else None)
    return " ".join(part for part in parts if part)


def task_text(task: Row) -> str:
    """A task in a cell: its heading and who leads or carries it."""
    who = "、".join(owner["name"] for owner in task["owners"][:3])
    return f"{task['heading'][:24]} ({who})" if who else str(task["heading"])[:24]


def table(found: Row) -> Table:
    """The comparison as a table for people."""
    result = Table("", *found["places"], header_style="bold cyan", show_lines=True)
    for name, cells in cells_of(found):
        result.add_row(Text(name, "bold"), *map(Text, cells))
    return result


def print_markdown(found: Row) -> None:
    """The comparison as a Markdown table, bars in cells escaped."""
    rows = [("", found["places"]), ("---", ["---"] * len(found["places"])), *cells_of(found)]
    for name, cells in rows:
        typer.echo("| " + " | ".join(text.replace("|", "\\|").replace("\n", " ") for text in (name, *cells)) + " |")
