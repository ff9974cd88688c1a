"""The first of many scores, found without sorting all of them."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from graph.search.postings import Floats

# So many are sorted at once: more than a page of hits and what folds into it.
_AT_ONCE = 400


def leading(scores: Floats, count: int) -> npt.NDArray[np.int64]:
    """The numbers of the highest scores above 0, ascending: `count` of them, some more, or all where there are fewer.

    Scores are cut into twice as many blocks; what the best of half of the blocks reach, at least `count` scores reach.
    """
    size = len(scores) // (2 * count)
    if size < 2:
        return np.flatnonzero(scores > 0)
    blocks = scores[: len(scores) // size * size].reshape(-1, size).max(axis=1)
    least = np.partition(blocks, -count)[-count]
    return np.flatnonzero(scores >= least) if least > 0 else np.flatnonzero(scores > 0)


def best_first(scores: Floats) -> Iterator[int]:
    """The numbers of all scores above 0 from the highest down, equal ones in order; few are sorted for few."""
    first = leading(scores, _AT_ONCE)
    yield from _sorted(first, scores)
    yield from _sorted(np.setdiff1d(np.flatnonzero(scores > 0), first, assume_unique=True), scores)


def _sorted(numbers: npt.NDArray[np.int64], scores: Floats) -> Iterator[int]:
    yield from numbers[np.argsort(-scores[numbers], kind="stable")].tolist()
