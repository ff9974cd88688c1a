"""Quality: what is doubtful or damaged in a document, with the words in question."""

from __future__ import annotations

from collections import Counter
from html import escape
from typing import Any

import streamlit as st

from ui import cards, routes
from ui.export import download
from ui.marks import block, chips, evidence, marked, plain
from ui.service import get, plan_name, rows
from ui.state import given
from ui.words import say

AROUND = 40
Row = dict[str, Any]


def page() -> None:
    """The doubts of the document that the address names, or a choice of documents."""
    document = given("document")
    st.title(say("quality"), anchor=False)
    if not document:
        st.html(block("note", escape(say("quality_hint"))))
        for row in rows("documents"):
            routes.link("quality", plan_name(row), document=row["document"])
        return
    st.subheader(plain(plan_name(get(f"/documents/{document}"))), anchor=False)
    reading = get(f"/documents/{document}/text")
    issues = [issue | {"document": document} for issue in reading["issues"]]
    if not issues:
        st.info(say("no_issues"))
        return
    counts = Counter(issue["kind"] for issue in issues)
    st.html(chips((f"{kind} · {count}", "") for kind, count in counts.most_common()))
    cards.paged(issues, lambda issue: doubt(issue, reading["text"]), f"issue-{document}", size=20)
    download(issues, "issues")


def doubt(issue: Row, text: str) -> None:
    """One doubt, with the words it is about between the words around them."""
    start, end = issue["start"], min(issue["end"], issue["start"] + 200)
    first, last = max(0, start - AROUND), min(len(text), end + AROUND)
    link = f"{issue['kind']}: {issue['note']}" if issue["note"] else issue["kind"]
    routes.link("read", link, document=issue["document"], start=start, end=issue["end"])
    st.html(block("words", marked(text[first:last], evidence([(start, end)]), first)))
