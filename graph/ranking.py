"""Ranking: what each passage is worth to a query, from its concepts and its pairs of characters."""

from __future__ import annotations

import numpy as np

from graph.postings import Floats, Postings
from graph.segmentation import phrase
from nlp.query import Concept, Query

# Shares of the parts in the whole; each part is held against the best passage of its own.
CONCEPTS, GRAMS = 0.65, 0.35


def rank(query: Query, postings: Postings) -> Floats:
    """A score from 0 to 1 for every passage, in the order of the index."""
    concepts = _relative(_concept_scores(query, postings))
    grams = _relative(_gram_scores(query, postings))
    return CONCEPTS * concepts + GRAMS * grams if grams.any() else concepts


def _concept_scores(query: Query, postings: Postings) -> Floats:
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


def _gram_scores(query: Query, postings: Postings) -> Floats:
    """BM25 over the pairs of characters of the query as it stands."""
    total = np.zeros(postings.size, np.float32)
    for gram in dict.fromkeys(phrase(query.text)):
        passages, impacts = postings.find(gram)
        total[passages] += postings.rarity(len(passages)) * impacts
    return total


def _relative(scores: Floats) -> Floats:
    highest = scores.max(initial=0.0)
    return scores / highest if highest > 0 else scores
