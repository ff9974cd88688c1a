"""The API as the pages use it: one client, answers kept for a minute, failures said in words."""

from __future__ import annotations

import os
from functools import cache
from typing import Any, NoReturn

import streamlit as st

from api.client import ApiError, Client
from ui import routes
from ui.marks import plain
from ui.words import language, say


def address() -> str:
    """Where the API of this explorer listens."""
    return os.environ.get("SHANSHUI_API", "http://127.0.0.1:8600")


@cache
def client(address: str) -> Client:
    """The client of the API at an address; it shows the key in SHANSHUI_API_KEY where reading needs one."""
    return Client(address, key=os.environ.get("SHANSHUI_API_KEY", ""))


@st.cache_data(ttl=60, show_spinner=False)
def fetch(address: str, path: str, **parameters: Any) -> Any:
    """The JSON at a path of the API at an address; raises ApiError."""
    return client(address).get(path, **parameters)


def get(path: str, **parameters: Any) -> Any:
    """The JSON at a path; where the API fails, the page says so and stops."""
    try:
        return fetch(address(), path, **parameters)
    except ApiError as error:
        stop(error)


def facts_about(id: str, page: str = "") -> dict[str, Any]:
    """What is known of a document; where there is none, the page says so, below its name where that is missing."""
    try:
        return dict(fetch(address(), f"/documents/{id}"))
    except ApiError as error:
        if page:
            st.title(say(page), anchor=False)
        stop(error, say("no_document", id=id))


def writable() -> bool:
    """Whether the service takes in files and verdicts; where it does not answer, the page says so and stops."""
    try:
        return takes_in(address())
    except ApiError as error:
        stop(error)


@st.cache_data(ttl=60, show_spinner=False)
def takes_in(address: str) -> bool:
    """Whether the API at an address was given keys; raises ApiError."""
    return bool(client(address).ready()["writable"])


def stop(error: ApiError, missing: str = "") -> NoReturn:
    """Says on the page how the API failed, with a way on where only this was not there, and ends the page.

    `missing` tells what was not there. What the service says of it in English is left to English pages.
    """
    reason = failure(error)
    told = [plain(missing) if missing and reason == "no_answer" else say(reason)]
    if reason != "no_answer" or language() == "en":
        told.append(plain(say("service_said", said=str(error))))
    st.error("\n\n".join(told))
    if reason == "no_answer":
        routes.link("plans", say("all_plans"))
    st.stop()


def failure(error: ApiError) -> str:
    """The words for what has happened: nothing answers, a key is missing, or there is no such thing."""
    if error.status == 401:
        return "no_key"
    return "no_api" if error.status in (0, *range(500, 600)) else "no_answer"


def refusal(error: ApiError) -> str:
    """Why the service took nothing in: it only reads, does not know the key, or what it says itself."""
    told = {401: "wrong_key", 405: "import_closed"}
    return say(told[error.status]) if error.status in told else str(error)


def rows(name: str, **filters: Any) -> list[dict[str, Any]]:
    """All rows of a list."""
    found: list[dict[str, Any]] = []
    offset: int | None = 0
    while offset is not None:
        page = get(f"/{name}", offset=offset, limit=1000, **filters)
        found += page["items"]
        offset = page["next"]
    return found
