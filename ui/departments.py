"""Departments: what a bureau, or a function across places, leads and takes part in."""

from __future__ import annotations

from itertools import groupby
from typing import Any

import streamlit as st

from ui.service import ADDRESS, plan_name, rows
from ui.words import language, say

ROLES = ("lead", "responsible", "cooperating", "supervising")


def page() -> None:
    """A name, a role, and the tasks plan by plan."""
    st.title(say("departments"), anchor=False)
    name = st.text_input(say("department"), value=st.query_params.get("name", "水务局"))
    role = st.segmented_control(say("role"), ROLES, format_func=say, default=st.query_params.get("role") or None)
    if not name:
        return
    st.query_params.update({"name": name, "role": role or ""})
    found = rows("responsibilities", department=name, role=role or "")
    if not found:
        st.info(say("nothing"))
        return
    for _, group in groupby(found, lambda row: row["document"]):
        of_plan(list(group))
    st.link_button(say("download"), f"{ADDRESS}/api/v1/responsibilities.csv?department={name}&role={role or ''}")


def of_plan(listed: list[dict[str, Any]]) -> None:
    """The tasks of one plan, each with a link to the words that name the department."""
    tasks = len({row["task"] for row in listed})
    st.subheader(plan_name(listed[0]), anchor=False)
    st.caption(say("count_tasks", n=tasks))
    for row in listed:
        span = f"start={row['evidence_start']}&end={row['evidence_end']}"
        address = f"/read?document={row['document']}&{span}&lang={language()}"
        st.markdown(
            f"{row['key']} **{row['title']}** :green[{say(row['role'])}] {row['name']} [{say('open')}]({address})"
        )
