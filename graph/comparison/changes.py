"""A plan against the plan before it, and targets against the results that a report tells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from graph.comparison.counterparts import without_counterpart
from graph.shapes import Shape, document_shape, target_shape
from graph.store import Record, Store
from graph.territory import territory


def successions(rows: Sequence[Record]) -> list[tuple[Record, Record]]:
    """Of each territory that several plans govern the last two, the earlier first: by period, then by date of issue.

    `rows` are documents with `places`, `kind`, `period_start`, `period_end` and `issued`.
    """
    by_place: dict[str, list[Record]] = defaultdict(list)
    for row in rows:
        if row["kind"] == "plan" and (place := territory(row)):
            by_place[place].append(row)
    ordered = [sorted(plans, key=_age) for plans in by_place.values()]
    return [(plans[-2], plans[-1]) for plans in ordered if len(plans) > 1]


def _age(row: Record) -> tuple[str, str, str]:
    return row["period_start"] or "", row["period_end"] or "", row["issued"] or row["published"] or ""


def change(store: Store, before: Record, after: Record) -> Shape:
    """What a plan changes over the one before: targets with another value, new ones, dropped ones; tasks likewise.

    A target is the same where it measures the same in the same scope; a task where it resembles one (the likeness of
    `without_counterpart`). In `森林覆盖率达到65%` and later 68% the value changes, though the year does too.
    """
    old, new = (_by_measure(store.run("targets", document=row["document"])) for row in (before, after))
    tasks = {row["document"]: store.run("tasks", document=row["document"]) for row in (before, after)}
    found = without_counterpart(tasks)
    same = [key for key in new if key in old]
    return {
        "before": document_shape(before),
        "after": document_shape(after),
        "changed": [pair for key in same if (pair := _pair(old[key], new[key]))],
        "added": [target_shape(row) for key in new if key not in old for row in new[key]],
        "dropped": [target_shape(row) for key in old if key not in new for row in old[key]],
        "added_tasks": [line["task"] for line in found if line["place"] == after["document"]],
        "dropped_tasks": [line["task"] for line in found if line["place"] == before["document"]],
    }


def _by_measure(rows: Sequence[Record]) -> dict[tuple[str, str], list[Record]]:
    """The targets by what they measure and where, those of the last year last."""
    found: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: row["year"] or ""):
        if row["status"] == "target":
            found[row["measured"], row["scope"] or ""].append(row)
    return dict(found)


def _pair(old: list[Record], new: list[Record]) -> Shape | None:
    """The last values of an indicator in both plans where they differ."""
    fields = ("op", "value", "value2", "unit")
    if all(old[-1][name] == new[-1][name] for name in fields):
        return None
    return {"indicator": new[-1]["canonical"], "before": target_shape(old[-1]), "after": target_shape(new[-1])}


def progress(rows: Sequence[Record]) -> list[Shape]:
    """Targets with the results that are told of the same indicator in the same territory, each with both wordings.

    `rows` are targets with `places`; a result counts for a target of its year or of none.
    """
    results: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for row in rows:
        if row["status"] == "result":
            results[territory(row), row["measured"]].append(row)
    return [
        {"indicator": row["canonical"], "target": target_shape(row), "result": target_shape(result)}
        for row in rows
        if row["status"] == "target"
        for result in results.get((territory(row), row["measured"]), ())
        if not (row["year"] and result["year"]) or row["year"][:4] == result["year"][:4]
    ]
