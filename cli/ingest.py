"""`shanshui ingest`: reads files into a store."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli import output
from cli.extract import Paths, Workers, nothing_in
from cli.output import Json
from cli.store import DEFAULT, StoreUri, opened

if TYPE_CHECKING:
    from graph.ingest import Report


Cluster = Annotated[
    str,
    typer.Option(help="Read on a Dask cluster: the address of its scheduler, or `local` for --workers processes here."),
]


def ingest(
    paths: Paths, store: StoreUri = DEFAULT, workers: Workers = 1, cluster: Cluster = "", as_json: Json = False
) -> None:
    """Read files or folders into the store; running it twice changes nothing, a changed file replaces its own facts."""
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
        unread = {skip["path"] for skip in report.skipped} & there
        bar.update(line, completed=len(there) - len(unread), description="")
    for skip in report.skipped:
        output.complain(f"{skip['path']}: {skip['reason']}")
    if as_json:
        output.print_json(report_record(report))
    else:
        tell(report, store)
        if not (report.documents or report.unchanged or report.skipped):
            output.complain(nothing_in(paths))
    if report.skipped:
        raise typer.Exit(1)


def report_record(report: Report) -> dict[str, Any]:
    """The report as JSON; `documents` counts all documents that came in, `unchanged` those that were there already."""
    told = {field.name: getattr(report, field.name) for field in fields(report)}
    return told | {"documents": report.documents + report.unchanged, "read": report.documents}


def tell(report: Report, store: str) -> None:
    """The report for people, in a few lines."""
    output.people.print(
        f"{report.documents} documents read, {report.unchanged} unchanged, {report.removed} removed, "
        f"{len(report.skipped)} files skipped; {report.seconds:.1f} s, kept in {store}"
    )
    if report.documents:
        output.people.print(
            f"{report.tasks} tasks, {report.owners} owners, {report.targets} targets, {report.deadlines} deadlines, "
            f"{report.water_bodies} mentions of waters, {report.projects} of projects, {report.citations} citations, "
            f"{report.issues} doubtful places"
        )
    if report.retried:
        output.people.print(f"{report.retried} writes waited for another program and were begun anew")
    for reason, times in report.rejected.most_common():
        output.people.print(f"  turned down {times} times: {reason}", style="dim")
