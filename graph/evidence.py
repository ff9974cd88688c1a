"""The words a fact was read from, with enough around them to be understood."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LEFT = re.compile(r"[。;!?\n(\[【](?!.*[。;!?\n(\[【])", re.DOTALL)
_RIGHT = re.compile(r"[。;!?\n)\]】]")
_REACH = 120


@dataclass(frozen=True, slots=True)
class Quote:
    """A clause and, within it, the words that state the fact: `before`, `words` and `after` follow each other."""

    before: str
    words: str
    after: str

    def __str__(self) -> str:
        return f"{self.before}{self.words}{self.after}"


def quote(text: str, start: int, end: int) -> Quote:
    """The clause around `text[start:end]`: back and on to the next end of a clause or bracket, 120 characters at most.

    Around 州水务局 in `(牵头单位:州生态环境局;责任单位:州水务局、州财政局)` that is `责任单位:州水务局、州财政局`.
    """
    left, right = max(0, start - _REACH), min(len(text), end + _REACH)
    bound = _LEFT.search(text[left:start])
    first = left + bound.end() if bound else left
    stop = _RIGHT.search(text, end, right)
    last = stop.start() if stop else right
    return Quote(text[first:start].lstrip(), text[start:end], text[end:last].rstrip())
