"""Network: a node of the graph with what stands around it; a click on a neighbour moves there or opens it too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

import streamlit as st

from ui import cards, picture, routes, way
from ui.drawing import COLOURS, Drawing, Node
from ui.export import download
from ui.marks import plain
from ui.service import get, plan_name
from ui.state import given, one_of, some_of
from ui.words import say, say_or

DRAWN = (28, 100, 500)
OPENED = 10
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
        st.caption(say("network_hint"))
        cards.choose("network")
        return
    around = neighbours((label, id))
    name = given("name") or (plan_name(get(f"/documents/{id}")) if label == "Document" else id)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="quick"):
        st.subheader(f"{say(label)} · {plain(name)}", anchor=False, width="content")
        own_page((label, id), name, around)
    if to := way.end((label, id)):
        way.show((label, id), to)
        return
    kinds = chosen_kinds(Counter(row["label"] for row in around))
    kept = mixed({(row["label"], row["id"]): row for row in around if row["label"] in kinds}.values())
    show((label, id), name, kept)


def chosen_kinds(kinds: Counter[str]) -> list[str]:
    """The kinds of neighbours to be shown, all where none is chosen."""
    return some_of("kinds", say("kind"), list(kinds), lambda kind: f"{say_or(kind)} {kinds[kind]}")


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
        routes.link(page, say("open_page"), **{parameter: id if label in ("Document", "Indicator") else name})


def show(centre: Node, name: str, kept: list[Row]) -> None:
    """The drawing around a node with the neighbours that are opened, then all neighbours one by one."""
    drawn = Drawing(centre, {centre: name})
    controls = st.container(horizontal=True, gap="medium")
    with controls:
        many = how_many(len(kept))
    wanted = asked()
    drawn.add(centre, [*kept[:many], *(row for row in kept if (row["label"], row["id"]) in wanted)])
    opened = [node for node in wanted if node in drawn.names]
    for node in opened:
        drawn.add(node, mixed(neighbours(node))[:OPENED])
    picture.show(drawn, controls)
    if len(kept) > many:
        st.caption(say("drawn", n=many, m=len(kept)))
    cards.paged(kept, lambda row: neighbour(row, centre, name, opened), f"node-{centre[1]}", size=30)
    download(kept, "network")


def how_many(neighbours: int) -> int:
    """How many neighbours are drawn: a number that can be read at a glance, or more by choice."""
    fewest = DRAWN[0]
    if neighbours <= fewest:
        return fewest
    return int(one_of("drawn", say("drawn_at_most"), list(map(str, DRAWN)), str, str(fewest)))


def neighbours(node: Node) -> list[Row]:
    """What stands around a node, of the kinds that are drawn."""
    return list(get("/neighbourhood", label=node[0], id=node[1], kind=list(COLOURS), limit=MOST))


def asked() -> list[Node]:
    """The neighbours that the address opens."""
    parts = (part.partition("|") for part in given("open").split("||") if "|" in part)
    return [(label, id) for label, _, id in parts if label in COLOURS]


def neighbour(row: Row, centre: Node, name: str, opened: list[Node]) -> None:
    """A node of the list: one link moves there, another opens it beside the rest or closes it again."""
    node = (row["label"], row["id"])
    after = [each for each in opened if each != node] if node in opened else [*opened, node]
    told = f"{say_or(row['label'])} · {row['name'] or row['id']}"
    state = "||".join("|".join(each) for each in after)
    with st.container(horizontal=True, horizontal_alignment="distribute", gap="small"):
        routes.link("network", told, label=row["label"], id=row["id"], name=(row["name"] or "")[:80])
        word = say("collapse" if node in opened else "expand")
        routes.link("network", word, label=centre[0], id=centre[1], name=name[:80], open=state)


def mixed(nodes: Iterable[Row]) -> list[Row]:
    """Nodes with the kinds in turn, so that the first few show some of each."""
    seen: Counter[str] = Counter()
    places = []
    for node in nodes:
        seen[node["label"]] += 1
        places.append((seen[node["label"]], node))
    return [node for _, node in sorted(places, key=lambda placed: placed[0])]
