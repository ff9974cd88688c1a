"""What a search asks for: the words of a query as concepts, each with the Chinese wordings that may stand for it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

import rjieba

from corpus.characters import HAN, has_han
from corpus.repairs.repair import repair
from corpus.repairs.script import simplified
from nlp.bilingual import glossary
from nlp.bilingual.english import says_little, split, stem
from nlp.bilingual.thesaurus import Meaning, Meanings, find_chinese, find_english, longest_english
from nlp.facts import Place
from nlp.places import place
from nlp.questions.words import Language, language_of
from nlp.vocabulary import words

# Beyond this nobody reads on: a pasted document is searched by its beginning.
LONGEST = 400
_SAYS_SOMETHING = re.compile(rf"[{HAN}]|[A-Za-z0-9]")
_ENGLISH = re.compile(r"[A-Za-z][A-Za-z'’-]*(?:[ ,]+(?:[0-9.]+ ?)?[A-Za-z][A-Za-z'’-]*)*")
_MOST_MEANINGS = 12
# A word that only the dictionary gives counts a little less than one of the field.
_GLOSS = 0.8
# What a word of the dictionary fits at least that means nothing else: one of a gloss of two words fits a quarter.
_IN_FULL = 0.3


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing that is asked for: `said` in the words of the query, `meanings` the wordings looked for.

    `known` is true where the thesaurus knows the wording, `place` the full name of the place that it names.
    """

    said: str
    meanings: Meanings
    known: bool = False
    place: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """A query as it is understood; `text` is its repaired wording, cut where it is very long."""

    text: str
    language: Language
    concepts: tuple[Concept, ...]


Known = Callable[[str], bool]


def understand(text: str, known: Known) -> Query:
    """Reads a query in Chinese, English or both; `known` tells whether any passage holds a wording.

    `城市内河又脏又臭` gives the concepts 城市, 内河 and 又脏又臭 (meaning 黑臭水体); `illegal sand dredging`
    gives illegal and sand dredging, each with its Chinese wordings that occur. A query of marks only has no concepts.
    """
    text = unicodedata.normalize("NFKC", text[:LONGEST])
    if has_han(text):
        text = simplified(repair(text).text)
    concepts: list[Concept] = []
    position = 0
    for match in _ENGLISH.finditer(text):
        concepts += _chinese(text[position : match.start()], known)
        concepts += _english(match[0], known)
        position = match.end()
    concepts += _chinese(text[position:], known)
    return Query(text, language_of(text), tuple(concepts))


def _chinese(text: str, known: Known) -> Iterator[Concept]:
    """Known wordings with all that they mean, and what stands between them.

    A wording that cuts words at both its ends is none: 管网 in 监管网格, 水边 in 饮用水边上.
    """
    bounds = {0, *accumulate(map(len, rjieba.cut(text, False)))}
    position = 0
    for start, end, meanings in find_chinese(text):
        if start in bounds or end in bounds:
            yield from _between(text[position:start], known)
            yield Concept(text[start:end], _with_itself(text[start:end], meanings), known=True)
            position = end
    yield from _between(text[position:], known)


def _between(text: str, known: Known) -> Iterator[Concept]:
    """Places with their full names, and the words between them."""
    position = 0
    for start, end, where in place.mentions(text):
        yield from _plain(text[position:start], known)
        yield _placed(text[start:end], where)
        position = end
    yield from _plain(text[position:], known)


def _placed(said: str, where: Place) -> Concept:
    """A place as a concept; the whole country is no place among others."""
    named = _with_itself(said, (Meaning(where.name, 1.0),))
    return Concept(said, named, known=True, place=where.name if where.code else "")


def _plain(text: str, known: Known) -> Iterator[Concept]:
    """The words of a stretch; one may be the short name of a county, where passages name that in full.

    嵊州 is 嵊州市, but 资源 no more than a word where 资源县 is nowhere spoken of.
    """
    for word in rjieba.cut(text, False):
        word = word.lower()
        if _SAYS_SOMETHING.search(word) and word not in _little():
            where = place.find(word)
            named = where.name if where and where.code and known(where.name) else ""
            yield Concept(word, (Meaning(word, 1.0),), place=named)


def _with_itself(said: str, meanings: Meanings) -> Meanings:
    itself = Meaning(said.lower(), 1.0)
    return (itself, *(meaning for meaning in meanings if meaning.text != itself.text))


@cache
def _little() -> frozenset[str]:
    return frozenset(words("query_words", "chinese"))


def _english(text: str, known: Known) -> Iterator[Concept]:
    """The words of an English stretch, the longest wordings first that the thesaurus or the glossary knows."""
    said = [word for word in split(text) if not says_little(word)]
    keys = tuple(map(stem, said))
    at = 0
    while at < len(said):
        size, concept = _longest(said, keys, at, known)
        yield concept
        at += size


def _longest(said: list[str], keys: tuple[str, ...], at: int, known: Known) -> tuple[int, Concept]:
    """How many words from `at` on are one wording, and the concept they are; an unknown word means itself."""
    for size in range(min(max(longest_english(), glossary.LONGEST), len(keys) - at), 0, -1):
        wording = " ".join(said[at : at + size])
        meanings = list(find_english(keys[at : at + size]))
        listed = bool(meanings)
        fits = glossary.translate(" ".join(keys[at : at + size])) if size <= glossary.LONGEST else ()
        held = [(word, fit) for word, fit in fits if known(word)]
        # A bin is no 宾县: what the dictionary gives as a meaning in full is not the name of a place.
        if not listed and not any(fit > _IN_FULL for _, fit in held) and (where := place.find(wording)):
            return size, _placed(wording, where)
        meanings += [Meaning(word, _GLOSS * fit) for word, fit in held]
        if meanings:
            return size, Concept(wording, tuple(meanings[:_MOST_MEANINGS]), listed)
    return 1, Concept(said[at], (Meaning(said[at], 1.0),))
