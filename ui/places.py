"""Places as pages name them: in Chinese as plans do, in English by their English names."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from ui.service import address, get
from ui.words import language


@st.cache_resource(show_spinner=False)
def territories(address: str) -> dict[str, dict[str, str]]:
    """The places of the country, by code."""
    return {row["code"]: row for row in get("/territories")}


@st.cache_resource(show_spinner=False)
def english(address: str) -> dict[str, str]:
    """The English names of the places of the country, by name."""
    return {row["name"]: row["english"] for row in territories(address).values()}


def place_name(name: str) -> str:
    """The name of a place in the language of the page; one without an English name keeps its own."""
    return name if language() == "zh" else english(address()).get(name, name)


def official_name(code: str, otherwise: str) -> str:
    """The name of the place of a code, as plans and filters have it, or else another."""
    return territories(address()).get(code, {}).get("name", otherwise)


def in_full(names: Sequence[str]) -> str:
    """A place with the one above it, given those that it lies in, the highest first: `绍兴市 嵊州市`; in English the
    lowest comes first: `Shengzhou, Shaoxing`."""
    told = [place_name(name) for name in names[-2:]]
    return " ".join(told) if language() == "zh" else ", ".join(reversed(told))
