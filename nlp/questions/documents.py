"""Documents that a question names: parts of a compilation by number, the compilation, a kind, a title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.characters import NUMERALS
from nlp.questions.lexicon import LEAST_TITLE, HeldDocument, Lexicon
from nlp.questions.mask import Mask
from nlp.questions.words import cue, plain
from nlp.sections.enumerator import value_of
from nlp.vocabulary import words

_DIGIT = f"[{NUMERALS[:9]}]"
# No more of a numeral than counts: of 篇十八三家 18.
_NUMERAL = rf"(?:(?:{_DIGIT}百[〇零]?)?(?:{_DIGIT}?十{_DIGIT}?|{_DIGIT})|{_DIGIT}百|\d{{1,3}})"
_AND = r"\s*(?:、|,|和|与|及|跟|以及|&|and|,\s*and|到|至)\s*"
_CHINESE = re.compile(
    rf"(?:第{_NUMERAL}篇|篇{_NUMERAL})(?:(?:{_AND})(?:第?{_NUMERAL}篇|篇?{_NUMERAL})(?![项条个年家种类件大]))*(?:里|中|当中)?"
)
_ENGLISH = re.compile(
    r"\b(?:parts?|pieces?|no\.|number|texts?|documents?|articles?)\s+"
    r"(\d{1,3}(?:\s*(?:,|and|&|or|, and)\s*(?:part\s+)?\d{1,3})*)\b"
    r"|\b(\d{1,2})(?:st|nd|rd|th) (?:part|piece|text|document)\b",
    re.IGNORECASE,
)
_NUMBERS = re.compile(_NUMERAL)
_QUOTED = re.compile(r"《([^》]{3,})》")
_SHARE_OF_TITLE = 1 / 3
_YEARS = re.compile(r"\d{4}(?:[-—~至]\d{4})?年?度?")
_LEAST_SAID = 4


def find_documents(mask: Mask, lexicon: Lexicon, numbers: Sequence[str] = ()) -> tuple[HeldDocument, ...] | None:
    """The documents named in a question, taken out of it; None where it names none. `numbers` are those of documents.

    Reads 篇十八, 篇十八和篇二十一, parts 18 and 21, 汇编; nothing in `18项任务` or `part of the plan`. A number (环办
    〔2024〕4号) names the document that bears it, unless it is asked what cites it.
    """
    parts = _numbers(mask)
    if parts:
        mask.take_all(plain("compilation"))
        return tuple(document for document in lexicon.documents if _number(document) in parts)
    if mask.take_all(plain("compilation")):
        return tuple(document for document in lexicon.documents if document.part)
    borne = () if cue("citing").search(mask.rest) else numbers
    titled = [document for document in lexicon.documents if document.number in borne] or _titled(mask, lexicon)
    return tuple(titled) or None


def find_described(mask: Mask) -> str | None:
    """What the document is about of which a question asks something, taken out of it: 网格化监管 of `网格化监管那篇里`.

    Reads `讲绿色出行的方案中`, `in the noise plan` too, and nothing in `本方案中` or `哪篇讲绿色出行`.
    """
    match = cue("described").search(mask.rest)
    if match is None:
        return None
    mask.take(match.start(), match.end())
    return next(said for said in match.groups() if said)


def kind_listed(text: str) -> str | None:
    """What documents listed are called in a question: 通知 of 有哪些通知, reports of `all reports`; None for any."""
    called = (word.lower() for word in plain("listed_documents").findall(text))
    return next((word for word in called if word not in words("questions", "any_document")), None)


def _numbers(mask: Mask) -> set[int]:
    """The numbers of the parts that a question names."""
    found: set[int] = set()
    for match in list(_CHINESE.finditer(mask.rest)) + list(_ENGLISH.finditer(mask.rest)):
        found.update(value_of(number) for number in _NUMBERS.findall(match.group()))
        mask.take(match.start(), match.end())
    return found


def _number(document: HeldDocument) -> int | None:
    number = _NUMBERS.search(document.part or "")
    return value_of(number.group()) if number else None


def _titled(mask: Mask, lexicon: Lexicon) -> list[HeldDocument]:
    """The documents whose title holds a title in the question, or shares a long wording that no other title has.

    生态环境保护 names no document, though it stands in one title only: that title says three times as much.
    """
    for match in _QUOTED.finditer(mask.rest):
        if held := _with_title(match[1], lexicon):
            mask.take(match.start(), match.end())
            return held
    starts = [at for at in range(len(mask.rest)) if mask.rest[at : at + LEAST_TITLE] in lexicon.title_parts]
    for size in range(min(len(mask.rest), 30) if starts else 0, LEAST_TITLE - 1, -1):
        for at in (one for one in starts if one + size <= len(mask.rest)):
            wording = mask.rest[at : at + size]
            if not wording.isascii() and wording in lexicon.titles and _tells_one(wording, lexicon):
                mask.take(at, at + size)
                return _with_title(wording, lexicon)
    return []


def _with_title(wording: str, lexicon: Lexicon) -> list[HeldDocument]:
    return [document for document in lexicon.documents if wording in (document.title or "")]


def _tells_one(wording: str, lexicon: Lexicon) -> bool:
    """Whether a wording stands in one title alone and makes up enough of it to be meant, by more than a place and
    a year (甲市2024年)."""
    held = _with_title(wording, lexicon)
    if len(held) != 1 or len(_without_place(wording, held[0])) < _LEAST_SAID:
        return False
    return len(wording) >= len(held[0].title or "") * _SHARE_OF_TITLE


def _without_place(wording: str, document: HeldDocument) -> str:
    """A wording of a title without years and the places of its document."""
    for place in document.places:
        wording = wording.replace(place, "")
    return _YEARS.sub("", wording)
