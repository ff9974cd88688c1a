"""How a question was understood, and the documents that it is asked of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nlp.questions.intent import Intent
from nlp.questions.lexicon import HeldDocument, Lexicon
from nlp.questions.names import Names
from nlp.questions.role import Role
from nlp.questions.times import Issue
from nlp.questions.topic import Topic
from nlp.questions.words import Language, cue

_PART_ASKED = re.compile(r"哪一?篇|which (?:part|piece)s?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reading(Names):
    """What a question names and what it wants to know; `documents` are the ids it is asked of, None for all that are
    held, `notes` pairs what was written with what it was read as; `kind` is what documents it lists are called (通知),
    `extreme` which of several values it asks for (最严), `own_role` that of its departments where others are asked."""

    text: str
    language: Language
    intent: Intent
    role: Role
    documents: tuple[str, ...] | None
    unit: str | None
    counted: str
    plural: bool
    topic: Topic
    kind: str | None = None
    extreme: str | None = None
    own_role: Role = "any"
    notes: tuple[tuple[str, str], ...] = ()


def documents_asked(names: Names, lexicon: Lexicon, text: str) -> tuple[str, ...] | None:
    """The documents that a question is asked of: those named, else those of its places, of the time of issue that it
    says, without the places it leaves out; None for all, () where it names only places that no document governs."""
    ids = _named(names, lexicon, text)
    if names.issue:
        asked = [lexicon.by_id[id] for id in ids] if ids is not None else lexicon.documents
        ids = tuple(document.id for document in _issued(asked, names.issue))
    if not names.without.places:
        return ids
    spared = {id for place in names.without.places for id in lexicon.governed_by(place)}
    every = [document.id for document in lexicon.documents] if ids is None else ids
    return tuple(id for id in every if id not in spared)


def _named(names: Names, lexicon: Lexicon, text: str) -> tuple[str, ...] | None:
    places = names.places
    if names.titled is not None:
        ids = tuple(document.id for document in names.titled)
        if cue("citations").search(text):  # a place beside them is that of what they cite
            return ids
        around = [id for place in places.held for id in lexicon.governed_by(place)]
        local = [id for id in around if id in ids]
        return tuple(dict.fromkeys(local or [*ids, *around]))
    if _PART_ASKED.search(text) and not places.held:
        return tuple(document.id for document in lexicon.documents if document.part) or None
    territories = [*places.held, *(around for _, around in places.inside)]
    if territories:
        governed = {id for place in territories for id in lexicon.governed_by(place)}
        return tuple(document.id for document in lexicon.documents if document.id in governed)
    return () if places.absent else None


def _issued(documents: Sequence[HeldDocument], issue: Issue) -> list[HeldDocument]:
    """The documents issued in a time. Where the question only speaks of documents of a year, those that tell no date
    count by the first year they plan for, and if there are none by any year of it."""
    dated = [document for document in documents if _lies_in(document.issued, issue)]
    if issue.said:
        return dated
    begun = [document for document in documents if not document.issued and document.period[0] in issue.times.years]
    return dated + begun or [document for document in documents if _covers(document.period, issue.times.years)]


def _lies_in(day: str | None, issue: Issue) -> bool:
    """Whether a day lies in the time asked for."""
    times = issue.times
    if not day:
        return False
    return (times.since or "") <= day <= times.until if times.until else day[:4] in times.years


def _covers(period: tuple[str | None, str | None], years: Sequence[str]) -> bool:
    first, last = period
    return any((first or year) <= year <= (last or first or "") for year in years)
