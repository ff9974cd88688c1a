"""Repetition: what a document says twice, in its body and again in an annex, is shown once."""

from __future__ import annotations

from collections.abc import Iterable

from graph.search.holdings import Holdings
from graph.search.postings import Floats

# Share of the shorter passage's pairs of characters that stand in the other: above it they say the same.
_SAME = 0.8


def distinct(ranked: Iterable[int], k: int, holdings: Holdings, scores: Floats) -> list[int]:
    """The first `k` passages with a score, without those that repeat a better one of the same document.

    Two documents that say the same keep a passage each: which plan says it matters.
    """
    kept: list[int] = []
    documents = holdings.columns["document"].numbers
    for number in map(int, ranked):
        if len(kept) == k or scores[number] <= 0:
            break
        rivals = (each for each in kept if documents[each] == documents[number])
        if not any(_same(holdings.pairs(number), holdings.pairs(each)) for each in rivals):
            kept.append(number)
    return kept


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    shorter = min(len(one), len(other))
    return shorter > 0 and len(one & other) >= _SAME * shorter
