"""Grams: pairs of characters, by which texts are compared that say the same in different words."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.characters import HAN

_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9.]*")
_HAN = re.compile(rf"[{HAN}]+")


@lru_cache(maxsize=4096)  # the same tasks are weighed for every question
def grams(text: str) -> frozenset[str]:
    """The pairs of neighbouring Chinese characters and the Latin words of a text."""
    pairs = {run[i : i + 2] for run in _HAN.findall(text) for i in range(len(run) - 1)}
    return frozenset(pairs | {word.lower() for word in _LATIN.findall(text)})
