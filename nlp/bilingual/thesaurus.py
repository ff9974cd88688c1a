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
Weights = dict[str, float]


def find_chinese(text: str) -> list[tuple[int, int, Meanings]]:
    """The known wordings in a Chinese text, of overlapping ones the longest, each with what it means.

    In `河水又脏又臭怎么办` that is 又脏又臭 at 2 to 6, meaning 黑臭水体; 河水 is left to other readers.
    """
    hits = [(last + 1 - size, last + 1, name) for last, (size, name) in _automaton().iter(text.lower())]
    taken: list[tuple[int, int, Meanings]] = []
    for start, end, name in sorted(hits, key=lambda hit: (hit[0] - hit[1], hit[0])):
        if all(end <= other[0] or start >= other[1] for other in taken):
            taken.append((start, end, _meanings(*_chinese()[name])))
    return sorted(taken, key=lambda hit: hit[0])


def find_english(words: tuple[str, ...]) -> Meanings:
    """What stems in order mean as one wording: those of `sewage treatment plant` 污水处理厂; () where unknown."""
    return _meanings(*_english().get(words, ()))


@cache
def longest_english() -> int:
    """The number of words in the longest English wording."""
    return max(map(len, _english()))


@cache
def _automaton() -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for name in _chinese():
        automaton.add_word(name, (len(name), name))
    automaton.make_automaton()
    return automaton


@cache
def _chinese() -> dict[str, list[Weights]]:
    """The Chinese wordings in small letters, each with the weights of what it means."""
    index: dict[str, list[Weights]] = {}
    for said, meant in _wordings():
        if has_han(said):
            index.setdefault(said.lower(), []).append(meant)
    return index


@cache
def _english() -> dict[tuple[str, ...], list[Weights]]:
    """The English wordings as stems, each with the weights of what it means."""
    index: dict[tuple[str, ...], list[Weights]] = {}
    for said, meant in _wordings():
        key = () if has_han(said) else tuple(word for word in stems(said) if not says_little(word))
        if key:
            index.setdefault(key, []).append(meant)
    return index


@cache
def _wordings() -> list[tuple[str, Weights]]:
    """Every wording with the weights of its meanings, from all the data; a wording of several things comes again."""
    found: list[tuple[str, Weights]] = []
    for vocabulary in VOCABULARIES:
        for entry in load(vocabulary).entries.values():
            meant = _named(entry)
            found += [(name, meant) for name in entry.names]
            found += [(name, {name: 1.0}) for name in entry.names if has_han(name)]
    return found + [(wording, meant) for said, meant in synonyms() for wording in said]


def _named(entry: Entry) -> Weights:
    names = [name for name in entry.aliases if has_han(name)][:_MOST_NAMES]
    return dict.fromkeys(names, _ALIAS) | {entry.label: _LABEL}


def _meanings(*given: Weights) -> Meanings:
    """The meanings of all that a wording stands for, the nearest first."""
    nearest: Weights = {}
    for weights in given:
        for text, weight in weights.items():
            nearest[text] = max(weight, nearest.get(text, 0.0))
    return tuple(Meaning(text, weight) for text, weight in sorted(nearest.items(), key=lambda one: (-one[1], one[0])))


def synonyms() -> Iterator[tuple[list[str], Weights]]:
    """What is said, and what of the words of plans it means, from the files of `synonyms/`.

    Raises VocabularyError for an entry that is not a term, or several joined by 、, with a list of wordings.
    """
    for path in sorted((DATA / "synonyms").glob("*.yaml")):
        for terms, said in yaml.load(path.read_text("utf-8"), yaml.CSafeLoader).items():
            if not isinstance(said, list) or not all(isinstance(wording, str) for wording in said):
                raise VocabularyError(f"synonyms/{path.name}: {terms} has no list of wordings")
            yield said, dict.fromkeys(str(terms).split("、"), _MEANT)
