"""`shanshui show`: what the store knows of a department, a plan, a water, a project, an indicator or a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli import output, views
from cli.output import Json
from cli.plans import Rows, known, plans_of, some
from cli.store import DEFAULT, StoreUri, opened
from nlp.facts import ROLES

if TYPE_CHECKING:
    from graph.store import Store

app = typer.Typer(help="Show what the store knows, with the words it was read from.", no_args_is_help=True)

_TIMES = "2025, 2025-06 or 2025-06-30"
Csv = Annotated[bool, typer.Option("--csv", help="Print rows as CSV.")]
Where = Annotated[str, typer.Option(help="Only plans of this place.")]


def named(name: str) -> str:
    """A name that says something; raises BadParameter for a blank one, which every name would hold."""
    if not name.strip():
        raise typer.BadParameter("it is blank; give a name in Chinese or English")
    return name.strip()


Name = Annotated[str, typer.Argument(help="A name in Chinese or English.", callback=named, show_default=False)]


@app.command()
def department(
    name: Name,
    role: Annotated[str, typer.Option(help=f"One of {', '.join(ROLES)}.")] = "",
    place: Where = "",
    store: StoreUri = DEFAULT,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """Tasks that a department leads or takes part in, plan by plan, each with the words that say so."""
    from graph.naming import department_filter, place_filter

    if role and role not in ROLES:
        raise typer.BadParameter(f"{role} is no role; there are {', '.join(ROLES)}", param_hint="--role")
    with opened(store, read_only=True) as graph:
        wanted = department_filter(graph, name) | place_filter(graph, place) | ({"role": role} if role else {})
        rows = graph.run("tasks_by_department", **wanted)
        asked = " ".join(filter(None, ("as " + role if role else "", "in " + place if place else "")))
        some(rows, f"{name} is known, but carries no task {asked}".rstrip())
        present(graph, rows, as_json, as_csv)


@app.command()
def water(name: Name, store: StoreUri = DEFAULT, as_json: Json = False, as_csv: Csv = False) -> None:
    """Tasks that concern a river, lake, reservoir or other water."""
    from nlp.vocabulary import load

    entry = load("water_bodies").lookup(name)
    with opened(store, read_only=True) as graph:
        rows = graph.run("tasks_by_water_body", name=entry.label if entry else name)
        known(rows, f"no task concerns a water called {name}", name, each(graph, {"water_bodies": "name"}))
        present(graph, rows, as_json, as_csv)


@app.command()
def project(name: Name, store: StoreUri = DEFAULT, as_json: Json = False, as_csv: Csv = False) -> None:
    """Tasks that name a project."""
    with opened(store, read_only=True) as graph:
        rows = graph.run("tasks_by_project", name=name)
        known(rows, f"no task names a project called {name}", name, each(graph, {"projects": "name"}))
        present(graph, rows, as_json, as_csv)


@app.command()
def plan(name: Name, store: StoreUri = DEFAULT, as_json: Json = False, as_csv: Csv = False) -> None:
    """A plan at a glance, by place or by a part of its title or file name: its tasks, owners and deadlines."""
    with opened(store, read_only=True) as graph:
        documents = plans_of(graph, name)
        rows = [row for each in documents for row in graph.run("tasks", document=each["document"])]
        if as_json or as_csv:
            export(rows, as_csv)
            return
        for each in documents:
            output.people.print(views.plan(graph, each))


@app.command()
def indicator(
    name: Name, place: Where = "", store: StoreUri = DEFAULT, as_json: Json = False, as_csv: Csv = False
) -> None:
    """Targets and results of an indicator, in all plans or those of a place."""
    from graph.comparison.compare import measures
    from graph.naming import place_filter
    from nlp.vocabulary import load

    entry = load("indicators").lookup(name)
    with opened(store, read_only=True) as graph:
        where = place_filter(graph, place)
        rows = graph.run("targets", indicator=entry.id if entry else name, **where)
        rows = rows or [row for row in graph.run("targets", **where) if measures(row, name)]
        nothing = f"no target measures {name}" + (f" in {place}" if place else "")
        known(rows, nothing, name, each(graph, {"targets": "indicator", "indicators": "name"}))
        if as_json or as_csv:
            export(rows, as_csv)
        else:
            output.people.print(views.targets(rows))


@app.command()
def deadlines(
    until: Annotated[str, typer.Argument(help=f"A year, month or day: {_TIMES}.")] = "2100",
    place: Where = "",
    store: StoreUri = DEFAULT,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """Tasks that are due by a time, plan by plan, the earliest first."""
    from graph.naming import place_filter
    from nlp.times.date import last_day

    try:
        date = last_day(until)
    except ValueError as error:
        raise typer.BadParameter(f"{until} is no year, month or day; write it as {_TIMES}") from error
    with opened(store, read_only=True) as graph:
        rows = graph.run("deadlines_up_to", date=date, **place_filter(graph, place))
        some(rows, f"no task is due by {until}" + (f" in {place}" if place else ""))
        present(graph, rows, as_json, as_csv)


def present(graph: Store, rows: Rows, as_json: bool, as_csv: bool) -> None:
    """Prints rows of tasks as JSON, as CSV or, for people, plan by plan with the words of each."""
    if as_json or as_csv:
        export(rows, as_csv)
    else:
        output.people.print(views.tasks_by_plan(graph, rows))


def each(graph: Store, fields: dict[str, str]) -> Iterator[str]:
    """What the rows of some named queries have in a field; nothing is asked before it is wanted."""
    for query, field in fields.items():
        yield from (row[field] for row in graph.run(query) if row[field])


def export(rows: Sequence[dict[str, Any]], as_csv: bool) -> None:
    """Rows as CSV, without a line where there are none, or as one JSON object."""
    if not as_csv:
        output.print_json({"rows": rows})
    elif rows:
        output.print_csv(list(rows[0]), rows)
