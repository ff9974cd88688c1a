"""Questions in Chinese or English: what they ask, of which documents, places, bodies and years, and about what.

No language model reads them: names are tied to what the corpus holds, longest first, and taken out; cue words tell the
intent; what is left is the topic. The same question reads the same tomorrow.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from nlp.questions.concept import Concept
from nlp.questions.departments import Department, find_departments
from nlp.questions.documents import find_documents
from nlp.questions.exception import Exceptions, find_exceptions
from nlp.questions.intent import Intent, Role, counted_of, intent_of, role_of
from nlp.questions.lexicon import HeldDocument, Lexicon
from nlp.questions.mask import Mask
from nlp.questions.numbered import Numbered, find_numbered
from nlp.questions.places import Places, find_places
from nlp.questions.spelling import correct
from nlp.questions.topic import Topic, find_topic, with_names
from nlp.questions.unit import amount_asked, unit_asked
from nlp.questions.water import find_waters
from nlp.questions.words import Language, cue, language_of
from nlp.targets.unit import kind

_YEAR = re.compile(r"(?<![\d〔\[])(20[0-4]\d)(?!\d)年?(?:底|末|年底|度)?(?:[之以]?前)?")
_YEARS = re.compile(
    r"(?<![\d〔\[])20[0-4]\d年?\s*(?:[-–—~至到]|to)\s*20[0-4]\d(?!\d)年?|between 20[0-4]\d and 20[0-4]\d", re.IGNORECASE
)
_FIVE_YEAR = re.compile(r"[“\"]?十四五[”\"]?(?:期间|时期|末)?|14th five[- ]year plan(?: period)?", re.IGNORECASE)
_ROMAN = {"I": "Ⅰ", "II": "Ⅱ", "III": "Ⅲ", "IV": "Ⅳ", "V": "Ⅴ"}
_NOT_ROMAN = re.compile("[^Ⅰ-Ⅻ]+")
_WATER_CLASS = re.compile(r"(?<![A-Za-z])(?:I{1,3}|IV|V)(?=(?:[-~—至到](?:I{1,3}|IV|V))?类)")
_QUOTED = re.compile(r"[“\"「『《]([^”\"」』》]{2,40})[”\"」』》]")
_COUNTED_TASKS = re.compile(r"(?<![第\d])\d+[项条个](?:主要|重点)?(?:任务|措施)(?:当中|中|里)?|\b\d+ (?:main )?tasks\b")
# What is asked about something, of which a place alone tells nothing.
_OF_A_MATTER = ("owners_of_task", "targets_by_indicator", "compare", "deadlines")
_FOLLOW_UP = re.compile(r"^(?:那么?|and\b|what about\b|how about\b|then\b)|呢[?。!]?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reading:
    """How a question was understood; `documents` are the ids it is asked of, None for all that are held.

    `scoped` is true where it named a part, a title or a compilation, `without` is what it leaves out, `notes` pairs
    what was written with what it was read as.
    """

    text: str
    language: Language
    intent: Intent
    role: Role
    documents: tuple[str, ...] | None
    scoped: bool
    places: Places
    departments: tuple[Department, ...]
    waters: tuple[str, ...]
    years: tuple[str, ...]
    quoted: tuple[str, ...]
    numbered: Numbered
    unit: str | None
    counted: str
    plural: bool
    topic: Topic
    without: Exceptions
    notes: tuple[tuple[str, str], ...] = ()


def read(question: str, lexicon: Lexicon, before: Reading | None = None) -> Reading:
    """Reads a question over the names of a corpus; `before` is the reading that a follow-up question continues.

    `那嵊州呢?` after `黔东南水务局牵头哪些任务?` asks for the tasks of 嵊州's water bureau.
    """
    text = plain_text(question)
    language = language_of(text)
    chinese = language == "zh"
    text, typed = correct(text, lexicon, chinese)
    mask = Mask(text)
    mask.take_all(_COUNTED_TASKS)
    without = find_exceptions(mask, lexicon, chinese)
    named, scoped = find_documents(mask, lexicon)
    waters = tuple(find_waters(mask, lexicon, chinese))
    places = find_places(mask, lexicon, chinese, waters)
    places.held += [place for place in without.around if place not in places.held]
    departments = tuple(find_departments(mask, lexicon, chinese))
    mask.take_all(cue("baseline"))
    years = _years(mask)
    quoted = tuple(term for term in _QUOTED.findall(mask.rest) if "\x00" not in term)
    numbered = find_numbered(mask)
    asked = _QUOTED.sub("“”", mask.rest)  # quoted words are what is asked about, no cues
    unit = unit_asked(asked)
    mask.take_all(amount_asked())
    if chinese:
        mask.take_words(cue("frame"))
    else:
        mask.take_all(cue("carrying"))
    topic = _topic(mask, places, lexicon, chinese)
    intent = intent_of(
        asked,
        departments=len(departments),
        waters=len(waters),
        places=len(named) * scoped + len(places.held),
        quoted=bool(quoted),
        measured=kind(unit) not in (None, "count"),
        indicator=any(concept.indicator for concept in topic.concepts),
        numbered=numbered != Numbered(),
    )
    reading = Reading(
        text=text,
        language=language,
        intent=intent,
        role=role_of(asked),
        documents=_spared(_scope(named if scoped else None, places, lexicon, text), without, lexicon),
        scoped=scoped,
        places=places,
        departments=departments,
        waters=waters,
        years=years,
        quoted=quoted,
        numbered=numbered,
        unit=unit,
        counted=counted_of(asked) if intent == "counts" else "task",
        plural=cue("plural").search(asked) is not None,
        topic=topic,
        without=without,
        notes=(*typed, *places.notes),
    )
    return _continued(reading, before) if before and _follows(reading) else reading


def plain_text(question: str) -> str:
    """The question in half-width marks, without blanks at its ends, with plain apostrophes, III类 as Ⅲ类."""
    text = _NOT_ROMAN.sub(lambda run: unicodedata.normalize("NFKC", run.group()), question).replace("’s", "'s").strip()
    return _WATER_CLASS.sub(lambda numeral: _ROMAN[numeral.group()], text)


def _topic(mask: Mask, places: Places, lexicon: Lexicon, chinese: bool) -> Topic:
    """What is left of a question; in English with the places inside others and the names that the corpus writes."""
    topic = find_topic(mask.phrases(), chinese)
    if chinese:
        return topic
    inside = (Concept(name[:-1], (name[:-1],), term=False) for name, _ in places.inside)
    return with_names(replace(topic, concepts=(*topic.concepts, *inside)), lexicon)


def _years(mask: Mask) -> tuple[str, ...]:
    """The years of a question, 2023到2025年 all three; the five-year plan stands for its last year."""
    spans = [re.findall(r"20\d\d", span) for span in mask.take_all(_YEARS)]
    years = [str(year) for first, last in spans for year in range(int(first), int(last) + 1)]
    years += [year[:4] for year in mask.take_all(_YEAR)]
    return tuple(dict.fromkeys(years + ["2025"] * bool(mask.take_all(_FIVE_YEAR))))


def _scope(named: list[HeldDocument] | None, places: Places, lexicon: Lexicon, text: str) -> tuple[str, ...] | None:
    """The documents that a question is asked of: those named, else those of its places; () for absent places only."""
    if named is not None:
        ids = tuple(document.id for document in named)
        local = [id for place in places.held for id in lexicon.governed_by(place) if id in ids]
        around = [id for place in places.held for id in lexicon.governed_by(place)]
        return tuple(dict.fromkeys(local or [*ids, *around]))
    if re.search(r"哪一?篇|which (?:part|piece)s?\b", text, re.IGNORECASE) and not places.held:
        return tuple(document.id for document in lexicon.documents if document.part) or None
    territories = [*places.held, *(around for _, around in places.inside)]
    if territories:
        governed = {id for place in territories for id in lexicon.governed_by(place)}
        return tuple(document.id for document in lexicon.documents if document.id in governed)
    return () if places.absent else None


def _spared(ids: tuple[str, ...] | None, without: Exceptions, lexicon: Lexicon) -> tuple[str, ...] | None:
    """The documents asked without those of the places that the question leaves out."""
    if not without.places:
        return ids
    spared = {id for place in without.places for id in lexicon.governed_by(place)}
    every = [document.id for document in lexicon.documents] if ids is None else ids
    return tuple(id for id in every if id not in spared)


def _follows(reading: Reading) -> bool:
    """Whether a question follows up another: by its wording (那嵊州呢), or since it names nothing itself (谁牵头?), or
    not the matter that it asks about (黔东南谁牵头?)."""
    places = reading.places.held or reading.places.inside or reading.places.absent
    matter = reading.departments or reading.waters or reading.quoted or not reading.topic.empty
    named = matter or (reading.intent not in _OF_A_MATTER and (places or reading.scoped))
    return _FOLLOW_UP.search(reading.text) is not None or not named


def _continued(reading: Reading, before: Reading) -> Reading:
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
        years=reading.years or before.years,
        quoted=reading.quoted or before.quoted,
        numbered=before.numbered if reading.numbered == Numbered() else reading.numbered,
        unit=reading.unit or before.unit,
        counted=before.counted if before.intent == "counts" else reading.counted,
        topic=reading.topic if fresh_topic else before.topic,
    )
