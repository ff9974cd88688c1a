"""Departments: what a bureau, or a function across places, leads and takes part in."""

from __future__ import annotations

from collections import Counter
from html import escape
from typing import Any

import streamlit as st

from ui import cards, routes
from ui.export import download
from ui.marks import bars, block, plain
from ui.service import get, rows
from ui.state import given, keep, one_of
from ui.words import name_of, say

ROLES = ("lead", "responsible", "cooperating", "supervising")
PARTNERS = 12
BODIES = 40
OFFERED = 300
Row = dict[str, Any]


def page() -> None:
    """A name, what all its tasks have in common, a role, and the tasks in it plan by plan."""
    st.title(say("departments"), anchor=False)
    if cards.nothing_held():
        return
    name = asked()
    if not name:
        suggest()
        return
    st.set_page_config(page_title=name)
    found = rows("responsibilities", department=name)
    if not found:
        st.info(say("no_department", name=plain(name)))
        named_like(name)
        return
    st.html(block("lead", escape(say("portfolio", n=len({row["task"] for row in found}), m=documents(found)))))
    around(name)
    role = choose_role(Counter(role for role, _ in {(row["role"], row["task"]) for row in found}))
    kept = [row for row in found if role in ("", row["role"])]
    cards.groups(cards.by_plan(kept), duty, "duty", size=6, link=cards.plan_of)
    download(kept, "responsibilities")


def asked() -> str:
    """The department asked for: one that is offered as its name is typed, or any other name."""
    before = given("name")
    named = {row["name"]: name_of(row) for row in rows("functions")}
    named |= {row["canonical"]: row["canonical"] for row in get("/departments", limit=OFFERED)["items"]}
    options = list(dict.fromkeys([*filter(None, [before]), *named]))
    chosen = st.selectbox(
        say("department_box"),
        options,
        index=0 if before else None,
        format_func=lambda name: named.get(name, name),
        key=f"name-{before}",
        placeholder="水务局 · water bureau",
        accept_new_options=True,
    )
    return keep("name", chosen or "")


def named_like(name: str) -> None:
    """The functions whose names hold what was typed, or else all that there are, each a link."""
    like = [row for row in rows("functions") if name.casefold() in f"{row['name']} {row['english']}".casefold()]
    if like:
        st.caption(say("did_you_mean", name=plain(name)))
        functions(like)
    else:
        suggest()


def around(name: str) -> None:
    """When the tasks of a department are due, year by year, and with whom it shares them."""
    dated = rows("deadlines", department=name, fields="due,task")
    due = Counter(year for year, _ in {(row["due"][:4], row["task"]) for row in dated})
    partners = get("/partners", department=name, limit=PARTNERS)["items"]
    first, second = st.columns((1, 1), gap="large")
    if due:
        with first:
            st.header(say("due_by_year"), anchor=False)
            st.html(bars(dict(sorted(due.items())), lambda year: routes.address("timeline", department=name, due=year)))
    if partners:
        with second, st.container(gap="small"):
            st.header(say("partners"), anchor=False)
            bodies(partners, "quick-partners")


def choose_role(counts: Counter[str]) -> str:
    """One of the roles that there are, "" for all."""
    roles = [role for role in ROLES if counts[role]]
    return one_of("role", say("role"), roles, lambda role: f"{say(role)} {counts[role]}")


def documents(found: list[Row]) -> int:
    """How many documents rows come from."""
    return len({row["document"] for row in found})


def duty(row: Row) -> None:
    """A task with the words that give it to the department."""
    cards.task(row, [(row["evidence_start"], row["evidence_end"])], [cards.owner_chip(row)])


def suggest() -> None:
    """The functions that carry tasks, the busiest first, each a link."""
    st.html(block("note", escape(say("functions_hint"))))
    functions(rows("functions"))
    listed = get("/departments", limit=BODIES)["items"]
    if listed:
        st.header(say("bodies"), anchor=False)
        bodies(listed, "quick-bodies")


def functions(listed: list[Row]) -> None:
    """Functions with how many tasks they carry, each a link."""
    with st.container(horizontal=True, gap="small", key="quick"):
        for row in listed:
            routes.link("departments", f"{name_of(row)} · {row['tasks']}", name=row["name"])


def bodies(listed: list[Row], key: str) -> None:
    """Bodies with how many tasks they carry, each a link; those of one name, whose places are not known, are one."""
    counts: Counter[str] = Counter()
    for row in listed:
        counts[row["canonical"]] += row["tasks"]
    with st.container(horizontal=True, gap="small", key=key):
        for name, tasks in counts.most_common():
            routes.link("departments", f"{name} · {tasks}", name=name)
