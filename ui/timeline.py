"""Timeline: when tasks are due, month by month, of one plan, one department or all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from typing import Any

import streamlit as st

from ui import cards, routes
from ui.export import download
from ui.facets import chosen, facet, governed, listed
from ui.marks import Chip, bars
from ui.service import facts_about, rows
from ui.state import given
from ui.titles import plan_name
from ui.words import say

MONTHS = 24  # more do not stand side by side
Row = dict[str, Any]


def page() -> None:
    """How many tasks are due when, and which: all, or those of the month or the year that the address names."""
    st.title(say("timeline"), anchor=False)
    if cards.nothing_held():
        return
    document, department, when = given("document"), given("department"), given("due")
    whose(document, department, when)
    with st.container(horizontal=True, gap="small", key="facets"):
        place = facet("place", governed())
        domain = facet("domain", listed("domains", "domain", "tasks"))
    found = rows("deadlines", document=document, department=department, place=place, domain=domain)
    if not found:
        st.info(say("no_rows"))
        return
    st.html(
        bars(counted(found, when), lambda time: routes.address("timeline", due=time, **within(document, department)))
    )
    kept = [row for row in found if row["due"].startswith(when)]
    months = [(month, by_task(group)) for month, group in groupby(kept, lambda row: row["due"][:7])]
    cards.groups(months, due, "due", size=6)
    download(kept, "deadlines")


def counted(found: list[Row], when: str) -> dict[str, int]:
    """How many tasks are due in each month; of many months in each year, or in those of the year that was chosen."""
    due = {(row["due"][:7], row["task"]) for row in found}
    if len({month for month, _ in due}) > MONTHS:
        chosen_year = {(month, task) for month, task in due if when and month.startswith(when[:4])}
        due = chosen_year or {(month[:4], task) for month, task in due}
    return dict(sorted(Counter(time for time, _ in due).items()))


def by_task(found: Iterable[Row]) -> list[list[Row]]:
    """The deadlines of a month, task by task."""
    tasks: dict[str, list[Row]] = {}
    for row in found:
        tasks.setdefault(row["task"], []).append(row)
    return list(tasks.values())


def whose(document: str, department: str, when: str) -> None:
    """Links to the plan or the department whose deadlines these are, and from one month back to all."""
    with st.container(horizontal=True, gap="small", key="quick"):
        if document:
            routes.link("plans", plan_name(facts_about(document)), document=document)
        if department:
            routes.link("departments", department, name=department)
        if when:
            routes.link("timeline", say("every_date", due=when), **within(document, department))


def within(document: str, department: str) -> dict[str, str]:
    """What the deadlines are of, as parameters of an address: plan, department, and what the facets are set to."""
    return {"document": document, "department": department} | {name: chosen(name) for name in ("place", "domain")}


def due(deadlines: list[Row]) -> None:
    """A task with the words that say when it is due."""
    spans = [(row["evidence_start"], row["evidence_end"]) for row in deadlines]
    said = dict.fromkeys(Chip(row["deadline"], "due") for row in deadlines)
    first = deadlines[0]
    cards.task(first, spans, [*said, Chip(plan_name(first), link=cards.plan_of(first))])
