"""A name of a water as it stands in a text, and the words that the grammar of such names goes by."""

from __future__ import annotations

from dataclasses import dataclass

from nlp import wording

# The rule of a name that all the words between a verb, a place or the beginning of a clause and a head make.
WHOLE = "whole name"


@dataclass(frozen=True, slots=True)
class WaterName:
    """A name of a water at `start:end`; `place` tells that it is the name of a place as well.

    A doubtful one counts only where a cue or its neighbours in a list show a water, one to be `listed` only by these.
    """

    start: int
    end: int
    text: str
    doubtful: bool
    place: bool
    rule: str
    listed: bool = False


def any_of(*keys: str) -> str:
    """The words under some keys of `data/water_words.yaml` as alternatives of a pattern, longest first."""
    return wording.any_of("water_words", *keys)
