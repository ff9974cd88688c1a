"""The settings of the server, all in one place, each from an environment variable."""

from __future__ import annotations

import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    """How the server runs.

    `store` (SHANSHUI_STORE): folder or Neo4j address. `origins` (SHANSHUI_ORIGINS): web origins that browsers may call
    from, separated by commas; none by default. `keys` (SHANSHUI_API_KEYS): the SHA-256 of each key that may write, in
    hexadecimal digits, separated by commas; without any, nothing can be written and the store is opened read-only.
    """

    store: str = "./.shanshui"
    origins: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()


def settings() -> Settings:
    """The settings of the environment."""
    return Settings(
        os.environ.get("SHANSHUI_STORE", "./.shanshui"), listed("SHANSHUI_ORIGINS"), listed("SHANSHUI_API_KEYS")
    )


def listed(variable: str) -> tuple[str, ...]:
    """The values of a variable that holds several, separated by commas."""
    return tuple(value.strip() for value in os.environ.get(variable, "").split(",") if value.strip())
