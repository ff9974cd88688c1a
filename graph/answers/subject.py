"""Plans that a question calls by their subject: 某县秸秆禁烧由谁负责 asks of the whole plan on 秸秆禁烧."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.answers.inquiry import Inquiry
from nlp.questions.topic import Topic
from nlp.vocabulary import words

_QUOTES = re.compile('[“”‘’"《》〈〉]')


def turn_to_subject(inquiry: Inquiry, tasks: bool = True) -> bool:
    """Turns a question about what plans of the places asked are on to these plans as a whole, without a topic; False
    where their titles do not say it, or, with `tasks`, one of their tasks is on it by its own title.

    `怀宁县的秸秆禁烧由谁负责` is asked of 怀宁县秸秆禁烧工作方案; `怀宁县的秸秆收储由谁负责` is not.
    """
    reading = inquiry.reading
    if reading.documents is None or reading.topic.empty:
        return False
    plans = [held.id for held in inquiry.documents if held.title and is_titled(reading.topic, held.title)]
    if not plans:
        return False
    rows = inquiry.of_documents("tasks") if tasks else []
    if any(row["document"] in plans and is_titled(reading.topic, row["title"]) for row in rows):
        return False
    inquiry.narrow(*plans)
    inquiry.reading = replace(inquiry.reading, topic=Topic())
    return True


def is_titled(topic: Topic, title: str) -> bool:
    """Whether a title says all of a topic: 《湿地保护办法》 does of `wetland protection` and of 湿地保护工作,
    《污染防治方案》 does not."""
    plain = _QUOTES.sub("", title)
    if topic.phrases:
        return all(phrase in plain or _without_act(phrase) in plain for phrase in topic.phrases)
    return all(any(name in plain for name in concept.names) for concept in topic.concepts)


def _without_act(phrase: str) -> str:
    """A wording without what is done in any field at its end: 湿地 of 湿地保护; as it is where that is all of it."""
    act = next((act for act in words("questions", "broad") if phrase.endswith(act)), "")
    return phrase.removesuffix(act) or phrase
