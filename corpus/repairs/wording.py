"""Words that a conversion between the scripts swapped: 資訊 for 信息, 約束性名額 for 约束性指标. The words are data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from corpus.errors import VocabularyError
from corpus.repairs.draft import Edit
from corpus.words import alternatives, load

NAME = "mainland_wording"
FILE = f"{NAME}.yaml"
SECTIONS = ("spellings", "words", "doubtful")
FIELDS = {"swapped", "mainland", "negative", "telling", "only_after", "only_before", "unless_after", "unless_before"}
FEWEST_TELLING = 2  # different words that no mainland page uses, from which on a simplified page was converted
SIGHT = 8  # characters of context, the longest that an entry may name

Span = tuple[int, int]
Entry = Mapping[str, Any]


class Wording:
    """The pairs of swapped and mainland words, with the contexts in which each holds."""

    def __init__(self, sections: Mapping[str, list[Entry]]) -> None:
        """Reads the sections of the data file; raises VocabularyError naming the entry that breaks a rule."""
        self._entries: dict[str, Entry] = {}
        self._section: dict[str, str] = {}
        negatives: set[str] = set()
        for section in sections:
            for entry in sections[section]:
                _check(section, entry)
                negatives |= set(entry.get("negative", ()))
                for word in _listed(entry["swapped"]):
                    if word in self._entries:
                        raise VocabularyError(f"{FILE}: {word} stands twice")
                    self._entries[word] = entry
                    self._section[word] = section
        both = negatives & self._entries.keys()
        if both:
            raise VocabularyError(f"{FILE}: {min(both)} is both swapped and to be left alone")
        self._pattern = _pattern([*self._entries, *negatives])
        self._telling = _pattern([word for word, entry in self._entries.items() if entry.get("telling")])

    def edits(self, text: str, spans: list[Span], swapped: bool) -> Iterator[Edit]:
        """The swapped words in spans of simplified text, in order, each with the mainland word to put in its place.

        约束性名额 becomes 约束性指标, 招生名额 stays; 品质, which the mainland uses too, becomes 质量 only on a page of
        which it is known that words were `swapped`.
        """
        for word, start, end in self._found(text, spans):
            if swapped or self._section[word] != "doubtful":
                yield start, end, self._entries[word]["mainland"]

    def swapped(self, text: str, spans: list[Span]) -> bool:
        """Whether words that a mainland plan does not use stand in spans of a text: 空气品质, 回圈, 计画."""
        return any(self._section[word] == "words" for word, _, _ in self._found(text, spans))

    def _found(self, text: str, spans: list[Span]) -> Iterator[tuple[str, int, int]]:
        """The words of the data in spans of a text, each with its place, where its context allows the swap."""
        for start, end in spans:
            for match in self._pattern.finditer(text, start, end):
                entry = self._entries.get(match.group())
                if entry and _holds(entry, text, match):
                    yield match.group(), match.start(), match.end()

    def tells(self, text: str) -> bool:
        """Whether a simplified text was converted from the traditional script before: it has 回圈 and 网路, say."""
        return len(set(self._telling.findall(text))) >= FEWEST_TELLING


@cache
def wording() -> Wording:
    """The words of the data file, read and checked once."""
    return Wording(load(NAME))


def _check(section: str, entry: Entry) -> None:
    """Raises VocabularyError for an entry with a missing or unknown field, or a negative label that cannot match."""
    name = f"{FILE}: entry {entry.get('swapped', entry)}"
    if section not in SECTIONS:
        raise VocabularyError(f"{FILE}: unknown section {section}")
    if entry.keys() - FIELDS:
        raise VocabularyError(f"{name}: unknown field {min(entry.keys() - FIELDS)}")
    if not {"swapped", "mainland"} <= entry.keys():
        raise VocabularyError(f"{name}: a field is missing")
    words = _listed(entry["swapped"])
    for negative in entry.get("negative", ()):
        if not any(word in negative and word != negative for word in words):
            raise VocabularyError(f"{name}: the negative label {negative} does not hold the word")
    if entry["mainland"] in words:
        raise VocabularyError(f"{name}: a word cannot stand for itself")


def _holds(entry: Entry, text: str, match: re.Match[str]) -> bool:
    """Whether the words around a match allow the swap."""
    left, right = text[max(0, match.start() - SIGHT) : match.start()], text[match.end() : match.end() + SIGHT]
    only_after, only_before = tuple(entry.get("only_after", ())), tuple(entry.get("only_before", ()))
    if (only_after or only_before) and not (left.endswith(only_after) or right.startswith(only_before)):
        return False
    barred = left.endswith(tuple(entry.get("unless_after", ())))
    return not barred and not right.startswith(tuple(entry.get("unless_before", ())))


def _pattern(words: list[str]) -> re.Pattern[str]:
    """A pattern that finds any of the words, the longest first."""
    return re.compile(alternatives(words) or "(?!)")


def _listed(words: str | list[str]) -> list[str]:
    """One word or several, as a list."""
    return [words] if isinstance(words, str) else words
