"""Ways between the pages: each is a link with the whole state in its address, the language included."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode

import streamlit as st
from streamlit.navigation.page import Page

from ui.marks import plain
from ui.words import language, say

_KEY, _SHOWN, _STAYED = "pages", "page-shown", "page-stayed"


def declare(pages: Mapping[str, Callable[[], None]]) -> Page:
    """Makes the pages known under their names, the first as the front page; returns the one that the address names."""
    made = {
        name: st.Page(draw, title=say(name), url_path=name, default=number == 0)
        for number, (name, draw) in enumerate(pages.items())
    }
    st.session_state[_KEY] = made
    chosen = st.navigation(list(made.values()), position="hidden")
    st.session_state[_STAYED] = st.session_state.get(_SHOWN) == chosen.url_path
    st.session_state[_SHOWN] = chosen.url_path
    return chosen


def stayed() -> bool:
    """Whether the page is the one that was drawn before."""
    return bool(st.session_state.get(_STAYED))


def page(name: str) -> Page:
    """The page of a name."""
    known: dict[str, Page] = st.session_state[_KEY]
    return known[name]


def link(to: str, text: str, **parameters: Any) -> None:
    """A link to a page; the label is plain text, empty parameters are left out."""
    st.page_link(page(to), label=plain(text), query_params=state(parameters))


def address(to: str, **parameters: Any) -> str:
    """The address of a page relative to the others, for links inside tables and texts; the first has no name."""
    return f"{page(to).url_path or '.'}?{urlencode(state(parameters), doseq=True)}"


def state(parameters: Mapping[str, Any]) -> dict[str, str | list[str]]:
    """Parameters of an address: those that have a value or a list of values, and the language."""
    given = {name: value for name, value in parameters.items() if value not in (None, "")}
    told = {name: value if isinstance(value, list) else str(value) for name, value in given.items()}
    return told | {"lang": language()}
