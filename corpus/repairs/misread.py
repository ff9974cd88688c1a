"""Runs of characters that were read in wrong pairs of bytes, read anew with what the page itself can tell.

A reading is taken only if each of its characters is used elsewhere on the page, behind the same one where no gloss
vouches for it, or makes a word with its neighbours. A character of which half is lost is restored only if the page has
just one like it in that place, otherwise its `?` stays and is marked as lost.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass

import rjieba

from corpus.characters import is_han
from corpus.repairs.script import CHARACTERS

EVIDENCE = 300_000  # characters of a page that tell enough about the others
USUAL = 3  # occurrences of a character on a page that make it one of its own
LOST = "?"
Codes = list[int | None]


class Page:
    """What a page itself says about its characters: how it glosses them, which it uses, which stand side by side."""

    def __init__(self, text: str, glosses: list[re.Match[str]]) -> None:
        """Reads the glosses and the characters of the whole page."""
        self.glossed: dict[str, set[str]] = defaultdict(set)
        pieces: list[str] = []
        last = 0
        for gloss in glosses:
            self.glossed[gloss.group(1)].add(text[gloss.start() - 1])
            pieces.append(text[last : gloss.start()])
            last = gloss.end()
        self._plain = ("".join(pieces) + text[last:])[:EVIDENCE]
        self._followers: dict[str, set[str]] = {}
        self.usual = {char for char, count in Counter(self._plain).items() if count >= USUAL}

    def followers(self, char: str) -> set[str]:
        """The characters that stand behind a character anywhere on the page."""
        if char not in self._followers:
            self._followers[char] = set(re.findall(f"{re.escape(char)}(.)", self._plain, re.DOTALL))
        return self._followers[char]


@dataclass(frozen=True, slots=True)
class Run:
    """A run of characters read in wrong pairs: its bytes, the lost ones None, and the characters around it.

    `last` holds the characters that the run can end with, where a gloss says so.
    """

    end: int
    codes: Codes
    before: str
    after: str
    last: Collection[str] | None = None


def reading_of(run: Run, page: Page) -> str:
    """The characters of a run, `?` for one of which half is lost, or nothing where they make no sense on the page."""
    pairs = list(zip(run.codes[::2], run.codes[1::2], strict=True))
    first = pairs.pop(0)[1] if pairs[0][0] is None else None
    last = pairs.pop()[0] if pairs and pairs[-1][1] is None else None
    whole = bytes(code for pair in pairs for code in pair if code is not None).decode("gbk", "ignore")
    if len(whole) != len(pairs):
        return ""
    read = (_first_half_lost(first, run, page) if first is not None else "") + whole
    if last is not None:
        read += _last_half_lost(last, (run.before + read)[-1], whole, run, page)
    if run.last is not None and read.endswith(LOST):
        return ""
    strange = {place for place in range(len(read)) if not _at_home(run, read, place, page)}
    sound = not strange or strange <= _places_in_words(run.before, read, run.after)
    return read if sound and read.strip(LOST) else ""


def _first_half_lost(trail: int, run: Run, page: Page) -> str:
    """The character of which the first byte is lost: the only one of that second byte behind the one before, or `?`."""
    fitting = [char for char in page.followers(run.before) if len(code := code_of(char)) == 2 and code[1] == trail]
    return fitting[0] if len(fitting) == 1 else LOST


def _last_half_lost(lead: int, before: str, whole: str, run: Run, page: Page) -> str:
    """The character of which the second byte is lost: the one that its gloss names, or the only one that fits, or `?`.

    Without a gloss or a whole pair in the run, dropped pairs cannot be told, and only a mark is certain enough.
    """
    if run.last is not None:
        fitting = [char for char in run.last if code_of(char)[:1] == bytes([lead])]
    else:
        fitting = [
            char
            for char in page.followers(before)
            if len(code := code_of(char)) == 2 and code[0] == lead and run.after in page.followers(char)
        ]
    certain = len(fitting) == 1 and (run.last is not None or whole or not is_han(fitting[0]))
    return fitting[0] if certain else LOST


def _at_home(run: Run, read: str, place: int, page: Page) -> bool:
    """Whether the page uses a character of a reading elsewhere; where no gloss vouches for it, behind the same one."""
    if not is_han(read[place]):
        return True
    previous = read[place - 1] if place else run.before
    vouched = run.codes[0] is not None or previous == LOST
    return read[place] in page.usual and (vouched or read[place] in page.followers(previous))


def _places_in_words(before: str, read: str, after: str) -> set[int]:
    """The places of the characters of a reading that stand in words of several characters."""
    places: set[int] = set()
    at = -len(before)
    for word in rjieba.cut((before + read + after).translate(CHARACTERS), False):
        places |= set(range(at, at + len(word))) if len(word) > 1 else set()
        at += len(word)
    return places


def code_of(char: str) -> bytes:
    """The bytes of a character in GBK, none where it has none."""
    return char.encode("gbk", "ignore")
