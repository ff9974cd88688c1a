"""Places side by side: the same indicators with their values, the same fields of policy with their tasks and leads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from graph.belongings import belongings
from graph.comparison.changes import change, progress, successions
from graph.comparison.counterparts import without_counterpart
from graph.comparison.leads import lead_matrix
from graph.shapes import Shape, owner_shape, target_shape, task_shape
from graph.store import Record, Store, UnknownNameError
from graph.territory import territory
from nlp.places import place as places
from nlp.targets.unit import convert
from nlp.vocabulary import load


def compare(store: Store, names: Sequence[str], indicator: str = "", domain: str = "") -> Shape:
    """Indicators × places and fields of policy × places, each cell with its targets or tasks as they were read; who
    leads what where; the tasks that have no counterpart; plans against those before them, targets against results.
    Plans of places inside one that is asked for count as its own; `governs` of a target or task names their place.

    `indicator` (a name in either language or an id) and `domain` restrict both. Raises UnknownNameError for a
    place of which the store holds no document.
    """
    asked = list(dict.fromkeys(_territory(store, name) for name in names))
    targets = {place: [row for row in store.run("targets", place=place) if measures(row, indicator)] for place in asked}
    fields = {"domain": _domain(domain)} if domain else {}
    tasks = {place: store.run("tasks", place=place, **fields) for place in asked} if not indicator else {}
    if domain:
        field = fields["domain"]
        targets = {place: _of_field(rows, tasks.get(place, []), field) for place, rows in targets.items()}
    documents = _documents(store, asked)
    by_field = _domains(store, tasks, {row["document"]: territory(row) for row in documents})
    return {
        "places": asked,
        "indicators": _indicators(targets),
        "tasks": by_field,
        "leads": lead_matrix(by_field),
        "without_counterpart": without_counterpart(tasks),
        "changes": [change(store, *pair) for pair in successions(documents)] if not indicator else [],
        "progress": progress([row for rows in targets.values() for row in rows]),
    }


def _documents(store: Store, places: Sequence[str]) -> list[Record]:
    """The documents of some places, each once."""
    rows = [row for place in places for row in store.run("documents", place=place)]
    return list({row["document"]: row for row in rows}.values())


def _territory(store: Store, name: str) -> str:
    """The name that documents carry for a place given in Chinese or English."""
    found = places.find(name)
    held = {place for row in store.run("documents") for place in row["places"] or ()}
    full = found.name if found and found.name in held else name
    if full not in held:
        raise UnknownNameError(f"the store holds no document of {name}")
    return full


def measures(row: Record, indicator: str) -> bool:
    """Whether a target measures the indicator asked for, by id, by any of its names, or as written."""
    if not indicator:
        return True
    entry = load("indicators").lookup(indicator) or load("indicators").entries.get(indicator)
    return (entry is not None and row["measured"] == entry.id) or indicator in row["indicator"]


def _domain(name: str) -> str:
    """The id of a field of policy given by id or name; raises UnknownNameError for an unknown one."""
    entry = load("domains").entries.get(name) or load("domains").lookup(name)
    if entry is None:
        fields = ", ".join(load("domains").entries)
        raise UnknownNameError(f"there is no field of policy called {name}; there are {fields}")
    return entry.id


def _of_field(rows: list[Record], tasks: list[Record], domain: str) -> list[Record]:
    """The targets that tasks of a field of policy set, and those of its own indicators (water.county_sewage_rate)."""
    ids = {task["task"] for task in tasks}
    return [row for row in rows if row["task"] in ids or row["measured"].split(".")[0] == domain]


def _indicators(targets: dict[str, list[Record]]) -> list[Shape]:
    """One row an indicator: the cells of the places that set it, those that most places set first."""
    cells: dict[str, dict[str, list[Record]]] = defaultdict(lambda: defaultdict(list))
    for place, rows in targets.items():
        for row in rows:
            cells[row["measured"]][place].append(row)
    lines = [_indicator_line(of) for of in cells.values()]
    return sorted(lines, key=lambda line: (-len(line["cells"]), line["indicator"]))


def _indicator_line(cells: dict[str, list[Record]]) -> Shape:
    """The cells of one indicator, values brought to the unit that stands first."""
    rows = [row for of in cells.values() for row in of]
    unit = next((row["unit"] for row in rows if row["unit"]), None)
    shapes = {place: [_cell_target(row, unit) for row in of] for place, of in cells.items()}
    return {"indicator": rows[0]["canonical"], "unit": unit, "cells": shapes}


def _cell_target(row: Record, unit: str | None) -> Shape:
    return target_shape(row) | {"common": common_value(row, unit), "governs": territory(row)}


def common_value(row: Record, unit: str | None) -> float | None:
    """The value in the common unit; None where its own unit measures something else."""
    if row["unit"] == unit or not row["unit"] or not unit:
        return float(row["value"])
    return convert(row["value"], row["unit"], unit)


def _domains(store: Store, tasks: dict[str, list[Record]], governs: dict[str, str]) -> list[Shape]:
    """One row a field of policy: the tasks of each place, each with the bodies that lead it or else carry it."""
    owners = belongings(store, "owners_of_task", [row for rows in tasks.values() for row in rows])
    cells: dict[str, dict[str, list[Shape]]] = defaultdict(lambda: defaultdict(list))
    for place, rows in tasks.items():
        for row in rows:
            told = {"owners": _heads(owners[row["task"]]), "governs": governs[row["document"]]}
            cells[row["domain"]][place].append(task_shape(row) | told)
    return [{"domain": domain, "cells": dict(cells[domain])} for domain in load("domains").entries if domain in cells]


def _heads(rows: list[Record]) -> list[Shape]:
    """The leads of a task; where none is told apart those responsible, without the defaults."""
    named = [row for row in rows if not row["default"]]
    leads = [row for row in named if row["role"] == "lead"]
    return [owner_shape(row) for row in leads or named if row["role"] in ("lead", "responsible")]
