"""`shanshui remove`: takes documents out of a store."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli import output
from cli.output import Json
from cli.plans import plans_of
from cli.show import Name
from cli.store import DEFAULT, StoreUri, opened
from cli.views import plan_of
from graph.counted import counted

if TYPE_CHECKING:
    from graph.store import Store

_TOLD = {
    "Task": "task",
    "Target": "target",
    "Deadline": "deadline",
    "Department": "department",
    "WaterBody": "water",
    "Project": "project",
}


def remove(
    name: Name,
    every: Annotated[bool, typer.Option("--all", help="Remove all documents that the name fits.")] = False,
    store: StoreUri = DEFAULT,
    as_json: Json = False,
) -> None:
    """Take a document out of the store, by its id, file, place or a part of its title, with all that only it states.

    Where the name fits several they are listed, and nothing is removed without --all. Files are never touched.
    """
    with opened(store, read_only=True) as graph:  # to write, a store would be made where there is none
        rows = plans_of(graph, name)
    if len(rows) > 1 and not every:
        output.people.print(listed(rows), markup=False, highlight=False)
        output.complain(f"{name} fits {len(rows)} documents; name one by more of its title or its id, or add --all")
        raise typer.Exit(1)
    with opened(store) as graph:
        gone = taken_out(graph, rows)
    if as_json:
        shown = [{"document": row["document"], "source": row["source"], "part": row["part"]} for row in rows]
        output.print_json({"removed": shown, "nodes": gone})
    else:
        output.people.print(told(rows, gone), markup=False, highlight=False)


def taken_out(graph: Store, rows: list[dict[str, Any]]) -> Counter[str]:
    """Removes documents; returns how many nodes of each kind went with them, since no other document states them."""
    before = nodes(graph)
    for row in rows:
        graph.remove(row["document"])
    return before - nodes(graph)


def nodes(graph: Store) -> Counter[str]:
    """How many nodes of each kind there are."""
    return Counter({row["label"]: row["nodes"] for row in graph.run("stats")})


def listed(rows: list[dict[str, Any]]) -> str:
    """Documents, two lines each: the name, then the id."""
    return "\n".join(f"{plan_of(row)}\n  {row['document']}" for row in rows)


def told(rows: list[dict[str, Any]], gone: Counter[str]) -> str:
    """What was removed and what went with it, in words."""
    along = ", ".join(counted(gone[label], noun) for label, noun in _TOLD.items() if gone[label])
    with_it = f"Gone with it, since no other document states them: {along}." if along else "Nothing else went with it."
    again = "The file itself is untouched; `shanshui ingest` reads it again."
    return "\n".join([*(f"removed: {plan_of(row)}" for row in rows), with_it, again])
