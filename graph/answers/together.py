"""Several indicators asked for at once: each is told, or that it is not set."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from graph.answers.answer import Answer
from graph.answers.inquiry import Inquiry
from graph.shapes import Shape
from nlp.questions.concept import Concept
from nlp.questions.reading import Reading
from nlp.questions.topic import Topic
from nlp.vocabulary import load

_JOINED = re.compile(r"\band\b|[,和与及、]", re.IGNORECASE)


def topics_joined(reading: Reading) -> list[Topic]:
    """The indicators that a question joins, each as a topic of its own: PM2.5 and 优良天数 of `PM2.5和优良天数`; none
    where it names fewer than two, or one whose name joins words itself."""
    topic = reading.topic
    if reading.intent == "compare" or not _JOINED.search(reading.text):
        return []
    if topic.phrases:
        own = [[one for one in topic.concepts if one.said in phrase] for phrase in topic.phrases]
        parts = [Topic((phrase,), tuple(of)) for phrase, of in zip(topic.phrases, own, strict=True)]
        return parts if all(any(map(_measured, part.concepts)) for part in parts) else []
    measured = [concept for concept in topic.concepts if _measured(concept)]
    return [replace(topic, concepts=(concept,), unknown=()) for concept in measured]


def _measured(concept: Concept) -> bool:
    """Whether a concept is an indicator, by its id or by one of its names."""
    return bool(concept.indicator or any(load("indicators").lookup(name) for name in concept.names))


def each_told(inquiry: Inquiry, whole: Answer, parts: list[Topic], ask: Callable[[Inquiry], Answer]) -> Answer:
    """The answer to the whole question with what it leaves out of the parts asked apart; of a part that nothing is set
    for a word that says so."""
    left = [part for part in parts if not any(_is_of(target, part) for target in whole.targets or ())]
    asked = [(part, ask(inquiry.about(part))) for part in left]
    further = [answer for _, answer in asked if not answer.none]
    if not left or (whole.none and not further):
        return whole
    told = further if whole.none else [whole, *further]
    lacking = ["、".join(part.phrases) or part.concepts[0].said for part, answer in asked if answer.none]
    text = ("" if inquiry.chinese else " ").join(answer.text for answer in told)
    if lacking:
        text += (
            f"没有{'、'.join(lacking)}的目标。" if inquiry.chinese else f" There is no target for {', '.join(lacking)}."
        )
    return Answer(
        text,
        targets=[target for answer in told for target in answer.targets or ()],
        names=[name for answer in told for name in answer.names or ()] or None,
        evidence=[row for answer in told for row in answer.evidence],
    )


def _is_of(target: Shape, part: Topic) -> bool:
    """Whether a target is one of the indicator that a topic names."""
    names = [*part.phrases, *(name for concept in part.concepts for name in concept.names)]
    known = {concept.indicator for concept in part.concepts if concept.indicator}
    return target["canonical"] in known or any(name in target["indicator"] for name in names)
