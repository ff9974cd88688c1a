"""Questions that follow up another: 那嵊州呢?, `and in Shengzhou?`, 那由谁管?, `by when must it be done?`."""

from __future__ import annotations

import re
from dataclasses import replace

from nlp.questions.numbered import Numbered
from nlp.questions.reading import Reading
from nlp.questions.words import cue

# What is asked about something, of which a place alone tells nothing.
_OF_A_MATTER = ("owners_of_task", "targets_by_indicator", "compare", "deadlines")
# What is counted where a question only asks how many.
_COUNTED = {
    "projects": "project",
    "water_bodies": "water",
    "citations": "citation",
    "owners_of_task": "owner",
    "documents": "document",
}
_FOLLOW_UP = re.compile(r"^(?:那么?|and\b|what about\b|how about\b|then\b)|呢[?。!]?$", re.IGNORECASE)
# Cues by which a question says itself what it wants; a follow-up without any of them wants what was wanted before.
_WANTING = (
    *("changes", "progress", "overdue", "ranking", "count", "compare", "documents", "deadlines", "citations", "due"),
    *("water_list", "projects", "owners", "targets", "task_list"),
)


def follows(reading: Reading) -> bool:
    """Whether a question follows up another: by its wording (那嵊州呢), or since it names nothing itself (谁牵头?), or
    not the matter that it asks about (黔东南谁牵头?, 什么时候要降下来?)."""
    places = reading.places.held or reading.places.inside or reading.places.absent
    matter = reading.departments or reading.waters or reading.quoted or reading.numbers or _names_matter(reading)
    named = matter or (reading.intent not in _OF_A_MATTER and (places or reading.scoped))
    return _FOLLOW_UP.search(reading.text) is not None or not named


def _names_matter(reading: Reading) -> bool:
    """Whether the topic of a question names a matter, and not only what is to happen to one: 消除掉 does not, nor does
    `brought down` where something said before is pointed at (it)."""
    topic = reading.topic
    if topic.empty or any(concept.term for concept in topic.concepts):
        return not topic.empty
    if topic.phrases:
        return bool(topic.things)
    return cue("pointing").search(reading.text) is None


def continued(reading: Reading, before: Reading) -> Reading:
    """A follow-up question with everything that it leaves open taken from the question before.

    `那嵊州呢?` asks what was asked before, `什么时候完成?` and `那由谁管?` something else of the same matter.
    """
    fresh_topic = _names_matter(reading)
    same = reading.intent == "search" or not _asks(reading.text)
    of_body = before.intent == "tasks_by_department" and (reading.intent == "due" or _in_role(reading))
    # What only names another time or matter, or asks how many, is the question before in other words.
    of_targets = before.intent == "targets_by_indicator" and not fresh_topic
    reworded = (same and (before.lacking or of_targets)) or _counts_targets(reading, before)
    again = (same and not fresh_topic) or reworded
    elsewhere = reading.documents is not None
    return replace(
        reading,
        intent=before.intent if again or reading.intent == "search" or of_body else reading.intent,
        role=before.role if reading.role == "any" and reading.intent != "owners_of_task" else reading.role,
        documents=reading.documents if elsewhere else before.documents,
        places=reading.places if elsewhere else before.places,
        departments=reading.departments or (() if fresh_topic else before.departments),
        waters=reading.waters or (() if fresh_topic else before.waters),
        times=reading.times if reading.years else replace(before.times, inherited=True),
        quoted=reading.quoted or before.quoted,
        numbered=before.numbered if reading.numbered == Numbered() else reading.numbered,
        unit=reading.unit or (before.unit if same else None),
        counted=_counted(reading, before),
        lacking=reading.lacking or (before.lacking and same),
        text=before.text if reworded else reading.text,
        topic=reading.topic if fresh_topic else before.topic,
    )


def _counts_targets(reading: Reading, before: Reading) -> bool:
    """Whether a follow-up asks how many targets there are, which their list tells."""
    bare = reading.counted == "task" and not cue("task_said").search(reading.text)
    return before.intent == "targets_by_indicator" and reading.intent == "counts" and bare


def _counted(reading: Reading, before: Reading) -> str:
    """What a follow-up counts that does not say it (有多少个?): what was asked for before, as projects or waters."""
    if before.intent == "counts":
        return before.counted
    said = reading.counted != "task" or cue("task_said").search(reading.text)
    return reading.counted if said else _COUNTED.get(before.intent, "task")


def _in_role(reading: Reading) -> bool:
    """Whether a question asks what the body spoken of does in another role: `for which is it a responsible unit?`."""
    return reading.role != "any" and not reading.departments and cue("of_it").search(reading.text) is not None


def _asks(text: str) -> bool:
    """Whether a question asks something of its own: 那由谁管, `by when?`, 它的时限呢; 那作为责任单位的呢 does not."""
    other = cue("interrogative").search(text) or cue("of_another_kind").search(text)
    return _wants(text) and other is not None


def _wants(text: str) -> bool:
    """Whether a question says itself what it wants: 由谁管 and `by when` do, 那乙市呢 does not."""
    return any(cue(key).search(text) for key in _WANTING)
