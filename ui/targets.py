"""Targets: one indicator across all plans and places, with the words of each value."""

from __future__ import annotations

import streamlit as st

from ui import cards, figures
from ui.export import download
from ui.facets import facet, governed, listed
from ui.service import rows
from ui.words import say


def page() -> None:
    """An indicator and its values, or those of all, the indicators that are measured most first."""
    st.title(say("targets"), anchor=False)
    if cards.nothing_held():
        return
    with st.container(horizontal=True, gap="small", key="facets"):
        indicator = facet("indicator", listed("indicators", "indicator", "targets"), width=340)
        place = facet("place", governed())
    found = rows("targets", indicator=indicator, place=place)
    if not found:
        st.info(say("no_rows"))
        return
    measured = {row["indicator"]: number for number, row in enumerate(rows("indicators"))}
    found.sort(key=lambda row: measured.get(row["measured"], len(measured)))
    st.caption(say("count_targets", n=len(found)))
    figures.table(found, "targets")
    download(found, "targets")
