"""An inverted index in plain arrays: which passages hold a gram, and how much it says about each of them (BM25)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
import numpy.typing as npt

from graph.search.occurrences import Occurrences, code
from graph.search.segmentation import phrase

Floats = npt.NDArray[np.float32]
Integers = npt.NDArray[np.int32]
Impacts = npt.NDArray[np.uint16]

# BM25 with fields: how soon repetition stops counting, how far length counts.
_SATURATION = 0.9
_LENGTH = 0.45
# Impacts lie above 0, up to 1, and are kept as whole parts of this, two bytes each.
_FINEST = 65535
# How many times as long a stretch must be for halving it to pay, and how many passages are looked at in one step.
_FEW = 16
_AT_ONCE = 4096

_NOWHERE = np.empty(0, np.int32)
_NOTHING = np.empty(0, np.float32)


@dataclass(frozen=True, slots=True)
class Postings:
    """For each of the `codes` a stretch of `passages` and `impacts`, `bounds[n]` to `bounds[n + 1]`."""

    codes: npt.NDArray[np.uint64]
    bounds: npt.NDArray[np.int64]
    passages: Integers
    impacts: Impacts
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
                held[places], impacts[places] = part.passages, np.maximum(np.round(worth * _FINEST), 1)
        return cls(codes, bounds, held, impacts, len(lengths))

    def find(self, gram: str) -> tuple[Integers, Floats]:
        """The passages that hold a gram, with its impact on each."""
        start, end = self._stretch(gram)
        return self.passages[start:end], self.impacts[start:end] * np.float32(1 / _FINEST)

    def find_phrase(self, text: str) -> tuple[Integers, Floats]:
        """The passages that hold every gram of a phrase, with the least impact among them."""
        stretches = self._stretches(text)
        if not stretches:
            return _NOWHERE, _NOTHING
        passages, impacts = self._common(*stretches[0], stretches[1:])
        return passages, impacts * np.float32(1 / _FINEST)

    def holds(self, text: str) -> bool:
        """Whether any passage holds every gram of a phrase; the search ends at the first that does."""
        stretches = self._stretches(text)
        if not stretches:
            return False
        start, end = stretches[0]
        return any(
            len(self._common(at, min(at + _AT_ONCE, end), stretches[1:])[0]) for at in range(start, end, _AT_ONCE)
        )

    def _stretches(self, text: str) -> list[tuple[int, int]]:
        """Where the grams of a phrase stand, the rarest first."""
        return sorted(map(self._stretch, dict.fromkeys(phrase(text))), key=lambda pair: pair[1] - pair[0])

    def _common(self, start: int, end: int, others: Sequence[tuple[int, int]]) -> tuple[Integers, Impacts]:
        """The passages of a stretch that stand in all of the others, with the least impact."""
        passages, impacts = self.passages[start:end], self.impacts[start:end]
        for start, end in others:
            if not len(passages):
                break
            found = self._impacts_on(passages, start, end)
            both = found > 0
            passages, impacts = passages[both], np.minimum(impacts[both], found[both])
        return passages, impacts

    def _impacts_on(self, wanted: Integers, start: int, end: int) -> Impacts:
        """What a stretch says of some passages, in their order; 0 for those that are not in it."""
        passages, impacts = self.passages[start:end], self.impacts[start:end]
        if len(passages) > _FEW * len(wanted):
            places = np.minimum(np.searchsorted(passages, wanted), len(passages) - 1)
            return np.where(passages[places] == wanted, impacts[places], np.uint16(0))
        # Many among many: laid out side by side they are found faster than by halving.
        laid = np.zeros(self.size, np.uint16)
        laid[passages] = impacts
        return laid[wanted]

    def rarity(self, frequency: int) -> float:
        """How much it says that a passage holds something which `frequency` passages hold (inverse frequency)."""
        return float(np.log1p((self.size - frequency + 0.5) / (frequency + 0.5)))

    def _stretch(self, gram: str) -> tuple[int, int]:
        wanted = code(gram)
        number = int(np.searchsorted(self.codes, wanted))
        if number == len(self.codes) or self.codes[number] != wanted:
            return 0, 0
        return int(self.bounds[number]), int(self.bounds[number + 1])
