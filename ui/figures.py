"""Figures: targets and results as a table, each value with the words it was read from."""

from __future__ import annotations

from html import escape
from typing import Any

import streamlit as st

from ui import cards, marks, quantity, routes
from ui.places import place_name
from ui.service import rows
from ui.titles import document_of, places, plan_name
from ui.words import language, name_of, say, say_or

PAGE = 40
# What two statements of one value have in common: 森林覆盖率达到65% in the aims and again in a table of the same plan.
STATED = ("document", "indicator", "scope", "op", "value", "value2", "unit", "year", "baseline", "status")
Row = dict[str, Any]


def where(row: Row) -> str:
    """The scope of a value, or else the lowest place that its plan governs."""
    return place_name(str(row["scope"] or next(reversed(places(document_of(row))), "")))


def table(values: list[Row], name: str, total: int | None = None, of_one: bool = False) -> None:
    """The first values with place, year and words, each leading to its place in the document, and a button for more.

    `total` is how many values there are where only those to be shown were asked for; where all are `of_one` plan,
    it is not named again.
    """
    columns = ("indicator", "value", "year", "status", "place", "words")
    shown = values[: cards.shown(name, PAGE)]
    told = (cells(same, "" if of_one else plan_name(same[0])) for same in stated_again(shown))
    st.html(marks.table([say(column) for column in columns], told, "values"))
    cards.further(len(values) if total is None else total, name, PAGE)


def stated_again(values: list[Row]) -> list[list[Row]]:
    """Values one by one, each with those that state the same of the same again further on in its plan."""
    same: dict[tuple[Any, ...], list[Row]] = {}
    for row in values:
        same.setdefault(tuple(row.get(field) for field in STATED), []).append(row)
    return list(same.values())


def english(row: Row) -> str:
    """What the indicator of a value is called on English pages, below its name as written, where it has such a name."""
    if language() != "en":
        return ""
    names = {listed["indicator"]: name_of(listed) for listed in rows("indicators") if listed["english"]}
    name = names.get(row.get("measured") or row["canonical"])
    return marks.block("note", escape(name)) if name else ""


def value(row: Row) -> str:
    """The cell of a value, with the year that a change is measured against."""
    since = quantity.since(row)
    told = f"<b>{escape(quantity.value(row))}</b>"
    return f'{told} <span class="note">{escape(since)}</span>' if since else told


def set_in(place: str, plan: str) -> str:
    """The cell of a place, the name of its plan below it; the plan alone where there is no place, and called so."""
    if place or not plan:
        return escape(place) + (marks.block("note", escape(plan)) if plan else "")
    return f'<td data-label="{escape(say("Document"))}"><span class="note">{escape(plan)}</span></td>'


def words(row: Row) -> str:
    """The words of a value as a link to where they stand."""
    span = (row.get("start", row.get("evidence_start")), row.get("end", row.get("evidence_end")))
    link = routes.address("read", document=row["document"], start=span[0], end=span[1])
    return f'<a href="{escape(link)}" target="_self">{escape(row["text"])}</a>'


def cells(same: list[Row], plan: str) -> list[str]:
    """One value as a line of the table, with the name of its plan below the place, and all words that state it."""
    row, lines = same[0], "<br>".join(dict.fromkeys(map(words, same)))
    return [
        escape(row["indicator"]) + english(row),
        value(row),
        escape(row["year"] or ""),
        escape(say_or(row["status"])),
        set_in(where(row), plan),
        lines,
    ]
