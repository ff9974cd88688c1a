"""`shanshui extract`: reads files and prints what they say, without a store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from cli import output
from cli.output import Json
from cli.views import plan_name
from corpus.errors import UnreadableFileError

if TYPE_CHECKING:
    from corpus.document import Document
    from nlp.facts import Facts

Paths = Annotated[list[Path], typer.Argument(help="Files or folders to read.", show_default=False)]
Workers = Annotated[int, typer.Option(min=1, help="Processes that read documents side by side.")]
Explain = Annotated[bool, typer.Option("--explain", help="Print which rule read what, and how often it is right.")]


def extract(paths: Paths, as_json: Json = False, explain: Explain = False, workers: Workers = 1) -> None:
    """Read files or folders and print their tasks, owners, targets, deadlines, rivers, projects and citations."""
    from nlp.pipeline import read
    from nlp.record import document_record

    failures: list[UnreadableFileError] = []
    facts = read(readable(paths, failures), workers=workers)
    if as_json:
        output.print_json({"documents": [document_record(each) for each in facts]})
    elif explain:
        from cli import explanation

        for each in facts:
            output.people.print(explanation.explain(document_record(each)))
    elif (shown := summary(facts)).row_count:
        output.people.print(shown)
    elif not failures:
        output.complain(nothing_in(paths))
    if failures:
        raise typer.Exit(1)


def nothing_in(paths: list[Path]) -> str:
    """What is said of folders in which no file stands."""
    from corpus.reader import FORMATS

    return f"{', '.join(map(str, paths))}: there is no file to read; put {' '.join(FORMATS)} there"


def readable(paths: list[Path], failures: list[UnreadableFileError]) -> Iterator[Document]:
    """The documents that can be read; each failure is named on standard error and kept in `failures`."""
    from corpus.intake import documents

    for item in documents(paths):
        if isinstance(item, UnreadableFileError):
            failures.append(item)
            output.complain(str(item))
        else:
            yield item


def summary(facts: Iterable[Facts]) -> Table:
    """One line a document: how much of what was found in it."""
    columns = ("tasks", "owners", "targets", "deadlines", "rivers", "projects", "citations")
    table = Table("document", "kind", "place", *columns)
    for each in facts:
        owners = [owner for task in each.tasks for owner in task.owners]
        deadlines = [deadline for task in each.tasks for deadline in task.deadlines]
        rivers, projects = ({m.name for m in mentions} for mentions in (each.water_bodies, each.projects))
        found = (each.tasks, owners, each.targets, deadlines, rivers, projects, each.citations)
        place = each.jurisdiction.name if each.jurisdiction else ""
        table.add_row(
            plan_name(each.title, each.source, each.part), each.kind, place, *(str(len(listed)) for listed in found)
        )
    return table
