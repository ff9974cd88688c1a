"""Import: files are dropped, read one after the other by the API, and reported on: found, doubtful, unreadable."""

from __future__ import annotations

import time
from html import escape
from pathlib import PurePath
from typing import Any

import streamlit as st

from api.client import ApiError
from ui import routes
from ui.marks import Chip, block, chips, plain
from ui.service import address, client, fetch, refusal, rows, writable
from ui.titles import plan_name
from ui.words import cause, say

FORMATS = ["txt", "md", "html", "htm", "docx", "pdf", "xlsx", "csv", "tsv"]
LONGEST = 61  # characters of a name, as the API takes them, without the ending
PATIENCE = 300.0
BETWEEN = 0.3
Row = dict[str, Any]


def page() -> None:
    """The key, the files, and what became of each."""
    st.title(say("imported"), anchor=False)
    st.html(block("note", escape(say("import_hint"))))
    if not writable():  # before anyone chooses files
        st.info(say("import_closed"))
        return
    with st.form("import", border=False):
        key = st.text_input(say("import_key"), type="password", help=say("import_key_hint"))
        files = st.file_uploader(say("import_files"), FORMATS, accept_multiple_files=True)
        pressed = st.form_submit_button(say("import_start"), type="primary")
    if pressed and files:
        st.session_state["reports"] = [read(file.name, file.getvalue(), key) for file in files]
        fetch.clear()
    reports: list[Row] = st.session_state.get("reports", [])
    if not reports:
        st.info(say("import_empty"))
    for number, report in enumerate(reports):
        with st.container(key=f"card-report-{number}", gap="xxsmall"):
            shown(report)


def read(name: str, content: bytes, key: str) -> Row:
    """Sends one file in and waits until it has been read; the job, or the reason for which there is none."""
    if len(PurePath(name).stem) > LONGEST:
        return {"source": name, "state": "failed", "reason": say("long_name", n=LONGEST), "report": None}
    with st.spinner(say("import_wait", name=plain(name))):
        try:
            job = client(address()).send(name, content, key)
            until = time.monotonic() + PATIENCE
            while job["state"] in ("waiting", "reading") and time.monotonic() < until:
                time.sleep(BETWEEN)
                job = client(address()).job(job["id"], key)
        except ApiError as error:
            return {"source": name, "state": "failed", "reason": refusal(error), "report": None}
        return job


def shown(job: Row) -> None:
    """What became of a file."""
    st.markdown(f"**{plain(job['source'])}**")
    if job["state"] == "failed":
        reason = job["reason"].removeprefix(f"{job['source']}: ")  # its name stands above
        st.error(f"{say('unreadable')}: {plain(cause(reason))}")
    elif job["state"] != "done":
        st.info(say("import_slow"))
    else:
        found(job["source"], job["report"])


def found(source: str, report: Row) -> None:
    """What was found in a file and what is doubtful, but for what was held as it is, and the documents it became."""
    if report["documents"]:
        counts = {name: report[name] for name in ("documents", "tasks", "targets")}
        st.html(block("lead", escape(say("found", **counts))))
        turned_down = sum(report["rejected"].values())
        st.html(chips([Chip(say("doubtful", n=report["issues"])), Chip(say("rejected", n=turned_down))]))
    if report["unchanged"]:
        st.html(block("lead", escape(say("found_unchanged", documents=report["unchanged"]))))
    for row in rows("documents"):
        if row["source"] != source:
            continue
        routes.link("plans", plan_name(row), document=row["document"])
        if report["issues"]:
            routes.link("quality", say("quality"), document=row["document"])
