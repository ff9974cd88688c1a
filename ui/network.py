"""Network: a node of the graph with what stands around it; a node that is clicked can be opened or moved to."""

from __future__ import annotations

from collections import Counter
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ui import cards, picture, routes, way
from ui.chart import COLOURS
from ui.drawing import Drawing, Node, node_of
from ui.export import download
from ui.marks import plain
from ui.nodes import address_of, in_language
from ui.places import official_name
from ui.service import get, rows
from ui.state import given, one_of, some_of
from ui.titles import plan_name
from ui.words import name_of, say, say_or

DRAWN = (28, 100, 500)
OPENED = 10
BEGUN = 12  # functions
MOST = 500
OWN = {
    "Document": ("plans", "document"),
    "Jurisdiction": ("plans", "place"),
    "Department": ("departments", "name"),
    "Function": ("departments", "name"),
    "Indicator": ("targets", "indicator"),
}
Row = dict[str, Any]


def page() -> None:
    """The node that the address names, or a choice of plans to begin with."""
    st.title(say("network"), anchor=False)
    label, id = given("label"), given("id")
    if label not in COLOURS or not id:
        begin()
        return
    around = neighbours((label, id))
    told = given("name") or (plan_name(get(f"/documents/{id}")) if label == "Document" else id)
    (named,) = in_language([{"label": label, "id": id, "name": told}])
    name = str(named["name"])
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="quick"):
        st.header(f"{say(label)} · {plain(name)}", anchor=False, width="content")
        own_page((label, id), name, around)
    controls = st.container(horizontal=True, gap="medium")
    with controls:
        to = way.end((label, id))
    if to:
        way.show((label, id), to, controls)
        return
    kinds = chosen_kinds(around)
    kept = list({node_of(row): row for row in around if row["label"] in kinds}.values())
    show((label, id), name, kept, controls, whole=len(around) < MOST)


def begin() -> None:
    """Where to begin: the functions that carry most tasks, or a plan."""
    st.caption(say("network_hint"))
    with st.container(horizontal=True, gap="small", key="quick"):
        for row in rows("functions")[:BEGUN]:
            move(name_of(row), ("Function", row["function"]), name_of(row))
    cards.choose("network")


def chosen_kinds(around: list[Row]) -> list[str]:
    """The kinds of neighbours to be shown, all where none is chosen, each counted where all neighbours are listed."""
    kinds = Counter(row["label"] for row in around)
    if len(kinds) < 2:
        return list(kinds)
    whole = len(around) < MOST
    return some_of(
        "kinds", say("kind"), list(kinds), lambda kind: f"{say_or(kind)} {kinds[kind] if whole else ''}".strip()
    )


def own_page(node: Node, name: str, around: list[Row]) -> None:
    """A link to the page that tells of a node: the plan, the words of a task, what a department carries."""
    label, id = node
    stated = next((row for row in around if row["edge"] in ("HAS", "SETS") and row["label"] == "Document"), None)
    if label in ("Task", "Target") and stated:
        span = {"start": stated["evidence_start"], "end": stated["evidence_end"]}
        routes.link("read", say("open_page"), document=stated["id"], **span)
    elif label in ("WaterBody", "Project"):
        routes.link("ask", say("open_page"), q=say("tasks_on", name=name))
    elif label in OWN:
        page, parameter = OWN[label]
        asked = {"Jurisdiction": official_name(id, name), "Department": name, "Function": name}.get(label, id)
        routes.link(page, say("open_page"), **{parameter: asked})


def show(centre: Node, name: str, kept: list[Row], controls: DeltaGenerator, whole: bool) -> None:
    """The drawing around a node with the neighbours that are opened, then its neighbours one by one.

    They are all neighbours where they are `whole`, else as many of each kind as make up the most that are listed.
    """
    drawn = Drawing(centre, {centre: name})
    with controls:
        many = how_many(len(kept))
    wanted = asked()
    drawn.add(centre, [*kept[:many], *(row for row in kept if node_of(row) in wanted)])
    opened = []
    for node in wanted:
        if node in drawn.names:
            opened.append(node)
            drawn.add(node, neighbours(node)[:OPENED])
    chosen = picture.show(drawn, controls)
    with st.container(key="chosen"):
        if chosen:
            told(chosen, drawn, opened)
        else:
            st.caption(say("drawing_hint"))
    if len(kept) > many or not whole:
        st.caption(say("drawn" if whole else "drawn_of_many", n=min(many, len(kept)), m=len(kept)))
    cards.paged(kept, lambda row: neighbour(row, drawn, opened), f"node-{centre[1]}", size=30)
    download(kept, "network")


def told(node: Node, drawn: Drawing, opened: list[Node]) -> None:
    """The node that is chosen in the drawing: its name, and links that move there, open it or lead to its page."""
    name = drawn.names[node]
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="quick-chosen"):
        st.markdown(f"**{plain(say(node[0]))}** · {plain(name)}", width="content")
        own_page(node, name, neighbours(node))
        if node != drawn.centre:
            move(say("centre_here"), node, name)
            turn(node, drawn, opened)


def how_many(neighbours: int) -> int:
    """How many neighbours are drawn: a number that can be read at a glance, or more by choice."""
    fewest = DRAWN[0]
    if neighbours <= fewest:
        return fewest
    return int(one_of("drawn", say("drawn_at_most"), list(map(str, DRAWN)), str, str(fewest)))


def neighbours(node: Node) -> list[Row]:
    """What stands around a node, of the kinds that are drawn."""
    return in_language(get("/neighbourhood", label=node[0], id=node[1], kind=list(COLOURS), limit=MOST))


def asked() -> list[Node]:
    """The neighbours that the address opens."""
    parts = (part.partition("|") for part in given("open").split("||") if "|" in part)
    return [(label, id) for label, _, id in parts if label in COLOURS]


def neighbour(row: Row, drawn: Drawing, opened: list[Node]) -> None:
    """A node of the list: one link moves there, another opens it beside the rest or closes it again."""
    node, name = node_of(row), row["name"] or row["id"]
    with st.container(horizontal=True, horizontal_alignment="distribute", gap="small"):
        move(f"{say_or(row['label'])} · {name}", node, name)
        turn(node, drawn, opened)


def move(words: str, node: Node, name: str) -> None:
    """A link that puts a node into the centre."""
    routes.link("network", words, **address_of(node, name))


def turn(node: Node, drawn: Drawing, opened: list[Node]) -> None:
    """A link that opens a node, or closes one that is open, and leaves the rest as it is."""
    after = [each for each in opened if each != node] if node in opened else [*opened, node]
    state = address_of(drawn.centre, drawn.names[drawn.centre]) | {"open": "||".join("|".join(each) for each in after)}
    state |= {name: given(name) for name in ("kinds", "drawn", "layout")}
    routes.link("network", say("collapse" if node in opened else "expand"), **state)
