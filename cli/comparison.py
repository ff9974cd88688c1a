"""A comparison on its way out: rows with their evidence, as CSV, Markdown or a workbook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import typer

from cli.views import value

Row = dict[str, Any]
COLUMNS = (
    "kind", "name", "unit", "place", "governs", "value", "common", "year", "baseline", "status", "words", "source",
    "part", "key", "start", "end",
)  # fmt: skip
LEADS = ("function", "domain", "place", "tasks", "keys", "bodies")
ALONE = ("place", "other", "key", "task", "source", "part", "start", "end", "nearest", "likeness")
_WIDEST = 60


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


def lead_lines(found: Row) -> list[Row]:
    """A line for every function, field of policy and place that meet, with the bodies and the keys of their tasks."""
    return [
        {"function": line["function"], "domain": line["domain"], "place": place, "tasks": cell["tasks"]}
        | {"keys": "、".join(cell["keys"]), "bodies": "、".join(cell["bodies"])}
        for line in found["leads"]
        for place, cell in line["cells"].items()
    ]


def alone_lines(found: Row) -> list[Row]:
    """A line for every task without a counterpart elsewhere, with the nearest there and how near it is."""
    return [
        line["task"]
        | line
        | {"task": line["task"]["heading"], "nearest": line["nearest"] and line["nearest"]["heading"]}
        for line in found["without_counterpart"]
    ]


def cells_of(found: Row) -> list[tuple[str, list[str]]]:
    """The name of each indicator or field of policy with a text for each place, empty where the place has nothing."""
    rows = []
    for line in found["indicators"]:
        said = {
            place: "; ".join(_placed(target, target_text(target), place) for target in cell)
            for place, cell in line["cells"].items()
        }
        rows.append((line["indicator"], [said.get(place, "") for place in found["places"]]))
    for line in found["tasks"]:
        said = {
            place: "; ".join(_placed(task, task_text(task), place) for task in cell)
            for place, cell in line["cells"].items()
        }
        rows.append((line["domain"], [said.get(place, "") for place in found["places"]]))
    return rows


def _placed(fact: Row, told: str, place: str) -> str:
    """A target or task in a cell, after the place of its plan where that lies inside the place of the column."""
    return told if fact["governs"] == place else f"{fact['governs']}: {told}"


def target_text(target: Row) -> str:
    """A target in a cell: scope, value, year, and whether it is a result."""
    parts = (target["scope"], value(target), target["year"], "(result)" if target["status"] == "result" else None)
    return " ".join(part for part in parts if part)


def task_text(task: Row) -> str:
    """A task in a cell: its heading and who leads or carries it."""
    who = "、".join(owner["name"] for owner in task["owners"][:3])
    return f"{task['heading'][:24]} ({who})" if who else str(task["heading"])[:24]


def print_markdown(found: Row) -> None:
    """The comparison as Markdown: the table, who leads what, what has no counterpart, and the words of every row."""
    for line in markdown(found):
        typer.echo(line)


def markdown(found: Row) -> Iterator[str]:
    """The lines of the comparison as Markdown, bars in cells escaped."""
    yield from _table(["", *found["places"]], ([name, *cells] for name, cells in cells_of(found)))
    parts = (("Leads", LEADS, lead_lines), ("Without counterpart", ALONE, alone_lines), ("Words", COLUMNS, lines))
    for title, columns, listed in parts:
        rows = listed(found)
        if rows:
            yield from ("", f"## {title}", "")
            yield from _table(columns, ([row.get(column) for column in columns] for row in rows))


def _table(head: Sequence[str], rows: Any) -> Iterator[str]:
    for cells in (head, ["---"] * len(head), *rows):
        shown = ("" if cell is None else str(cell).replace("|", "\\|").replace("\n", " ") for cell in cells)
        yield "| " + " | ".join(shown) + " |"


def write_workbook(found: Row, file: Path) -> None:
    """The comparison as a workbook: places side by side, rows with their words, who leads what, what stands alone.

    Text that begins as a formula does stays text.
    """
    from xlsxwriter import Workbook

    sheets = (("rows", COLUMNS, lines), ("leads", LEADS, lead_lines), ("without counterpart", ALONE, alone_lines))
    plain = {"strings_to_formulas": False, "strings_to_urls": False}
    with file.open("wb") as written, Workbook(written, plain) as book:
        _fill(book, "side by side", ["", *found["places"]], [[name, *cells] for name, cells in cells_of(found)])
        for title, columns, listed in sheets:
            _fill(book, title, columns, [[row.get(column) for column in columns] for row in listed(found)])


def _fill(book: Any, title: str, head: Sequence[str], rows: list[list[Any]]) -> None:
    """A sheet with its head in bold and kept in sight, columns as wide as their contents up to 60 characters."""
    sheet = book.add_worksheet(title)
    sheet.freeze_panes(1, 1)
    for number, row in enumerate([list(head), *rows]):
        sheet.write_row(number, 0, row, None if number else book.add_format({"bold": True}))
    for at, column in enumerate(zip(head, *rows, strict=True)):
        widest = max(len(str(cell)) if cell is not None else 0 for cell in column)
        sheet.set_column(at, at, min(_WIDEST, 2 + 2 * widest))
