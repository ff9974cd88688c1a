"""Single characters that were lost, filled in from the same wording where it stands undamaged on the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from operator import add

from corpus.characters import HAN, is_han
from corpus.repairs.draft import Draft, Edit
from corpus.repairs.redaction import LOST, find_gaps

LEFT = re.compile(f"[{HAN}]*")
RIGHT = re.compile(f"[{HAN}]*[^{HAN}?]?")  # the mark behind a word is a neighbour as well: 州林?局、
NUMERALS = set("一二三四五六七八九十百千万两零〇")  # 第?轮 may be any
# Characters looked at before and behind a lost one, and how often the page must have the same around one it kept.
WINDOWS = {(2, 2): 2, (3, 1): 2, (1, 3): 2, (3, 3): 1}
EVIDENCE = 300_000  # characters of a page that tell enough about the others

Neighbours = tuple[str, str]


def fill_losses(draft: Draft) -> Draft:
    """The draft with lost characters that the page tells: 州?业局 is 州林业局 where all others like it are.

    Nothing is filled where the page has two characters in that place (市?政府 with 市人政府 and 市委政府), where only a
    shorter wording agrees, where several were lost side by side, and where a numeral would be.
    """
    lost = [
        mark.start for mark in find_gaps(draft.text) if (mark.kind, mark.note) == LOST and mark.end - mark.start == 1
    ]
    return draft.edited(_edits(draft.text, lost)) if lost else draft


def _edits(text: str, lost: list[int]) -> Iterator[Edit]:
    """The lost characters that the page tells, each with the one to put in its place; the page is read once."""
    kept = {window: {_around(text, at, window): Counter[str]() for at in lost} for window in WINDOWS}
    nearest = {around[0][-1] + around[1][0] for found in kept.values() for around in found if around}
    seen = text[:EVIDENCE]
    for at, pair in enumerate(map(add, seen, seen[2:]), start=1):
        if pair in nearest and is_han(seen[at]):
            for (left, right), found in kept.items():
                around = seen[max(0, at - left) : at], seen[at + 1 : at + 1 + right]
                if around in found:
                    found[around][seen[at]] += 1
    for at in lost:
        told: Counter[str] = Counter()
        sure = False
        for window, fewest in WINDOWS.items():
            alike = kept[window][_around(text, at, window)]
            told += alike
            sure = sure or alike.total() >= fewest
        if sure and len(told) == 1 and not NUMERALS & told.keys():
            yield at, at + 1, next(iter(told))


def _around(text: str, at: int, window: tuple[int, int]) -> Neighbours | None:
    """What stands around a character, or None where anything but Chinese stands before it or within what is behind."""
    left, right = text[max(0, at - window[0]) : at], text[at + 1 : at + 1 + window[1]]
    whole = len(left) + len(right) == sum(window) and LEFT.fullmatch(left) and RIGHT.fullmatch(right)
    return (left, right) if whole else None
