"""Way: the shortest path from one node of the graph to another, drawn and step by step."""

from __future__ import annotations

from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ui import cards, drawing, picture, routes
from ui.drawing import Node, node_of
from ui.export import download
from ui.nodes import address_of, in_language
from ui.places import place_name
from ui.service import get, rows
from ui.state import given, keep
from ui.titles import plan_name
from ui.words import name_of, say, say_or

ENDS = (
    ("Function", "functions", "function"),
    ("Indicator", "indicators", "indicator"),
    ("Jurisdiction", "jurisdictions", "jurisdiction"),
    ("Department", "departments", "department"),
)
MOST = 300  # of each kind, the busiest first
Row = dict[str, Any]


def end(node: Node) -> Node | None:
    """The node that a path is wanted to, chosen among plans, functions, indicators, places and bodies."""
    ends = {("Document", row["document"]): plan_name(row) for row in rows("documents")}
    for label, name, id in ENDS:
        listed = get(f"/{name}", limit=MOST)["items"]
        ends |= {(label, row[id]): name_of(row | {"name": row.get("name") or row["canonical"]}) for row in listed}
    ends |= {end: place_name(name) for end, name in ends.items() if end[0] == "Jurisdiction"}
    ends.pop(node, None)
    options = {"|".join(end): f"{say(end[0])} · {name}" for end, name in ends.items()}
    before = given("to")
    chosen = st.selectbox(
        say("path_to"),
        list(options),
        index=list(options).index(before) if before in options else None,
        format_func=lambda option: options[option],
        key=f"to-{node}-{before}",
        placeholder=say("choose"),
        width=340,
    )
    label, _, id = keep("to", chosen or "").partition("|")
    return (label, id) if id else None


def show(node: Node, to: Node, controls: DeltaGenerator) -> None:
    """The shortest way between two nodes, drawn in the layout chosen among the controls, and step by step."""
    found = in_language(get("/path", label=node[0], id=node[1], to_label=to[0], to_id=to[1]))
    if not found:
        st.info(say("no_path"))
        return
    drawn = drawing.way(found)
    if chosen := picture.show(drawn, controls, "layered", picture.LOW):
        picture.lead_to(chosen, drawn)
    cards.paged(found, step, "node-way")
    download(found, "path")


def step(row: Row) -> None:
    """A node on a way, as a link to what stands around it."""
    name = row["name"] or row["id"]
    routes.link("network", f"{say_or(row['label'])} · {name}", **address_of(node_of(row), name))
