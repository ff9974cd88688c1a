"""Cards: a task, a passage or a quote, with the link to its words in the document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from html import escape
from itertools import groupby
from typing import Any, TypeVar

import streamlit as st

from ui import routes
from ui.marks import Chip, Span, block, chips, evidence, excerpt, heading, marked, plain
from ui.places import in_full
from ui.service import rows as rows_of
from ui.titles import places, plan_name
from ui.words import say, say_or

Row = dict[str, Any]
T = TypeVar("T")
PAGE = 12
GROUPS = 8


def paged(
    rows: Sequence[T],
    draw: Callable[[T], None],
    name: str,
    size: int = PAGE,
    total: int | None = None,
    under: Callable[[T], str] = lambda row: "",
) -> None:
    """A card for each of the first rows, and a button for more: a page stays quick however long the list is.

    `total` is how many rows there are where only those to be shown were asked for; `under` is the headline that a row
    stands under, which is written where it changes.
    """
    headline = ""
    for number, row in enumerate(rows[: shown(name, size)]):
        if (above := under(row)) != headline:
            headline = above
            if above:
                st.header(plain(above), anchor=False)
        with st.container(key=f"card-{name}-{number}", gap="xxsmall"):
            draw(row)
    further(len(rows) if total is None else total, name, size)


def groups(
    named: Sequence[tuple[str, Sequence[T]]],
    draw: Callable[[T], None],
    name: str,
    size: int = PAGE,
    link: Callable[[T], str] = lambda row: "",
) -> None:
    """The first groups, each with its headline over the cards of its first rows, and a button for more groups.

    `link` gives the address that a headline leads to by the first row below it, "" for none.
    """
    for number, (headline, rows) in enumerate(named[: shown(name, GROUPS)]):
        if address := link(rows[0]):
            st.html(heading(headline, address))
        else:
            st.header(plain(headline), anchor=False)
        paged(rows, draw, f"{name}-{number}", size)
    further(len(named), name, GROUPS)


def shown(name: str, size: int) -> int:
    """How many entries of a list are shown: a first page, and one more for each press of its button."""
    return int(st.session_state.get(f"shown-{name}", size))


def further(total: int, name: str, size: int) -> None:
    """The button that shows a further page of a list, where there is one."""
    left = total - shown(name, size)
    if left > 0:
        st.button(say("more", n=min(size, left)), key=f"more-{name}", on_click=add_page, args=(name, size))


def add_page(name: str, size: int) -> None:
    """Shows one page more of a list."""
    st.session_state[f"shown-{name}"] = shown(name, size) + size


def nothing_held() -> bool:
    """Whether there are no documents at all; the page then says so, and what to do."""
    if rows_of("documents"):
        return False
    st.info(say("no_plans"))
    routes.link("imported", say("imported"))
    return True


def choose(page: str) -> None:
    """A card for each document, those with the most tasks first, that leads to a page of it."""
    if nothing_held():
        return
    paged(
        sorted(rows_of("documents"), key=lambda row: -row["tasks"]),
        lambda row: choice(page, row),
        f"choose-{page}",
        size=20,
    )


def choice(page: str, row: Row) -> None:
    """A document to choose, with what is known of it."""
    name = {"label": "Document", "id": row["document"]} if page == "network" else {"document": row["document"]}
    routes.link(page, plan_name(row), **name)
    st.html(block("note", escape(" · ".join(facts_of(row)))))


def facts_of(row: Row) -> list[str]:
    """A plan at a glance: place, kind, number, issuer, dates, how many tasks, and the file of one without a title."""
    period = "–".join(filter(None, dict.fromkeys((row["period_start"], row["period_end"]))))
    dates = [f"{say(key)} {value}" for key, value in (("issued", row["issued"]), ("period", period)) if value]
    known = (in_full(places(row)), say_or(row["kind"]), row["number"], row["issuer"])
    tasks = [say("count_tasks", n=row["tasks"])] if "tasks" in row else []
    file = [] if row.get("plan") or row.get("title") else [row["source"]]
    return [*filter(None, known), *dates, *tasks, *file]


def by_plan(rows: Iterable[Row]) -> list[tuple[str, list[Row]]]:
    """Rows by document, in the order given: its name and its rows."""
    grouped = (list(group) for _, group in groupby(rows, lambda row: str(row["document"])))
    return [(plan_name(group[0]), group) for group in grouped]


def plan_of(row: Row) -> str:
    """The address of the plan that a row is of."""
    return routes.address("plans", document=row["document"])


def task(
    row: Row, spans: Sequence[tuple[int, int]] = (), notes: Sequence[Chip] = (), facts: Sequence[Span] = ()
) -> None:
    """A task: number and heading as a link, its words with what is marked in them, notes as chips.

    `spans` are the evidence for which the task is shown, to which the link leads; `facts` are marked by their kind. All
    count in the document.
    """
    named = row.get("heading") or row["title"]
    start, end = spans[0] if spans else (row.get("start"), row.get("end"))
    routes.link("read", f"{number_of(row['key'])}  {named}", document=row["document"], start=start, end=end)
    said = row["text"].removeprefix(named).lstrip("。;,: \n")
    cut = row.get("start", 0) + len(row["text"]) - len(said)
    shown = ({**span, "start": span["start"] - cut, "end": span["end"] - cut} for span in (*evidence(spans), *facts))
    inside = [span for span in shown if span["start"] >= 0 and span["end"] <= len(said)]
    st.html(block("words", excerpt(said, inside)) + (chips(notes) if notes else ""))


def number_of(key: str) -> str:
    """Where a task stands by the numbers that are printed: `四/(一)` for the key `四/(一)#2/无3`."""
    parts = (part.partition("#")[0] for part in key.split("/"))
    return "/".join(part for part in parts if not part.startswith("无"))


def owner_chip(owner: Row) -> Chip:
    """A body with its role, as a chip that leads to all its tasks; who leads stands out."""
    style = "lead-role" if owner["role"] == "lead" else ""
    link = routes.address("departments", name=owner["canonical"])
    return Chip(f"{owner['name']} · {say_or(owner['role'])}", style, link)


def passage(hit: Row, below: bool = False) -> None:
    """A passage that search found, the words that matched marked; `below` the name of its plan without it."""
    place = " / ".join(filter(None, ("" if below else plan_name(hit), hit.get("heading")))) or plan_name(hit)
    routes.link("read", place, document=hit["document"], start=hit["start"], end=hit["end"])
    st.html(block("words", marked(hit["text"], evidence((start, end) for start, end in hit.get("marks", [])))))


def quote(shown: Row) -> None:
    """Words of a document, marked in the clause around them, and the place where they stand."""
    words = f'{escape(shown["before"])}<mark class="evidence">{escape(shown["quote"])}</mark>{escape(shown["after"])}'
    stated(shown, words)


def near(shown: Row) -> None:
    """A passage that an answer only comes near with, and the place where it stands."""
    stated(shown, escape(shown["quote"]))


def stated(shown: Row, words: str) -> None:
    """Words as HTML, and a link to the place where they stand."""
    st.html(block("words", words))
    routes.link("read", plan_name(shown), document=shown["document"], start=shown["start"], end=shown["end"])
