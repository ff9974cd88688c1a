"""How well texts fit the topic of a question: rare words of the topic count more, and titles more than running text.

Chinese wordings are compared by pairs of characters, so that 推广绿色建筑 meets 大力发展绿色建筑; terms of the field by
any of their names, so that `carbon peaking` meets 碳达峰.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.grams import grams
from nlp.questions.topic import Topic
from nlp.vocabulary import words

Fields = Sequence[tuple[str, float]]

_CLAUSE = re.compile(r"[。;,!?\n]+")
_ALIAS_WEIGHT = 0.9
_TERM_WEIGHT = 0.5
_SCATTERED = 0.45
_BROAD = 0.3
_MOSTLY = 0.6
# What a part that stands in no candidate keeps of its weight: it may be a manner of speaking, but hardly a field term.
_UNHEARD, _UNHEARD_TERM = 0.35, 0.6


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the topic: one pair of characters, or a term with its names (the first counts full)."""

    names: tuple[str, ...]
    weight: float


class Weigher:
    """Weighs texts against a topic; `texts` are all candidates, by which the rarity of words is told."""

    def __init__(self, topic: Topic, texts: Sequence[str], *, strict: bool = False) -> None:
        """Parts of the topic that stand in no candidate weigh little; with `strict` terms of the field more, so that
        nothing else of the topic answers for them: no task on 城市 for 海绵城市."""
        self._texts = [text.lower() for text in texts]
        pairs = sorted({gram for phrase in topic.phrases for gram in grams(phrase)})
        broad = {gram for phrase in topic.phrases for gram in _broad(phrase)}
        known = {concept.said: concept.names for concept in topic.concepts if concept.term and concept.weight == 1}
        self._parts = [
            _Part((gram, *known.get(gram, ())), self._rarity((gram,)) * (_BROAD if gram in broad else 1.0))
            for gram in pairs
        ]
        share = _TERM_WEIGHT if pairs else 1.0
        for concept in topic.concepts:
            names = tuple(name.lower() for name in concept.names)
            size = 1.0 if not pairs else max(1, len(names[0]) - 1)
            unheard = _UNHEARD_TERM if strict and concept.term and concept.weight == 1 else _UNHEARD
            self._parts.append(_Part(names, self._rarity(names, unheard) * share * size * concept.weight))
        self._total = sum(part.weight for part in self._parts)

    def _rarity(self, names: tuple[str, ...], unheard: float = _UNHEARD) -> float:
        count = sum(any(name in text for name in names) for text in self._texts)
        full = math.log(1 + len(self._texts) / max(count, 0.5))
        return full if count else full * unheard

    def score(self, fields: Fields) -> float:
        """From 0 to 1: how much of the topic stands in the fields, each a text with its weight from 0 to 1."""
        lowered = [(text.lower(), weight, grams(text)) for text, weight in fields if text]
        if not self._total:
            return 0.0
        found = sum(
            part.weight * max((_presence(part, *field) for field in lowered), default=0) for part in self._parts
        )
        return found / self._total


def _broad(phrase: str) -> set[str]:
    """The pairs of a wording that say what is done in any field: of 固废污染防治 those of 污染防治."""
    held = [word for word in words("questions", "broad") if word in phrase and word != phrase]
    return {gram for word in held for gram in grams(word)}


def _presence(part: _Part, text: str, weight: float, held: frozenset[str]) -> float:
    """How much of a part stands in a field: the first name in full, another nearly, scattered characters by half."""
    best = 0.0
    for index, name in enumerate(part.names):
        if name in text:
            best = max(best, weight * (1.0 if index == 0 else _ALIAS_WEIGHT))
        elif len(name) > 2 and best < weight * _SCATTERED:
            own = grams(name)
            share = len(own & held) / len(own) if own else 0
            best = max(best, weight * _SCATTERED * share if share >= 0.5 else 0)
    return best


def stands_in(names: Sequence[str], text: str) -> bool:
    """Whether one of some names stands in a text in small letters, whole or most of its pairs in one clause.

    垃圾分类 does not stand in a text on 垃圾填埋 and, further on, 农用地分类.
    """
    if any(name.lower() in text for name in names):
        return True
    parts = [(clause, grams(clause)) for clause in _CLAUSE.split(text)]
    sought = [_Part((name.lower(),), 1.0) for name in names]
    return any(_presence(part, clause, 1.0, held) >= _SCATTERED * _MOSTLY for part in sought for clause, held in parts)


def precision(topic: Topic, text: str) -> float:
    """How much of a short text (an indicator, a name) the topic says, from 0 to 1, by pairs of characters."""
    own = grams(text)
    said = {gram for phrase in topic.phrases for gram in grams(phrase)}
    said |= {gram for concept in topic.concepts for name in concept.names if name in text for gram in grams(name)}
    return len(own & said) / len(own) if own else 0.0


def density(topic: Topic, text: str) -> float:
    """How often the words of the topic stand in a text, for its length: 1 for ten times in a thousand characters."""
    names = [name for concept in topic.concepts if concept.term for name in concept.names]
    names += [gram for phrase in topic.phrases for gram in grams(phrase)]
    if not names:
        return 0.0
    times = sum(text.count(name) for name in names) / len(names)
    return min(1.0, math.log1p(1000 * times / (len(text) + 400)) / math.log(10))
