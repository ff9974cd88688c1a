"""Territory: the map of the places that plans govern, with what is held of each and the waters it names.

It is drawn without tiles or outlines: the seats of the provinces give the bearings, and no request leaves the machine.
"""

from __future__ import annotations

from collections.abc import Mapping
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
from ui.places import place_name
from ui.service import rows
from ui.words import say

CENTRES = Path(__file__).parent / "centres.yaml"
WEST, EAST, SOUTH, NORTH = 83.0, 130.0, 18.0, 48.0
CLOSE, BESIDE, APART = 2.0, 0.8, 3.0  # degrees
SIDES = ("", "above", "east", "west")  # of a dot, where its name stands; below it where nothing is said
RATIO = 1.36  # of the width of the map to its height
DESK, PHONE = (1069, 14.7), (361, 11.5)  # the width of the map and of a character, in pixels
LATIN = 0.52  # of the width of a Chinese character
RADIUS = 10  # of a dot, with a little room
Area = tuple[float, float, float, float]
Row = dict[str, Any]
Spot = tuple[float, float]  # longitude and latitude
Sides = Mapping[str, str]  # by the id of a place


def page() -> None:
    """The map, and below it each place with its plans and its waters."""
    st.title(say("territory"), anchor=False)
    if cards.nothing_held():
        return
    held = [row for row in rows("jurisdictions") if row["documents"]]
    st.html(block("note", escape(say("territory_hint"))))
    held.sort(key=lambda row: -row["documents"])
    placed = [(row, at) for row in held if (at := centre(row["code"]))]
    seats = [(code, at) for code, at in bearings() if not any(near(at, other) for _, other in placed)]
    spots = {at for _, at in (*placed, *seats)}
    sides = room(placed, spots, *DESK)
    narrow = room(placed, spots, *PHONE, sides)
    dots = (dot(row, at, style(row["jurisdiction"], sides, narrow)) for row, at in placed)
    drawn = "".join([*map(bearing, seats), *dots])
    st.html(f'<div class="map" role="group" aria-label="{escape(described(held))}">{drawn}</div>')
    cards.paged(held, place, "place")
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


def room(
    placed: list[tuple[Row, Spot]], spots: set[Spot], width: float, sign: float, only: Sides | None = None
) -> Sides:
    """The side on which the name of each place finds room, the first before the others; no entry where it finds none.

    `spots` are to stay free, `sign` is how wide a character is; with `only`, a name may stand on that side alone.
    """
    taken = [around(at, width) for at in spots]
    found: dict[str, str] = {}
    for row, at in placed:
        id = row["jurisdiction"]
        wanted = [side(row, placed), *SIDES] if only is None else [only[id]] if id in only else []
        for where in wanted:
            area = beside(around(at, width), where, breadth(place_name(row["name"])) * sign + RADIUS, 1.3 * sign)
            if within(area, width) and not any(overlap(area, other) for other in taken):
                found[id] = where
                taken.append(area)
                break
    return found


def breadth(name: str) -> float:
    """How many characters of Chinese a name is as wide as."""
    return sum(LATIN if sign.isascii() else 1 for sign in name)


def around(at: Spot, width: float) -> Area:
    """The area of a dot on a map of some width: left, top, right, bottom."""
    x, y = width * (at[0] - WEST) / (EAST - WEST), width / RATIO * (NORTH - at[1]) / (NORTH - SOUTH)
    return x - RADIUS, y - RADIUS, x + RADIUS, y + RADIUS


def beside(dot: Area, where: str, wide: float, high: float) -> Area:
    """The area of a name on one side of a dot."""
    left, top, right, bottom = dot
    x, y = (left + right) / 2, (top + bottom) / 2
    if where in ("east", "west"):
        start = right if where == "east" else left - wide
        return start, y - high / 2, start + wide, y + high / 2
    start = top - high if where == "above" else bottom
    return x - wide / 2, start, x + wide / 2, start + high


def within(area: Area, width: float) -> bool:
    """Whether an area lies on a map of some width."""
    left, top, right, bottom = area
    return left >= 0 and top >= 0 and right <= width and bottom <= width / RATIO


def overlap(one: Area, other: Area) -> bool:
    """Whether two areas have a point in common that is on the edge of neither."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def style(id: str, sides: Sides, narrow: Sides) -> str:
    """The side of the name of a place, and whether it waits until its dot is pointed at: anywhere or on a phone."""
    waits = "" if id in narrow else "waits-narrow" if id in sides else "waits"
    return " ".join(filter(None, (sides.get(id, ""), waits)))


def dot(row: Row, at: Spot, style: str) -> str:
    """A place that plans govern, larger where there are more, as a link to them, with its name."""
    size = 0.7 + 0.35 * sqrt(row["documents"])
    link = routes.address("plans", place=row["name"])
    place, title, name = position(*at), escape(told(row)), escape(place_name(row["name"]))
    opening = f'<a class="{style}" href="{escape(link)}" target="_self" style="{place}" title="{title}">'
    return f'{opening}<i style="width:{size:.2f}rem;height:{size:.2f}rem"></i><b>{name}</b></a>'


def described(held: list[Row]) -> str:
    """The map in words, for those who do not see it."""
    return f"{say('territory')}: {'; '.join(map(told, held))}"


def told(row: Row) -> str:
    """A place and how many plans govern it."""
    return f"{place_name(row['name'])} · {say('count_documents', n=row['documents'])}"


def place(row: Row) -> None:
    """A place with its plans and the waters that they name; one that no centre is known of says so."""
    routes.link("plans", told(row), place=row["name"])
    if not centre(row["code"]):
        st.html(block("note", escape(say("no_centre"))))
    waters = rows("waters", place=row["name"])[:12]
    if waters:
        with st.container(horizontal=True, gap="small", key=f"quick-{row['jurisdiction']}"):
            for water in waters:
                asked = say("tasks_on", name=water["name"])
                routes.link("ask", f"{water['name']} · {water['mentions']}", q=asked)
