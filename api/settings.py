"""The settings of the server, all in one place, each from an environment variable."""

from __future__ import annotations

import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    """How the server runs.

    `store` (SHANSHUI_STORE): folder or Neo4j address. `origins` (SHANSHUI_ORIGINS): web origins that browsers may call
    from, separated by commas; none by default.
    """

    store: str = "./.shanshui"
    origins: tuple[str, ...] = ()


def settings() -> Settings:
    """The settings of the environment."""
    origins = tuple(origin for origin in os.environ.get("SHANSHUI_ORIGINS", "").split(",") if origin)
    return Settings(os.environ.get("SHANSHUI_STORE", "./.shanshui"), origins)
