"""Picture: a drawing on the page, of which a node can be chosen, with the buttons that enlarge and save it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer
from streamlit.delta_generator import DeltaGenerator

from ui import chart, drawing, routes
from ui.chart import LAYOUTS
from ui.drawing import Drawing, Node
from ui.nodes import address_of
from ui.state import one_of
from ui.words import say

SCRIPT = Path(__file__).parent / "picture.js"
HIGH, LOW = 560, 300  # pixels


@cache
def component() -> ComponentRenderer:
    """The buttons that press those of the chart, which Streamlit names in English alone, made known once a process."""
    return st.components.v2.component(
        "picture",
        html='<button type="button"></button><button type="button"></button>',
        js=SCRIPT.read_text("utf-8"),
        isolate_styles=False,
    )


def show(drawn: Drawing, controls: DeltaGenerator, otherwise: str = "springs", height: int = HIGH) -> Node | None:
    """A drawing in the layout that is chosen among the controls, with buttons that save it; the node that is chosen."""
    with controls:
        layout = one_of("layout", say("layout"), list(LAYOUTS), say, otherwise)
    chosen = draw(drawn, layout, height)
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        labels = ["PNG", say("fullscreen")]
        component()(data={"labels": labels}, key="picture", width="content", height="content")
        st.download_button(
            "GraphML", lambda: drawing.graphml(drawn), "network.graphml", "application/xml", on_click="ignore"
        )
    return chosen


def draw(drawn: Drawing, layout: str = "springs", height: int = LOW) -> Node | None:
    """A drawing in a layout; the node that is chosen in it."""
    spec = chart.option(drawn, layout, small=height < HIGH)
    told = drawing.described(drawn)
    with st.container(key="drawing", gap="xxsmall"):
        st.html(chart.legend(drawn))
        state = st.echarts_chart(spec, height=height, on_select="rerun", alt=told)
    groups = state["selection"]["selected"]
    chosen = [number for group in groups if group["data_type"] == "node" for number in group["data_indices"]]
    return list(drawn.names)[chosen[0]] if chosen else None


def lead_to(node: Node, drawn: Drawing) -> None:
    """Leads to the graph around a node that was chosen in a drawing."""
    there = address_of(node, drawing.plain_line(drawn.names[node]))
    st.switch_page(routes.page("network"), query_params=routes.state(there))
