"""Compare: two to six places side by side, their indicators and who leads what."""

from __future__ import annotations

from collections import Counter
from html import escape
from typing import Any

import streamlit as st

from ui import figures, marks, routes
from ui.export import download
from ui.service import get, rows
from ui.words import name_of, say

MOST = 6
Row = dict[str, Any]


def page() -> None:
    """A choice of places, the matrix of their indicators, and the bodies that lead in each field."""
    st.title(say("compare"), anchor=False)
    held = [row["name"] for row in rows("jurisdictions") if row["documents"]]
    places = st.multiselect(say("place"), held, key="places", bind="query-params", max_selections=MOST)
    if len(places) < 2:
        st.info(say("compare_hint"))
        return
    found = get("/compare", place=places)
    first, second = st.tabs((say("side_by_side", n=len(found["indicators"])), say("who_leads")))
    with first:
        indicators(found["indicators"], found["places"])
    with second:
        leads(found["tasks"], found["places"])


def indicators(lines: list[Row], places: list[str]) -> None:
    """The matrix of indicators and places, each value a link to its words."""
    cells = [[escape(line["indicator"]), *(values(line["cells"].get(place, [])) for place in places)] for line in lines]
    st.html(marks.table([say("indicator"), *places], cells))
    flat = [{"place": place} | target for line in lines for place, of in line["cells"].items() for target in of]
    download(flat, "comparison")


def values(targets: list[Row]) -> str:
    """The values of one place, one below the other, or a dash for none."""
    return "<br>".join(map(value, targets)) or "–"


def value(target: Row) -> str:
    """A value with its year and scope, as a link to its words."""
    link = routes.address("read", document=target["document"], start=target["start"], end=target["end"])
    about = " ".join(filter(None, (target["year"], target["scope"])))
    told = f"<b>{escape(figures.value(target))}</b> {escape(about)}"
    return f'<a href="{escape(link)}" target="_self" title="{escape(target["text"])}">{told}</a>'


def leads(lines: list[Row], places: list[str]) -> None:
    """For each field and place the functions that carry its tasks, the busiest first, with the number of tasks."""
    names = {row["function"]: name_of(row) for row in rows("functions")}
    fields = {row["domain"]: name_of(row) for row in rows("domains")}
    cells = [
        [escape(fields.get(line["domain"]) or line["domain"])]
        + [carriers(line["cells"].get(place, []), names) for place in places]
        for line in lines
    ]
    st.html(marks.table([say("domain"), *places], cells))


def carriers(tasks: list[Row], names: dict[str, str]) -> str:
    """The functions that carry some tasks, each with how many of them, and the number of all."""
    if not tasks:
        return "–"
    counts = Counter(function for task in tasks for function in {owner["function"] for owner in task["owners"]})
    told = [(f"{names[function]} · {count}", "") for function, count in counts.most_common(5) if function in names]
    return f"{escape(say('count_tasks', n=len(tasks)))}<br>{marks.chips(told)}"
