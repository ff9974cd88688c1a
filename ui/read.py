"""Read: the whole text of a document with everything found in it marked, open at the words a link points to."""

from __future__ import annotations

from html import escape
from itertools import pairwise
from typing import Any

import streamlit as st

from ui import cards, routes
from ui.marks import KINDS, Span, block, marked, plain
from ui.service import facts_about, get
from ui.state import given
from ui.titles import plan_name
from ui.words import say

LENGTH = 20_000  # characters, after which the next line begins another stretch
SCROLL = "<script>document.getElementById('here')?.scrollIntoView({block: 'center'})</script>"
Reading = dict[str, Any]


def page() -> None:
    """The document that the address names, with a legend that toggles kinds of marks; without one, a choice."""
    document = given("document")
    if not document:
        st.title(say("read"), anchor=False)
        st.html(block("note", escape(say("choose_plan"))))
        cards.choose("read")
        return
    facts = facts_about(document, "read")
    st.set_page_config(page_title=plan_name(facts))
    st.title(plain(plan_name(facts)), anchor=False)
    with st.container(horizontal=True, key="quick"):
        routes.link("plans", say("at_a_glance"), document=document)
    reading = get(f"/documents/{document}/text")
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium", key="legend"):
        kinds = st.pills(
            say("legend"), KINDS, selection_mode="multi", default=KINDS, format_func=say, width="content", wrap=True
        )
        compared = bool(reading["rewordings"]) and st.toggle(say("compared"), key="compared", bind="query-params")
    show(reading, kinds or [], compared, contents(facts, reading["sections"], opened=not compared))


def show(reading: Reading, kinds: list[str], compared: bool, outline: str) -> None:
    """A stretch of the text with marks of some kinds; where the address points to words, the stretch around them.

    `compared` sets every line that repair changed beside the words as they came in; the outline stands beside the text.
    """
    text = reading["text"]
    start, end = pointed(len(text))
    first, last = stretch(stretches(text), start)
    spans = [span for span in reading["spans"] if span["kind"] in kinds and first <= span["start"] < last]
    spans += headings(reading["sections"], spans, first, last)
    if end:
        spans = [span for span in spans if span["end"] <= start or span["start"] >= end]
        spans.append({"start": start, "end": end, "kind": "evidence", "name": ""})
    if compared:
        changed = [line for line in reading["rewordings"] if first <= line["start"] < last]
        st.html(outline + block("text compared", side_by_side(text[first:last], spans, changed, first)))
    else:
        st.html(block("reading", outline + block("text", marked(text[first:last], spans, first, leads_to))))
    if end:
        st.html(SCROLL, unsafe_allow_javascript=True)


def side_by_side(text: str, spans: list[Span], changed: list[Reading], first: int) -> str:
    """A text line by line, each that repair changed beside the words as they came in.

    Marks that run over the end of a line are left out here.
    """
    came = {line["start"]: line["original"] for line in changed}
    starts = sorted(spans, key=lambda span: span["start"])
    rows = [f"<div><b>{escape(say(key))}</b></div>" for key in ("repaired", "as_it_came")]
    at, number = first, 0
    for line in text.split("\n"):
        end = at + len(line)
        inside = []
        while number < len(starts) and starts[number]["start"] <= end:
            inside.append(starts[number])
            number += 1
        repaired = marked(line, (span for span in inside if span["end"] <= end), at, leads_to)
        rows.append(f"<div>{repaired}</div><div>{escape(came.get(at, ''))}</div>")
        at = end + 1
    return "".join(rows)


def headings(sections: list[Reading], spans: list[Span], first: int, last: int) -> list[Span]:
    """The headings of a stretch, to be set in bold; one that holds a fact stays as the mark of the fact shows it."""
    taken = [(span["start"], span["end"]) for span in spans]
    return [
        {"start": section["start"], "end": section["body"], "kind": "heading"}
        for section in sections
        if section["title"] and first <= section["start"] < section["body"] <= last
        if not any(start < section["body"] and section["start"] < end for start, end in taken)
    ]


def contents(facts: Reading, sections: list[Reading], opened: bool) -> str:
    """The name of a document and its outline as HTML, each heading a link to its place, opened or to be opened.

    "" where there is no heading. It stays beside the text, whose title a link into its middle does not show.
    """
    listed = [section for section in sections if section["title"] and section["level"] <= 3]
    if not listed:
        return ""
    entries = "".join(entry(facts["document"], section) for section in listed)
    told, state, name = escape(say("contents")), "open" if opened else "", escape(plan_name(facts))
    outline = f"<details {state}><summary>{told}</summary>{entries}</details>"
    return f'<nav class="contents" aria-label="{told}"><b>{name}</b>{outline}</nav>'


def entry(document: str, section: Reading) -> str:
    """A heading of the outline, set in by its level."""
    link = routes.address("read", document=document, start=section["start"], end=section["body"])
    told = " ".join(filter(None, (section["number"], section["title"])))[:80]
    inset = 1.2 * (section["level"] - 1)
    return f'<a href="{escape(link)}" target="_self" style="padding-left:{inset:.1f}rem">{escape(told)}</a>'


def stretches(text: str) -> list[tuple[int, int]]:
    """The stretches in which a long text is shown, each from the beginning of a line to the end of one."""
    bounds = [0]
    while (end := text.find("\n", bounds[-1] + LENGTH) + 1) and end < len(text):
        bounds.append(end)
    return list(pairwise([*bounds, len(text)]))


def stretch(parts: list[tuple[int, int]], start: int) -> tuple[int, int]:
    """The stretch that is shown: the one around the words pointed to, or the one chosen."""
    if len(parts) == 1:
        return parts[0]
    around = next(number for number, (_, last) in enumerate(parts, 1) if start < last)
    return parts[st.number_input(say("stretch", n=len(parts)), 1, len(parts), around, width=200) - 1]


def leads_to(span: Span) -> str:
    """Where a mark leads: an owner to its tasks, a water to what is to be done on it."""
    if span["kind"] == "owner":
        return routes.address("departments", name=span["name"])
    if span["kind"] == "water":
        return routes.address("ask", q=say("tasks_on", name=span["name"]))
    return ""


def pointed(length: int) -> tuple[int, int]:
    """The span that the address points to; (0, 0) where it points to none."""
    start, end = (st.query_params.get(name, "") for name in ("start", "end"))
    if start.isdigit() and end.isdigit() and int(start) < int(end) <= length:
        return int(start), int(end)
    return 0, 0
