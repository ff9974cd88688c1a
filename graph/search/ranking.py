"""Ranking: what each passage is worth to a query, by its concepts, its characters and its sense as a whole.

With a larger model (extra `transformers`) what that finds alike is a fourth part.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from graph.search.postings import Floats, Postings
from graph.search.segmentation import phrase
from graph.search.semantics import Semantics, words_of_query
from nlp.query import Concept, Query

# Shares of the parts in the whole; each part is held against the best passage of its own.
SHARES = {"concepts": 0.65, "characters": 0.25, "sense": 0.3, "model": 0.15}


@dataclass(frozen=True, slots=True)
class Ranking:
    """The score of every passage in the order of the index, and what each part of the score adds to it."""

    scores: Floats
    parts: dict[str, Floats]


def rank(query: Query, postings: Postings, semantics: Semantics | None, model: Floats | None = None) -> Ranking:
    """Scores every passage: its concepts, the characters of the query as it stands and, given vectors, its sense.

    `model` is what a larger model makes of each passage.
    """
    scores = {
        "concepts": _concepts(query, postings),
        "characters": _characters(query, postings),
        "sense": semantics.scores(words_of_query(query)) if semantics else np.zeros(postings.size, np.float32),
    }
    if model is not None:
        scores["model"] = model
    shares = {name: SHARES[name] for name, part in scores.items() if part.any()}
    whole = sum(shares.values())
    parts = {name: share / whole * _relative(scores[name]) for name, share in shares.items()}
    return Ranking(sum(parts.values(), np.zeros(postings.size, np.float32)), parts)


def best_first(scores: Floats, at_once: int = 400) -> Iterator[int]:
    """The numbers of passages from the highest score down, equal ones in order; few are sorted where few are wanted."""
    if len(scores) > at_once:
        least = np.partition(scores, -at_once)[-at_once]
        first = np.flatnonzero(scores >= least)
        yield from first[np.argsort(-scores[first], kind="stable")].tolist()
        scores = np.where(scores >= least, -np.inf, scores)
        yield from np.argsort(-scores, kind="stable")[: len(scores) - len(first)].tolist()
    else:
        yield from np.argsort(-scores, kind="stable").tolist()


def _concepts(query: Query, postings: Postings) -> Floats:
    """The sum over concepts of the best meaning that a passage holds."""
    total = np.zeros(postings.size, np.float32)
    for concept in query.concepts:
        total += concept_score(concept, postings)
    return total


def concept_score(concept: Concept, postings: Postings) -> Floats:
    """What each passage says of one concept: the best of its meanings, by fit, rarity and frequency in the passage."""
    best = np.zeros(postings.size, np.float32)
    for meaning in concept.meanings:
        passages, impacts = postings.find_phrase(meaning.text)
        worth = meaning.weight * postings.rarity(len(passages))
        best[passages] = np.maximum(best[passages], worth * impacts)
    return best


def _characters(query: Query, postings: Postings) -> Floats:
    """BM25 over the pairs of characters of the query as it stands."""
    total = np.zeros(postings.size, np.float32)
    for gram in dict.fromkeys(phrase(query.text)):
        passages, impacts = postings.find(gram)
        total[passages] += postings.rarity(len(passages)) * impacts
    return total


def _relative(scores: Floats) -> Floats:
    highest = scores.max(initial=0.0)
    return scores / highest if highest > 0 else scores
