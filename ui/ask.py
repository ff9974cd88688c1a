"""Ask: one box; the answer with its rows, its words and its query."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from ui.marks import quotation
from ui.service import get, plan_name
from ui.words import language, say

EXAMPLES = {
    "zh": ("水务局牵头哪些任务", "哪些任务涉及曹娥江", "杭州和嵊州的空气目标比较", "谁管噪声"),
    "en": (
        "which tasks does the water bureau lead",
        "what is Hangzhou's PM2.5 goal for 2025",
        "who leads carbon peaking in Qiandongnan",
    ),
}
COLUMNS = {
    "tasks": ("title", "key", "text"),
    "owners": ("name", "role", "canonical"),
    "targets": ("indicator", "scope", "op", "value", "unit", "year", "text"),
    "documents": ("title", "source", "part"),
}


def page() -> None:
    """The first page."""
    st.title(say("title"), anchor=False)
    st.caption(say("tagline"))
    asked = st.query_params.get("q", "")
    question = st.text_input(say("question"), value=asked, placeholder=say("question_hint"), key=f"ask-{asked}")
    with st.container(horizontal=True):
        for example in EXAMPLES[language()]:
            if st.button(example, type="tertiary"):
                st.query_params["q"] = example
                st.rerun()
    if question:
        if question != asked:
            st.query_params["q"] = question
        show(get("/ask", q=question))


def show(answer: dict[str, Any]) -> None:
    """An answer: its sentence, rows, quotes and query."""
    if answer["none"]:
        st.info(answer["text"] or say("nothing"))
    else:
        st.markdown(f"#### {answer['text'].replace('$', chr(92) + '$')}")
    for name, columns in COLUMNS.items():
        listed = answer.get(name)
        if listed:
            frame = pd.DataFrame([{column: row.get(column) for column in columns} for row in listed])
            st.dataframe(frame, hide_index=True, width="stretch")
    if answer.get("names"):
        st.write(" · ".join(answer["names"]))
    evidence(answer.get("evidence", []))
    with st.expander(say("query")):
        st.code(answer["cypher"], language="cypher", wrap_lines=True)


def evidence(quotes: list[dict[str, Any]]) -> None:
    """The words of an answer, each with a link to its place in the document."""
    if not quotes:
        return
    st.subheader(say("evidence"), anchor=False)
    for quote in quotes[:20]:
        document = get(f"/documents/{quote['document']}")
        st.html(quotation(quote["quote"], where=plan_name(document)))
        address = f"/read?document={quote['document']}&start={quote['start']}&end={quote['end']}&lang={language()}"
        st.markdown(f"[{say('open')}]({address})")
