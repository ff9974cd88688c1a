"""Typing errors: the known name that a wording was meant to be, by sound in Chinese and by letters in English."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from corpus.characters import is_han

_SHORTEST_ENGLISH = 6


@lru_cache(maxsize=4096)
def sound(name: str) -> str:
    """The pinyin of a name without tones: `hangzhou` for both 杭州 and 杭洲."""
    from pypinyin import lazy_pinyin

    return "".join(lazy_pinyin(name))


def heard_as(text: str, names: frozenset[str], sizes: range) -> tuple[int, int, str] | None:
    """The first stretch of a Chinese text that sounds like one of the names without being it, and that name.

    Names of `sizes` characters count, the longest first; one character may be another. In `杭洲定了多少` that is
    (0, 2, 杭州); `航运` is not meant to be 杭州, since it sounds otherwise.
    """
    gapped = _gapped(names, sizes)
    for size in reversed(sizes):
        for start in range(len(text) - size + 1):
            wording = text[start : start + size]
            alike = {name for gap in _gaps(wording) for name in gapped.get(gap, ())} - {wording}
            for name in sorted(alike):
                if sound(wording) == sound(name):
                    return start, start + size, name
    return None


@lru_cache(maxsize=8)
def _gapped(names: frozenset[str], sizes: range) -> dict[tuple[str, str], list[str]]:
    """Names by what is left of them without one character: all questions ask for the same thousands."""
    gapped: dict[tuple[str, str], list[str]] = {}
    for name in names:
        if len(name) in sizes and not name.isascii():
            for gap in _gaps(name):
                gapped.setdefault(gap, []).append(name)
    return gapped


def _gaps(name: str) -> list[tuple[str, str]]:
    return [(name[:at], name[at + 1 :]) for at in range(len(name))]


def heard_in(text: str, word: str) -> str | None:
    """The stretch of a Chinese text that sounds like a word of pinyin, two whole syllables at least: `Muli` gives
    木里 of 木里矿区, and nothing of 树木林."""
    wanted = re.sub(r"[^a-z]", "", word.lower())
    for start in range(len(text)):
        rest, end = wanted, start
        while rest and end < len(text) and is_han(text[end]) and rest.startswith(sound(text[end])):
            rest, end = rest[len(sound(text[end])) :], end + 1
        if not rest and end > start + 1:
            return text[start:end]
    return None


def spelt_as(word: str, names: Iterable[str], shortest: int = _SHORTEST_ENGLISH) -> str | None:
    """The English name that a word differs from by one letter: `Hangzou` gives hangzhou, `Guiyang` nothing of it.

    Words under `shortest` letters are left alone, since too many differ by one.
    """
    small = word.lower()
    if len(small) < shortest:
        return None
    return next((name for name in names if name.isascii() and name[:1] == small[:1] and _one_apart(small, name)), None)


def swapped(word: str, names: Iterable[str]) -> str | None:
    """The name that a word is but for two neighbouring letters, which change places: `taks` gives task."""
    return next((name for name in names if sorted(name) == sorted(word) and _one_apart(word, name)), None)


def _one_apart(one: str, other: str) -> bool:
    """Whether one letter was changed, left out, put in, or two neighbours swapped."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    tails = one[at:], other[at:]
    swapped = len(one) == len(other) and tails[0][:2] == tails[1][:2][::-1] and tails[0][2:] == tails[1][2:]
    return swapped or tails[0][1:] == tails[1] or tails[0] == tails[1][1:] or tails[0][1:] == tails[1][1:]
