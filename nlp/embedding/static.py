"""The static embedder: Chinese and English words as vectors in one space, shipped with the project, read by numpy.

`nlp/data/embedding/words.txt` lists the words (English ones as stems), `vectors.npy` holds a row of signed bytes for
each, `weights.npy` what each counts in a text. `nlp/embedding/build.py` and `nlp/embedding/train.py` make them;
`docs/search.md` tells from what and with what gain.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
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
        self.words = (folder / "words.txt").read_text("utf-8").split("\n")
        self._rows = {word: row for row, word in enumerate(self.words)}
        self._vectors = np.load(folder / "vectors.npy", mmap_mode="r")
        self._weights = np.load(folder / "weights.npy").astype(np.float32)

    @property
    def dimensions(self) -> int:
        """The length of every vector."""
        return int(self._vectors.shape[1])

    @property
    def digest(self) -> str:
        """What tells this model from another: that of what its words count, which every training changes."""
        return hashlib.sha256(self._weights.tobytes()).hexdigest()[:16]

    def __contains__(self, word: str) -> bool:
        return word in self._rows

    def vectors(self, words: Iterable[str]) -> Vector:
        """A row for each word, of length one; zeros for a word that the model does not know."""
        rows = np.array([self._rows.get(word, -1) for word in words], np.int64)
        found = np.zeros((len(rows), self.dimensions), np.float32)
        known = rows >= 0
        found[known] = self._vectors[rows[known]]
        return normalized(found)

    def weights(self, words: Iterable[str]) -> Vector:
        """What each word counts in a text; 0 for a word that the model does not know."""
        rows = np.array([self._rows.get(word, -1) for word in words], np.int64)
        return np.where(rows >= 0, self._weights[rows], np.float32(0))


def normalized(vectors: Vector) -> Vector:
    """A vector, or every row of several, brought to length one; zeros stay as they are."""
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    found: Vector = np.divide(vectors, lengths, out=np.zeros_like(vectors), where=lengths > 0)
    return found


def save(folder: Path, words: Sequence[str], vectors: Vector) -> None:
    """Writes a model: directions as bytes, and the lengths of the vectors as what each word counts."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "words.txt").write_text("\n".join(words), "utf-8")
    largest = np.maximum(np.abs(vectors).max(axis=1, keepdims=True), 1e-9)
    np.save(folder / "vectors.npy", np.round(vectors / largest * 127).astype(np.int8))
    np.save(folder / "weights.npy", np.linalg.norm(vectors, axis=1).astype(np.float16))


@cache
def embedding() -> Embedding | None:
    """The model shipped with the project; None where it was left out of the installation."""
    return Embedding() if (FOLDER / "vectors.npy").exists() else None
