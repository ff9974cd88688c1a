"""Whether a question's words are accounted for by what was found: where they are not, the corpus holds no answer.

A score tells which of the things held is nearest to a question, not whether it is meant: something always is nearest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.characters import HAN
from graph.answers.topic import stands_in
from graph.grams import grams
from nlp.bilingual.spelling import heard_in
from nlp.questions.concept import MEANT_WEIGHT, Concept
from nlp.questions.english_name import tokens_of
from nlp.questions.topic import Topic
from nlp.vocabulary import words

HALF, THIRD, _TWO_THIRDS, _FIFTH = 1 / 2, 1 / 3, 2 / 3, 1 / 5
_PAIR = 2
_HOW = re.compile(r"(?:ing|ed|ly)$")
_FACILITY = re.compile(rf"([{HAN}]{{2,}})([站厂场])")
_SAYS_SOMETHING = re.compile(rf"[{HAN}]{{2,}}|[A-Za-z]{{2,}}")


def accounted(topic: Topic, text: str, least: float = THIRD, named: Sequence[str] = (), strange: bool = False) -> bool:
    """Whether a text says more than half of the topic's words, or half of its field terms and the share `least` of its
    words; `named` are waters that the question names, each one word more.

    To `asbestos removal` no text answers that only speaks of removing (取缔), to 海洋垃圾清理 none on other waste; one
    on 噪声 does answer to `the fight against noise`, since 噪声 is a term of the field. A name (Langqiao) has to be
    said itself. Where a word of the question is `strange` to all documents asked, two thirds have to be said.
    """
    if any(heard_in(text, name) is None for name in topic.names):
        return False
    lowered = text.lower()
    heard = [concept for concept in topic.concepts if stands_in(concept.names, lowered)]
    terms = [concept for concept in topic.concepts if concept.term and concept.weight == 1]
    missing = " ".join(concept.said for concept in terms if concept not in heard).lower()
    told_by = [
        one for one in heard if not _is_kind(one) and (one.weight >= MEANT_WEIGHT or one.said.lower() not in missing)
    ]
    meant = " ".join(one.said for one in told_by).lower()
    said = [*_words(topic), *named]
    known = [word for word in said if word in meant or (word not in missing and _stands(word, lowered))]
    told = sum(concept in heard for concept in terms)
    share = _size(known) / (_size(said) or 1)
    if strange:
        return share >= _TWO_THIRDS
    return share >= least if terms and told >= len(terms) * HALF else not said or share > HALF


def _is_kind(concept: Concept) -> bool:
    """Whether a concept is what a single everyday word stands for, maybe no more than its kind: wildlife for panda."""
    single = len(concept.said) <= 2 or (concept.said.isascii() and concept.said.isalpha())
    return single and concept.weight == MEANT_WEIGHT


def is_strange(topic: Topic, text: str) -> bool:
    """Whether a topic has a word that the whole text of the documents asked says in no way.

    So has 地铁噪声 where they write of noise alone, and `school lunches` where they do of schools; words made with one
    that only asks (要建, 多高) do not count. Of an English topic only what a single other word stands before is told.
    """
    lowered = text.lower()
    if not topic.phrases:
        thing = topic.concepts[-1] if len(topic.concepts) == _PAIR else None
        return thing is not None and thing.said in topic.unknown and not stands_in(thing.names, lowered)
    meant = " ".join(concept.said for concept in topic.concepts if stands_in(concept.names, lowered))
    asking = frozenset("".join(words("questions", "asking_characters")))
    told = (word in meant or _stands(word, lowered) or asking & set(word) for word in _chinese(topic))
    return bool(topic.phrases) and not all(told)


def pervades(topic: Topic, texts: Sequence[str]) -> bool:
    """Whether each thing that a topic names stands in a fifth of some texts at least, and so may describe them all; an
    English thing by one of its Chinese names."""
    if topic.names:
        return False
    named = {concept.said: concept.names for concept in topic.concepts}
    things = [(thing, *named.get(thing, ())) for thing in topic.things]
    return all(sum(stands_in(names, text.lower()) for text in texts) >= len(texts) * _FIFTH for names in things)


def acted(topic: Topic, text: str) -> bool:
    """Whether a text tells of each Chinese wording of a topic something, but of wordings known to mean something else.

    Of 亚运会什么时候开幕 the text has to say 开幕 too, which no vocabulary knows by another name.
    """
    meant = [concept.said for concept in topic.concepts]
    strange = [phrase for phrase in topic.phrases if not any(said in phrase for said in meant)]
    return all(_stands_any(phrase, text) for phrase in strange)


def _stands_any(phrase: str, text: str) -> bool:
    return any(gram in text for gram in grams(phrase))


def _stands(word: str, text: str) -> bool:
    """Whether a word stands in a text, or is short for the name of a facility that does: 废品站 for 废品收购站."""
    short = _FACILITY.fullmatch(word)
    return word in text or (short is not None and re.search(rf"{short[1]}[{HAN}]{{1,4}}{short[2]}", text) is not None)


def _size(written: Sequence[str]) -> float:
    """How much some words say: an English word counts one, a Chinese one by its characters, two of them as much."""
    return sum(1 if word.isascii() else len(word) / 2 for word in written)


def _words(topic: Topic) -> list[str]:
    """The words of a topic that say something, each once: those of its Chinese wordings, or else the English ones.

    Left out are words of measure, and verbs and adverbs that no vocabulary knows (`area`, `selling`, `fully`): they
    tell how and not what.
    """
    if topic.phrases:
        return list(dict.fromkeys(map(str.lower, _chinese(topic))))
    how = {word.lower() for word in topic.unknown if _HOW.search(word)} | {*words("questions", "measuring")}
    english = [word for concept in topic.concepts for word in tokens_of(concept.said) or [concept.said]]
    english += topic.unknown
    return [word for word in dict.fromkeys(map(str.lower, english)) if word not in how]


def _chinese(topic: Topic) -> list[str]:
    """The words of the Chinese wordings that say something; a term of the field stays one word."""
    # Its dictionary takes a sixth of a second to load, which no English question has to wait for.
    import rjieba

    terms = sorted({concept.said for concept in topic.concepts if concept.term}, key=len, reverse=True)
    cut = re.compile("|".join(map(re.escape, terms)) or r"(?!)")
    rest = (word for phrase in topic.phrases for run in cut.split(phrase) for word in rjieba.cut(run))
    written = [word for word in rest if _SAYS_SOMETHING.fullmatch(word) and word not in words("questions", "measuring")]
    return [*(term for phrase in topic.phrases for term in cut.findall(phrase)), *written]
