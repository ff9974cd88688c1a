"""Network: a node of the graph with what stands around it; a click on a neighbour moves there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

import streamlit as st

from ui import cards, routes
from ui.export import download
from ui.service import get, plan_name
from ui.state import given
from ui.words import say, say_or

COLOURS = {
    "Document": "#d8e6e0",
    "Jurisdiction": "#efe6cf",
    "Department": "#cfe3ee",
    "Function": "#c2d6ea",
    "Task": "#e6efd3",
    "Target": "#f2dcc9",
    "Indicator": "#eccfb8",
    "WaterBody": "#bfe0ee",
    "Project": "#e5d7ec",
    "Domain": "#e3e3e3",
}
DRAWN = 28
Row = dict[str, Any]


def page() -> None:
    """The node that the address names, or a choice of plans to begin with."""
    st.title(say("network"), anchor=False)
    label, id = given("label"), given("id")
    if label not in COLOURS or not id:
        st.caption(say("network_hint"))
        cards.choose("network")
        return
    around = [row for row in get("/neighbourhood", label=label, id=id) if row["label"] in COLOURS]
    kinds = Counter(row["label"] for row in around)
    chosen = st.pills(
        say("kind"),
        list(kinds),
        selection_mode="multi",
        default=list(kinds),
        format_func=lambda kind: f"{say_or(kind)} {kinds[kind]}",
    )
    kept = mixed({(row["label"], row["id"]): row for row in around if row["label"] in (chosen or ())}.values())
    name = given("name") or (plan_name(get(f"/documents/{id}")) if label == "Document" else id)
    st.graphviz_chart(drawing(label, name, kept[:DRAWN]), width="stretch")
    if len(kept) > DRAWN:
        st.caption(say("drawn", n=DRAWN, m=len(kept)))
    cards.paged(kept, neighbour, f"node-{id}", size=30)
    download(kept, "network")


def neighbour(row: Row) -> None:
    """A node of the list, which a click moves to."""
    told = f"{say_or(row['label'])} · {row['name'] or row['id']}"
    routes.link("network", told, label=row["label"], id=row["id"], name=(row["name"] or "")[:80])


def mixed(nodes: Iterable[Row]) -> list[Row]:
    """Nodes with the kinds in turn, so that the first few show some of each."""
    seen: Counter[str] = Counter()
    places = []
    for node in nodes:
        seen[node["label"]] += 1
        places.append((seen[node["label"]], node))
    return [node for _, node in sorted(places, key=lambda placed: placed[0])]


def drawing(label: str, name: str, around: list[Row]) -> str:
    """The node and its neighbours in the DOT language, each neighbour with the address that a click leads to."""
    lines = [
        "graph { layout=twopi; overlap=false; splines=true; bgcolor=transparent; pad=0.2; ranksep=2.2;",
        'node [shape=box, style="rounded,filled", fontname="sans-serif", fontsize=11, color="#00000022",'
        ' fontcolor="#1c2b2d", margin="0.12,0.06"]; edge [color="#8a9a96"];',
        f'centre [label={quoted(short(name))}, fillcolor="{COLOURS[label]}", penwidth=2, color="#3c8273"];',
    ]
    for number, row in enumerate(around):
        named = row["name"] or row["id"]
        link = routes.address("network", label=row["label"], id=row["id"], name=named[:80])
        lines.append(
            f"n{number} [label={quoted(short(named))}, tooltip={quoted(named[:200])}, URL={quoted(link)},"
            f' target="_self", fillcolor="{COLOURS[row["label"]]}"]; centre -- n{number};'
        )
    return "\n".join([*lines, "}"])


def short(name: str) -> str:
    """A name that fits a box."""
    return name if len(name) <= 16 else f"{name[:15]}…"


def quoted(words: str) -> str:
    """Words as a string of the DOT language, in which a document's words can be nothing else."""
    return '"' + plain_line(words).replace("\\", "\\\\").replace('"', '\\"') + '"'


def plain_line(words: str) -> str:
    """Words on one line."""
    return " ".join(words.split())
