"""Timeline: when tasks are due, month by month, of one plan, one department or all."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import Any

import streamlit as st

from ui import cards, routes
from ui.export import download
from ui.facets import chosen, facet, listed
from ui.marks import bars
from ui.service import get, rows
from ui.state import given
from ui.titles import plan_name
from ui.words import say

Row = dict[str, Any]


def page() -> None:
    """How many tasks are due when, and which: all, or those of the month or the year that the address names."""
    st.title(say("timeline"), anchor=False)
    document, department, when = given("document"), given("department"), given("due")
    whose(document, department, when)
    with st.container(horizontal=True, gap="small", key="facets"):
        place = facet("place", listed("jurisdictions", "name", "documents"))
        domain = facet("domain", listed("domains", "domain", "tasks"))
    found = rows("deadlines", document=document, department=department, place=place, domain=domain)
    if not found:
        st.info(say("no_rows"))
        return
    counts = Counter(row["due"][:7] for row in found)
    st.html(
        bars(
            dict(sorted(counts.items())),
            lambda month: routes.address("timeline", due=month, **within(document, department)),
        )
    )
    kept = [row for row in found if row["due"].startswith(when)]
    months = [(month, list(group)) for month, group in groupby(kept, lambda row: row["due"][:7])]
    cards.groups(months, due, "due", size=6)
    download(kept, "deadlines")


def whose(document: str, department: str, when: str) -> None:
    """Links to the plan or the department whose deadlines these are, and from one month back to all."""
    with st.container(horizontal=True, gap="small", key="quick"):
        if document:
            routes.link("plans", plan_name(get(f"/documents/{document}")), document=document)
        if department:
            routes.link("departments", department, name=department)
        if when:
            routes.link("timeline", say("every_date", due=when), **within(document, department))


def within(document: str, department: str) -> dict[str, str]:
    """What the deadlines are of, as parameters of an address: plan, department, and what the facets are set to."""
    return {"document": document, "department": department} | {name: chosen(name) for name in ("place", "domain")}


def due(row: Row) -> None:
    """A task with the words that say when it is due."""
    cards.task(row, [(row["evidence_start"], row["evidence_end"])], [(row["deadline"], "due"), (plan_name(row), "")])
