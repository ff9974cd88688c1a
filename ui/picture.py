"""Picture: a button in the browser that saves what Graphviz has drawn there as PNG."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

SCRIPT = Path(__file__).parent / "picture.js"


@cache
def component() -> ComponentRenderer:
    """The button, made known once a process."""
    return st.components.v2.component(
        "picture", html='<button type="button"></button>', js=SCRIPT.read_text("utf-8"), isolate_styles=False
    )


def download(name: str) -> None:
    """A button that saves the drawing on the page under a name."""
    component()(data={"label": "PNG", "name": f"{name}.png"}, key=f"picture-{name}", width="content", height="content")
