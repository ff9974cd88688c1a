"""Targets: one indicator across all plans and places, with the words of each value."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from ui.service import plan_name, rows
from ui.words import say


def page() -> None:
    """An indicator and its values."""
    st.title(say("targets"), anchor=False)
    indicators = {row["indicator"]: row for row in rows("indicators")}
    ids = list(indicators)
    wanted = st.query_params.get("indicator", ids[0] if ids else "")
    chosen = st.selectbox(
        say("choose_indicator"),
        ids,
        index=ids.index(wanted) if wanted in ids else None,
        format_func=lambda id: f"{indicators[id]['name']} ({indicators[id]['targets']})",
    )
    if not chosen:
        return
    st.query_params["indicator"] = chosen
    table = [
        {
            say("plan"): plan_name(row),
            say("place"): (row["places"] or [""])[0],
            say("scope"): row["scope"],
            say("value"): f"{row['op']} {row['value']:g} {row['unit'] or ''}",
            say("year"): row["year"],
            say("status"): row["status"],
            say("words"): row["text"],
        }
        for row in rows("targets", indicator=chosen)
    ]
    st.dataframe(pd.DataFrame(table), hide_index=True, width="stretch")
