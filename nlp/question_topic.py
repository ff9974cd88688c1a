"""What a question is about: its Chinese wordings, and the terms of the field that it names in either language."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import permutations

from nlp.english import stem
from nlp.glossary import translate
from nlp.question_words import cue
from nlp.vocabulary import Entry, load

_VOCABULARIES = ("terms", "indicators", "water_bodies", "domains", "functions", "everyday")
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9.'’]*")
_HAN_RUN = re.compile(r"[㐀-鿿][㐀-鿿A-Za-z0-9.()]*|[A-Z][A-Za-z]*\d[\d.]*|[A-Z]{2,}[a-z]?")
# Vocabularies whose further names are many words of a whole field, not other names of one thing.
_BROAD = ("domains", "functions")
_LONGEST = 8
_SHUFFLED = 3
_ROOT = 6
_WORD_WEIGHT = 0.35
_FITS, _MOST_NAMES = 0.5, 4


@dataclass(frozen=True, slots=True)
class Concept:
    """A term with all its Chinese names, the best first; `said` is the wording in the question.

    `term` is false for everyday words, which tell no task or target by themselves.
    """

    said: str
    names: tuple[str, ...]
    indicator: str | None = None
    weight: float = 1.0
    term: bool = True


@dataclass(frozen=True, slots=True)
class Topic:
    """`phrases` are Chinese wordings of the question, `concepts` the terms found in it, `unknown` words left over."""

    phrases: tuple[str, ...] = ()
    concepts: tuple[Concept, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing is asked about in particular."""
        return not (self.phrases or self.concepts)


def find_topic(phrases: list[str], chinese: bool) -> Topic:
    """The topic of a question from what is left of it.

    `推广绿色建筑` stays a phrase and gives the term 绿色建筑 with its other names; `farm-film recovery rate` gives the
    indicator 农膜回收率.
    """
    if chinese:
        kept = tuple(run for phrase in phrases for run in _HAN_RUN.findall(phrase) if len(run) > 1)
        return Topic(kept, tuple(concept for phrase in kept for concept in _chinese_terms(phrase)))
    concepts: list[Concept] = []
    unknown: list[str] = []
    for phrase in phrases:
        found, left = _english_terms(phrase)
        concepts += found
        unknown += left
    han = tuple(run for phrase in phrases for run in _HAN_RUN.findall(phrase) if not run.isascii())
    return Topic(han, tuple(concepts), tuple(unknown))


def _chinese_terms(phrase: str) -> list[Concept]:
    found = []
    for vocabulary in ("terms", "indicators"):
        for match in load(vocabulary).find(phrase):
            indicator = match.entry.id if vocabulary == "indicators" else None
            found.append(Concept(match.name, _chinese_names(match.entry, match.name), indicator))
    return found


def _chinese_names(entry: Entry, first: str) -> tuple[str, ...]:
    names = [entry.label, *entry.aliases]
    return tuple(dict.fromkeys([first] * (first in names) + names))


def _english_terms(phrase: str) -> tuple[list[Concept], list[str]]:
    """The terms named by the words of a phrase, longest first, and the words that belong to none."""
    tokens = [match.group() for match in _WORD.finditer(phrase.replace("-", " "))]
    stems = [stem(token.lower()) for token in tokens]
    concepts, unknown, at = [], [], 0
    while at < len(tokens):
        for size in range(min(_LONGEST, len(tokens) - at), 0, -1):
            entries = _entries(stems[at : at + size])
            if entries:
                said = " ".join(tokens[at : at + size])
                concepts += [_concept(said, vocabulary, entry) for vocabulary, entry in entries]
                concepts += _word_by_word(tokens[at : at + size], stems[at : at + size]) if size > 1 else []
                at += size
                break
        else:
            akin = _akin(stems[at])
            if akin:
                concepts += [_concept(tokens[at], vocabulary, entry) for vocabulary, entry in akin]
            elif len(tokens[at]) > 2 and not cue("frame").fullmatch(tokens[at]):
                unknown.append(tokens[at])
                concepts += _translated(tokens[at], stems[at])
            at += 1
    return _merged(concepts), unknown


def _entries(stems: list[str]) -> list[tuple[str, Entry]]:
    """The entries of an English name given by its stems, of two or three words in any order: `saving water`."""
    found = _english_index().get(tuple(stems))
    if not found and 1 < len(stems) <= _SHUFFLED:
        found = next((_english_index()[key] for key in permutations(stems) if key in _english_index()), None)
    return found or []


def _akin(word: str) -> list[tuple[str, Entry]]:
    """The entries of a word of the same root: of `accountability` for accountable, of `restoration` for restoring.

    A root is all but the last third of a word, and six letters at least.
    """
    root = word[: max(_ROOT, len(word) * 2 // 3)]
    if len(word) < _ROOT or cue("frame").fullmatch(word):
        return []
    keys = [key for key in _english_index() if len(key) == 1 and key[0].startswith(root)]
    return _english_index()[min(keys, key=lambda key: len(key[0]))] if keys else []


def _translated(token: str, one: str) -> list[Concept]:
    """A word as the bilingual dictionary has it, of little weight; names of one character would match anything."""
    names = tuple(name for name, fit in translate(one) if len(name) > 1 and fit >= _FITS)[:_MOST_NAMES]
    return [Concept(token, names, weight=_WORD_WEIGHT, term=False)] if names else []


def _word_by_word(tokens: list[str], stems: list[str]) -> list[Concept]:
    """The single words of a term, of little weight: they tell apart what a term names together (factories, parks)."""
    return [
        replace(_concept(token, vocabulary, entry), weight=_WORD_WEIGHT, term=False)
        for token, one in zip(tokens, stems, strict=True)
        for vocabulary, entry in _english_index().get((one,), [])
        if vocabulary in ("everyday", "terms")
    ]


def _concept(said: str, vocabulary: str, entry: Entry) -> Concept:
    further = {"functions": entry.more.get("stems", ()), "domains": entry.more.get("strong", ())}
    names = (entry.label, *further.get(vocabulary, entry.aliases))
    indicator = entry.id if vocabulary == "indicators" else None
    return Concept(said, tuple(dict.fromkeys(names)), indicator, term=vocabulary not in ("everyday", "functions"))


def _merged(concepts: list[Concept]) -> list[Concept]:
    """One concept for each wording: an indicator and a term of the same English name are one, all names together."""
    merged: dict[str, Concept] = {}
    for one in concepts:
        other = merged.get(one.said)
        names = tuple(dict.fromkeys([*(other.names if other else ()), *one.names]))
        indicator = (other.indicator if other else None) or one.indicator
        merged[one.said] = Concept(
            one.said,
            names,
            indicator,
            max(one.weight, other.weight if other else 0.0),
            one.term or bool(other and other.term),
        )
    return list(merged.values())


@cache
def _english_index() -> dict[tuple[str, ...], list[tuple[str, Entry]]]:
    """All entries by the stems of their English names."""
    index: dict[tuple[str, ...], list[tuple[str, Entry]]] = {}
    for vocabulary in _VOCABULARIES:
        for entry in load(vocabulary).entries.values():
            latin = () if vocabulary in _BROAD else filter(str.isascii, (entry.label, *entry.aliases))
            for name in (*entry.english, *latin):
                key = tuple(stem(token.lower()) for token in _WORD.findall(name.replace("-", " ")))
                if (
                    key
                    and not all(cue("frame").fullmatch(token) for token in key)
                    and (vocabulary, entry) not in index.setdefault(key, [])
                ):
                    index[key].append((vocabulary, entry))
    return index
