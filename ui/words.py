"""The words of the interface, by key and language."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit as st
import yaml

CATALOGUE = Path(__file__).parent / "texts.yaml"
FOREIGN = CATALOGUE.with_name("foreign.yaml")
CAUSES = CATALOGUE.with_name("causes.yaml")
RULES = CATALOGUE.with_name("rules.yaml")
LANGUAGES = ("zh", "en")


@cache
def catalogue() -> dict[str, dict[str, str]]:
    """All texts: key to language to words."""
    return dict(yaml.safe_load(CATALOGUE.read_text("utf-8")))


@cache
def foreign(language: str) -> dict[str, str]:
    """Words of Streamlit, as it says them or as a page in another language does, to what pages say in this language."""
    said = yaml.safe_load(FOREIGN.read_text("utf-8"))
    instead = {own: told.get(language, own) for own, told in said.items()}
    return {word: instead[own] for own, told in said.items() for word in (own, *told.values()) if word != instead[own]}


@cache
def causes() -> dict[str, str]:
    """What the service says of files that it cannot read, in part, to the same in Chinese."""
    return dict(yaml.safe_load(CAUSES.read_text("utf-8")))


@cache
def rules() -> dict[str, str]:
    """The names of rules to the same in Chinese."""
    return dict(yaml.safe_load(RULES.read_text("utf-8")))


def language() -> str:
    """The language that the address names, or else the one that the browser prefers."""
    chosen = st.query_params.get("lang", "")
    if chosen in LANGUAGES:
        return chosen
    return "en" if (st.context.locale or "zh").startswith("en") else "zh"


def switch() -> None:
    """Changes to the other language; the address says so, that a link may keep it."""
    st.query_params["lang"] = "en" if language() == "zh" else "zh"


class Count(int):
    """A number in a text: `{n:,} task{n:s}` is `1 task` and `3,000 tasks`."""

    def __format__(self, spec: str) -> str:
        if spec == "s":
            return "" if self == 1 else "s"
        return int(self).__format__(spec)


def say(key: str, **values: object) -> str:
    """The words for a key in the language of this session, filled with values."""
    filled = {name: Count(value) if isinstance(value, int) else value for name, value in values.items()}
    return catalogue()[key][language()].format(**filled)


def cause(reason: str) -> str:
    """Why a file was not read, in the language of this session; what no words are known for stays as it is."""
    if language() == "en":
        return reason
    return next((told for said, told in causes().items() if said in reason), reason)


def rule(name: str) -> str:
    """The name of a rule in the language of this session."""
    return name if language() == "en" else rules().get(name, name)


def say_or(word: str | None) -> str:
    """The words for what may be a key, and the word itself where it is none."""
    return say(word) if word in catalogue() else (word or "")


def name_of(row: dict[str, str]) -> str:
    """The name of an entry of a vocabulary in the language of this session."""
    return (row.get("english") or row["name"]).split(";")[0] if language() == "en" else row["name"]
