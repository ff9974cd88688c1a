"""Passages as vectors, and the words of the index that lie near a word of a query."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Self

import numpy as np
import numpy.typing as npt
import rjieba

from graph.search.leading import leading
from graph.search.postings import Floats
from nlp.bilingual.english import split, stem
from nlp.bilingual.thesaurus import Meaning
from nlp.embedding.static import Embedding, normalized
from nlp.query import Concept, Query

# A word that is one in a thousand of all words counts half as much in a vector as a rare one.
_COMMON = 1e-3
# How many near words stand in for a word of a query, how near they must be, and how much they count beside it.
_MOST_NEAR = 6
_NEAR = 0.35
# The vectors of so many passages are all compared with a query exactly: to pick some of 60,000 took longer than to read
# them all. Of more passages so many that come first are, and before them so many that seem nearest.
_ALL = 100_000
_EXACT = 16_000
_NEAREST = 1000
# Passages are embedded so many at once.
_AT_ONCE = 2000


@dataclass(frozen=True, slots=True)
class Semantics:
    """The `words` of the index with their `vectors`, what each counts in a text, and the vector of every passage, its
    sense, with its signs."""

    embedding: Embedding
    words: list[str]
    vectors: Floats
    weights: dict[str, float]
    senses: Floats
    signs: npt.NDArray[np.uint64]

    @classmethod
    def build(cls, embedding: Embedding, texts: Iterable[str]) -> Self:
        """Reads the words of the passages, each given as its text.

        What a word counts is what the model learned, times its rarity in this index (SIF, smooth inverse frequency).
        """
        words: dict[str, int] = {}
        rows, bounds = array("i"), array("q", [0])
        for text in texts:
            rows.extend(words.setdefault(word, len(words)) for word in words_of(text) if word in embedding)
            bounds.append(len(rows))
        held, listed = np.frombuffer(rows, np.int32), list(words)
        counts = np.bincount(held, minlength=len(listed))
        rarities = _COMMON / (_COMMON + counts / max(1, len(held)))
        weights = (rarities * embedding.weights(listed)).astype(np.float32)
        vectors = embedding.vectors(listed)
        passages = np.zeros((len(bounds) - 1, embedding.dimensions), np.float32)
        for first in range(0, len(passages), _AT_ONCE):
            part = passages[first : first + _AT_ONCE]
            _fill(part, held, bounds[first : first + len(part) + 1], weights, vectors)
        counting = dict(zip(listed, weights.tolist(), strict=True))
        return cls(embedding, listed, vectors, counting, passages, signs(passages))

    def widen(self, query: Query) -> Query:
        """The query with words of the index that lie near its own among the meanings of its concepts.

        鞭炮 comes to mean 爆竹 as well, and fireworks 烟花爆竹. A concept that the thesaurus knows stays as it is: what
        people wrote down is better than what vectors guess.
        """
        said = [normalized(self.embedding.vectors(words_of_concept(concept)).sum(axis=0)) for concept in query.concepts]
        # Not a product of matrices: numpy would share so small a one among threads, which costs more than it gains.
        likeness = np.einsum("cd,wd->cw", np.stack(said), self.vectors)
        concepts = [
            concept if concept.known else self._widened(concept, row)
            for concept, row in zip(query.concepts, likeness, strict=True)
        ]
        return replace(query, concepts=tuple(concepts))

    def _widened(self, concept: Concept, likeness: Floats) -> Concept:
        weights = {meaning.text: meaning.weight for meaning in concept.meanings}
        near = np.flatnonzero(likeness >= _NEAR)
        for row in near[np.argsort(-likeness[near])][:_MOST_NEAR]:
            word = self.words[row]
            weights[word] = max(weights.get(word, 0.0), float(likeness[row]))
        return replace(concept, meanings=tuple(Meaning(text, weight) for text, weight in weights.items()))

    def near(self, own: npt.NDArray[np.bool_]) -> Floats:
        """How near each passage is to some passages taken together, 0 to 1."""
        return self.scores(normalized(self.senses[own].sum(axis=0)), np.zeros(len(own), np.float32), 1.0)

    def aim(self, words: Sequence[str]) -> Floats:
        """The vector of some words taken together; zeros where the model knows none of them."""
        learned = self.embedding.weights(words).tolist()
        weights = np.array([self.weights.get(word, own) for word, own in zip(words, learned, strict=True)], np.float32)
        return normalized(weights @ self.embedding.vectors(words))

    def scores(self, aim: Floats, beside: Floats, share: float) -> Floats:
        """How near each passage is to a vector, 0 to 1.

        In a large index that is told from the signs of the vectors (a bit a dimension), and then exactly for those that
        are nearest by them, and for those that come first by their share of it with what stands `beside` it.
        """
        if len(self.senses) <= _ALL:
            return _cosines(self.senses, aim)
        found = self._by_signs(aim)
        nearest = leading(found, _NEAREST)
        found[nearest] = _cosines(self.senses[nearest], aim)
        first = leading(beside + found * np.float32(share / max(float(found.max()), 1e-9)), _EXACT)
        found[first] = _cosines(self.senses[first], aim)
        return found

    def _by_signs(self, aim: Floats) -> Floats:
        """The cosine that the number of differing signs lets expect, 0 where it would be less."""
        asked = signs(aim[None, :])
        differing = np.zeros(len(self.senses), np.uint8)
        for column, bits in zip(self.signs, asked, strict=True):
            differing += np.bitwise_count(column ^ bits)
        cosines = np.cos(np.pi * np.arange(len(aim) + 1) / len(aim)).astype(np.float32)
        found: Floats = np.maximum(cosines, 0.0)[differing]
        return found


def _cosines(vectors: Floats, aim: Floats) -> Floats:
    """How near vectors lie to another, 0 to 1."""
    # Not a product of matrices: numpy would share so small a one among threads, which costs more than it gains.
    found: Floats = np.maximum(np.einsum("pd,d->p", vectors, aim), 0.0)
    return found


def signs(vectors: Floats) -> npt.NDArray[np.uint64]:
    """The signs of vectors as bits, 64 dimensions a row and a vector a column; dimensions must be a multiple of 64."""
    return np.ascontiguousarray(np.packbits(vectors > 0, axis=1).view(np.uint64).T)


def _fill(
    passages: Floats, held: npt.NDArray[np.int32], bounds: Sequence[int], weights: Floats, vectors: Floats
) -> None:
    """Writes the vectors of some passages, whose words stand in `held` between the `bounds`, each of length one."""
    rows = held[bounds[0] : bounds[-1]]
    owners = np.repeat(np.arange(len(passages)), np.diff(bounds))
    keys, often = np.unique(owners * len(vectors) + rows, return_counts=True)
    owners, rows = np.divmod(keys, len(vectors))
    amounts = weights[rows] * np.sqrt(often).astype(np.float32)
    for number, (start, end) in enumerate(pairwise(np.searchsorted(owners, np.arange(len(passages) + 1)).tolist())):
        passages[number] = amounts[start:end] @ vectors[rows[start:end]]
    passages[:] = normalized(passages)


def words_of(text: str) -> list[str]:
    """The words of a Chinese text, without marks: `治理黑臭水体。` gives 治理 黑臭 水体."""
    return [word.lower() for word in rjieba.cut(text, False) if word.isalnum()]


def words_of_concept(concept: Concept) -> list[str]:
    """What a concept is called, as words that may have a vector: Chinese words, or English ones as stems."""
    return [stem(word) for word in split(concept.said)] if concept.said.isascii() else words_of(concept.said)


def words_of_query(query: Query) -> list[str]:
    """The words of all concepts of a query."""
    return [word for concept in query.concepts for word in words_of_concept(concept)]
