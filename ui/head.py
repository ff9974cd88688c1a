"""Head: the line above every page, with a link to each and the switch of language."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from ui import routes
from ui.pages import SHOWN
from ui.words import language, say, switch

SCRIPT = Path(__file__).parent / "head.js"


@cache
def component() -> ComponentRenderer:
    """The line as one component, which says all its words at once, made known once a process."""
    return st.components.v2.component(
        "head", html='<nav></nav><button type="button"></button>', js=SCRIPT.read_text("utf-8"), isolate_styles=False
    )


def show(current: str) -> None:
    """Draws the line above a page, and moves to the page whose link was clicked; the first page is `""`."""
    links = [{"page": SHOWN[0], "name": say("title"), "address": routes.address(SHOWN[0]), "here": False}]
    for name in SHOWN:
        here = name == (current or SHOWN[0])
        links.append({"page": name, "name": say(name), "address": routes.address(name), "here": here})
    clicked = component()(
        data={"language": language(), "links": links, "other": say("other_language")},
        key="head",
        on_page_change=lambda: None,  # what makes a click known below
        on_language_change=switch,
    )
    if clicked.page:
        st.switch_page(routes.page(clicked.page), query_params=routes.state({}))
