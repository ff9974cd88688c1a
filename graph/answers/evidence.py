"""The words a fact was read from, with enough around them to be understood."""

from __future__ import annotations

from dataclasses import dataclass

_STOPS = "。;!?\n"
_OPENING, _CLOSING = "([【〔", ")]】〕"
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
    """The clause around `text[start:end]`, to the next stop or to the bracket it stands in, 120 characters each way.

    Around 市水务局 in `(牵头单位:市生态环境局;责任单位:市水务局、市财政局)` that is `责任单位:市水务局、市财政局`;
    the bracket in `各村(居)要协助,水利所要做好` is inside the clause and ends nothing.
    """
    first = start - _reach(text[max(0, start - _REACH) : start][::-1], _CLOSING, _OPENING)
    last = end + _reach(text[end : end + _REACH], _OPENING, _CLOSING)
    return Quote(text[first:start].lstrip(), text[start:end], text[end:last].rstrip())


def _reach(text: str, inward: str, outward: str) -> int:
    """How many characters belong to the clause: up to a stop or the outward bracket that no inward one matches."""
    depth = 0
    for index, character in enumerate(text):
        if character in inward:
            depth += 1
        elif character in outward:
            depth -= 1
        if depth < 0 or character in _STOPS:
            return index
    return len(text)
