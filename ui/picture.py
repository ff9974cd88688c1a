"""Picture: a drawing on the page in the layout that is chosen, with the buttons that save it as PNG and GraphML."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer
from streamlit.delta_generator import DeltaGenerator

from ui import drawing
from ui.drawing import LAYOUTS, Drawing
from ui.state import one_of
from ui.words import say

SCRIPT = Path(__file__).parent / "picture.js"


@cache
def component() -> ComponentRenderer:
    """The button that has the browser save what Graphviz has drawn there, made known once a process."""
    return st.components.v2.component(
        "picture", html='<button type="button"></button>', js=SCRIPT.read_text("utf-8"), isolate_styles=False
    )


def show(drawn: Drawing, controls: DeltaGenerator, otherwise: str = "springs") -> None:
    """A drawing in the layout that is chosen among the controls, with buttons that save it."""
    with controls:
        layout = one_of("layout", say("layout"), list(LAYOUTS), say, otherwise)
    st.graphviz_chart(drawing.dot(drawn, layout), width="stretch", alt=drawing.described(drawn))
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        component()(data={"label": "PNG", "name": "network.png"}, key="picture", width="content", height="content")
        st.download_button(
            "GraphML", lambda: drawing.graphml(drawn), "network.graphml", "application/xml", on_click="ignore"
        )
