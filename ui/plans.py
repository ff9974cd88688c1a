"""Plans: the list, and one plan at a glance."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from ui.service import get, plan_name, rows
from ui.words import language, say


def page() -> None:
    """The plan that the address names, or the list of all."""
    st.title(say("plans"), anchor=False)
    documents = rows("documents")
    ids = [row["document"] for row in documents]
    names = {row["document"]: plan_name(row) for row in documents}
    wanted = st.query_params.get("document", "")
    chosen = st.selectbox(
        say("choose_plan"), ids, index=ids.index(wanted) if wanted in ids else None, format_func=names.__getitem__
    )
    if chosen:
        st.query_params["document"] = chosen
        one(chosen)
    else:
        columns = {"plan": "plan", "kind": "kind", "issued": "issued", "tasks": "tasks"}
        frame = pd.DataFrame([{say(label): row[key] for key, label in columns.items()} for row in documents])
        frame[say("plan")] = list(names.values())
        st.dataframe(frame, hide_index=True, width="stretch", height=620)


def one(document: str) -> None:
    """One plan: facts at a glance, tasks, linked policies."""
    facts = get(f"/documents/{document}")
    period = "–".join(filter(None, dict.fromkeys((facts["period_start"], facts["period_end"]))))
    shown = (("number", facts["number"]), ("issuer", facts["issuer"]), ("issued", facts["issued"]), ("period", period))
    st.caption("   ".join(f"{say(key)}: {value}" for key, value in shown if value))
    st.markdown(f"[{say('read')}](/read?document={document}&lang={language()})")
    tasks = get(f"/documents/{document}/plan")
    st.subheader(say("count_tasks", n=len(tasks)), anchor=False)
    st.dataframe(pd.DataFrame(map(task_row, tasks)), hide_index=True, width="stretch")
    links = get(f"/documents/{document}/links")
    for name in ("cites", "cited_by", "resembling"):
        if links[name]:
            st.subheader(say(name), anchor=False)
            st.write(
                "\n".join(
                    dict.fromkeys(f"- {row.get('title') or row.get('number') or plan_name(row)}" for row in links[name])
                )
            )


def task_row(task: dict[str, Any]) -> dict[str, str]:
    """A task as a line of the table."""
    owners = [owner for owner in task["owners"] if not owner["default"]]
    return {
        "": task["key"],
        say("task"): task["title"],
        say("lead"): "、".join(owner["name"] for owner in owners if owner["role"] == "lead"),
        say("others"): "、".join(owner["name"] for owner in owners if owner["role"] != "lead"),
        say("due"): "; ".join(deadline["text"] for deadline in task["deadlines"]),
    }
