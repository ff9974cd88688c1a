"""Which held documents are worded nearly alike: signatures as short texts, compared with all others at once."""

from __future__ import annotations

import base64

import numpy as np
from numpy.typing import NDArray

from corpus.likeness import BINS, EMPTY, signature

# Above this share of common wording two documents are prints of one text, not two plans of one kind.
NEAR = 0.6
_FIRST_ROOM = 64
_EMPTY = 0xFFFF

Table = NDArray[np.uint16]


def encode(text: str) -> str:
    """The signature of a text as a property of its node: of each number the last two bytes, which tell enough."""
    numbers = signature(text)
    return base64.b64encode(np.where(numbers == EMPTY, _EMPTY, numbers & _EMPTY).astype("<u2").tobytes()).decode()


class Resemblance:
    """The signatures of the held documents, one row each in a table that grows."""

    def __init__(self) -> None:
        """Starts with no documents."""
        self._at: dict[str, int] = {}
        self._rows: Table = np.zeros((0, BINS), dtype=np.uint16)

    def add(self, id: str, encoded: str) -> None:
        """Takes in a document, in place of the one with the same id; one without a signature is like nothing."""
        self.discard(id)
        if not encoded:
            return
        if len(self._at) == len(self._rows):
            room = np.zeros((max(_FIRST_ROOM, len(self._rows)), BINS), dtype=np.uint16)
            self._rows = np.concatenate([self._rows, room])
        self._rows[len(self._at)] = np.frombuffer(base64.b64decode(encoded), dtype="<u2")
        self._at[id] = len(self._at)

    def discard(self, id: str) -> None:
        """Forgets a document; the last one takes its row."""
        if id not in self._at:
            return
        row, last = self._at[id], len(self._at) - 1
        mover = next(name for name, at in reversed(self._at.items()) if at == last)
        self._rows[row] = self._rows[last]
        self._at[mover] = row
        del self._at[id]

    def alike(self, id: str) -> list[tuple[str, float]]:
        """The other documents that are worded nearly like one, each with the share of wording in common."""
        if id not in self._at:
            return []
        rows, own = self._rows[: len(self._at)], self._rows[self._at[id]]
        filled = (rows != _EMPTY) | (own != _EMPTY)
        shares = ((rows == own) & filled).sum(axis=1) / np.maximum(1, filled.sum(axis=1))
        near = [(name, float(shares[at])) for name, at in sorted(self._at.items()) if shares[at] >= NEAR]
        return [(name, round(share, 3)) for name, share in near if name != id]
