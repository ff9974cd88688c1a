"""Plans: the list, and one plan at a glance."""

from __future__ import annotations

from collections import Counter
from html import escape
from typing import Any

import streamlit as st

from ui import cards, figures, references, routes
from ui.export import download
from ui.facets import facet, governed
from ui.marks import Chip, block, chips, plain
from ui.service import facts_about, get, rows
from ui.state import box, given
from ui.titles import document_of, plan_name
from ui.words import say

Row = dict[str, Any]
TASKS = 25  # on one page
SAMPLE = 6  # tasks, by whose likeness plans are found that are like theirs
MOST = 12


def page() -> None:
    """The plan that the address names, or the list of all."""
    document = given("document")
    if document:
        one(document)
    else:
        every()


def every() -> None:
    """All plans of a name, a place and a kind, those with most tasks first."""
    st.title(say("plans"), anchor=False)
    if cards.nothing_held():
        return
    with st.container(horizontal=True, gap="small", key="facets"):
        words = box("title", say("title_box"), say("title_hint"), width=340).casefold().split()
        place = facet("place", governed())
        held = Counter(row["kind"] for row in rows("documents") if row["kind"])
        kind = facet("kind", {kind: (say(kind), count) for kind, count in held.most_common()})
    listed_plans = sorted(rows("documents", place=place, kind=kind), key=lambda row: -row["tasks"])
    found = [row for row in listed_plans if all(word in called(row) for word in words)]
    if not found:
        st.info(say("no_rows"))
        return
    cards.paged(found, lambda row: cards.choice("plans", row), "plan", size=20)
    download(found, "documents")


def called(row: Row) -> str:
    """What a plan is looked for by: its name, its number and who issued it."""
    return " ".join(filter(None, (plan_name(row), row["number"], row["issuer"]))).casefold()


def one(document: str) -> None:
    """One plan: facts at a glance, tasks, figures, linked policies."""
    facts = facts_about(document, "plans")
    st.set_page_config(page_title=plan_name(facts))
    st.title(plain(plan_name(facts)), anchor=False)
    st.html(block("note", " · ".join(map(escape, cards.facts_of(facts)))))
    with st.container(horizontal=True, gap="small", key="quick"):
        routes.link("read", say("read_whole"), document=document)
        routes.link("timeline", say("timeline"), document=document)
        routes.link("network", say("network"), label="Document", id=document, name=plan_name(facts))
        issues = document_of(facts).get("issues")
        routes.link("quality", say("doubtful", n=issues) if issues else say("quality"), document=document)
        with st.popover(say("cite")):
            for style, written in (("gbt7714", references.cited(facts)), ("bibtex", references.entry(facts))):
                st.caption(say(style))
                st.code(written, language=None, wrap_lines=True)
    shown = {
        "tasks": cards.shown(f"plan-{document}", TASKS),
        "targets": cards.shown(f"values-{document}", figures.PAGE),
    }
    totals = {name: get(f"/{name}", document=document, limit=shown[name]) for name in shown}
    links = get(f"/documents/{document}/links")
    tasks, values = totals["tasks"]["total"], totals["targets"]["total"]
    cited = {name: len(held_or_named(links[name])) for name in ("cites", "cited_by")}
    names = (say("count_tasks", n=tasks), say("count_targets", n=values), say("linked", **cited))
    first, second, third = st.tabs(names, default=names[0] if tasks else names[1] if values else names[2])
    with first:
        listed_tasks(facts, shown["tasks"], tasks)
    with second:
        if not values:
            st.info(say("no_values_here"))
        else:
            figures.table(totals["targets"]["items"], f"values-{document}", values, of_one=True)
        download(totals["targets"]["items"], "targets", whole=lambda: rows("targets", document=document))
    with third:
        linked(links, facts, totals["tasks"]["items"])


