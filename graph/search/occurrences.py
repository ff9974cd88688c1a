"""What stands in which passage how often: grams counted part by part, so that a million passages fit into memory.

A gram is a number: one or two Chinese characters put side by side, or a digest of a Latin word or number. The parts of
a large index wait in temporary files until all are counted.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import numpy.typing as npt

from corpus.characters import HAN, is_han
from graph.search.segmentation import LATIN

Codes = npt.NDArray[np.uint64]

# What a word in each field is worth.
FIELDS = {"text": 1.0, "heading": 0.4, "title": 0.25}
_PART = 20_000
_LATIN = re.compile(LATIN)
_FIRST, _LAST = ord(HAN[0]), ord(HAN[-1])
_WORD = 1 << 63


def code(gram: str) -> np.uint64:
    """The number of a gram: of 治水 its two characters, of a Latin word or a number a digest above all of those."""
    if is_han(gram[0]):
        return np.uint64(ord(gram[0]) if len(gram) == 1 else ord(gram[0]) << 16 | ord(gram[1]))
    return np.uint64(int.from_bytes(hashlib.blake2b(gram.encode(), digest_size=8).digest(), "big") | _WORD)


@dataclass(frozen=True, slots=True)
class Part:
    """Some passages: for each of the `codes` a stretch of `passages` and `amounts`, and the length of each passage."""

    codes: Codes
    bounds: npt.NDArray[np.int64]
    passages: npt.NDArray[np.int32]
    amounts: npt.NDArray[np.float32]
    lengths: npt.NDArray[np.float32]


class Occurrences:
    """Collects passages and counts them part by part."""

    def __init__(self) -> None:
        """Nothing is counted yet; temporary files go at the end of the `with` block."""
        self._waiting: list[Sequence[str]] = []
        self._files: list[Path] = []
        self._size = 0
        self._folder = TemporaryDirectory()
        self._known: dict[str, np.uint64] = {}

    def __enter__(self) -> Occurrences:
        """The collection itself."""
        return self

    def __exit__(self, *details: object) -> None:
        """Removes the temporary files."""
        self._folder.cleanup()

    def add(self, fields: Sequence[str]) -> None:
        """Takes in the texts of a passage's fields."""
        self._waiting.append(fields)
        if len(self._waiting) == _PART:
            self.close_part()

    def close_part(self) -> None:
        """Counts what waits."""
        part = self._count(self._waiting, self._size)
        self._size += len(self._waiting)
        self._waiting = []
        path = Path(self._folder.name) / f"{len(self._files)}.npz"
        np.savez(path, **{name: getattr(part, name) for name in Part.__dataclass_fields__})
        self._files.append(path)

    def parts(self) -> Iterator[Part]:
        """The counted parts, in the order of their passages."""
        for path in self._files:
            with np.load(path) as held:
                yield Part(**{name: held[name] for name in Part.__dataclass_fields__})

    def lengths(self) -> npt.NDArray[np.float32]:
        """The weighted number of grams in each passage."""
        return np.concatenate([part.lengths for part in self.parts()])

    def bounds(self) -> tuple[Codes, npt.NDArray[np.int64]]:
        """All codes, ascending, and where the occurrences of each begin when those of all parts stand together."""
        codes = np.unique(np.concatenate([part.codes for part in self.parts()]))
        counts = np.zeros(len(codes) + 1, np.int64)
        for part in self.parts():
            counts[np.searchsorted(codes, part.codes) + 1] += np.diff(part.bounds)
        return codes, np.cumsum(counts)

    def _count(self, passages: Sequence[Sequence[str]], first: int) -> Part:
        """Counts each field by itself, then adds the fields up by their weights."""
        keys, amounts = [], []
        codes_of: list[Codes] = []
        owners_of: list[npt.NDArray[np.int64]] = []
        for column in range(len(FIELDS)):
            codes, owners = self._encoded([fields[column].lower() for fields in passages])
            codes_of.append(codes)
            owners_of.append(owners)
        known = np.unique(np.concatenate(codes_of))
        lengths = np.zeros(len(passages), np.float32)
        for codes, owners, weight in zip(codes_of, owners_of, FIELDS.values(), strict=True):
            key, counts = np.unique(np.searchsorted(known, codes) * max(len(passages), 1) + owners, return_counts=True)
            keys.append(key)
            amounts.append(counts.astype(np.float32) * np.float32(weight))
            lengths += np.bincount(owners, minlength=len(passages)).astype(np.float32) * np.float32(weight)
        key, places = np.unique(np.concatenate(keys), return_inverse=True)
        summed = np.bincount(places, np.concatenate(amounts), len(key)).astype(np.float32)
        numbers, owners = np.divmod(key, max(len(passages), 1))
        bounds = np.searchsorted(numbers, np.arange(len(known) + 1))
        return Part(known, bounds, (owners + first).astype(np.int32), summed, lengths)

    def _encoded(self, texts: Sequence[str]) -> tuple[Codes, npt.NDArray[np.int64]]:
        """The codes of all grams of some texts, and the number of the text that each stands in."""
        characters = np.frombuffer("\n".join(texts).encode("utf-32-le", "replace"), np.uint32).astype(np.uint64)
        owner = np.repeat(np.arange(len(texts)), [len(text) + 1 for text in texts])[: len(characters)]
        chinese = (characters >= _FIRST) & (characters <= _LAST)
        pairs = np.flatnonzero(chinese[:-1] & chinese[1:])
        found = [characters[chinese], characters[pairs] << np.uint64(16) | characters[pairs + 1]]
        owners = [owner[chinese], owner[pairs]]
        words = [(self._word(match), number) for number, text in enumerate(texts) for match in _LATIN.findall(text)]
        found.append(np.array([word for word, _ in words], np.uint64))
        owners.append(np.array([number for _, number in words], np.int64))
        return np.concatenate(found), np.concatenate(owners)

    def _word(self, word: str) -> np.uint64:
        if word not in self._known:
            self._known[word] = code(word)
        return self._known[word]
