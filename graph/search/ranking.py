"""Ranking: what each passage is worth to a query, by its concepts, its characters and its sense as a whole.

With a larger model (extra `transformers`) what that finds alike is a fourth part.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from graph.search.postings import Floats, Postings
from graph.search.segmentation import phrase
from graph.search.semantics import Semantics, words_of_query
from nlp.query import Concept, Query

Placed = Callable[[str], npt.NDArray[np.bool_]]

# Shares of the parts in the whole; each part is held against the best passage of its own.
SHARES = {"concepts": 0.65, "characters": 0.25, "sense": 0.3, "model": 0.15}


@dataclass(frozen=True, slots=True)
class Ranking:
    """The score of every passage in the order of the index, and what each part of the score adds to it."""

    scores: Floats
    parts: dict[str, Floats]


def rank(
    query: Query, postings: Postings, semantics: Semantics | None, placed: Placed, model: Floats | None = None
) -> Ranking:
    """Scores every passage: its concepts, the characters of the query as it stands and, given vectors, its sense.

    `placed` tells which passages stand in plans of a place, `model` is what a larger model makes of each passage.
    """
    said = {"concepts": _concepts(query, postings, placed), "characters": _characters(query, postings)}
    if model is not None:
        said["model"] = model
    aim = semantics.aim(words_of_query(query)) if semantics else np.zeros(0, np.float32)
    shares = {name: SHARES[name] for name, part in said.items() if part.any()}
    shares |= {"sense": SHARES["sense"]} if aim.any() else {}
    whole = sum(shares.values())
    parts = {name: _relative(said[name], shares[name] / whole) for name in shares if name in said}
    scores = sum(parts.values(), np.zeros(postings.size, np.float32))
    if semantics and aim.any():
        parts["sense"] = _relative(semantics.scores(aim, scores, shares["sense"] / whole), shares["sense"] / whole)
        scores += parts["sense"]
    return Ranking(scores, parts)


def _concepts(query: Query, postings: Postings, placed: Placed) -> Floats:
    """The sum over concepts of the best meaning that a passage holds."""
    total = np.zeros(postings.size, np.float32)
    for concept in query.concepts:
        _add_concept(concept, postings, placed, total)
    return total


def _add_concept(concept: Concept, postings: Postings, placed: Placed, total: Floats) -> None:
    """Adds what each passage says of a concept: the best of its meanings, by fit, rarity and frequency in it.

    A passage of a plan of a place need not name it.
    """
    best = np.zeros(postings.size, np.float32)
    if concept.place:
        there = placed(concept.place)
        best[there] = postings.rarity(int(there.sum()))
    for meaning in concept.meanings:
        passages, impacts = postings.find_phrase(meaning.text)
        worth = impacts * np.float32(meaning.weight * postings.rarity(len(passages)))
        best[passages] = np.maximum(best[passages], worth)
    total += best


def _characters(query: Query, postings: Postings) -> Floats:
    """BM25 over the pairs of characters of the query as it stands."""
    total = np.zeros(postings.size, np.float32)
    for gram in dict.fromkeys(phrase(query.text)):
        passages, impacts = postings.find(gram)
        total[passages] += postings.rarity(len(passages)) * impacts
    return total


def _relative(scores: Floats, share: float) -> Floats:
    """Scores with the highest brought to a share."""
    highest = scores.max(initial=0.0)
    return scores * np.float32(share / highest) if highest > 0 else scores
