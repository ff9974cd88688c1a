"""Bounds on what is asked for: targets above a value (超过90%), tasks of several bodies (由两个部门共同负责)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from corpus import han_number
from corpus.words import alternatives
from nlp.questions.mask import Mask
from nlp.questions.unit import label
from nlp.questions.words import cue
from nlp.targets import unit as units
from nlp.vocabulary import load, words

_COMPARE = {
    ">": float.__gt__,
    ">=": float.__ge__,
    "<": float.__lt__,
    "<=": float.__le__,
    "=": float.__eq__,
}
_TIMES = {"": 1, "万": 10**4, "亿": 10**8, "thousand": 10**3, "million": 10**6, "billion": 10**9}
# The cues of each comparison, in the order in which they are looked for: 不低于 before 低于.
_CUES = {">=": "bound_least", "<=": "bound_most", ">": "bound_above", "<": "bound_below"}
_SHORTEST_PLURAL = 2  # characters: kilometres, not gs
_CLASSES = ("Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ", "I", "II", "III", "IV", "V")
_WORST = 5
_NUMBER = r"(?P<number>\d[\d,]*(?:\.\d+)?)"


@dataclass(frozen=True, slots=True)
class Bound:
    """A number, how what is asked for compares with it (`>`, `>=`, `<`, `<=`, `=`), and its unit where it has one."""

    op: str
    value: float
    unit: str | None = None

    def admits(self, value: float | None, unit: str | None = None) -> bool:
        """Whether a value lies within the bound: 95 % of 超过90%, neither 88 % nor 95 days; 2 km2 of 超过100公顷."""
        if value is not None and self.unit:
            value = units.convert(value, unit, self.unit) if unit else None
        return value is not None and bool(_COMPARE[self.op](float(value), self.value))


def find_value_bound(mask: Mask) -> Bound | None:
    """The bound on the values of the targets asked for, taken out of the question.

    Reads 哪些目标超过90%, 100%的目标有哪些, PM2.5不超过35的目标, 造林10万亩以上的地方, `goals over 5
    million yuan`; nothing in `PM2.5目标是多少` or 2025年, nor in 哪些任务是10个 where neither targets nor more
    or less are spoken of.
    """
    listed = cue("listed_which").search(mask.text) or cue("bound_listed").search(mask.text)
    found = (wording.search(mask.rest) for wording in _bounding()) if listed else ()
    match = next(filter(None, found), None)
    if match is None or not (cue("target_said").search(mask.text) or _op(match.group()) != "="):
        return None
    mask.take(*match.span())
    value = float(match["number"].replace(",", "")) * _TIMES[(match["times"] or "").strip().lower()]
    return Bound(_op(match.group()), value, _as_written(match["unit"] or "") or None)


def _as_written(said: str) -> str:
    """A unit as plans write it: 微克/立方米 of `micrograms per cubic metre`, % of `per cent`."""
    if said == "per cent":
        return "%"
    return "/".join(label(part) or part for part in said.split(" per ")) if said else ""


@cache
def _bounding() -> tuple[re.Pattern[str], ...]:
    """The wordings of bounds, with the units that plans write and their English names."""
    (things,) = words("questions", "bound_things")
    chinese = rf"{_NUMBER}(?P<times>[万亿]?)(?P<unit>{units.pattern()})?"
    every = {name for entry in load("units").entries.values() for name in (*entry.english, *entry.aliases)}
    names = alternatives(every | {name.removesuffix("s") for name in every if len(name) > _SHORTEST_PLURAL})
    times = alternatives(words("questions", "english_multiples"))
    english = rf"{_NUMBER}(?P<times> ?(?:{times})\b)? ?(?P<unit>%|per cent|(?:{names})(?:(?: per |/)(?:{names}))?)?"
    return tuple(
        re.compile(
            wording.replace("{value}", chinese).replace("{things}", things).replace("{english}", english), re.IGNORECASE
        )
        for wording in words("questions", "value_bound")
    )


def find_class_bound(mask: Mask) -> Bound | None:
    """The class of water that waters are asked for by, taken out of the question: 3 类 of 哪些河流要达到Ⅲ类, at most 3
    of 优于Ⅲ类 and `class III or better`; nothing in Ⅲ类水体比例."""
    match = next((m for wording in _classes() if (m := wording.search(mask.rest))), None)
    if match is None:
        return None
    mask.take(*match.span())
    better = cue("class_better").search(match.group())
    return Bound("<=" if better else "=", float(_CLASSES.index(match["class"]) % _WORST + 1), "类")


@cache
def _classes() -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, words("questions", "class_bound")))


def find_body_bound(mask: Mask) -> Bound | None:
    """How many bodies are to carry the tasks asked for, taken out of the question: 由两个部门共同 of
    `哪些任务由两个部门共同负责`; nothing of `哪两个部门负责`."""
    match = cue("body_bound").search(mask.rest) if cue("task_said").search(mask.rest) else None
    if match is None:
        return None
    mask.take(*match.span())
    said = next(filter(None, match.groups())).lower()
    cardinals = words("questions", "english_cardinals")
    number = cardinals.index(said) + 1 if said in cardinals else han_number.count(said)
    return Bound(_op(match.group()), float(number))


def _op(said: str) -> str:
    """The comparison that a wording means: >= of 不低于 and 以上, > of 超过, = of none of them."""
    return next((op for op, key in _CUES.items() if cue(key).search(said)), "=")
