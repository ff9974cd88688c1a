"""An inverted index in plain arrays: which passages hold a gram, and how much it says about each of them (BM25)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
import numpy.typing as npt

from graph.search.occurrences import FIELDS, Occurrences, code
from graph.search.segmentation import phrase

Floats = npt.NDArray[np.float32]
Integers = npt.NDArray[np.int32]

# BM25 with fields: how soon repetition stops counting, how far length counts.
_SATURATION = 0.9
_LENGTH = 0.45
# Impacts lie between 0 and 1 and are kept as whole parts of this, two bytes each.
_FINEST = 65535

_NOWHERE = np.empty(0, np.int32)
_NOTHING = np.empty(0, np.float32)


@dataclass(frozen=True, slots=True)
class Postings:
    """For each of the `codes` a stretch of `passages` and `impacts`, `bounds[n]` to `bounds[n + 1]`."""

    codes: npt.NDArray[np.uint64]
    bounds: npt.NDArray[np.int64]
    passages: Integers
    impacts: npt.NDArray[np.uint16]
    size: int

    @classmethod
    def build(cls, passages: Iterable[Sequence[str]]) -> Self:
        """Indexes passages, each given as the texts of its fields in the order of `FIELDS`."""
        with Occurrences() as counted:
            for fields in passages:
                counted.add(fields)
            counted.close_part()
            codes, bounds = counted.bounds()
            held = np.empty(bounds[-1], np.int32)
            impacts = np.empty(bounds[-1], np.uint16)
            lengths = counted.lengths()
            relative = lengths / max(float(lengths.mean()), 1e-9) if len(lengths) else lengths
            filled = bounds[:-1].copy()
            for part in counted.parts():
                numbers = np.searchsorted(codes, part.codes)
                counts = np.diff(part.bounds)
                # Where each occurrence goes: behind what earlier parts said of its gram.
                places = np.arange(len(part.passages)) + np.repeat(filled[numbers] - part.bounds[:-1], counts)
                filled[numbers] += counts
                worth = part.amounts / (part.amounts + _SATURATION * (1 - _LENGTH + _LENGTH * relative[part.passages]))
                held[places], impacts[places] = part.passages, np.round(worth * _FINEST)
        return cls(codes, bounds, held, impacts, len(lengths))

    def find(self, gram: str) -> tuple[Integers, Floats]:
        """The passages that hold a gram, with its impact on each."""
        start, end = self._stretch(gram)
        return self.passages[start:end], self.impacts[start:end] * np.float32(1 / _FINEST)

    def find_phrase(self, text: str) -> tuple[Integers, Floats]:
        """The passages that hold every gram of a phrase, with the least impact among them."""
        stretches = sorted(map(self._stretch, dict.fromkeys(phrase(text))), key=lambda pair: pair[1] - pair[0])
        if not stretches:
            return _NOWHERE, _NOTHING
        start, end = stretches[0]
        passages, impacts = self.passages[start:end], self.impacts[start:end]
        for start, end in stretches[1:]:
            if not len(passages):
                return _NOWHERE, _NOTHING
            # The fewest are looked up among the many: both ascend.
            others = self.passages[start:end]
            places = np.minimum(np.searchsorted(others, passages), len(others) - 1)
            both = others[places] == passages
            passages, impacts = passages[both], np.minimum(impacts[both], self.impacts[start:end][places[both]])
        return passages, impacts * np.float32(1 / _FINEST)

    def rarity(self, frequency: int) -> float:
        """How much it says that a passage holds something which `frequency` passages hold (inverse frequency)."""
        return float(np.log1p((self.size - frequency + 0.5) / (frequency + 0.5)))

    def _stretch(self, gram: str) -> tuple[int, int]:
        wanted = code(gram)
        number = int(np.searchsorted(self.codes, wanted))
        if number == len(self.codes) or self.codes[number] != wanted:
            return 0, 0
        return int(self.bounds[number]), int(self.bounds[number + 1])


__all__ = ["FIELDS", "Floats", "Integers", "Postings"]
