"""Ask: one box; the answer with its rows, its words and its query, and a second box to follow up."""

from __future__ import annotations

import re
from collections import defaultdict
from html import escape
from typing import Any

import streamlit as st

from ui import cards, figures, routes, sketch
from ui.export import download
from ui.marks import Chip, block, chips, plain, tiles
from ui.service import get, rows
from ui.state import box, given, keep, typed
from ui.titles import plan_name
from ui.words import name_of, say

EXAMPLES = ("example_department", "example_topic", "example_function", "example_target")
CONCERNED = ("water_bodies", "projects")  # answers that tell names which tasks concern
HELD = ("documents", "functions", "indicators")  # the lists that the first page counts
WHOLE = 400  # characters that a quote of a task holds at most
LONGEST = 1000  # characters of earlier questions that the API takes
Row = dict[str, Any]


def page() -> None:
    """The first page."""
    before_typing = given("q")
    asked = bool(before_typing or typed("q"))
    with st.container(key="asked" if asked else "hero"):
        st.title(say("ask" if asked else "title"), anchor=False)
        if not asked:
            st.html(block("tagline", escape(say("tagline"))))
        question = box("q", say("question"), say("question_hint"))
        if not asked:
            with st.container(horizontal=True, gap="small", key="quick"):
                for example in map(say, EXAMPLES):
                    routes.link("ask", example, q=example)
    if not question:
        holdings()
        return
    st.set_page_config(page_title=question)
    # What is typed into the upper box begins anew; the lower box and the links follow up.
    earlier = keep("before", given("before") if question == before_typing else "")
    if earlier:
        st.caption(say("follows", question=plain(" › ".join(earlier.splitlines()))))
    answer = get("/ask", q=question, before=earlier)
    show(answer)
    follow_up(thread(earlier, question), answer["others"])


def holdings() -> None:
    """What there is to ask about: how much was read, and the bureaus and indicators that it tells most of."""
    if cards.nothing_held():
        return
    documents, functions, indicators = map(rows, HELD)
    tasks, values = sum(row["tasks"] for row in documents), sum(row["targets"] for row in indicators)
    held = (
        (len(documents), "plans", "plans"),
        (tasks, "tasks", "timeline"),
        (values, "values", "targets"),
        (len(functions), "functions", "departments"),
    )
    with st.container(key="tiles"):
        st.html(tiles((count, say(name), routes.address(to)) for count, name, to in held))
    first, second = st.columns(2, gap="large")
    with first:
        st.header(say("by_function"), anchor=False)
        with st.container(horizontal=True, gap="small", key="quick-functions"):
            for row in functions[:10]:
                routes.link("departments", f"{name_of(row)} · {row['tasks']}", name=row["name"])
    with second:
        st.header(say("by_indicator"), anchor=False)
        with st.container(horizontal=True, gap="small", key="quick-indicators"):
            for row in indicators[:8]:
                routes.link("targets", f"{name_of(row)} · {row['targets']}", indicator=row["indicator"])


def thread(earlier: str, question: str) -> str:
    """The questions so far, one a line, as many of the last as the API takes."""
    lines = [*earlier.splitlines(), question]
    while len(lines) > 1 and len("\n".join(lines)) > LONGEST:
        del lines[0]
    return "\n".join(lines)


def follow_up(asked: str, others: list[str]) -> None:
    """Questions that lean on those asked: the ones that the answer offers, and a box for another: `杭州呢`."""
    if others:
        with st.container(horizontal=True, gap="small", key="quick-others"):
            for other in others:
                routes.link("ask", other, q=other, before=asked)
    with (
        st.form("follow", border=False, clear_on_submit=True),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        said = st.text_input(say("follow_up"), placeholder=say("follow_hint"))
        if st.form_submit_button(say("ask")) and said:
            st.switch_page(routes.page("ask"), query_params=routes.state({"q": said, "before": asked}))


def show(answer: Row) -> None:
    """An answer: its sentence, rows, quotes and query."""
    st.html(block("answer", escape(answer["text"] or say("nothing"))))
    for note in answer.get("notes") or []:
        st.caption(plain(note))
    if targets := answer.get("targets"):
        figures.table(targets, "answer-targets")
        download(targets, "targets")
    if answer.get("names"):
        st.html(chips(named(answer)))
    for found in answer.get("documents") or []:
        routes.link("plans", plan_name(found), document=found.get("id"))
    grounds(answer)
    if answer["none"] or answer["intent"] == "search":
        routes.link("search", say("search_for"), q=answer["question"])
    with st.expander(say("query")):
        st.code(answer["cypher"], language="cypher", wrap_lines=True)


def named(answer: Row) -> list[Chip]:
    """The names that an answer tells: waters and projects lead to their tasks, bodies to all that they carry."""
    bodies = {owner["name"]: owner["canonical"] for owner in answer.get("owners") or []}
    links = {name: routes.address("departments", name=body) for name, body in bodies.items()}
    if answer["intent"] in CONCERNED:
        links |= {name: routes.address("ask", q=say("tasks_on", name=name)) for name in answer["names"]}
    return [Chip(name, link=links.get(name, "")) for name in answer["names"]]


def grounds(answer: Row) -> None:
    """What an answer rests on: its tasks, else its quotes, with the graph of its tasks or values beside them."""
    tasks, targets, quotes = answer.get("tasks") or [], answer.get("targets") or [], answer["evidence"]
    if tasks or targets:
        listed, beside = st.columns((2, 1), gap="medium")
        with beside:
            sketch.show(sketch.of_tasks(tasks, answer) if tasks else sketch.of_targets(targets))
    else:
        listed = st.container()
    with listed:
        if tasks:
            show_tasks(tasks, quotes, answer)
        elif quotes:
            found = answer["intent"] != "search"
            st.header(say("evidence" if found else "passages_near"), anchor=False)
            cards.paged(quotes, cards.quote if found else cards.near, "quote")
            if not targets:
                download(quotes, "evidence")


def show_tasks(tasks: list[Row], quotes: list[Row], answer: Row) -> None:
    """The tasks of an answer, plan by plan, the words that each was found by marked, with the owners asked for."""
    topic = answer["slots"].get("topic") or ""
    named: dict[str, dict[Chip, None]] = defaultdict(dict)
    for owner in answer.get("owners") or []:
        named[owner["task"]][cards.owner_chip(owner)] = None
    cards.groups(
        cards.by_plan(tasks),
        lambda row: cards.task(row, spans_in(row, quotes, topic), tuple(named[row["id"]])),
        "task",
        link=cards.plan_of,
    )
    download(tasks, "tasks")


def spans_in(task: Row, quotes: list[Row], topic: str = "") -> list[tuple[int, int]]:
    """The quotes that stand within a task; where one is all of it, the words of the topic in it, if it says them."""
    spans = [
        (quote["start"], quote["end"])
        for quote in quotes
        if quote["document"] == task["document"] and task.get("start", 0) <= quote["start"] < task.get("end", 0)
    ]
    whole = any(end - start >= min(len(task["text"]), WHOLE) for start, end in spans)
    return (said_in(task, topic) if whole else []) or spans


def said_in(task: Row, topic: str) -> list[tuple[int, int]]:
    """Where a task says words of a topic as they are."""
    words = "|".join(re.escape(word) for word in topic.split() if len(word) > 1)
    found = re.finditer(words, task["text"]) if words else ()
    return [(task["start"] + match.start(), task["start"] + match.end()) for match in found]
