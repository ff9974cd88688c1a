"""Entries of the vocabularies by their English names: word for word, shuffled, by the same root."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import permutations

from nlp.bilingual.english import says_little, stem
from nlp.questions.words import cue
from nlp.vocabulary import Entry, load, words

_VOCABULARIES = ("terms", "indicators", "water_bodies", "domains", "everyday", "functions")
# Vocabularies whose further names are many words of a whole field, not other names of one thing.
_BROAD = ("domains", "functions")
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9.'’]*")
# Endings written otherwise on the two sides of the Atlantic: utilisation, odour.
_BRITISH = ((re.compile(r"is(?=(?:e[ds]?|ing|ations?)$)"), "iz"), (re.compile(r"our(?=s?$|ed$|less$)"), "or"))
_SHUFFLED = 3
_ROOT = 6
_LEAST_SAID = 2


def tokens_of(text: str) -> list[str]:
    """The words and numbers of an English text, hyphens parting them: `PM2.5`, `safe`, `use`."""
    return [match.group() for match in _WORD.finditer(text.replace("-", " "))]


@lru_cache(maxsize=1 << 13)
def stem_of(word: str) -> str:
    """The stem of an English word, in American spelling where that differs."""
    word = word.lower()
    for british, american in _BRITISH:
        word = british.sub(american, word) if len(word) > 5 else word
    return stem(word)


def entries_named(stems: list[str]) -> list[tuple[str, Entry]]:
    """The entries of an English name given by its stems, of two or three words in any order: `saving water`."""
    if _of_frame(stems):
        return []
    found = _names().get(tuple(stems))
    if not found and 1 < len(stems) <= _SHUFFLED:
        found = next((_names()[key] for key in permutations(stems) if key in _names()), None)
    return found or []


def entries_akin(word: str) -> list[tuple[str, Entry]]:
    """The entries of a word of the same root: of `accountability` for accountable, of `restoration` for restoring.

    A root is all but the last third of a word, and six letters at least.
    """
    root = word[: max(_ROOT, len(word) * 2 // 3)]
    if len(word) < _ROOT or cue("frame").fullmatch(word):
        return []
    keys = [key for key in _names() if len(key) == 1 and key[0].startswith(root)]
    return _names()[min(keys, key=lambda key: len(key[0]))] if keys else []


@cache
def indicator_words() -> list[tuple[tuple[str, ...], Entry]]:
    """The words that tell each English name of an indicator, two at least, without words of grammar and measure."""
    every = [(entry, name) for entry in load("indicators").entries.values() for name in entry.english]
    told = [(tuple(map(stem_of, filter(_tells, tokens_of(name)))), entry) for entry, name in every]
    return [(name, entry) for name, entry in told if len(name) >= _LEAST_SAID]


def _tells(word: str) -> bool:
    return word.lower() not in words("questions", "measuring") and not says_little(word.lower())


@cache
def _names() -> dict[tuple[str, ...], list[tuple[str, Entry]]]:
    """All entries by the stems of their English names."""
    index: dict[tuple[str, ...], list[tuple[str, Entry]]] = {}
    for vocabulary in _VOCABULARIES:
        for entry in load(vocabulary).entries.values():
            latin = () if vocabulary in _BROAD else filter(str.isascii, (entry.label, *entry.aliases))
            for name in (*entry.english, *latin):
                key = tuple(map(stem_of, tokens_of(name)))
                if not _of_frame(key) and (vocabulary, entry) not in index.setdefault(key, []):
                    index[key].append((vocabulary, entry))
    return index


def _of_frame(stems: Iterable[str]) -> bool:
    """Whether words only frame a question: no name is made of such words alone."""
    return all(cue("frame").fullmatch(word) for word in stems)
