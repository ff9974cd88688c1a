"""What a page shows, kept in its address, so that every view is a link; by id and never by label or language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

import streamlit as st

from ui import routes
from ui.words import language


def given(name: str) -> str:
    """A parameter of the address, "" for none."""
    value = st.query_params.get(name, "")
    return keep(name, value) if value else ""


def keep(name: str, value: str) -> str:
    """Puts a value into the address, or takes the parameter out where it is ""; returns the value."""
    if not value:
        st.query_params.pop(name, None)
    elif routes.stayed() or st.query_params.get(name) != value:
        # Also one that is there already: a link from a page to itself changes what the page sees, not what the browser
        # shows. Where the page has changed, that would leave an address behind to which nobody went.
        st.query_params[name] = value
    return value


def box(name: str, label: str, hint: str, width: Literal["stretch"] | int = "stretch") -> str:
    """A text box for a parameter of the address; `width` in pixels."""
    before = given(name)
    return keep(name, st.text_input(label, before, placeholder=hint, key=f"{name}-{before}", width=width))


def typed(name: str) -> str:
    """What the text box of a parameter holds, known before it is drawn: a page may be laid out by it."""
    return str(st.session_state.get(f"{name}-{st.query_params.get(name, '')}", ""))


def one_of(name: str, label: str, options: Sequence[str], told: Callable[[str], str], otherwise: str = "") -> str:
    """A choice of one among a few for a parameter of the address; where none is made, it is `otherwise`."""
    before = given(name)
    shown = before if before in options else otherwise or None
    # The key holds the default: a page that shows something else by default must not take over what was chosen here.
    chosen = st.segmented_control(
        label, options, default=shown, format_func=told, required=bool(otherwise), key=f"{name}-{before}-{otherwise}"
    )
    return keep(name, "" if chosen == otherwise else chosen or "") or otherwise


def several_of(
    name: str, label: str, options: Sequence[str], told: Callable[[str], str], most: int, hint: str
) -> list[str]:
    """A list of several among many for a parameter of the address, which stays open while they are chosen.

    The address is taken over where it is not what this page wrote last, as after a link from the page to itself, and
    where the language has changed: the browser would keep the names in the one before.
    """
    before, written = st.query_params.get_all(name), st.session_state.get(f"{name}-written")
    key = f"{name}-{language()}"
    if key not in st.session_state or before != written:
        st.session_state[key] = [option for option in before if option in options][:most]
    chosen = st.multiselect(
        label, options, format_func=told, key=key, max_selections=most, placeholder=hint, select_all=False
    )
    if routes.stayed() or chosen != before:
        st.query_params[name] = chosen
    st.session_state[f"{name}-written"] = chosen
    return chosen


def some_of(name: str, label: str, options: Sequence[str], told: Callable[[str], str]) -> list[str]:
    """A choice of some among a few for a parameter of the address; where none is made, all."""
    before = given(name)
    shown = [option for option in before.split("|") if option in options]
    chosen = st.pills(label, options, selection_mode="multi", default=shown, format_func=told, key=f"{name}-{before}")
    keep(name, "|".join(chosen))
    return chosen or list(options)
