"""Search: passages that fit, best first, in all places or one."""

from __future__ import annotations

import streamlit as st

from ui.marks import quotation
from ui.service import get, plan_name, rows
from ui.words import language, say


def page() -> None:
    """A box, a place, and the passages."""
    st.title(say("search"), anchor=False)
    asked = st.query_params.get("q", "")
    query = st.text_input(say("search_box"), value=asked)
    names = [row["name"] for row in rows("jurisdictions")]
    chosen = st.query_params.get("place", "")
    options = ["", *names]
    place = st.selectbox(
        say("place"),
        options,
        index=options.index(chosen) if chosen in options else 0,
        format_func=lambda name: name or say("all"),
    )
    if not query:
        return
    st.query_params.update({"q": query, "place": place})
    hits = get("/search", q=query, place=place, k=20)["hits"]
    if not hits:
        st.info(say("no_hits"))
    for hit in hits:
        st.html(quotation(hit["text"], where=" / ".join(filter(None, (plan_name(hit), hit.get("heading"))))))
        address = f"/read?document={hit['document']}&start={hit['start']}&end={hit['end']}&lang={language()}"
        st.markdown(f"[{say('open')}]({address})")