def listed_tasks(facts: Row, shown: int, total: int) -> None:
    """The first tasks of a plan with owners and deadlines, and a button for more."""
    if not total:
        st.info(say("no_tasks_here"))
        return
    path = f"/documents/{facts['document']}/plan"
    tasks = get(path, limit=shown)
    cards.paged(tasks, task, f"plan-{facts['document']}", TASKS, total, under=chapter)
    download(tasks, "tasks", whole=lambda: list(get(path)))


def chapter(row: Row) -> str:
    """The chapter that a task stands in; "" for one that stands in none."""
    return str(row["path"]).partition(" / ")[0] if "/" in row["key"] else ""


def task(row: Row) -> None:
    """A task of the plan with its own owners and deadlines, below and in its words."""
    owners = [owner for owner in row["owners"] if not owner["default"]]
    named = dict.fromkeys(map(cards.owner_chip, owners))
    due = dict.fromkeys(Chip(deadline["text"], "due") for deadline in row["deadlines"])
    read = [*(("owner", owner) for owner in owners), *(("deadline", deadline) for deadline in row["deadlines"])]
    facts = [{"kind": kind, "start": fact["evidence_start"], "end": fact["evidence_end"]} for kind, fact in read]
    cards.task(row, notes=[*named, *due], facts=facts)


def held_or_named(rows: list[Row]) -> dict[str, str]:
    """Linked policies by name, each with the id of its document where that is held, "" where it is only named."""
    named: dict[str, str] = {}
    for row in rows:
        if "cited" in row:
            told, held = row["title"] or row["number"] or plan_name(row), row["cited"] if row["held"] else ""
        else:
            told, held = plan_name(row), row["document"]
        named[told] = named.get(told) or held
    return {told: document for told, document in named.items() if told}


def linked(links: Row, facts: Row, tasks: list[Row]) -> None:
    """Policies that the plan cites, that cite it, that say nearly the same, that are kin to it or most like it."""
    groups = {name: held_or_named(links[name]) for name in ("cites", "cited_by", "resembling")}
    groups |= kin(facts, rows("documents"))
    groups["similar"] = similar(facts["document"], tasks)
    for name, policies in groups.items():
        if not policies:
            continue
        st.header(say(name), anchor=False)
        for told, document in policies.items():
            if document:
                routes.link("plans", told, document=document)
        if named := [Chip(told) for told, document in policies.items() if not document]:
            st.html(block("note", escape(say("not_held"))) + chips(named))
    if not any(groups.values()):
        st.info(say("no_rows"))


def kin(facts: Row, held: list[Row]) -> dict[str, dict[str, str]]:
    """Other documents of the same issuer, and those of the same place that came before and after, by name."""
    others = sorted((row for row in held if row["document"] != facts["document"]), key=began)
    same_place = [row for row in others if facts["places"] and row["places"] == facts["places"]]
    groups = {
        "same_issuer": [row for row in others if facts["issuer"] and row["issuer"] == facts["issuer"]],
        "earlier": [row for row in same_place if began(row) and began(row) < began(facts)],
        "later": [row for row in same_place if began(facts) and began(row) > began(facts)],
    }
    return {name: {dated(row): row["document"] for row in found[:MOST]} for name, found in groups.items()}


def began(row: Row) -> str:
    """The time from which a document holds: of its period, or else of its issue."""
    return str(row["period_start"] or row["issued"] or row["published"] or "")


def dated(row: Row) -> str:
    """The name of a document with that time."""
    return " · ".join(filter(None, (plan_name(row), began(row))))


def similar(document: str, tasks: list[Row]) -> dict[str, str]:
    """The plans that hold most of what is nearest to some of the tasks, by name with how many."""
    asked = tasks[:: max(1, len(tasks) // SAMPLE)][:SAMPLE]
    near = [hit for task in asked for hit in get("/similar", task=task["task"], k=5)["hits"]]
    names = {hit["document"]: plan_name(hit) for hit in near if hit["document"] != document}
    counts = Counter(hit["document"] for hit in near if hit["document"] in names)
    return {f"{names[other]} · {say('alike', n=count)}": other for other, count in counts.most_common(5)}
