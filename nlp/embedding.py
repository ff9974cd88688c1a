"""The static embedder: Chinese and English words as vectors in one space, shipped with the project, read by numpy.

`nlp/data/embedding/words.txt` lists the words (English ones as stems), `vectors.npy` holds a row of signed bytes for
each. `nlp/embedding_build.py` makes both; `docs/search.md` tells from what and with what gain.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from nlp.vocabulary import DATA

Vector = npt.NDArray[np.float32]
FOLDER = DATA / "embedding"


class Embedding:
    """Vectors of length one for words."""

    def __init__(self, folder: Path = FOLDER) -> None:
        """Opens the model in a folder; raises OSError where there is none."""
        listed = (folder / "words.txt").read_text("utf-8").split("\n")
        self._rows = {word: row for row, word in enumerate(listed)}
        self._vectors = np.load(folder / "vectors.npy", mmap_mode="r")

    @property
    def dimensions(self) -> int:
        """The length of every vector."""
        return int(self._vectors.shape[1])

    def __contains__(self, word: str) -> bool:
        return word in self._rows

    def vectors(self, words: Iterable[str]) -> Vector:
        """A row for each word, of length one; zeros for a word that the model does not know."""
        listed = list(words)
        rows = np.array([self._rows.get(word, -1) for word in listed], np.int64)
        found = np.zeros((len(listed), self.dimensions), np.float32)
        known = rows >= 0
        found[known] = self._vectors[rows[known]]
        return normalized(found)


def normalized(vectors: Vector) -> Vector:
    """A vector, or every row of several, brought to length one; zeros stay as they are."""
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    found: Vector = np.divide(vectors, lengths, out=np.zeros_like(vectors), where=lengths > 0)
    return found


@cache
def embedding() -> Embedding | None:
    """The model shipped with the project; None where it was left out of the installation."""
    return Embedding() if (FOLDER / "vectors.npy").exists() else None
