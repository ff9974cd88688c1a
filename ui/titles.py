"""Titles: documents as pages name them; one without a title goes by its part or its place, and its kind."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

import streamlit as st

from ui.places import place_name
from ui.service import address, rows
from ui.words import say, say_or

Row = dict[str, Any]


def plan_name(row: Row) -> str:
    """The title of a document that a row tells of, or what it goes by: `杭州市 · 方案（无标题）`."""
    titled = row["plan"] if "plan" in row else row.get("title")
    if titled:
        return str(titled)
    known = document_of(row)
    return str(known.get("plan") or described(known))


def document_of(row: Row) -> Row:
    """What is held of the document that a row tells of, which is more than most rows say; the row where nothing is."""
    return held(address()).get(row.get("document") or row.get("id") or "", row)


@st.cache_resource(ttl=60, show_spinner=False)
def held(address: str) -> dict[str, Row]:
    """The documents that are held, by id."""
    return {row["document"]: row for row in rows("documents")}


def described(row: Row) -> str:
    """What a document without a title goes by: its part, its lowest place or its file, and its kind."""
    name = row.get("part") or place_name(next(reversed(places(row)), "")) or PurePath(row.get("source") or "").stem
    kind = say_or(row.get("kind"))
    return say("untitled", name=" · ".join(filter(None, (name, kind)))) if name else ""


def places(row: Row) -> list[str]:
    """The names of the places that a document governs, the highest first; a row has their codes as well."""
    return [name for name in row.get("places") or [] if not name.isdigit()]
