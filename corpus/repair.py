"""Repair: the damage of scraping, scanning and conversion is undone where that is certain and marked where it is not.

The text walks through small passes, each in a file of its own: width → pinyin → script → spacing. They are repeated
until none of them finds anything to do, so that repairing a repaired text changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpus.document import Damage
from corpus.draft import Draft
from corpus.pinyin import drop_glosses
from corpus.redaction import find_gaps
from corpus.script import simplify
from corpus.spacing import tidy
from corpus.width import unify

PASSES: tuple[Callable[[Draft], Draft], ...] = (unify, drop_glosses, simplify, tidy)
MAX_ROUNDS = 8


@dataclass(frozen=True, slots=True)
class Repaired:
    """A repaired text; `offsets[i]` is the offset in the source of the character that became `text[i]`.

    `offsets` never falls and has one entry more than `text`. `damage` marks what could not be repaired.
    """

    text: str
    offsets: Sequence[int]
    damage: tuple[Damage, ...]


def repair(text: str) -> Repaired:
    """The text in simplified script and plain width, without stray pinyin and spaces, with a map back to the source."""
    draft = Draft.of(text)
    for _ in range(MAX_ROUNDS):
        before = draft.text
        for change in PASSES:
            draft = change(draft)
        if draft.text == before:
            break
    return Repaired(draft.text, draft.offsets, tuple(find_gaps(draft.text)))
