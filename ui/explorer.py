"""The explorer: navigation between its pages, the switch of language, the look."""

from __future__ import annotations

import sys
from pathlib import Path

import streamlit as st

sys.path.insert(0, str(Path(__file__).parent.parent))

from ui import ask, departments, plans, read, search, targets
from ui.marks import STYLE
from ui.words import language, say

PAGES = {"ask": ask, "search": search, "plans": plans, "read": read, "departments": departments, "targets": targets}


def explore() -> None:
    """Draws the page that the address names."""
    st.set_page_config(page_title="Shanshui 山水", page_icon="⛰️", layout="centered")
    st.html(STYLE)
    listed = [
        st.Page(module.page, title=say(name), url_path=name, default=name == "ask") for name, module in PAGES.items()
    ]
    chosen = st.navigation(listed, position="top")
    with st.sidebar:
        if st.button(say("language")):
            st.query_params["lang"] = "en" if language() == "zh" else "zh"
            st.rerun()
    chosen.run()


explore()
