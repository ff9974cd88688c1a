"""Sections and tasks that a question names by their number: 第五部分, `task 12`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from corpus.characters import NUMERALS
from nlp.questions.mask import Mask
from nlp.questions.words import cue, plain
from nlp.sections.enumerator import value_of
from nlp.vocabulary import words

_NUMERAL = rf"[{NUMERALS}]+|\d{{1,2}}"
_CHINESE = rf"第({_NUMERAL})(?:个|大)?"
_WRITTEN_SECTION = re.compile(rf"{_CHINESE}(?:部分|章|节|板块|大?领域|大?行动)(?:里|中|当中)?")
_WRITTEN_TASK = re.compile(
    rf"{_CHINESE}(?:项|条|号)?(?:主要|重点|整改)?(?:任务|措施|举措|问题|项|条)"
    rf"|(?:任务|问题)({_NUMERAL})(?=[、,的由归是在何什里中谁要需:?]|$)"
)


@dataclass(frozen=True, slots=True)
class Numbered:
    """The number of a section and that of a task within it or in the plan; None where none is named."""

    section: int | None = None
    task: int | None = None

    def holds(self, key: str, depth: int = 0) -> bool:
        """Whether a task's key, 二/(五)/14, has the section's number first, or at a depth, and the task's last."""
        path = [value_of(number) for number in key.partition("#")[0].split("/")]
        return self.section in (None, *path[depth : depth + 1]) and self.task in (None, path[-1])


def find_numbered(mask: Mask) -> Numbered:
    """The section and the task named by number, taken out of the question.

    Reads 第五部分, 第15项任务, 任务三, 问题二, `the third section`, `task no. 12`; nothing in 第一轮 or `5 tasks`.
    """
    return Numbered(_number(mask, "section", _WRITTEN_SECTION), _number(mask, "task", _WRITTEN_TASK))


def _number(mask: Mask, kind: str, written: re.Pattern[str]) -> int | None:
    match = written.search(mask.rest) or _english(kind).search(mask.rest)
    if match is None:
        return None
    mask.take(match.start(), match.end())
    number = next(filter(None, match.groups())).lower()
    return _english_numbers().get(number) or value_of(number)


def find_bundles(text: str) -> list[tuple[str, int, str]]:
    """What an English question calls by how many there are of it, with the number and the noun: (`four controls`, 4,
    `control`) of `who leads the four controls`; nothing in `the four tasks` and `the Three Gorges`."""
    numbers = "|".join(words("questions", "english_cardinals")[: len(NUMERALS)])
    found = re.finditer(rf"\bthe [\"“']?(({numbers}) ([a-z]+?)s)\b(?! [a-z]+ing)", text)
    return [
        (match[1], _english_numbers()[match[2].lower()], match[3].lower())
        for match in found
        if not cue("frame").fullmatch(match[3])
    ]


@cache
def _english_numbers() -> dict[str, int]:
    """The English numerals, `three` and `third`, with what they count."""
    listed = (words("questions", key) for key in ("english_cardinals", "english_ordinals"))
    return {word: number for names in listed for number, word in enumerate(names, start=1)}


@cache
def _english(kind: str) -> re.Pattern[str]:
    nouns = plain(f"english_{kind}").pattern
    numbers = "|".join(_english_numbers())
    ordinal = rf"({'|'.join(words('questions', 'english_ordinals'))}|\d{{1,2}}(?=st|nd|rd|th))(?:st|nd|rd|th)?"
    cardinal = rf"(?:no\.|number|#)?\s*(\d{{1,2}}\b|(?:{numbers})\b)"
    return re.compile(rf"{nouns}\s+{cardinal}|\b{ordinal} {nouns}", re.IGNORECASE)
