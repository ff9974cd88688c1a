"""`shanshui show`: what the store knows of a department, a plan, a water, a project, an indicator or a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli import output, views
from cli.output import Json
from cli.store import DEFAULT, StoreUri, opened
from corpus.errors import ShanshuiError
from nlp.facts import ROLES

if TYPE_CHECKING:
    from graph.store import Store

app = typer.Typer(help="Show what the store knows, with the words it was read from.", no_args_is_help=True)

Rows = list[dict[str, Any]]
Csv = Annotated[bool, typer.Option("--csv", help="Print rows as CSV.")]
Name = Annotated[str, typer.Argument(help="A name in Chinese or English.")]
Where = Annotated[str, typer.Option(help="Only plans of this place.")]


class NothingFoundError(ShanshuiError):
    """Nothing in the store answers to a name."""


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
    from graph.search.department import understand

    if role and role not in ROLES:
        raise typer.BadParameter(f"{role} is no role; there are {', '.join(ROLES)}", param_hint="--role")
    wanted = understand(name).parameters() | ({"place": place_name(place)} if place else {})
    with opened(store, read_only=True) as graph:
        rows = graph.run("tasks_by_department", **wanted, **({"role": role} if role else {}))
        present(graph, rows, name, as_json, as_csv)


@app.command()
def water(name: Name, store: StoreUri = DEFAULT, as_json: Json = False, as_csv: Csv = False) -> None:
    """Tasks that concern a river, lake, reservoir or other water."""
    from nlp.vocabulary import load

    entry = load("water_bodies").lookup(name)
    with opened(store, read_only=True) as graph:
        rows = graph.run("tasks_by_water_body", name=entry.label if entry else name)
        present(graph, rows, name, as_json, as_csv)


@app.command()
def project(name: Name, store: StoreUri = DEFAULT, as_json: Json = False, as_csv: Csv = False) -> None:
    """Tasks that name a project."""
    with opened(store, read_only=True) as graph:
        present(graph, graph.run("tasks_by_project", name=name), name, as_json, as_csv)


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
    from nlp.vocabulary import load

    entry = load("indicators").lookup(name)
    where = {"place": place_name(place)} if place else {}
    with opened(store, read_only=True) as graph:
        rows = graph.run("targets", indicator=entry.id if entry else name, **where)
        rows = rows or [row for row in graph.run("targets", **where) if measures(row, name)]
        found(rows, name)
        if as_json or as_csv:
            export(rows, as_csv)
        else:
            output.people.print(views.targets(rows))


@app.command()
def deadlines(
    until: Annotated[str, typer.Argument(help="A year, month or day: 2025, 2025-06 or 2025-06-30.")],
    place: Where = "",
    store: StoreUri = DEFAULT,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """Tasks that are due by a time, the earliest first."""
    from nlp.times.date import last_day

    try:
        date = last_day(until)
    except ValueError as error:
        raise typer.BadParameter(f"{until} is no year, month or day") from error
    where = {"place": place_name(place)} if place else {}
    with opened(store, read_only=True) as graph:
        rows = graph.run("deadlines_up_to", date=date, **where)
        present(graph, rows, until, as_json, as_csv)


def place_name(name: str) -> str:
    """The full name of a place given in Chinese or English; raises NothingFoundError for one that is no place."""
    from nlp.places.place import find

    found_place = find(name)
    if not found_place:
        raise NothingFoundError(f"{name} is no place that Shanshui knows")
    return found_place.name


def plans_of(graph: Store, name: str) -> Rows:
    """The documents of a place, or whose title, source or part holds the name."""
    from nlp.places.place import find

    place = find(name)
    rows = graph.run("documents", place=place.name) if place else []
    if not rows:
        rows = [
            r for r in graph.run("documents") if any(name in (r[field] or "") for field in ("plan", "source", "part"))
        ]
    return found(rows, name)


def present(graph: Store, rows: Rows, name: str, as_json: bool, as_csv: bool) -> None:
    """Prints rows of tasks as JSON, as CSV or, for people, plan by plan with the words of each."""
    found(rows, name)
    if as_json or as_csv:
        export(rows, as_csv)
    else:
        output.people.print(views.tasks_by_plan(graph, rows))


def found(rows: Rows, name: str) -> Rows:
    """The rows; raises NothingFoundError where there are none."""
    if not rows:
        raise NothingFoundError(f"nothing in the store answers to {name}")
    return rows


def export(rows: Sequence[dict[str, Any]], as_csv: bool) -> None:
    """Rows as CSV or as one JSON object."""
    if as_csv:
        output.print_csv(list(rows[0]), rows)
    else:
        output.print_json({"rows": rows})
