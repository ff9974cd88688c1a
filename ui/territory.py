"""Territory: the map of the places that plans govern, with what is held of each and the waters it names.

It is drawn without tiles or outlines: the seats of the provinces give the bearings, and no request leaves the machine.
"""

from __future__ import annotations

from functools import cache
from html import escape
from math import dist, sqrt
from pathlib import Path
from typing import Any

import streamlit as st
import yaml

from ui import cards, routes
from ui.export import download
from ui.marks import block
from ui.service import rows
from ui.words import say

CENTRES = Path(__file__).parent / "centres.yaml"
WEST, EAST, SOUTH, NORTH = 83.0, 130.0, 18.0, 48.0
CLOSE, BESIDE, APART = 2.0, 0.8, 3.0  # degrees
SIDES = ("", "above", "east", "west")  # of a dot, where its name stands; below it where nothing is said
Row = dict[str, Any]


def page() -> None:
    """The map, and below it each place with its plans and its waters."""
    st.title(say("territory"), anchor=False)
    if cards.nothing_held():
        return
    held = [row for row in rows("jurisdictions") if row["documents"]]
    st.html(block("note", escape(say("territory_hint"))))
    placed = [(row, at) for row in held if (at := centre(row["code"]))]
    seats = [(code, at) for code, at in bearings() if not any(near(at, other) for _, other in placed)]
    drawn = "".join([*map(bearing, seats), *(dot(row, at, side(row, placed)) for row, at in placed)])
    st.html(f'<div class="map" role="img" aria-label="{escape(described(held))}">{drawn}</div>')
    for row in held:
        place(row, bool(centre(row["code"])))
    download(held, "jurisdictions")


@cache
def centres() -> dict[str, tuple[float, float]]:
    """Longitude and latitude by the first two or four digits of a GB/T 2260 code."""
    return {code: (lon, lat) for code, (lon, lat) in yaml.safe_load(CENTRES.read_text("utf-8")).items()}


def centre(code: str | None) -> tuple[float, float] | None:
    """Where a place lies, or else the territory above it; None where the code says nothing."""
    return centres().get((code or "")[:4]) or centres().get((code or "")[:2])


def position(longitude: float, latitude: float) -> str:
    """A place on the map, in parts of its width and height."""
    across, down = (longitude - WEST) / (EAST - WEST), (NORTH - latitude) / (NORTH - SOUTH)
    return f"left:{100 * across:.2f}%;top:{100 * down:.2f}%"


def bearings() -> list[tuple[str, tuple[float, float]]]:
    """The provinces, by whose seats a reader finds the way."""
    return [(code, at) for code, at in centres().items() if len(code) == 2]


def bearing(province: tuple[str, tuple[float, float]]) -> str:
    """The seat of a province, faint; of two side by side the names stand on the outer sides."""
    code, at = province
    beside = [other for _, other in bearings() if other != at and dist(at, other) < BESIDE]
    side = ("west" if at < beside[0] else "east") if beside else ""
    return f'<span class="{side}" style="{position(*at)}">{escape(say(f"province_{code}"))}</span>'


def near(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Whether the names of two places would stand on one another."""
    return abs(one[0] - other[0]) < CLOSE and abs(one[1] - other[1]) < CLOSE


def side(row: Row, placed: list[tuple[Row, tuple[float, float]]]) -> str:
    """Where the name of a place stands: away from the nearest other; those on one spot stand around it."""
    spot = next(at for each, at in placed if each is row)
    here = [each for each, at in placed if at == spot]
    others = [at for _, at in placed if at != spot and dist(at, spot) < APART]
    if len(here) > 1 or not others:
        return SIDES[here.index(row) % len(SIDES)]
    nearest = min(others, key=lambda at: dist(at, spot))
    east, north = spot[0] - nearest[0], spot[1] - nearest[1]
    if abs(east) >= abs(north):
        return "east" if east > 0 else "west"
    return "above" if north > 0 else ""


def dot(row: Row, at: tuple[float, float], side: str) -> str:
    """A place that plans govern, larger where there are more, as a link to them, its name on one side."""
    size = 0.7 + 0.35 * sqrt(row["documents"])
    link = routes.address("plans", place=row["name"])
    place, title = position(*at), escape(told(row))
    opening = f'<a class="{side}" href="{escape(link)}" target="_self" style="{place}" title="{title}">'
    return f'{opening}<i style="width:{size:.2f}rem;height:{size:.2f}rem"></i><b>{escape(row["name"])}</b></a>'


def described(held: list[Row]) -> str:
    """The map in words, for those who do not see it."""
    return f"{say('territory')}: {'; '.join(map(told, held))}"


def told(row: Row) -> str:
    """A place and how many plans govern it."""
    return f"{row['name']} · {say('count_documents', n=row['documents'])}"


def place(row: Row, drawn: bool) -> None:
    """A place with its plans and the waters that they name; one that no centre is known of says so."""
    with st.container(key=f"card-place-{row['jurisdiction']}", gap="xxsmall"):
        routes.link("plans", told(row), place=row["name"])
        if not drawn:
            st.html(block("note", escape(say("no_centre"))))
        waters = rows("waters", place=row["name"])[:12]
        if waters:
            with st.container(horizontal=True, gap="small", key=f"quick-{row['jurisdiction']}"):
                for water in waters:
                    asked = say("tasks_on", name=water["name"])
                    routes.link("ask", f"{water['name']} · {water['mentions']}", q=asked)
