"""The explorer: its pages, the line of links above them, the switch of language, the look."""

from __future__ import annotations

from json import dumps
from pathlib import Path

import streamlit as st

from ui import routes
from ui.pages import PAGES, SHOWN
from ui.words import foreign, language, say, switch

LOOK = Path(__file__).parent / "look.css"
ICON = LOOK.with_name("icon.svg")  # a named icon would be fetched from a server of fonts
SCRIPT = LOOK.with_name("foreign.js")


def explore() -> None:
    """Draws the page that the address names."""
    chosen = routes.declare(PAGES)
    st.set_page_config(page_title=f"{chosen.title} · 山水 Shanshui", page_icon=str(ICON), layout="wide")
    st.html(LOOK)
    with st.container(horizontal=True, key="header", gap="xxsmall", vertical_alignment="center"):
        routes.link("ask", say("title"))
        for name in SHOWN:
            routes.link(name, say(name))
        foreign_words()
        st.button(say("other_language"), on_click=switch, type="tertiary", key=f"language-{language()}")
    chosen.run()


def foreign_words() -> None:
    """Has the browser set words of the page's language in the place of those that Streamlit says in English alone."""
    words = dumps(foreign(language()), ensure_ascii=False)
    st.html(f"<script>({SCRIPT.read_text('utf-8')})({words})</script>", unsafe_allow_javascript=True)


explore()
