"""An inverted index in plain arrays: which passages hold a gram, and how much it says about each of them (BM25)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
import numpy.typing as npt

from graph.segmentation import grams, phrase

Floats = npt.NDArray[np.float32]
Integers = npt.NDArray[np.int32]

# BM25 with fields: how soon repetition stops counting, how far length counts, and what a word in each field is worth.
_SATURATION = 0.9
_LENGTH = 0.45
FIELDS = {"text": 1.0, "heading": 0.4, "title": 0.25}

_NOWHERE = np.empty(0, np.int32)
_NOTHING = np.empty(0, np.float32)


@dataclass(frozen=True, slots=True)
class Postings:
    """For each gram a stretch of `passages` (ascending) and `impacts` (0..1), from `bounds[n]` to `bounds[n + 1]`."""

    terms: dict[str, int]
    bounds: npt.NDArray[np.int64]
    passages: Integers
    impacts: Floats
    size: int

    @classmethod
    def build(cls, passages: Iterable[Sequence[str]]) -> Self:
        """Indexes passages, each given as the texts of its fields in the order of `FIELDS`."""
        terms: dict[str, int] = {}
        ids: list[int] = []
        owners: list[int] = []
        weights: list[float] = []
        size = 0
        for size, fields in enumerate(passages, start=1):
            for text, weight in zip(fields, FIELDS.values(), strict=True):
                found = [terms.setdefault(gram, len(terms)) for gram in grams(text)]
                ids += found
                owners += [size - 1] * len(found)
                weights += [weight] * len(found)
        return cls(terms, *_tabulate(ids, owners, weights, size, len(terms)), size)

    def find(self, gram: str) -> tuple[Integers, Floats]:
        """The passages that hold a gram, with its impact on each."""
        number = self.terms.get(gram)
        if number is None:
            return _NOWHERE, _NOTHING
        start, end = self.bounds[number], self.bounds[number + 1]
        return self.passages[start:end], self.impacts[start:end]

    def find_phrase(self, text: str) -> tuple[Integers, Floats]:
        """The passages that hold every gram of a phrase, with the least impact among them."""
        found = [self.find(gram) for gram in dict.fromkeys(phrase(text))]
        if not found:
            return _NOWHERE, _NOTHING
        found.sort(key=lambda one: len(one[0]))
        passages, impacts = found[0]
        for others, strengths in found[1:]:
            passages, mine, theirs = np.intersect1d(passages, others, assume_unique=True, return_indices=True)
            impacts = np.minimum(impacts[mine], strengths[theirs])
        return passages, impacts

    def rarity(self, frequency: int) -> float:
        """How much it says that a passage holds something which `frequency` passages hold (inverse frequency)."""
        return float(np.log1p((self.size - frequency + 0.5) / (frequency + 0.5)))


def _tabulate(
    ids: list[int], owners: list[int], weights: list[float], size: int, terms: int
) -> tuple[npt.NDArray[np.int64], Integers, Floats]:
    """Occurrences as bounds, passages and impacts: repetitions added up, held against the length of the passage."""
    passages, amounts = np.array(owners, np.int64), np.array(weights, np.float32)
    keys, places = np.unique(np.array(ids, np.int64) * max(size, 1) + passages, return_inverse=True)
    counts = np.bincount(places, amounts, len(keys))
    lengths = np.bincount(passages, amounts, size) if size else np.ones(1)
    held = keys % max(size, 1)
    relative = lengths[held] / max(lengths.mean(), 1e-9)
    impacts = counts / (counts + _SATURATION * (1 - _LENGTH + _LENGTH * relative))
    bounds = np.searchsorted(keys // max(size, 1), np.arange(terms + 1))
    return bounds.astype(np.int64), held.astype(np.int32), impacts.astype(np.float32)
