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


@dataclass(frozen=True, slots=True)
class Semantics:
    """The `words` of the index with their `vectors`, what each counts in a text, and the vector of every passage."""

    embedding: Embedding
    words: list[str]
    vectors: Floats
    weights: dict[str, float]
    passages: Floats

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
        for number, (start, end) in enumerate(pairwise(bounds)):
            different, often = np.unique(held[start:end], return_counts=True)
            passages[number] = (weights[different] * np.sqrt(often)).astype(np.float32) @ vectors[different]
        lengths = np.linalg.norm(passages, axis=1, keepdims=True)
        np.divide(passages, lengths, out=passages, where=lengths > 0)
        return cls(embedding, listed, vectors, dict(zip(listed, weights.tolist(), strict=True)), passages)

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
        return Concept(concept.said, tuple(Meaning(text, weight) for text, weight in weights.items()))

    def near(self, own: npt.NDArray[np.bool_]) -> Floats:
        """How near each passage is to some passages taken together, 0 to 1."""
        found: Floats = self.passages @ normalized(self.passages[own].sum(axis=0))
        return np.maximum(found, 0.0)

    def scores(self, words: Sequence[str]) -> Floats:
        """How near each passage is to some words taken together, 0 to 1."""
        learned = self.embedding.weights(words).tolist()
        weights = np.array([self.weights.get(word, own) for word, own in zip(words, learned, strict=True)], np.float32)
        found: Floats = self.passages @ normalized(weights @ self.embedding.vectors(words))
        return np.maximum(found, 0.0)


def words_of(text: str) -> list[str]:
    """The words of a Chinese text, without marks: `治理黑臭水体。` gives 治理 黑臭 水体."""
    return [word.lower() for word in rjieba.cut(text, False) if word.isalnum()]


def words_of_concept(concept: Concept) -> list[str]:
    """What a concept is called, as words that may have a vector: Chinese words, or English ones as stems."""
    return [stem(word) for word in split(concept.said)] if concept.said.isascii() else words_of(concept.said)


def words_of_query(query: Query) -> list[str]:
    """The words of all concepts of a query."""
    return [word for concept in query.concepts for word in words_of_concept(concept)]
