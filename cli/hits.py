"""Hits of a search as people read them in a terminal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from cli.views import beside, plan_name
from cli.wording import between_cells

if TYPE_CHECKING:
    from graph.search.search import Found


def view(found: Found) -> RenderableType:
    """Each hit in three lines or more: its rank and plan, the headings above it, its words with the matches marked."""
    ranked = ((str(rank), Group(*lines(hit))) for rank, hit in enumerate(found.hits, 1))
    return Group(beside(ranked, indent=0), *([Text(found.note, "dim")] if found.note else []))


def lines(hit: dict[str, Any]) -> Iterable[RenderableType]:
    """The lines of one hit."""
    plan = plan_name(hit["title"], hit["source"], hit["part"])
    words = Text(between_cells(hit["text"].strip("\n")))
    shift = len(hit["text"]) - len(hit["text"].lstrip("\n"))
    for start, end in hit["marks"]:
        words.stylize("bold yellow", max(0, start - shift), max(0, end - shift))
    yield Text.assemble((plan, "bold cyan"), (f"  {hit['score']:.2f}", "dim"))
    if hit["heading"]:
        yield Text(hit["heading"], "green")
    yield Padding(words, (0, 0, 1, 0))
