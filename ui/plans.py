"""Plans: the list, and one plan at a glance."""

from __future__ import annotations

from html import escape
from typing import Any

import streamlit as st

from ui import cards, figures, routes
from ui.export import download
from ui.facets import facet
from ui.marks import block, chips, plain
from ui.service import get, plan_name, rows
from ui.state import given, keep
from ui.words import say

Row = dict[str, Any]


def page() -> None:
    """The plan that the address names, or the list of all."""
    document = given("document")
    if document:
        one(document)
    else:
        every()


def every() -> None:
    """All plans of a place, those with tasks first."""
    st.title(say("plans"), anchor=False)
    with st.container(horizontal=True, gap="small", key="facets"):
        place = facet("place", "jurisdictions", "name", "documents")
        kind = keep_kind()
    found = sorted(rows("documents", place=place, kind=kind), key=lambda row: -row["tasks"])
    if not found:
        st.info(say("no_plans"))
        return
    cards.paged(found, lambda row: cards.choice("plans", row), "plan", size=20)
    download(found, "documents", found)


def keep_kind() -> str:
    """A kind of document that is held, "" for all, kept in the address."""
    held = list(dict.fromkeys(row["kind"] for row in rows("documents") if row["kind"]))
    before = given("kind")
    index = held.index(before) if before in held else None
    chosen = st.selectbox(say("kind"), held, index, say, f"kind-{before}", placeholder=say("all"), width=170)
    return keep("kind", chosen or "")


def one(document: str) -> None:
    """One plan: facts at a glance, tasks, figures, linked policies."""
    facts = get(f"/documents/{document}")
    st.title(plain(plan_name(facts)), anchor=False)
    st.html(block("note", " · ".join(map(escape, cards.facts_of(facts)))))
    with st.container(horizontal=True, gap="small", key="quick"):
        routes.link("read", say("read_whole"), document=document)
        routes.link("timeline", say("timeline"), document=document)
        routes.link("network", say("network"), label="Document", id=document, name=plan_name(facts))
        routes.link("quality", say("quality"), document=document)
    tasks = get(f"/documents/{document}/plan")
    values = rows("targets", document=document)
    links = get(f"/documents/{document}/links")
    names = (say("count_tasks", n=len(tasks)), say("count_targets", n=len(values)), say("linked"))
    first, second, third = st.tabs(names)
    with first:
        cards.paged(tasks, task, f"plan-{document}", size=25)
        download(tasks, "tasks", [facts])
    with second:
        figures.table(values, f"values-{document}")
        download(values, "targets")
    with third:
        linked(links)


def task(row: Row) -> None:
    """A task of the plan with its own owners and deadlines."""
    owners = [owner for owner in row["owners"] if not owner["default"]]
    named = dict.fromkeys((owner["name"], "lead-role" if owner["role"] == "lead" else "") for owner in owners)
    due = dict.fromkeys((deadline["text"], "") for deadline in row["deadlines"])
    cards.task(row, notes=[*named, *due])


def held_or_named(rows: list[Row]) -> dict[str, str]:
    """Linked policies by name, each with the id of its document where that is held, "" where it is only named."""
    named: dict[str, str] = {}
    for row in rows:
        told = row.get("title") or row.get("number") or plan_name(row)
        held = row["cited"] if row.get("held") else row.get("document", "") if "cited" not in row else ""
        named[told] = named.get(told) or held
    return {told: document for told, document in named.items() if told}


def linked(links: Row) -> None:
    """Policies that the plan cites, that cite it, and that say nearly the same."""
    for name in ("cites", "cited_by", "resembling"):
        if not links[name]:
            continue
        st.subheader(say(name), anchor=False)
        policies = held_or_named(links[name])
        for told, document in policies.items():
            if document:
                routes.link("plans", told, document=document)
        if named := [(told, "") for told, document in policies.items() if not document]:
            st.html(chips(named))
    if not any(links.values()):
        st.info(say("no_rows"))
