"""Tables and trees that people read in a terminal."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING, Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from graph.store import Store

Row = dict[str, Any]
ROLES = {
    "lead": "牵头 lead",
    "responsible": "责任 responsible",
    "cooperating": "配合 cooperating",
    "supervising": "督导 supervising",
}
SIGNS = {"increase": "+", "decrease": "−", "range": "", "~": "≈", ">=": "≥", "<=": "≤"}


def plan_name(title: str | None, source: str, part: str | None) -> str:
    """A document's title, or its file and part where it has none."""
    return title or " ".join(filter(None, (source, part)))


def plan_of(row: Row) -> str:
    """The name of the document that a row of the store is about."""
    return plan_name(row["plan"], row["source"], row["part"])


def tasks_by_plan(graph: Store, rows: Iterable[Row]) -> RenderableType:
    """Tasks under the title of their plan, each with the clause it was read from and the words in it marked."""
    blocks: list[RenderableType] = []
    for document, of_plan in groupby(rows, lambda row: row["document"]):
        listed = list(of_plan)
        text = graph.run("text", documents=[document])[0]["text"]
        tasks = len({row["task"] for row in listed})
        heading = Text.assemble((plan_of(listed[0]), "bold cyan"), (f"  {tasks} tasks", "dim"))
        blocks += [Text(), heading, *(task_lines(row, text) for row in listed)]
    return Group(*blocks)


def task_lines(row: Row, text: str) -> RenderableType:
    """A task in two lines: where it stands and what it is; then the words that state the fact."""
    from graph.answers.evidence import quote
    from nlp.confidence import confidence

    said = quote(text, row["evidence_start"], row["evidence_end"])
    note = ROLES.get(row.get("role", ""), row.get("due") or "")
    note += " (named for all later tasks)" if row.get("default") else ""
    if row.get("role"):
        note += f" {confidence('owner', row['rule']):.0%}"
    first = Text.assemble((f"{row['key']}  ", "dim"), row["title"], (f"  {note}", "green"))
    words = Text.assemble("“", said.before, (said.words, "bold yellow"), said.after, "”", style="dim")
    return Padding(Group(first, Padding(words, (0, 0, 0, 4))), (0, 0, 0, 2))


def plan(graph: Store, row: Row) -> RenderableType:
    """A plan at a glance: what it is, then its tasks with owners and deadlines."""
    from graph.belongings import belongings
    from graph.territory import territory

    facts = [plan_of(row), row["kind"], territory(row), row["number"], row["issued"]]
    tasks = graph.run("tasks", document=row["document"])
    owners = belongings(graph, "owners_of_task", tasks)
    due = belongings(graph, "deadlines_of_task", tasks)
    table = Table("", "task", "lead", "others", "due", box=None, header_style="dim")
    for task in tasks:
        mine = [owner for owner in owners[task["task"]] if not owner["default"]]
        leads = "、".join(owner["name"] for owner in mine if owner["role"] == "lead")
        others = "、".join(owner["name"] for owner in mine if owner["role"] != "lead")
        times = "; ".join(deadline["text"] for deadline in due[task["task"]])
        table.add_row(Text(task["key"], "dim"), task["title"], leads, others, times)
    return Group(Text(), Text("  ".join(filter(None, facts)), "bold cyan"), table)


def targets(rows: Iterable[Row]) -> Table:
    """Targets and results, one a line, each with its clause."""
    from graph.territory import territory

    table = Table("indicator", "place", "scope", "value", "year", "", "words", box=None, header_style="dim")
    for row in rows:
        said = (row["scope"], value(row), row["year"], row["status"], Text(row["text"], "dim"))
        table.add_row(row["canonical"], territory(row), *said)
    return table


def value(row: Row) -> str:
    """Operator, value and unit as people write them: ≥95%, 3-5 个."""
    number = f"{row['value']:,.10g}" + (f"-{row['value2']:,.10g}" if row["value2"] is not None else "")
    unit = row["unit"] or ""
    sign = "" if row["op"] == "=" else SIGNS.get(row["op"], row["op"])
    return f"{sign}{number}{unit if unit == '%' else ' ' + unit}".strip()
