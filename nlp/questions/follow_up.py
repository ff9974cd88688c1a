"""Questions that follow up another: 那嵊州呢?, `and in Shengzhou?`."""

from __future__ import annotations

import re
from dataclasses import replace

from nlp.questions.numbered import Numbered
from nlp.questions.reading import Reading

# What is asked about something, of which a place alone tells nothing.
_OF_A_MATTER = ("owners_of_task", "targets_by_indicator", "compare", "deadlines")
_FOLLOW_UP = re.compile(r"^(?:那么?|and\b|what about\b|how about\b|then\b)|呢[?。!]?$", re.IGNORECASE)


def follows(reading: Reading) -> bool:
    """Whether a question follows up another: by its wording (那嵊州呢), or since it names nothing itself (谁牵头?), or
    not the matter that it asks about (黔东南谁牵头?)."""
    places = reading.places.held or reading.places.inside or reading.places.absent
    matter = reading.departments or reading.waters or reading.quoted or reading.numbers or not reading.topic.empty
    named = matter or (reading.intent not in _OF_A_MATTER and (places or reading.scoped))
    return _FOLLOW_UP.search(reading.text) is not None or not named


def continued(reading: Reading, before: Reading) -> Reading:
    """A follow-up question with everything that it leaves open taken from the question before.

    `那嵊州呢?` asks what was asked before, `什么时候完成?` something else of the same matter.
    """
    fresh_topic = not reading.topic.empty
    same = reading.intent == "search" or (not fresh_topic and _FOLLOW_UP.search(reading.text) is not None)
    of_body = reading.intent == "due" and before.intent == "tasks_by_department"
    return replace(
        reading,
        intent=before.intent if same or of_body else reading.intent,
        role=before.role if reading.role == "any" else reading.role,
        documents=before.documents if reading.documents is None else reading.documents,
        departments=reading.departments or (() if fresh_topic else before.departments),
        waters=reading.waters or (() if fresh_topic else before.waters),
        times=reading.times if reading.years else replace(before.times, inherited=True),
        quoted=reading.quoted or before.quoted,
        numbered=before.numbered if reading.numbered == Numbered() else reading.numbered,
        unit=reading.unit or before.unit,
        counted=before.counted if before.intent == "counts" else reading.counted,
        topic=reading.topic if fresh_topic else before.topic,
    )
