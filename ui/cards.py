"""Cards: a task, a passage or a quote, with the link to its words in the document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from html import escape
from itertools import groupby
from typing import Any

import streamlit as st

from ui import routes
from ui.marks import block, chips, evidence, excerpt, marked
from ui.service import plan_name
from ui.service import rows as rows_of
from ui.words import say, say_or

Row = dict[str, Any]
PAGE = 12


def paged(rows: Sequence[Row], draw: Callable[[Row], None], name: str, size: int = PAGE) -> None:
    """A card for each of the first rows, and a button for more: a page stays quick however long the list is."""
    shown = st.session_state.setdefault(f"shown-{name}", size)
    for number, row in enumerate(rows[:shown]):
        with st.container(key=f"card-{name}-{number}", gap="xxsmall"):
            draw(row)
    if len(rows) > shown and st.button(say("more", n=min(size, len(rows) - shown)), key=f"more-{name}"):
        st.session_state[f"shown-{name}"] = shown + size
        st.rerun()


def choose(page: str) -> None:
    """A card for each document, those with the most tasks first, that leads to a page of it."""
    held = rows_of("documents")
    if not held:
        st.info(say("no_plans"))
    paged(sorted(held, key=lambda row: -row["tasks"]), lambda row: choice(page, row), f"choose-{page}", size=20)


def choice(page: str, row: Row) -> None:
    """A document to choose, with what is known of it."""
    name = {"label": "Document", "id": row["document"]} if page == "network" else {"document": row["document"]}
    routes.link(page, plan_name(row), **name)
    st.html(block("note", escape(" · ".join(facts_of(row)))))


def facts_of(row: Row) -> list[str]:
    """A plan at a glance: place, kind, number, issuer, dates, how many tasks."""
    places = [name for name in row["places"] or [] if not name.isdigit()]
    period = "–".join(filter(None, dict.fromkeys((row["period_start"], row["period_end"]))))
    dates = [f"{say(key)} {value}" for key, value in (("issued", row["issued"]), ("period", period)) if value]
    known = (" ".join(places[-2:]), say_or(row["kind"]), row["number"], row["issuer"])
    tasks = [say("count_tasks", n=row["tasks"])] if "tasks" in row else []
    return [*filter(None, known), *dates, *tasks]


def by_plan(rows: Iterable[Row]) -> list[tuple[str, str, list[Row]]]:
    """Rows by document, in the order given: its id, its name, its rows."""
    grouped = ((id, list(group)) for id, group in groupby(rows, lambda row: str(row["document"])))
    return [(id, plan_name(group[0]), group) for id, group in grouped]


def task(row: Row, spans: Sequence[tuple[int, int]] = (), notes: Sequence[tuple[str, str]] = ()) -> None:
    """A task: number and heading as a link, its words with spans (offsets in the document) marked, notes as chips."""
    heading = row.get("heading") or row["title"]
    start, end = spans[0] if spans else (row.get("start"), row.get("end"))
    routes.link("read", f"{row['key']}  {heading}", document=row["document"], start=start, end=end)
    said = row["text"].removeprefix(heading).lstrip("。;,: \n")
    cut = row.get("start", 0) + len(row["text"]) - len(said)
    inside = [(a - cut, b - cut) for a, b in spans if a >= cut and b - cut <= len(said)]
    st.html(block("words", excerpt(said, inside)) + (chips(notes) if notes else ""))


def passage(hit: Row) -> None:
    """A passage that search found, the words that matched marked."""
    place = " / ".join(filter(None, (plan_name(hit), hit.get("heading"))))
    routes.link("read", place, document=hit["document"], start=hit["start"], end=hit["end"])
    st.html(block("words", marked(hit["text"], evidence((start, end) for start, end in hit.get("marks", [])))))


def quote(shown: Row) -> None:
    """Words of a document with the clause around them and the place where they stand."""
    words = f'{escape(shown["before"])}<mark class="evidence">{escape(shown["quote"])}</mark>{escape(shown["after"])}'
    st.html(block("words", words))
    routes.link("read", plan_name(shown), document=shown["document"], start=shown["start"], end=shown["end"])
