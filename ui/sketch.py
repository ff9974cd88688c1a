"""Sketch: the small graph beside an answer, of its first tasks or values and what they hang on."""

from __future__ import annotations

from collections import Counter
from typing import Any

from ui import picture, quantity
from ui.drawing import Drawing
from ui.service import rows
from ui.titles import plan_name
from ui.words import name_of

DRAWN = 6  # tasks or values
Row = dict[str, Any]


def show(drawn: Drawing) -> None:
    """The small graph beside an answer; a click on a node leads to the large one around it."""
    if node := picture.draw(drawn):
        picture.lead_to(node, drawn)


def of_tasks(tasks: list[Row], answer: Row) -> Drawing:
    """The first tasks of an answer with their plans, and the functions asked for or found that carry them."""
    named = {row["function"]: name_of(row) for row in rows("functions")}
    first = tasks[:DRAWN]
    drawn = Drawing(("Task", first[0]["id"]))
    carried = [(owner["task"], owner["function"]) for owner in answer.get("owners") or []]
    for row in first:
        task, plan = ("Task", row["id"]), ("Document", row["document"])
        drawn.names |= {task: row.get("heading") or row["title"], plan: plan_name(row)}
        drawn.edges[plan, task] = "HAS"
        carried.append((row["id"], answer["slots"].get("department")))
    for id, function in carried:
        if ("Task", id) in drawn.names and function in named:
            drawn.names["Function", function] = named[function]
            drawn.edges[("Task", id), ("Function", function)] = "OWNED_BY"
    return centred(drawn)


def of_targets(targets: list[Row]) -> Drawing:
    """The first values of an answer with their indicators and the plans that set them."""
    named = {row["indicator"]: name_of(row) for row in rows("indicators")}
    first = targets[:DRAWN]
    drawn = Drawing(("Target", first[0]["id"]))
    for row in first:
        value, plan = ("Target", row["id"]), ("Document", row["document"])
        drawn.names |= {value: f"{quantity.value(row)} {row['indicator']}", plan: plan_name(row)}
        drawn.edges[plan, value] = "SETS"
        if row["canonical"] in named:
            indicator = ("Indicator", row["canonical"])
            drawn.names[indicator] = named[row["canonical"]]
            drawn.edges[value, indicator] = "MEASURES"
    return centred(drawn)


def centred(drawn: Drawing) -> Drawing:
    """The drawing around the node that most others hang on; of several the last, which names what was asked for."""
    degrees = Counter(node for ends in drawn.edges for node in ends)
    centre = max(reversed(drawn.names), key=lambda node: degrees[node])
    return Drawing(centre, {centre: drawn.names[centre], **drawn.names}, drawn.edges)
