"""Counting hits, misses and extras of one kind of fact."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

Fact = Any


@dataclass(slots=True)
class Tally:
    """Hits, misses (in gold, not read) and extras (read, not in gold) of one kind of fact."""

    hits: int = 0
    misses: list[tuple[str, Fact]] = field(default_factory=list)
    extras: list[tuple[str, Fact]] = field(default_factory=list)

    def compare(
        self,
        where: str,
        gold: Iterable[Fact],
        read: Iterable[Fact],
        same: Callable[[Fact, Fact], bool] = lambda a, b: bool(a == b),
    ) -> None:
        """Pairs gold facts with read ones, each at most once; what stays alone is kept with the place it stands in."""
        left = list(gold)
        for fact in read:
            match = next((g for g in left if same(g, fact)), None)
            if match is None:
                self.extras.append((where, fact))
            else:
                left.remove(match)
                self.hits += 1
        self.misses += [(where, fact) for fact in left]

    @property
    def precision(self) -> float:
        """Share of what was read that is in the gold; 0 where nothing was read."""
        return self.hits / ((self.hits + len(self.extras)) or 1)

    @property
    def recall(self) -> float:
        """Share of the gold that was read; 0 where the gold holds nothing."""
        return self.hits / ((self.hits + len(self.misses)) or 1)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.precision * self.recall / ((self.precision + self.recall) or 1)

    @property
    def gold(self) -> int:
        """How many facts of this kind the gold holds."""
        return self.hits + len(self.misses)


def squash(text: str | None) -> str:
    """Text as it is compared: NFKC, without white space and quotation marks, one form of square bracket."""
    folded = unicodedata.normalize("NFKC", text or "")
    table = str.maketrans({"〔": "[", "〕": "]", "﹝": "[", "﹞": "]"} | dict.fromkeys("“”\"'‘’"))
    return "".join(folded.split()).translate(table)


def alike(a: str | None, b: str | None, least: float = 0.8) -> bool:
    """True where two names agree after squashing, one holds the other (4 characters at least), or they nearly agree."""
    one, other = squash(a), squash(b)
    if one == other:
        return True
    if one and other and min(len(one), len(other)) >= 4 and (one in other or other in one):
        return True
    return SequenceMatcher(None, one, other).ratio() >= least
