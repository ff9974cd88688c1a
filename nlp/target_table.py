"""Tables of indicators: one target a row and year, or one a place and measured column."""

from __future__ import annotations

from collections.abc import Iterator

from nlp.facts import Facts, Target
from nlp.target_year import Calendar


def read(facts: Facts, calendar: Calendar) -> Iterator[Target]:
    """TODO."""
    yield from ()


def restates(target: Target, said: Target) -> bool:
    """TODO."""
    return False
