"""How results leave the program: JSON, CSV or a table for people; progress on standard error."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Sequence
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

Json = Annotated[bool, typer.Option("--json", help="Print one JSON value a line and nothing else.")]

people = Console()
errors = Console(stderr=True, soft_wrap=True, highlight=False)


def print_json(value: Any) -> None:
    """One JSON value on standard output, Chinese unescaped, and nothing else."""
    json.dump(value, sys.stdout, ensure_ascii=False)
    sys.stdout.write("\n")


def print_csv(columns: Sequence[str], rows: Iterable[dict[str, Any]]) -> None:
    """Rows as CSV with a header line; fields outside `columns` are left out."""
    writer = csv.DictWriter(sys.stdout, columns, extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)


def complain(message: str) -> None:
    """One line on standard error."""
    errors.print(message, markup=False)


def progress(label: str) -> Progress:
    """A progress bar on standard error that shows how many of how many are done."""
    count = (BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(TextColumn(label), *count, TextColumn("{task.description}"), console=errors)
