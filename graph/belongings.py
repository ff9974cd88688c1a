"""What belongs to tasks: who carries them, what they set, when they are due, what they concern."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from graph.store import Record, Store

Belonging = Literal["owners_of_task", "targets_of_task", "deadlines_of_task", "things_of_task"]


def belongings(store: Store, query: Belonging, tasks: Sequence[Record]) -> dict[str, list[Record]]:
    """The rows of a named query for each of some tasks, by the id of the task; an empty list where it has none."""
    found: dict[str, list[Record]] = {row["task"]: [] for row in tasks}
    for row in store.run(query, tasks=list(found)):
        found[row["task"]].append(row)
    return found
