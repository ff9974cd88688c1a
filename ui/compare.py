"""Compare: two to six places side by side, their indicators and who does what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from html import escape
from itertools import combinations, groupby
from typing import Any

import streamlit as st

from ui import cards, marks, quantity, routes
from ui.export import download
from ui.marks import Chip
from ui.places import place_name
from ui.service import get, rows
from ui.state import several_of, some_of
from ui.words import name_of, say

MOST = 6
HEATED = 14
EXAMPLES = 3  # places
OTHER = "other"  # the field of what belongs to none
Row = dict[str, Any]


def page() -> None:
    """A choice of places, the matrix of their indicators, who carries the tasks of each field, and the gaps."""
    st.title(say("compare"), anchor=False)
    if cards.nothing_held():
        return
    places = several_of("places", say("places"), busiest(), place_name, MOST, say("choose"))
    if len(places) < 2:
        st.info(say("compare_hint"))
        examples()
        return
    st.set_page_config(page_title=joined(places))
    found = get("/compare", place=places)
    missing = found["without_counterpart"]
    names = (say("side_by_side", n=len(found["indicators"])), say("who_leads"), say("gaps", n=len(missing)))
    first, second, third = st.tabs(names)
    with first:
        indicators(found["indicators"], found["places"])
    with second:
        heat(found["tasks"], found["places"])
        leads(found["tasks"], found["places"])
    with third:
        gaps(missing)


def busiest() -> list[str]:
    """The places that plans govern, those whose plans have the most tasks first."""
    tasks: Counter[str] = Counter()
    for row in rows("documents"):
        tasks.update(dict.fromkeys(row["places"] or [], row["tasks"]))
    held = [row["name"] for row in rows("jurisdictions") if row["documents"]]
    return sorted(held, key=lambda name: -tasks[name])


def examples() -> None:
    """The busiest places two by two, each pair a link."""
    with st.container(horizontal=True, gap="small", key="quick"):
        for pair in combinations(busiest()[:EXAMPLES], 2):
            routes.link("compare", joined(pair), places=list(pair))


def joined(places: Iterable[str]) -> str:
    """Places side by side in one line."""
    return " · ".join(map(place_name, places))


def columns(first: str, places: Iterable[str]) -> list[str]:
    """The head of a table with a column for each place."""
    return [say(first), *map(place_name, places)]


def indicators(lines: list[Row], places: list[str]) -> None:
    """The matrix of indicators and places, each value a link to its words; first the indicators of several places.

    All fields are shown, or those that are chosen.
    """
    names = {row["domain"]: name_of(row) for row in rows("domains") if row["domain"] != OTHER} | {OTHER: say(OTHER)}
    counts = Counter(field(line, names) for line in lines)
    listed = [name for name in names if counts[name]]
    chosen = some_of("fields", say("domain"), listed, lambda name: f"{names[name]} {counts[name]}")
    lines = [line for line in lines if field(line, names) in chosen]
    matrix("of_several", [line for line in lines if len(line["cells"]) > 1], places)
    matrix("of_one", [line for line in lines if len(line["cells"]) == 1], places)
    flat = [{"place": place} | target for line in lines for place, of in line["cells"].items() for target in of]
    download(flat, "comparison")


def field(line: Row, fields: Collection[str]) -> str:
    """The field of a line: the id of a known indicator begins with it, as in `air.pm25`."""
    begins = canonical(line).partition(".")[0]
    return begins if begins in fields else OTHER


def matrix(headline: str, lines: list[Row], places: list[str]) -> None:
    """Some indicators with the values of each place, under a headline; nothing where there are none."""
    if not lines:
        return
    names = {row["indicator"]: name_of(row) for row in rows("indicators")}
    cells = [
        [
            escape(names.get(canonical(line)) or line["indicator"]),
            *(values(line["cells"].get(place, []), line, place) for place in places),
        ]
        for line in lines
    ]
    st.header(say(headline, n=len(lines)), anchor=False)
    st.html(marks.table(columns("indicator", places), cells, "even"))


def canonical(line: Row) -> str:
    """The id of the indicator of a line."""
    return next(str(target["canonical"]) for targets in line["cells"].values() for target in targets)


def values(targets: list[Row], line: Row, place: str) -> str:
    """The values of one place, each once, one below the other, or a dash for none; bars only where places compare."""
    numbers = [abs(target["common"] or 0) for of in line["cells"].values() for target in of]
    most = max(numbers) if len(line["cells"]) > 1 else 0
    distinct: dict[tuple[str, str], Row] = {}
    for target in targets:
        distinct.setdefault((quantity.value(target), about(target, place)), target)
    return "".join(value(target, most, place) for target in distinct.values()) or marks.NONE


def about(target: Row, place: str) -> str:
    """What a change is measured against, the year and the scope of a value, and the place of its plan where that lies
    inside the place of the column."""
    inside = target["governs"] if target["governs"] != place else None
    where = [place_name(name) for name in (inside, target["scope"]) if name]
    return " · ".join(filter(None, (quantity.since(target), target["year"], *where)))


def value(target: Row, most: float, place: str) -> str:
    """A value with its year and scope, as a link to its words, over a bar against the largest of its line."""
    link = routes.address("read", document=target["document"], start=target["start"], end=target["end"])
    told = " · ".join(filter(None, (f"<b>{escape(quantity.value(target))}</b>", escape(about(target, place)))))
    linked = f'<a href="{escape(link)}" target="_self" title="{escape(target["text"])}">{told}</a>'
    return linked + bar(target["common"], most)


def bar(number: float | None, most: float) -> str:
    """A bar as long as a number is against the largest; none where the two cannot be set side by side."""
    if number is None or not most:
        return "<br>"
    return f'<span class="bar" style="width:{100 * abs(number) / most:.0f}%"></span>'


def heat(lines: list[Row], places: list[str]) -> None:
    """How many tasks each function carries in each place, the busiest first, deeper where there are more."""
    counts = {
        place: Counter(
            function
            for line in lines
            for task in line["cells"].get(place, [])
            for function in {owner["function"] for owner in task["owners"]}
        )
        for place in places
    }
    names = {row["function"]: name_of(row) for row in rows("functions")}
    busiest = [function for function, _ in sum(counts.values(), Counter()).most_common() if function in names][:HEATED]
    most = max((counts[place][function] for place in places for function in busiest), default=1)
    told = [[escape(names[f]), *(warm(counts[place][f], most, place) for place in places)] for f in busiest]
    st.header(say("by_function"), anchor=False)
    for place in places:
        if not counts[place]:
            st.html(marks.block("note", escape(say("no_owners", place=place_name(place)))))
    st.html(marks.table(columns("Function", places), told, "even"))
    st.header(say("by_domain"), anchor=False)


def warm(count: int, most: int, place: str) -> str:
    """A cell of the heat map."""
    style = "heat" if count else "heat none"
    opening = f'<td class="{style}" data-label="{escape(place_name(place))}" style="--share:{count / most:.2f}">'
    return f"{opening}{count or marks.NONE}</td>"


def gaps(lines: list[Row]) -> None:
    """Tasks of one place that the plans of another have nothing like, by place, each with the nearest that there is."""
    st.html(marks.block("note", escape(say("gaps_hint"))))
    if not lines:
        st.info(say("no_rows"))
    pairs = groupby(lines, lambda line: {name: place_name(line[name]) for name in ("place", "other")})
    cards.groups([(say("gap", **pair), list(group)) for pair, group in pairs], gap, "gap", size=6)
    download([{name: line[name] for name in ("place", "other")} | line["task"] for line in lines], "gaps")


def gap(line: Row) -> None:
    """A task without counterpart, and the task of the other place that comes nearest."""
    cards.task(line["task"])
    if near := line["nearest"]:
        told = say("nearest", title=near["heading"], likeness=f"{line['likeness']:.2f}")
        link = routes.address("read", document=near["document"], start=near["start"], end=near["end"])
        st.html(marks.block("note", f'<a href="{escape(link)}" target="_self">{escape(told)}</a>'))


def leads(lines: list[Row], places: list[str]) -> None:
    """For each field and place the functions that carry its tasks, the busiest first, with the number of tasks."""
    named = {row["function"]: row for row in rows("functions")}
    fields = {row["domain"]: name_of(row) for row in rows("domains")}
    cells = [
        [escape(fields.get(line["domain"]) or line["domain"])]
        + [carriers(line["cells"].get(place, []), named) for place in places]
        for line in lines
    ]
    st.html(marks.table(columns("domain", places), cells, "even"))


def carriers(tasks: list[Row], named: dict[str, Row]) -> str:
    """The functions that carry some tasks, each with how many of them, as links, and the number of all."""
    if not tasks:
        return marks.NONE
    counts = Counter(function for task in tasks for function in {owner["function"] for owner in task["owners"]})
    told = [carrier(named[function], count) for function, count in counts.most_common(5) if function in named]
    return f"{escape(say('count_tasks', n=len(tasks)))}<br>{marks.chips(told)}"


def carrier(function: Row, count: int) -> Chip:
    """A function with how many tasks it carries, as a link to what it carries everywhere."""
    return Chip(f"{name_of(function)} · {count}", link=routes.address("departments", name=function["name"]))
