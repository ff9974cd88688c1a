"""Whether a question's words are accounted for by what was found: where they are not, the corpus holds no answer.

A score tells which of the things held is nearest to a question, not whether it is meant: something always is nearest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.answers.topic import stands_in
from nlp.bilingual.english_name import tokens_of
from nlp.questions.topic import Topic

HALF = 0.5
_HOW = re.compile(r"(?:ing|ed|ly)$")
_SAYS_SOMETHING = re.compile(r"[㐀-鿿]{2,}|[A-Za-z]{2,}")


def accounted(topic: Topic, text: str, least: float = 0.0, named: Sequence[str] = ()) -> bool:
    """Whether a text says more than half of the topic's words, or all its field terms and at least the share `least`;
    `named` are waters that the question names, each one word more.

    To `asbestos removal` no text answers that only speaks of removing (取缔), to 沙尘暴防治 none on 污染防治; one on
    噪声 does answer to `the fight against noise`, since 噪声 is a term of the field.
    """
    lowered = text.lower()
    heard = [concept for concept in topic.concepts if stands_in(concept.names, lowered)]
    terms = [concept for concept in topic.concepts if concept.term and concept.weight == 1]
    said = [*_words(topic), *named]
    meant = " ".join(concept.said for concept in heard).lower()
    known = [word for word in said if word.lower() in meant or word.lower() in lowered]
    if terms and all(concept in heard for concept in terms):
        return len(known) >= len(said) * least
    return not said or len(known) > len(said) * HALF


def _words(topic: Topic) -> list[str]:
    """The words of a topic that say something, each once: those of its Chinese wordings, or of English ones but for
    verbs and adverbs that no vocabulary knows (`selling`, `fully`), which tell how something is done and not what."""
    if not topic.phrases:
        how = {word.lower() for word in topic.unknown if _HOW.search(word)}
        words = (word.lower() for concept in topic.concepts for word in tokens_of(concept.said))
        return [word for word in dict.fromkeys([*words, *map(str.lower, topic.unknown)]) if word not in how]
    # Its dictionary takes a sixth of a second to load, which no English question has to wait for.
    import rjieba

    words = [word for phrase in topic.phrases for word in rjieba.cut(phrase)]
    return list(dict.fromkeys(word for word in words if _SAYS_SOMETHING.fullmatch(word)))
