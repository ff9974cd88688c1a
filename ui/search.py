"""Search: passages that fit, best first, in all plans or within facets."""

from __future__ import annotations

import streamlit as st

from ui import cards
from ui.export import download
from ui.facets import facet
from ui.service import get
from ui.state import box
from ui.words import say

MOST = 50


def page() -> None:
    """A box, four facets, and the passages."""
    st.title(say("search"), anchor=False)
    query = box("q", say("search_box"), say("search_hint"))
    with st.container(horizontal=True, gap="small", key="facets"):
        place = facet("place", "jurisdictions", "name", "documents")
        department = facet("department", "functions", "name", "tasks")
        domain = facet("domain", "domains", "domain", "tasks")
    if not query:
        st.info(say("search_empty"))
        return
    found = get("/search", q=query, place=place, department=department, domain=domain, k=MOST)
    if not found["hits"]:
        st.info(say("no_hits"))
        return
    st.caption(say("count_hits", n=len(found["hits"])))
    if st.toggle(say("group_by_document"), key="grouped", bind="query-params"):
        ranked = {hit["document"]: number for number, hit in reversed(list(enumerate(found["hits"])))}
        together = sorted(found["hits"], key=lambda hit: ranked[hit["document"]])
        counted = [(f"{plan} · {len(group)}", group) for plan, group in cards.by_plan(together)]
        cards.groups(counted, cards.passage, "group", size=4)
    else:
        cards.paged(found["hits"], cards.passage, "hit")
    download(found["hits"], "passages")
