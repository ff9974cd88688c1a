"""Timeline: when tasks are due, month by month, of one plan or all."""

from __future__ import annotations

from collections import Counter
from html import escape
from itertools import groupby
from typing import Any

import streamlit as st

from ui import cards
from ui.export import download
from ui.facets import facet, listed
from ui.marks import bars, block
from ui.service import plan_name, rows
from ui.state import given
from ui.words import say

Row = dict[str, Any]


def page() -> None:
    """How many tasks are due when, and which."""
    st.title(say("timeline"), anchor=False)
    document, department = given("document"), given("department")
    if department:
        st.html(block("note", escape(department)))
    with st.container(horizontal=True, gap="small", key="facets"):
        place = facet("place", listed("jurisdictions", "name", "documents"))
        domain = facet("domain", listed("domains", "domain", "tasks"))
    found = rows("deadlines", document=document, department=department, place=place, domain=domain)
    if not found:
        st.info(say("no_rows"))
        return
    counts = Counter(row["due"][:7] for row in found)
    st.html(bars(dict(sorted(counts.items()))))
    months = [(month, list(group)) for month, group in groupby(found, lambda row: row["due"][:7])]
    cards.groups(months, due, "due", size=6)
    download(found, "deadlines")


def due(row: Row) -> None:
    """A task with the words that say when it is due."""
    cards.task(row, [(row["evidence_start"], row["evidence_end"])], [(row["deadline"], ""), (plan_name(row), "")])
