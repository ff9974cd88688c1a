"""Names in a question that nothing held speaks of: what is asked of them has no answer, whatever else is asked."""

from __future__ import annotations

import re

from graph.answers.answer import Answer, nothing
from graph.answers.inquiry import FEW, Inquiry
from nlp.bilingual.spelling import heard_in
from nlp.questions.topic import names_one

_LISTING = frozenset({"documents", "search"})  # these tell themselves what they did not find


def unheard(inquiry: Inquiry) -> Answer | None:
    """That no document speaks of a name of the question: 东京 of 东京有哪些河, `Atlantis` of `Atlantis's PM2.5 target`.

    None where all its names are said somewhere, or mean a term of the field: 臭味 is what plans call 恶臭.
    """
    if inquiry.reading.intent in _LISTING or not inquiry.documents:
        return None
    name = _unheard_chinese(inquiry) or _unheard_english(inquiry)
    if name is None:
        return None
    return nothing(inquiry, f"文件库中没有文件提到“{name}”。", f"No document in the corpus speaks of “{name}”.")


def _unheard_chinese(inquiry: Inquiry) -> str | None:
    """The first wording of the topic that is a single name, if no document says it."""
    topic, text = inquiry.reading.topic, inquiry.reading.text
    meant = {concept.said for concept in topic.concepts}
    names = (
        phrase for phrase in topic.phrases if phrase not in meant and names_one(phrase, _is_asked_of(phrase, text))
    )
    return next((name for name in names if not inquiry.run("documents_holding", term=name)), None)


def _is_asked_of(name: str, text: str) -> bool:
    """Whether a name opens a question or is joined to another: 火星 of 火星的目标 and of 丽水和火星的目标."""
    return re.search(rf"(?:\A|[和与跟]){re.escape(name)}", text) is not None


def _unheard_english(inquiry: Inquiry) -> str | None:
    """The first English name that sounds like nothing in the texts; unasked where these are too many to be read."""
    if inquiry.chinese or len(inquiry.documents) > FEW:
        return None
    texts = [inquiry.text(document.id) for document in inquiry.documents]
    return next((name for name in inquiry.reading.topic.names if not any(heard_in(text, name) for text in texts)), None)
