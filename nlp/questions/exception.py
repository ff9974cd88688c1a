"""What a question leaves out: departments and places behind 除了, 不由, `besides`, `apart from`."""

from __future__ import annotations

from dataclasses import dataclass

from nlp.questions.department import Department
from nlp.questions.departments import find_departments
from nlp.questions.lexicon import Lexicon
from nlp.questions.mask import Mask
from nlp.questions.places import find_places
from nlp.questions.words import cue


@dataclass(frozen=True, slots=True)
class Exceptions:
    """Departments that are not to be answered, places whose documents are not asked, and `around`: places that a
    department left out is named with, which are asked all the same."""

    departments: tuple[Department, ...] = ()
    places: tuple[str, ...] = ()
    around: tuple[str, ...] = ()


def find_exceptions(mask: Mask, lexicon: Lexicon, chinese: bool) -> Exceptions:
    """What a question leaves out, taken out of it.

    `除了水务局,还有谁负责曹娥江` leaves out the water bureau, `除嵊州外哪些方案提到噪声` the documents of 嵊州,
    `除嵊州市水利局外` the bureau alone, as `不由市水利局牵头`. `消除黑臭水体` leaves nothing out; what is neither
    (`除了噪声`) stays in place, as does a verb that tells the role: led of `not led by the water bureau`.
    """
    departments: list[Department] = []
    places: list[str] = []
    around: list[str] = []
    for match in list(cue("except").finditer(mask.rest)):
        inner = Mask(match.group())
        held = find_places(inner, lexicon, chinese).held
        whom = find_departments(inner, lexicon, chinese)
        if whom or held:
            mask.take_around(match)
        departments += whom
        (around if whom else places).extend(held)
    return Exceptions(tuple(departments), tuple(places), tuple(around))
