"""Facets: a choice among the entries of a list, each with its count, kept in the address."""

from __future__ import annotations

import streamlit as st

from ui.service import rows
from ui.state import given, keep
from ui.words import name_of, say


def facet(key: str, listed: str, value: str, count: str) -> str:
    """The entry chosen of a list, "" for all; entries that count nothing are left out."""
    entries = {str(row[value]): row for row in rows(listed) if row[count]}

    def name(option: str | None) -> str:
        return f"{name_of(entries[option])} · {entries[option][count]}" if option in entries else say("all")

    before = given(key)
    chosen = st.selectbox(
        say(key),
        list(entries),
        index=list(entries).index(before) if before in entries else None,
        key=f"{key}-{before}",
        format_func=name,
        placeholder=say("all"),
        width=170,
    )
    return keep(key, chosen or "")
