"""Repetition: what a document says twice, in its body and again in an annex, is shown once."""

from __future__ import annotations

from collections.abc import Iterable

from graph.search.holdings import Holdings
from graph.search.postings import Floats

# The share of a passage's pairs of characters that a better one must hold to have said all of it already.
_SAID = 0.8


def distinct(ranked: Iterable[int], k: int, holdings: Holdings, scores: Floats) -> list[int]:
    """The first `k` passages with a score, without those that a better one of the same document has said already.

    Two documents that say the same keep a passage each: which plan says it matters. A task that says more than a row of
    a table before it is shown as well.
    """
    kept: list[int] = []
    documents = holdings.columns["document"].numbers
    for number in map(int, ranked):
        if len(kept) == k or scores[number] <= 0:
            break
        rivals = (each for each in kept if documents[each] == documents[number])
        if not any(_said(holdings.pairs(number), holdings.pairs(each)) for each in rivals):
            kept.append(number)
    return kept


def _said(pairs: frozenset[str], better: frozenset[str]) -> bool:
    return len(pairs & better) >= max(_SAID * len(pairs), 1)
