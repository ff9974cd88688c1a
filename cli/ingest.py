"""`shanshui ingest`: reads files into a store."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli import failures, output
from cli.extract import Paths, Workers, nothing_in
from cli.failures import Verbose
from cli.output import Json
from cli.store import DEFAULT, StoreUri, opened
from corpus.errors import UnreadableFileError
from graph.counted import counted

if TYPE_CHECKING:
    from graph.ingest import Report


Cluster = Annotated[
    str,
    typer.Option(help="Read on a Dask cluster: the address of its scheduler, or `local` for --workers processes here."),
]


def ingest(
    paths: Paths,
    store: StoreUri = DEFAULT,
    workers: Workers = 1,
    cluster: Cluster = "",
    verbose: Verbose = False,
    as_json: Json = False,
) -> None:
    """Read files or folders into the store; running it twice changes nothing, a changed file replaces its own facts.

    Documents whose file is gone stay until `shanshui remove` takes them out.
    """
    from corpus.reader import find_files
    from graph.cluster import outcomes_on
    from graph.ingest import ingest as read_into
    from graph.ingest import keep

    there = {str(found[0]) for found in find_files(paths) if isinstance(found, tuple)}
    done: set[str] = set()
    with opened(store) as graph, output.progress("reading plans") as bar:
        line = bar.add_task("", total=len(there))

        def advance(source: str) -> None:
            done.add(source)
            bar.update(line, completed=len(done), description=source)

        if cluster:
            report = keep(outcomes_on(cluster, paths, graph.fingerprints(), workers), graph, advance)
        else:
            report = read_into(paths, graph, workers=workers, progress=advance)
        bar.update(line, completed=len(there), description="")  # with those that could not be read
    failures.tell((UnreadableFileError(skip["path"], skip["reason"]) for skip in report.skipped), verbose)
    if as_json:
        output.print_json(report_record(report))
    else:
        tell(report, store, verbose)
        if not (report.documents or report.unchanged or report.skipped):
            output.complain(nothing_in(paths))
    if report.skipped:
        raise typer.Exit(1)


def report_record(report: Report) -> dict[str, Any]:
    """The report as JSON; `documents` counts all documents that came in, `unchanged` those that were there already."""
    told = {field.name: getattr(report, field.name) for field in fields(report)}
    return told | {"documents": report.documents + report.unchanged, "read": report.documents}


def tell(report: Report, store: str, verbose: bool) -> None:
    """The report for people, in a few lines; `verbose` lists why rules turned wordings down."""
    say(f"{came(report)}; {report.seconds:.1f} s, kept in {store}")
    if report.documents:
        say(f"{read(report)}.")
        say(f"{doubted(report)}{'' if verbose else ' (--verbose says why)'}.")
    if verbose:
        for reason, times in report.rejected.most_common():
            say(f"  {counted(times, 'time')}: {reason}", style="dim")
    if report.retried:
        say(f"{counted(report.retried, 'write')} waited for another program and began anew.")
    if report.others:
        say(
            f"The store also holds {counted(report.others, 'document')} of other files. "
            "Documents of files that were deleted stay until `shanshui remove` takes them out."
        )


def came(report: Report) -> str:
    """What came in: `26 documents read, 2 there already, 1 file not read`."""
    told = [f"{counted(report.documents, 'document')} read"]
    if report.unchanged:
        told.append(f"{report.unchanged:,} there already")
    if report.removed:
        told.append(f"{report.removed:,} taken out, which their file no longer has")
    if report.skipped:
        told.append(f"{counted(len(report.skipped), 'file')} not read")
    return ", ".join(told)


def read(report: Report) -> str:
    """How many facts were found in what was read."""
    kinds = ("task", report.tasks), ("owner", report.owners), ("target", report.targets), ("deadline", report.deadlines)
    waters, projects = counted(report.water_bodies, "mention"), f"{report.projects:,}"
    told = [*(counted(number, kind) for kind, number in kinds), f"{waters} of waters, {projects} of projects"]
    return ", ".join([*told, counted(report.citations, "citation")])


def doubted(report: Report) -> str:
    """How much is doubtful, and how much was turned down."""
    return (
        f"{counted(report.issues, 'place')} in the text damaged or doubtful (the explorer lists them under Review), "
        f"{counted(report.rejected.total(), 'wording')} weighed and not taken for a fact"
    )


def say(line: str, style: str = "") -> None:
    """One line of the report."""
    output.people.print(line, style=style, markup=False, highlight=False)
