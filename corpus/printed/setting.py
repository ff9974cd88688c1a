"""How a printed document is set: its margins, the size of its type, the distance of its rows."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from corpus.printed.typesetting import Row

SUPPORT = 0.03  # of the rows, this share begins at the left margin; where fewer begin, they stick out
DENSE = 0.25  # of the rows at the most common end, this share makes an end further right the margin
SHARP = 1.0  # of the type size: rows that keep to a margin end within it
OWN = 1.0  # of the type size: a page's own margin moves by no more, for binding; a greater one shows short rows only


@dataclass(frozen=True, slots=True)
class Setting:
    """How a page is set, in points: its margins, the size of the body's type, the usual distance between rows."""

    left: float
    right: float
    size: float
    leading: float


def settings(texts: Sequence[Sequence[Row]], heights: Sequence[float]) -> list[Setting]:
    """The setting of every page, from its rows and from those of all pages of the same height."""
    sizes: Counter[float] = Counter()
    for row in (row for text in texts for row in text):
        sizes[round(row.size, 1)] += len(row.text)
    size = sizes.most_common(1)[0][0] if sizes else 1.0
    steps = [below.top - row.top for text in texts for row, below in pairwise(text) if below.top > row.top]
    leading = median(steps) if steps else 2 * size
    together: dict[int, list[Row]] = defaultdict(list)
    for text, height in zip(texts, heights, strict=True):
        together[round(height)] += text
    whole = {height: Setting(*_margins(rows, size), size, leading) for height, rows in together.items()}
    return [_own(text, whole[round(height)]) for text, height in zip(texts, heights, strict=True)]


def _own(text: Sequence[Row], whole: Setting) -> Setting:
    """The setting of one page: its own margins as far as they differ from the usual ones by binding only."""
    left, right = _margins(text, whole.size)
    near = OWN * whole.size
    return replace(
        whole,
        left=left if abs(left - whole.left) <= near else whole.left,
        right=right if abs(right - whole.right) <= near else whole.right,
    )


def _margins(rows: Sequence[Row], size: float) -> tuple[float, float]:
    """The left and the right margin that rows keep to, but for the few that stick out.

    A row in thirty shows the left margin, since most may be indented. At the right, marks that hang over the edge are
    more common than that: the margin is where a good part of those rows end that end together.
    """
    lefts, rights = sorted(row.left for row in rows), sorted(-row.right for row in rows)
    by_left, by_right = _support(lefts, size), _support(rights, size)
    left = next(
        (x for x, n in zip(lefts, by_left, strict=True) if n >= max(2, SUPPORT * len(rows))), min(lefts, default=0.0)
    )
    right = next((x for x, n in zip(rights, by_right, strict=True) if n >= DENSE * max(by_right)), 0.0)
    return left, -right


def _support(places: Sequence[float], size: float) -> list[int]:
    """For each of some ordered places, how many lie there or little further in."""
    return [bisect_right(places, place + SHARP * size) - i for i, place in enumerate(places)]
