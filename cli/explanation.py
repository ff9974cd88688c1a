"""Which rule read what: every fact of a document in reading order, with its rule and how often that rule is right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from cli.views import plan_name
from graph.answers.evidence import quote

Record = dict[str, Any]
Fact = tuple[int, int, str, str, str, float]


def explain(record: Record) -> RenderableType:
    """A table of the facts of one record: kind, what was read, the rule, its share of right facts, the words."""
    title = plan_name(record["title"], record["source"], record["part"])
    table = Table("fact", "read as", "rule", "right", "words", title=title, title_justify="left", box=None)
    for start, end, kind, name, rule, share in sorted(facts(record)):
        said = quote(record["text"], start, end)
        words = Text.assemble(said.before[-30:], (said.words[:60], "bold yellow"), said.after[:30], style="dim")
        table.add_row(kind, name[:60], rule, f"{share:.0%}", words)
    return table


def facts(record: Record) -> Iterator[Fact]:
    """Every fact with its span, kind, reading, rule and confidence."""
    for task in record["tasks"]:
        yield task["start"], task["start"] + len(task["title"]), "task", task["key"], task["rule"], task["confidence"]
        for owner in task["owners"]:
            name = f"{owner['canonical'] or owner['name']}, {owner['role']}"
            yield owner["start"], owner["end"], "owner", name, owner["rule"], owner["confidence"]
        for due in task["deadlines"]:
            name = due["every"] or "–".join(filter(None, (due["start"], due["end"]))) or "no end"
            yield due["from"], due["to"], "deadline", name, due["rule"], due["confidence"]
    for target in record["targets"]:
        name = " ".join(str(target[key]) for key in ("indicator", "op", "value", "unit", "year") if target[key])
        yield target["start"], target["end"], "target", name, target["rule"], target["confidence"]
    for kind, listed in (("water", record["water_bodies"]), ("project", record["projects"])):
        for mention in listed:
            yield mention["start"], mention["end"], kind, mention["name"], mention["rule"], mention["confidence"]
    for cited in record["citations"]:
        name = " ".join(filter(None, (cited["title"], cited["number"])))
        yield cited["start"], cited["end"], "citation", name, cited["rule"], cited["confidence"]
