"""How a question was understood, and the documents that it is asked of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nlp.questions.intent import Intent, Role
from nlp.questions.lexicon import Lexicon
from nlp.questions.names import Names
from nlp.questions.topic import Topic
from nlp.questions.words import Language

_PART_ASKED = re.compile(r"哪一?篇|which (?:part|piece)s?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reading(Names):
    """What a question names and what it wants to know; `documents` are the ids it is asked of, None for all that are
    held, `notes` pairs what was written with what it was read as."""

    text: str
    language: Language
    intent: Intent
    role: Role
    documents: tuple[str, ...] | None
    unit: str | None
    counted: str
    plural: bool
    topic: Topic
    notes: tuple[tuple[str, str], ...] = ()


def documents_asked(names: Names, lexicon: Lexicon, text: str) -> tuple[str, ...] | None:
    """The documents that a question is asked of: those named, else those of its places, without the places it leaves
    out; None for all, () where it names only places that no document governs."""
    ids = _named(names, lexicon, text)
    if not names.without.places:
        return ids
    spared = {id for place in names.without.places for id in lexicon.governed_by(place)}
    every = [document.id for document in lexicon.documents] if ids is None else ids
    return tuple(id for id in every if id not in spared)


def _named(names: Names, lexicon: Lexicon, text: str) -> tuple[str, ...] | None:
    places = names.places
    if names.titled is not None:
        ids = tuple(document.id for document in names.titled)
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
