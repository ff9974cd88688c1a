"""Whether a question's words are accounted for by what was found: where they are not, the corpus holds no answer.

A score tells which of the things held is nearest to a question, not whether it is meant: something always is nearest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.answers.topic import stands_in
from nlp.bilingual.english_name import tokens_of
from nlp.questions.topic import Topic
from nlp.vocabulary import words

HALF, _THIRD = 1 / 2, 1 / 3
_HOW = re.compile(r"(?:ing|ed|ly)$")
_SAYS_SOMETHING = re.compile(r"[㐀-鿿]{2,}|[A-Za-z]{2,}")


def accounted(topic: Topic, text: str, least: float = _THIRD, named: Sequence[str] = ()) -> bool:
    """Whether a text says more than half of the topic's words, or half of its field terms and the share `least` of its
    words; `named` are waters that the question names, each one word more.

    To `asbestos removal` no text answers that only speaks of removing (取缔), to 海洋垃圾清理 none on other waste; one
    on 噪声 does answer to `the fight against noise`, since 噪声 is a term of the field.
    """
    lowered = text.lower()
    heard = [concept for concept in topic.concepts if stands_in(concept.names, lowered)]
    terms = [concept for concept in topic.concepts if concept.term and concept.weight == 1]
    missing = " ".join(concept.said for concept in terms if concept not in heard).lower()
    meant = " ".join(concept.said for concept in heard).lower()
    said = [*_words(topic), *named]
    known = [word for word in said if word in meant or (word in lowered and word not in missing)]
    told = sum(concept in heard for concept in terms)
    if terms and told >= len(terms) * HALF:
        return len(known) >= len(said) * least
    return not said or len(known) > len(said) * HALF


def _words(topic: Topic) -> list[str]:
    """The words of a topic that say something, each once: those of its Chinese wordings, or else the English ones.

    Left out are words of measure, and verbs and adverbs that no vocabulary knows (`area`, `selling`, `fully`): they
    tell how and not what.
    """
    if topic.phrases:
        # Its dictionary takes a sixth of a second to load, which no English question has to wait for.
        import rjieba

        chinese = (word for phrase in topic.phrases for word in rjieba.cut(phrase))
        return list(dict.fromkeys(word.lower() for word in chinese if _SAYS_SOMETHING.fullmatch(word)))
    how = {word.lower() for word in topic.unknown if _HOW.search(word)} | {*words("questions", "measuring")}
    english = [word for concept in topic.concepts for word in tokens_of(concept.said)] + [*topic.unknown]
    return [word for word in dict.fromkeys(map(str.lower, english)) if word not in how]
