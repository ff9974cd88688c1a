"""Read: the whole text of a document with everything found in it marked, open at the words a link points to."""

from __future__ import annotations

import streamlit as st

from ui.marks import COLOURS, marked
from ui.service import get, plan_name, rows
from ui.words import say

KINDS = ("owner", "deadline", "target", "water", "project", "citation")
AROUND = 3000


def page() -> None:
    """The document that the address names, with a legend that toggles kinds of marks."""
    st.title(say("read"), anchor=False)
    documents = {row["document"]: plan_name(row) for row in rows("documents")}
    wanted = st.query_params.get("document", "")
    ids = list(documents)
    document = st.selectbox(
        say("choose_plan"), ids, index=ids.index(wanted) if wanted in ids else None, format_func=documents.__getitem__
    )
    if not document:
        return
    if document != wanted:
        st.query_params.from_dict({"document": document, "lang": st.query_params.get("lang", "zh")})
    kinds = st.pills(say("legend"), KINDS, selection_mode="multi", default=KINDS, format_func=say)
    st.html(f'<div class="shanshui-legend">{legend()}</div>')
    reading = get(f"/documents/{document}/text")
    spans = [span for span in reading["spans"] if span["kind"] in (kinds or ())]
    start, end = pointed(len(reading["text"]))
    if end:
        spans = [s for s in spans if s["end"] <= start or s["start"] >= end]
        spans.append({"start": start, "end": end, "kind": "evidence", "name": ""})
        first, last = max(0, start - AROUND // 4), min(len(reading["text"]), end + AROUND)
        inside = [s for s in spans if s["start"] >= first and s["end"] <= last]
        st.html(f'<div class="shanshui-text">{marked(reading["text"][first:last], inside, first)}</div>')
    else:
        st.html(f'<div class="shanshui-text">{marked(reading["text"], spans)}</div>')


def pointed(length: int) -> tuple[int, int]:
    """The span that the address points to; (0, 0) where it points to none."""
    start, end = (st.query_params.get(name, "") for name in ("start", "end"))
    if start.isdigit() and end.isdigit() and int(start) < int(end) <= length:
        return int(start), int(end)
    return 0, 0


def legend() -> str:
    """The colour of each kind of mark."""
    return " ".join(f'<mark style="background:{COLOURS[kind]}">{say(kind)}</mark>' for kind in KINDS)
