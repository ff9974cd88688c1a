"""The settings of the server, all in one place, each from an environment variable."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from typing import Any

from corpus.errors import ShanshuiError


class SettingError(ShanshuiError):
    """A variable of the environment holds what its setting cannot be."""


def several(text: str) -> tuple[str, ...]:
    """The values of a variable that holds several, separated by commas."""
    return tuple(value.strip() for value in text.split(",") if value.strip())


def digests(text: str) -> tuple[str, ...]:
    """The digests of keys in a variable, in small letters; raises ValueError for what is none, such as a key itself."""
    found = tuple(each.lower() for each in several(text))
    if not all(re.fullmatch("[0-9a-f]{64}", each) for each in found):
        raise ValueError("each is to be the SHA-256 of a key, in 64 hexadecimal digits")
    return found


def switch(text: str) -> bool:
    """Whether a variable says yes: `1`, `true`, `yes` or `on`; raises ValueError for what is neither yes nor no."""
    known = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}
    if text.strip().lower() not in known:
        raise ValueError(f"{text} is neither on nor off")
    return known[text.strip().lower()]


def amount(text: str) -> float:
    """A number that is not negative; raises ValueError for anything else."""
    value = float(text)
    if not 0 <= value < float("inf"):
        raise ValueError(f"{text} is no amount")
    return value


def read_from(variable: str, read: Callable[[str], Any], default: Any, meaning: str) -> Any:
    """A setting with the variable that it is read from, the way to read it, and what it is for."""
    return field(default=default, metadata={"variable": variable, "read": read, "meaning": meaning})


@dataclass(frozen=True)
class Settings:
    """How the server runs; docs/api.md lists every setting with its variable, made from here."""

    store: str = read_from("SHANSHUI_STORE", str, "./.shanshui", "Folder or `neo4j://` address of the store.")
    origins: tuple[str, ...] = read_from(
        "SHANSHUI_ORIGINS",
        several,
        (),
        "Web origins that browsers may call from, separated by commas; none by default.",
    )
    keys: tuple[str, ...] = read_from(
        "SHANSHUI_API_KEYS",
        digests,
        (),
        "The SHA-256 of each key that may write, in hexadecimal digits, separated by commas. Without any, nothing can "
        "be written and the store is opened read-only.",
    )
    closed: bool = read_from("SHANSHUI_CLOSED", switch, False, "Whether reading needs a key as well.")
    cypher: bool = read_from("SHANSHUI_CYPHER", switch, False, "Whether `POST /cypher` is served.")
    rate: float = read_from(
        "SHANSHUI_RATE", amount, 100.0, "Requests a second for each key, or each address without one; 0 for no limit."
    )
    burst: float = read_from("SHANSHUI_BURST", amount, 200.0, "Requests that may come at once before the rate holds.")
    seconds: float = read_from(
        "SHANSHUI_SECONDS", amount, 30.0, "Seconds after which a request is given up, and an upload that stands still."
    )
    replies: int = read_from(
        "SHANSHUI_REPLIES", int, 64, "Megabytes of answers kept for who asks the same; 0 to keep none."
    )
    log: bool = read_from(
        "SHANSHUI_LOG",
        switch,
        True,
        "Whether every request is written to standard error, as JSON; "
        "off at a terminal where the explorer is served too.",
    )


def settings() -> Settings:
    """The settings of the environment; raises SettingError for one that cannot be read."""
    found = {}
    for setting in fields(Settings):
        variable = setting.metadata["variable"]
        if os.environ.get(variable):
            try:
                found[setting.name] = setting.metadata["read"](os.environ[variable])
            except ValueError as error:
                raise SettingError(f"{variable}: {error}") from error
    if found.get("closed") and not found.get("keys"):
        raise SettingError("SHANSHUI_CLOSED without SHANSHUI_API_KEYS would let nobody in")
    return Settings(**found)
