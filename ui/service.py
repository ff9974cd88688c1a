"""The API as the pages use it: one client a session, answers kept for a minute, failures said in words."""

from __future__ import annotations

import os
from typing import Any

import streamlit as st

from api.client import ApiError, Client
from ui.words import say

ADDRESS = os.environ.get("SHANSHUI_API", "http://127.0.0.1:8600")


@st.cache_resource
def client() -> Client:
    """The client of the API that this explorer belongs to."""
    return Client(ADDRESS)


@st.cache_data(ttl=60, show_spinner=False)
def fetch(path: str, **parameters: Any) -> Any:
    """The JSON at a path of the API; raises ApiError."""
    return client().get(path, **parameters)


def get(path: str, **parameters: Any) -> Any:
    """The JSON at a path; where the API fails, the page says so and stops."""
    try:
        return fetch(path, **parameters)
    except ApiError as error:
        st.error(f"{say('no_api')}: {error}")
        st.stop()


def rows(name: str, **filters: Any) -> list[dict[str, Any]]:
    """All rows of a list."""
    found: list[dict[str, Any]] = []
    offset: int | None = 0
    while offset is not None:
        page = get(f"/{name}", offset=offset, limit=1000, **filters)
        found += page["items"]
        offset = page["next"]
    return found


def plan_name(row: dict[str, Any]) -> str:
    """A document's title, or its place or file with its part where it has none."""
    titled = row.get("plan") or row.get("title")
    return str(titled or " ".join(filter(None, (row.get("source"), row.get("part")))))
