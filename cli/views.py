"""Tables and trees that people read in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Column, Table
from rich.text import Text

from cli import wording
from cli.wording import in_line, legend
from graph.counted import counted

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
    """A document's title; where it has none, its part and its file."""
    return title or (f"{part} ({source})" if part else source)


def plan_of(row: Row) -> str:
    """The name of the document that a row of the store is about."""
    return plan_name(row["plan"], row["source"], row["part"])


def folding(*names: str, **look: Any) -> Table:
    """A table that folds what is wider than its column, where Rich would cut it: Chinese has no blanks to wrap at."""
    return Table(*(Column(name, overflow="fold") for name in names), **look)


def beside(lines: Iterable[tuple[str, RenderableType]], indent: int = 2) -> RenderableType:
    """Lines with a mark each, their keys or ranks, and everything else folded in a column of its own beside these."""
    grid = Table.grid(Column(no_wrap=True, style="dim"), Column(overflow="fold"), padding=(0, 2, 0, 0))
    for mark, told in lines:
        grid.add_row(mark, told)
    return Padding(grid, (0, 0, 0, indent))


def tasks_by_plan(graph: Store, rows: Sequence[Row]) -> RenderableType:
    """Tasks under the title of their plan, each with the clause it was read from and the words in it marked."""
    plans: dict[str, list[Row]] = {}
    for row in rows:
        plans.setdefault(row["document"], []).append(row)
    blocks: list[RenderableType] = []
    for document, listed in plans.items():
        text = graph.run("text", documents=[document])[0]["text"]
        tasks = counted(len({row["task"] for row in listed}), "task")
        heading = Text.assemble((plan_of(listed[0]), "bold cyan"), (f"  {tasks}", "dim"))
        blocks += [Text(), heading, beside(task_lines(listed, text))]
    told = [legend(row["key"] for row in rows), wording.SHARE if any(row.get("role") for row in rows) else ""]
    return Group(*blocks, Text(), Text(" ".join(filter(None, told)), "dim"))


def task_lines(rows: Iterable[Row], text: str) -> Iterator[tuple[str, RenderableType]]:
    """Tasks by their keys: what each is, then the words that state the fact, once where two facts stand in them."""
    from graph.answers.evidence import quote

    seen = set()
    for row in rows:
        said = quote(text, row["evidence_start"], row["evidence_end"])
        if (fact := (row["task"], noted(row), str(said))) in seen:
            continue
        seen.add(fact)
        first = Text.assemble(row["title"], (f"  {noted(row)}", "green"))
        marked = (in_line(said.before), (in_line(said.words), "bold yellow"), in_line(said.after))
        yield row["key"], Group(first, Padding(Text.assemble("“", *marked, "”", style="dim"), (0, 0, 0, 2)))


def noted(row: Row) -> str:
    """What is said beside a task: the role of the body, with how often its rule is right, or when the task is due."""
    from nlp.confidence import confidence

    if not row.get("role"):
        return row.get("due") or ""
    default = " (named for all later tasks)" if row["default"] else ""
    return f"{ROLES[row['role']]}{default} {confidence('owner', row['rule']):.0%}"


def plan(graph: Store, row: Row) -> RenderableType:
    """A plan at a glance: what it is, then its tasks with owners and deadlines."""
    from graph.belongings import belongings
    from graph.territory import territory

    facts = [plan_of(row), row["kind"], territory(row), row["number"], row["issued"]]
    heading = Text("  ".join(filter(None, facts)), "bold cyan")
    tasks = graph.run("tasks", document=row["document"])
    if not tasks:
        return Group(Text(), heading, Text("  sets no tasks", "dim"))
    owners = belongings(graph, "owners_of_task", tasks)
    due = belongings(graph, "deadlines_of_task", tasks)
    lines = []
    for task in tasks:
        mine = [owner for owner in owners[task["task"]] if not owner["default"]]
        leads = "、".join(owner["name"] for owner in mine if owner["role"] == "lead")
        others = "、".join(owner["name"] for owner in mine if owner["role"] != "lead")
        times = "; ".join(deadline["text"] for deadline in due[task["task"]])
        lines.append((task["key"], task["title"], leads, others, times))
    table = without_empty(("", "task", "lead", "others", "due"), lines)
    return Group(Text(), heading, table, Text(legend(task["key"] for task in tasks), "dim"))


def without_empty(names: Sequence[str], lines: Sequence[Sequence[str | None]]) -> Table:
    """A table without the columns in which nothing stands."""
    told = [at for at in range(len(names)) if any(line[at] for line in lines)]
    table = folding(*(names[at] for at in told), box=None, header_style="dim")
    for line in lines:
        table.add_row(*(Text(line[at] or "") for at in told))
    return table


def targets(rows: Iterable[Row]) -> Table:
    """Targets and results, one a line, each with its clause."""
    from graph.territory import territory

    lines = [
        [row["canonical"], territory(row), row["scope"], value(row), row["year"], row["status"], in_line(row["text"])]
        for row in rows
    ]
    return without_empty(("indicator", "place", "scope", "value", "year", "", "words"), lines)


def value(row: Row) -> str:
    """Operator, value and unit as people write them: ≥95%, 3-5 个."""
    number = f"{row['value']:,.10g}" + (f"-{row['value2']:,.10g}" if row["value2"] is not None else "")
    unit = row["unit"] or ""
    sign = "" if row["op"] == "=" else SIGNS.get(row["op"], row["op"])
    return f"{sign}{number}{unit if unit == '%' else ' ' + unit}".strip()
