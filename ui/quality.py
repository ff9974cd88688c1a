"""Quality: what is doubtful or damaged in a document, and facts of low confidence to be accepted or rejected."""

from __future__ import annotations

from collections import Counter
from functools import partial
from html import escape
from typing import Any

import streamlit as st

from api.client import ApiError
from ui import cards, routes
from ui.export import download
from ui.marks import Chip, block, chips, evidence, marked, plain, widened
from ui.service import address, client, facts_about, fetch, get, refusal, rows, writable
from ui.state import given, some_of
from ui.titles import plan_name
from ui.words import language, rule, say, say_or

AROUND = 40
VERDICTS = ("accept", "reject", "open")
Row = dict[str, Any]


def page() -> None:
    """The doubts of the document that the address names, or a choice of documents."""
    document = given("document")
    st.title(say("quality"), anchor=False)
    if not document:
        st.html(block("note", escape(say("quality_hint"))))
        if not cards.nothing_held():
            listed = sorted(rows("documents"), key=lambda row: (-row["issues"], -row["tasks"]))
            cards.paged(listed, doubted, "doubted", size=20)
        return
    st.header(plain(plan_name(facts_about(document))), anchor=False)
    reading = get(f"/documents/{document}/text")
    unsure = get("/doubtful", document=document)
    issues = [issue | {"document": document} for issue in reading["issues"]]
    names = (say("doubtful", n=len(issues)), say("unsure", n=len(unsure)))
    first, second = st.tabs(names, default=names[not issues and bool(unsure)])
    with first:
        doubts(document, issues, reading["text"])
    with second:
        judging(document, unsure, reading["text"])


def doubted(row: Row) -> None:
    """A document, with how many doubtful places its text has."""
    cards.choice("quality", row)
    st.html(chips([Chip(say("doubtful", n=row["issues"]), "due" if row["issues"] else "")]))


def doubts(document: str, issues: list[Row], text: str) -> None:
    """What is damaged, redacted or doubtful, by kind and one by one."""
    if not issues:
        st.info(say("no_issues"))
        return
    counts = Counter(issue["kind"] for issue in issues)
    kinds = [kind for kind, _ in counts.most_common()]
    chosen = some_of("issues", say("kind"), kinds, lambda kind: f"{kind_of(kind)} {counts[kind]}")
    kept = [issue for issue in issues if issue["kind"] in chosen]
    cards.paged(kept, lambda issue: doubt(issue, text), f"issue-{document}", size=20)
    download(kept, "issues")


def doubt(issue: Row, text: str) -> None:
    """One doubt, with the words it is about between the words around them."""
    note = issue["note"] if language() == "en" else ""
    told = ": ".join(filter(None, (kind_of(issue["kind"]), note)))
    routes.link("read", told, document=issue["document"], start=issue["start"], end=issue["end"])
    st.html(in_context(issue, text))


def kind_of(kind: str) -> str:
    """The words for a kind of doubt."""
    return say_or(kind.replace("-", "_"))


def in_context(found: Row, text: str) -> str:
    """The words of a doubt or a fact, marked between the words around them, with `…` for what is left out."""
    start, end = found["start"], min(found["end"], found["start"] + 200)
    first, last = widened(text, start - AROUND, end + AROUND)
    inner = marked(text[first:last], evidence([(start, end)] if start < end else []), first)
    return block("words", f"{'… ' if first else ''}{inner}{' …' if last < len(text) else ''}")


def judging(document: str, unsure: list[Row], text: str) -> None:
    """Facts of low confidence, the least certain first, each to be accepted or rejected by whoever has a key."""
    st.html(block("note", escape(say("unsure_hint"))))
    if not unsure:
        st.info(say("no_unsure"))
        return
    key = ""
    if writable():
        key = st.text_input(say("import_key"), type="password", help=say("import_key_hint"), key="judging-key")
    else:
        st.info(say("judging_closed"))
    if problem := st.session_state.pop("judging-problem", ""):
        st.error(plain(problem))
    cards.paged(unsure, lambda fact: judged(fact, text, key), f"unsure-{document}", size=15)
    download(unsure, "judgements")


def judged(fact: Row, text: str, key: str) -> None:
    """A fact with its confidence, its words, and the choice of a verdict."""
    told = f"{say(fact['kind'])} · {fact['name']}"
    routes.link("read", told, document=fact["document"], start=fact["start"], end=fact["end"])
    st.html(in_context(fact, text))
    about = f"{say('confidence')} {fact['confidence']:.0%} · {say('by_rule', rule=rule(fact['rule']))}"
    id = f"verdict-{fact['kind']}-{fact['start']}-{fact['end']}-{fact['name']}"
    st.session_state.setdefault(id, fact["verdict"])
    with st.container(horizontal=True, vertical_alignment="center"):
        if writable():
            st.segmented_control(
                say("verdict"),
                VERDICTS,
                format_func=say,
                key=id,
                label_visibility="collapsed",
                on_change=partial(keep, fact, id, key),
                disabled=not key,
            )
        st.html(block("note", escape(about)))


def keep(fact: Row, id: str, key: str) -> None:
    """Keeps the verdict that was chosen for a fact; where it cannot be kept, the page says why."""
    try:
        client(address()).judge(fact, st.session_state[id] or "open", key)
    except ApiError as error:
        st.session_state["judging-problem"] = refusal(error)
        st.session_state[id] = fact["verdict"]
    fetch.clear()
