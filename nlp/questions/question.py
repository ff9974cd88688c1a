"""Questions in Chinese or English: what they ask, of which documents, places, bodies and years, and about what.

No language model reads them: names are tied to what the corpus holds, longest first, and taken out; cue words tell the
intent; what is left is the topic. The same question reads the same tomorrow.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import fields, replace

from corpus.characters import has_han
from nlp.questions.asked import Asked, counted_of, extreme_of
from nlp.questions.concept import Concept
from nlp.questions.documents import kind_listed
from nlp.questions.follow_up import continued, follows
from nlp.questions.intent import intent_of
from nlp.questions.lexicon import Lexicon
from nlp.questions.mask import Mask
from nlp.questions.names import QUOTED, Names, find_names
from nlp.questions.reading import Reading, documents_asked
from nlp.questions.role import own_role_of, role_of
from nlp.questions.spelling import correct
from nlp.questions.topic import Topic, find_topic, with_names
from nlp.questions.unit import amount_asked, unit_asked
from nlp.questions.words import cue, language_of, plain

_ASKING = (
    "preamble",
    "denied",
    "unowned",
    "untimed",
    "untargeted",
    "targeted",
    "summary_asked",
    "shared_asked",
    "waters_lacking",
    "annex",
    "of_table",
    "changes",
    "extreme_words",
    "places_asked",
    "which",
    "often",
    "apiece",
    "which_day",
)
_ROMAN = {"I": "Ⅰ", "II": "Ⅱ", "III": "Ⅲ", "IV": "Ⅳ", "V": "Ⅴ"}
_NOT_ROMAN = re.compile("[^Ⅰ-Ⅻ]+")
_WATER_CLASS = re.compile(r"(?<![A-Za-z])(?:I{1,3}|IV|V)(?=(?:[-~—至到](?:I{1,3}|IV|V))?类)")


def read(question: str, lexicon: Lexicon, before: Reading | None = None) -> Reading:
    """Reads a question over the names of a corpus; `before` is the reading that a follow-up question continues.

    `那嵊州呢?` after `黔东南水务局牵头哪些任务?` asks for the tasks of 嵊州's water bureau.
    """
    text = plain_text(question)
    language = language_of(text)
    chinese = language == "zh"
    text, typed = correct(text, lexicon, chinese)
    mask = Mask(text)
    names = find_names(mask, lexicon, chinese)
    asked = QUOTED.sub("“”", mask.rest)
    topic = _topic(mask, names, lexicon, chinese)
    unit = unit_asked(asked)
    intent = intent_of(Asked(asked, names, topic, unit))
    if names.titled and intent in ("search", "summary"):  # what asks may stand in the title: 某市未达标水体有哪些
        intent = intent_of(Asked(text, names, topic, unit))
    reading = Reading(
        **{field.name: getattr(names, field.name) for field in fields(names)},
        text=text,
        language=language,
        intent=intent,
        role=role_of(cue("own_role").sub("", asked) if intent == "owners_of_task" else asked),
        own_role=own_role_of(asked),
        documents=documents_asked(names, lexicon, text),
        unit=unit,
        counted=counted_of(asked) if intent == "counts" else "task",
        plural=cue("plural").search(asked) is not None,
        topic=topic,
        kind=kind_listed(text if names.lacking else asked) if intent == "documents" else None,
        extreme=extreme_of(asked),
        notes=(*typed, *names.places.notes),
    )
    return continued(reading, before) if before and follows(reading) else reading


def plain_text(question: str) -> str:
    """The question in half-width marks and simplified script, without blanks at its ends, III类 as Ⅲ类."""
    text = _NOT_ROMAN.sub(lambda run: unicodedata.normalize("NFKC", run.group()), question).replace("’s", "'s").strip()
    if has_han(text):
        # It takes a tenth of a second to load, which no English question has to wait for.
        from corpus.repairs.script import simplified

        text = simplified(text)
    return _WATER_CLASS.sub(lambda numeral: _ROMAN[numeral.group()], text)


def _topic(mask: Mask, names: Names, lexicon: Lexicon, chinese: bool) -> Topic:
    """What is left of a question without the words that only ask; in English with the places inside others and the
    names that the corpus writes."""
    for asking in (cue("period_asked"), amount_asked(), *map(cue, _ASKING)):
        mask.take_all(asking)
    if plain("listed_documents").search(mask.rest):
        mask.take_all(cue("newest"))
        mask.take_all(cue("oldest"))
    if names.issue or cue("issued").search(mask.rest):
        mask.take_all(plain("issuing"))
    if cue("listing").search(mask.rest):
        mask.take_all(plain("listed_documents"))
    if chinese:
        mask.take_words(cue("frame"))
        return find_topic(mask.phrases(), chinese)
    mask.take_all(cue("carrying"))
    mask.take_all(cue("intending"))
    topic = find_topic(mask.phrases(), chinese)
    inside = (Concept(name[:-1], (name[:-1],), term=False) for name, _ in names.places.inside)
    return with_names(replace(topic, concepts=(*topic.concepts, *inside)), lexicon)
