"""Search: passages that fit, best first, in all plans or within facets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import streamlit as st

from ui import cards, routes
from ui.export import download
from ui.facets import Entries, chosen, facet, listed
from ui.places import place_name
from ui.service import get, rows
from ui.state import box
from ui.titles import places
from ui.words import language, name_of, say

MOST = 50
FACETS = ("place", "department", "role", "year", "domain", "kind")
ROLES = ("lead", "responsible", "cooperating", "supervising")
Row = dict[str, Any]


def page() -> None:
    """A box, six facets with how many passages each entry has, and the passages."""
    st.title(say("search"), anchor=False)
    if cards.nothing_held():
        return
    query = box("q", say("search_box"), say("search_hint"))
    if query:
        st.set_page_config(page_title=query)
        terms(query)
    facets = {name: chosen(name) for name in FACETS}
    found = get("/search", q=query, k=MOST, **facets) if query else None
    with st.container(horizontal=True, gap="small", key="facets"):
        for name, entries in offered(found["counts"] if found else None).items():
            facet(name, entries)
    if not found:
        st.info(say("search_empty"))
        fields()
    elif not found["hits"]:
        st.info(say("no_hits"))
    else:
        show(found["hits"], sum(found["counts"]["document"].values()))


def terms(query: str) -> None:
    """The terms of the field that begin with what is asked for, each a link, by their names in either language."""
    called = "label" if language() == "zh" else "alias"
    labels = dict.fromkeys(row[called] for row in get("/suggest", q=query[:100], k=6))
    labels.pop(query, None)
    if labels:
        with st.container(horizontal=True, gap="small", key="quick-terms"):
            for label in labels:
                routes.link("search", label, q=label)


def fields() -> None:
    """The fields that tasks are in, the busiest first, each a search for its name."""
    with st.container(horizontal=True, gap="small", key="quick-fields"):
        for row in rows("domains"):
            if row["tasks"] and row["domain"] != "other":
                routes.link("search", name_of(row), q=name_of(row))


def offered(counts: dict[str, dict[str, int]] | None) -> dict[str, Entries]:
    """The entries of each facet: counted among the passages that answer, or in all plans where nothing is asked."""
    roles = {role: (say(role), 0) for role in ROLES}
    bodies = listed("functions", "name", "tasks")
    if counts is None:
        held = {row["document"]: 1 for row in rows("documents")}
        fields = listed("domains", "domain", "tasks")
    else:
        held = counts["document"]
        names = {row["domain"]: name_of(row) for row in rows("domains")}
        fields = {domain: (names.get(domain, domain), count) for domain, count in counts["domain"].items()}
    held_places = of_documents(held, places)
    governed = {place: (place_name(place), count) for place, (_, count) in held_places.items()}
    return {"place": governed, "department": bodies, "role": roles} | {
        "year": of_documents(held, years),
        "domain": fields,
        "kind": {kind: (say(kind), count) for kind, (_, count) in of_documents(held, kinds).items()},
    }


def of_documents(held: dict[str, int], told: Callable[[Row], list[str]]) -> Entries:
    """What some documents tell of themselves, each with the passages or plans that it has in all, the most first."""
    found: Counter[str] = Counter()
    for row in rows("documents"):
        found.update({entry: held.get(row["document"], 0) for entry in told(row)})
    return {entry: (entry, count) for entry, count in found.most_common() if count}


def years(row: Row) -> list[str]:
    """The years of its period."""
    start, end = row["period_start"], row["period_end"]
    return [str(year) for year in range(int(start[:4]), int(end[:4]) + 1)] if start and end else []


def kinds(row: Row) -> list[str]:
    """What kind of document it is."""
    return [row["kind"]] if row["kind"] else []


def show(hits: list[Row], total: int) -> None:
    """The passages, one after the other or plan by plan; `total` of all answer, those beyond it only come near."""
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        compared = "count_best" if total > len(hits) else "count_near" if total < len(hits) else "count_hits"
        st.caption(say(compared, n=total, m=len(hits)))
        grouped = st.toggle(say("group_by_document"), key="grouped", bind="query-params")
    if grouped:
        ranked = {hit["document"]: number for number, hit in reversed(list(enumerate(hits)))}
        together = sorted(hits, key=lambda hit: ranked[hit["document"]])
        counted = [(f"{plan} · {len(group)}", group) for plan, group in cards.by_plan(together)]
        cards.groups(counted, lambda hit: cards.passage(hit, below=True), "group", size=4, link=cards.plan_of)
    else:
        near = {id(hit) for hit in hits[total:]}
        cards.paged(hits, cards.passage, "hit", under=lambda hit: say("passages_near") if id(hit) in near else "")
    download(hits, "passages")
