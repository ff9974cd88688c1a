"""The words of the interface, by key and language."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit as st
import yaml

CATALOGUE = Path(__file__).parent / "texts.yaml"
LANGUAGES = ("zh", "en")


@cache
def catalogue() -> dict[str, dict[str, str]]:
    """All texts: key to language to words."""
    return dict(yaml.safe_load(CATALOGUE.read_text("utf-8")))


def language() -> str:
    """The language of this session, kept in the address so that a link opens in it."""
    chosen = st.query_params.get("lang", "zh")
    return chosen if chosen in LANGUAGES else "zh"


def say(key: str, **values: object) -> str:
    """The words for a key in the language of this session."""
    return catalogue()[key][language()].format(**values)
