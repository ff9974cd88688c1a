"""The explorer: its pages, the line of links above them."""

from __future__ import annotations

from json import dumps
from pathlib import Path

import streamlit as st

from ui import head, routes
from ui.pages import PAGES
from ui.words import foreign, language

ICON = Path(__file__).parent / "icon.svg"  # a named icon would be fetched from a server of fonts
SCRIPT = ICON.with_name("foreign.js")


def explore() -> None:
    """Draws the page that the address names."""
    chosen = routes.declare(PAGES)
    st.set_page_config(page_title=f"{chosen.title} · 山水 Shanshui", page_icon=str(ICON), layout="wide")
    with st.container(key="header"):
        head.show(chosen.url_path)
        foreign_words()
    chosen.run()


def foreign_words() -> None:
    """Has the browser set words of the page's language in the place of those that Streamlit says in English alone."""
    words = dumps(foreign(language()), ensure_ascii=False)
    st.html(f"<script>({SCRIPT.read_text('utf-8')})({words})</script>", unsafe_allow_javascript=True)


explore()
