"""Which rule read what: every fact of a document in reading order, with its rule and how often that rule is right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from cli import wording
from cli.views import folding, plan_name, value
from cli.wording import in_line
from graph.answers.evidence import quote

Record = dict[str, Any]
Fact = tuple[int, int, str, str, str, float]


def explain(record: Record) -> RenderableType:
    """A table of the facts of one record: kind, what was read, the rule, its share of right facts, the words."""
    title = plan_name(record["title"], record["source"], record["part"])
    table = folding("fact", "read as", "rule", "right", "words", title=title, title_justify="left", box=None)
    for start, end, kind, name, rule, share in sorted(facts(record)):
        said = quote(record["text"], start, end)
        before, told, after = in_line(said.before[-30:]), in_line(said.words[:60]), in_line(said.after[:30])
        words = Text.assemble(before, (told, "bold yellow"), after, style="dim")
        table.add_row(kind, name[:60], rule, f"{share:.0%}", words)
    return Group(table, Text(wording.SHARE, "dim"))


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
        name = " ".join(filter(None, (target["indicator"], value(target), target["year"])))
        yield target["start"], target["end"], "target", name, target["rule"], target["confidence"]
    for kind, listed in (("water", record["water_bodies"]), ("project", record["projects"])):
        for mention in listed:
            yield mention["start"], mention["end"], kind, mention["name"], mention["rule"], mention["confidence"]
    for cited in record["citations"]:
        name = " ".join(filter(None, (cited["title"], cited["number"])))
        yield cited["start"], cited["end"], "citation", name, cited["rule"], cited["confidence"]
