"""Tense: how much of a text, or of a unit of it, tells what has been done, and how much what is to be done."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from functools import cache

from nlp.sections.outline import Block, Unit
from nlp.vocabulary import words
from nlp.wording import any_of

# A unit shorter than this, and with fewer words of tense, does not show its tense by itself.
_LENGTH_OF_TENSE = 250
_TELLING_WORDS = 4


def tenses(text: str) -> tuple[int, int]:
    """How many words of a text tell what has been done, and how many what is to be done.

    `累计淘汰锅炉200台,水质明显改善` gives (2, 0), `继续淘汰锅炉,确保水质改善` (0, 2), 主要, 重要 and 贯彻落实 count
    for nothing.
    """
    count = Counter(match.lastgroup for match in _tense_words().finditer(text))
    return count["past"], count["future"]


class UnitTense:
    """The units of an outline, asked for those that tell what has been done."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._told: dict[int, set[tuple[str, int]]] = {}

    def is_past(self, unit: Unit) -> bool:
        """Judges a unit by its own tense, and one that shows none by that of its series and the line above it."""
        parent = unit.parent
        own = tenses(self._text[unit.start : unit.end])
        if parent is None or unit.children or sum(own) >= _TELLING_WORDS or unit.end - unit.start >= _LENGTH_OF_TENSE:
            return _is_past(own)
        if parent.start not in self._told:
            self._told[parent.start] = self._series(parent)
        return (unit.style, unit.series) in self._told[parent.start]

    def _series(self, parent: Unit) -> set[tuple[str, int]]:
        """The series under a unit that tell what has been done, by style and number."""
        spans: dict[tuple[str, int], tuple[int, int]] = {}
        for child in parent.children:
            key = (child.style, child.series)
            spans[key] = (spans.get(key, (child.start, 0))[0], child.end)
        told = {key for key, (start, end) in spans.items() if _is_past(tenses(self._text[start:end]))}
        ends = [block.end for block in parent.blocks]
        for key, (start, _) in spans.items():
            if (before := bisect_right(ends, start)) and self._leads_to_past(parent.blocks[before - 1]):
                told.add(key)
        return told

    def _leads_to_past(self, lead: Block) -> bool:
        closing = self._text[lead.start : lead.end][-20:]
        return any(word in closing for word in words("headings", "tense.lead"))


def _is_past(count: tuple[int, int]) -> bool:
    """True for what `tenses` counts in a text that tells: (2, 0) and (2, 3), neither (1, 0) nor (2, 4)."""
    past, future = count
    return past >= 2 and past * 2 > future


@cache
def _tense_words() -> re.Pattern[str]:
    neither, past, future = (any_of("headings", f"tense.{key}") for key in ("neither", "past", "future"))
    return re.compile(f"{neither}|(?P<past>{past})|(?P<future>{future})")
