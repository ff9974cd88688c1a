"""Waiting for a state and never for a time: as long as a slow machine may need."""

from __future__ import annotations

import time
from collections.abc import Callable

PATIENCE = 300.0  # seconds that nothing needs on any machine: a limit only keeps what failed from being waited for


def until(true: Callable[[], object], what: str) -> None:
    """Waits until something is true; fails, saying what was waited for, where it does not become so."""
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, f"in {PATIENCE:g} s {what} did not come about"
        time.sleep(0.1)
