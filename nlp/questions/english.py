"""What the English words of a question name: terms of the field, everyday wordings, words of the dictionary."""

from __future__ import annotations

import re
from dataclasses import replace

from nlp.bilingual.english import says_little, stem
from nlp.bilingual.glossary import translate
from nlp.bilingual.thesaurus import find_english
from nlp.questions.concept import MEANT_WEIGHT, Concept, concept_of, merged
from nlp.questions.english_name import entries_akin, entries_named, indicator_words, stem_of, tokens_of
from nlp.questions.words import cue

_AND = re.compile(r"\s+and\s+")
_LONGEST = 8
_WORD_WEIGHT = 0.35
_FITS, _MOST_NAMES = 0.3, 12
# Between two words that make a name there may be two others: `rates of recycling of household waste`.
_CLOSE = 4


def english_terms(phrase: str) -> tuple[list[Concept], list[str]]:
    """The terms named by the words of a phrase, longest first, and the words that belong to none."""
    tokens = tokens_of(phrase)
    stems = [stem_of(token) for token in tokens]
    concepts, unknown, at = [], [], 0
    while at < len(tokens):
        for size in range(min(_LONGEST, len(tokens) - at), 0, -1):
            entries = entries_named(stems[at : at + size])
            said = " ".join(tokens[at : at + size])
            meant = () if entries else _meant(tokens[at : at + size])
            if meant:
                concepts.append(Concept(said, meant, weight=MEANT_WEIGHT, term=False))
                at += size
                break
            if entries:
                concepts += [concept_of(said, vocabulary, entry) for vocabulary, entry in entries]
                concepts += _word_by_word(tokens[at : at + size], stems[at : at + size]) if size > 1 else []
                at += size
                break
        else:
            akin = entries_akin(stems[at])
            if akin:
                concepts += [concept_of(tokens[at], vocabulary, entry) for vocabulary, entry in akin]
            elif len(tokens[at]) > 2 and not cue("frame").fullmatch(tokens[at]):
                unknown.append(tokens[at])
                concepts += _translated(tokens[at], stems[at])
            at += 1
    return merged(concepts), unknown


def indicators_in(phrase: str, found: list[Concept]) -> list[Concept]:
    """The indicators all of whose words a phrase says, in whatever order and with words between, the fullest ones.

    `the share of treated sewage in the countryside` says no name of an indicator in full, `eliminating black and
    odorous water` that of the elimination of black and odorous water bodies. None where a name was found as it stands.
    Where each of several things joined by `and` is an indicator, each is meant: `green parks and green factories`.
    """
    if any(concept.indicator for concept in found):
        return []
    parts = [_fullest(part) for part in _AND.split(phrase)]
    return [concept for part in parts for concept in part] if len(parts) > 1 and all(parts) else _fullest(phrase)


def _fullest(phrase: str) -> list[Concept]:
    """The indicators all of whose words a phrase says, those of the longest names."""
    said = [stem_of(token) for token in tokens_of(phrase)]
    fits = [(len(name), entry) for name, entry in indicator_words() if _says(said, name)]
    most = max((size for size, _ in fits), default=0)
    entries = {entry.id: entry for size, entry in fits if size == most}
    return [concept_of(entry.english[0], "indicators", entry) for entry in entries.values()]


def _says(said: list[str], name: tuple[str, ...]) -> bool:
    """Whether all words of a name are said, two words only in their order and close by: `surface water` is no water
    surface."""
    if not set(name) <= set(said):
        return False
    return len(name) > 2 or any(name[1] in said[at + 1 : at + _CLOSE] for at in _places(said, name[0]))


def _places(said: list[str], word: str) -> list[int]:
    return [at for at, one in enumerate(said) if one == word]


def _meant(tokens: list[str]) -> tuple[str, ...]:
    """What plans write for an everyday English wording that is no term: 清扫保洁 for `street sweeping`."""
    if any(says_little(token.lower()) or cue("frame").fullmatch(token) for token in tokens):
        return ()
    return tuple(meaning.text for meaning in find_english(tuple(stem(token.lower()) for token in tokens)))


def _translated(token: str, one: str) -> list[Concept]:
    """A word as the bilingual dictionary has it, of little weight; names of one character would match anything."""
    names = tuple(name for name, fit in translate(one) if len(name) > 1 and fit >= _FITS)[:_MOST_NAMES]
    return [Concept(token, names, weight=_WORD_WEIGHT, term=False)] if names else []


def _word_by_word(tokens: list[str], stems: list[str]) -> list[Concept]:
    """The single words of a term, of little weight: they tell apart what a term names together (factories, parks)."""
    return [
        replace(concept_of(token, vocabulary, entry), weight=_WORD_WEIGHT, term=False)
        for token, one in zip(tokens, stems, strict=True)
        for vocabulary, entry in entries_named([one])
        if vocabulary in ("everyday", "terms")
    ]
