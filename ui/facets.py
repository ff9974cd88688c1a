"""Facets: a choice among entries, each with its count, kept in the address."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from ui.places import place_name
from ui.service import rows
from ui.state import given, keep
from ui.words import name_of, say

SEPARATOR = " · "
Entries = Mapping[str, tuple[str, int]]  # what is asked for, by the name that is shown and how many there are of it


def listed(name: str, value: str, count: str) -> Entries:
    """The entries of a list that count something."""
    return {str(row[value]): (name_of(row), row[count]) for row in rows(name) if row[count]}


def governed() -> Entries:
    """The places that plans govern."""
    held = (row for row in rows("jurisdictions") if row["documents"])
    return {row["name"]: (place_name(row["name"]), row["documents"]) for row in held}


def facet(key: str, entries: Entries, width: int = 160) -> str:
    """The entry chosen, "" for all; `width` in pixels."""
    before = given(key)
    if before and before not in entries:
        entries = {before: (before, 0), **entries}

    st.session_state[f"{key}-names"] = {name: value for value, (name, _) in entries.items()}

    def told(option: str | None) -> str:
        return SEPARATOR.join(map(str, filter(None, entries[option]))) if option else say("all")

    chosen = st.selectbox(
        say(key),
        list(entries),
        index=list(entries).index(before) if before else None,
        key=f"{key}-{before}",
        format_func=told,
        placeholder=say("all"),
        width=width,
    )
    return keep(key, meant(key, chosen or ""))


def chosen(key: str) -> str:
    """What a facet is set to, known before it is drawn."""
    before = given(key)
    return meant(key, str(st.session_state.get(f"{key}-{before}", before) or ""))


def meant(key: str, choice: str) -> str:
    """The entry that a choice means: `water`, also where it comes as `水环境 · 7` after the count has changed.

    The browser sends what it shows, and a reader who sets two facets quickly chooses from a list that is out of date.
    """
    names: dict[str, str] = st.session_state.get(f"{key}-names", {})
    return names.get(choice.rpartition(SEPARATOR)[0], choice)
