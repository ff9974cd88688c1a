"""The explorer: its pages, the line of links above them, the switch of language, the look."""

from __future__ import annotations

import sys
from json import dumps
from pathlib import Path

import streamlit as st

sys.path.insert(0, str(Path(__file__).parent.parent))

from ui import routes
from ui.pages import PAGES, SHOWN
from ui.words import language, say, switch

LOOK = Path(__file__).parent / "look.css"
ICON = LOOK.with_name("icon.svg")  # a named icon would be fetched from a server of fonts
# Streamlit's own words are English alone; the style sheet sets these in their place.
REPLACED = ("choose_files", "as_typed", "no_option")


def explore() -> None:
    """Draws the page that the address names."""
    st.set_page_config(page_title="山水 Shanshui", page_icon=str(ICON), layout="wide")
    st.html(LOOK)
    st.html(
        f"<style>:root {{ {' '.join(f'--{key}: {dumps(say(key), ensure_ascii=False)};' for key in REPLACED)} }}</style>"
    )
    chosen = routes.declare(PAGES)
    with st.container(horizontal=True, key="header", gap="xxsmall", vertical_alignment="center"):
        routes.link("ask", say("title"))
        for name in SHOWN:
            routes.link(name, say(name))
        st.button(say("other_language"), on_click=switch, type="tertiary", key=f"language-{language()}")
    chosen.run()


explore()
