"""What people say and what plans write: everyday and English wordings with the terms of the field that they mean.

Two kinds of data: vocabularies, whose entries have several names (terms, indicators, functions, fields of policy), and
`nlp/data/synonyms/`, where the words of plans stand before the wordings by which people ask for them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import ahocorasick
import yaml

from corpus.characters import has_han
from corpus.errors import VocabularyError
from nlp.bilingual.english import says_little, stems
from nlp.vocabulary import DATA, Entry, load

VOCABULARIES = ("terms", "indicators", "functions")
# How near a meaning is to what was said: the thing's own label, one of its other names, a word of the field for it.
_LABEL, _ALIAS, _MEANT = 0.9, 0.75, 0.85
_MOST_NAMES = 12


@dataclass(frozen=True, slots=True)
class Meaning:
    """A Chinese wording that a passage may hold, and how near it is to what was said (0 to 1)."""

    text: str
    weight: float


Meanings = tuple[Meaning, ...]


def find_chinese(text: str) -> list[tuple[int, int, Meanings]]:
    """The known wordings in a Chinese text, of overlapping ones the longest, each with what it means.

    In `河水又脏又臭怎么办` that is 又脏又臭 at 2 to 6, meaning 黑臭水体; 河水 is left to other readers.
    """
    hits = [(last + 1 - size, last + 1, name) for last, (size, name) in _automaton().iter(text.lower())]
    taken: list[tuple[int, int, Meanings]] = []
    for start, end, name in sorted(hits, key=lambda hit: (hit[0] - hit[1], hit[0])):
        if all(end <= other[0] or start >= other[1] for other in taken):
            taken.append((start, end, _names()[0][name]))
    return sorted(taken, key=lambda hit: hit[0])


def find_english(words: tuple[str, ...]) -> Meanings:
    """What stems in order mean as one wording: those of `sewage treatment plant` 污水处理厂; () where unknown."""
    return _names()[1].get(words, ())


@cache
def longest_english() -> int:
    """The number of words in the longest English wording."""
    return max(map(len, _names()[1]))


@cache
def _automaton() -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for name in _names()[0]:
        automaton.add_word(name, (len(name), name))
    automaton.make_automaton()
    return automaton


@cache
def _names() -> tuple[dict[str, Meanings], dict[tuple[str, ...], Meanings]]:
    """The Chinese wordings in small letters and the English ones as stems, each with its meanings."""
    chinese: dict[str, dict[str, float]] = {}
    english: dict[tuple[str, ...], dict[str, float]] = {}
    for said, meant in _pairs():
        key = tuple(word for word in stems(said) if not says_little(word))
        if has_han(said):
            _add(chinese.setdefault(said.lower(), {}), meant)
        elif key:
            _add(english.setdefault(key, {}), meant)
    return (
        {name: _meanings(weights) for name, weights in chinese.items()},
        {name: _meanings(weights) for name, weights in english.items()},
    )


def _pairs() -> Iterator[tuple[str, dict[str, float]]]:
    """Every wording with the weights of its meanings, from all the data."""
    for vocabulary in VOCABULARIES:
        for entry in load(vocabulary).entries.values():
            meant = _named(entry)
            for name in entry.names:
                yield name, meant | ({name: 1.0} if has_han(name) else {})
    for said, meant in synonyms():
        for wording in said:
            yield wording, meant


def _named(entry: Entry) -> dict[str, float]:
    names = [name for name in entry.aliases if has_han(name)][:_MOST_NAMES]
    return dict.fromkeys(names, _ALIAS) | {entry.label: _LABEL}


def _add(weights: dict[str, float], more: dict[str, float]) -> None:
    for text, weight in more.items():
        weights[text] = max(weight, weights.get(text, 0.0))


def _meanings(weights: dict[str, float]) -> Meanings:
    return tuple(Meaning(text, weight) for text, weight in sorted(weights.items(), key=lambda one: (-one[1], one[0])))


def synonyms() -> Iterator[tuple[list[str], dict[str, float]]]:
    """What is said, and what of the words of plans it means, from the files of `synonyms/`.

    Raises VocabularyError for an entry that is not a term, or several joined by 、, with a list of wordings.
    """
    for path in sorted((DATA / "synonyms").glob("*.yaml")):
        for terms, said in yaml.load(path.read_text("utf-8"), yaml.CSafeLoader).items():
            if not isinstance(said, list) or not all(isinstance(wording, str) for wording in said):
                raise VocabularyError(f"synonyms/{path.name}: {terms} has no list of wordings")
            yield said, dict.fromkeys(str(terms).split("、"), _MEANT)
