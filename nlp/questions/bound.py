"""Bounds on what is asked for: targets above a value (超过90%), tasks of several bodies (由两个部门共同负责)."""

from __future__ import annotations

from dataclasses import dataclass

from corpus import han_number
from nlp.questions.mask import Mask
from nlp.questions.words import cue
from nlp.vocabulary import words

_COMPARE = {
    ">": float.__gt__,
    ">=": float.__ge__,
    "<": float.__lt__,
    "<=": float.__le__,
    "=": float.__eq__,
}
_TIMES = {"万": 10**4, "亿": 10**8}
# The cues of each comparison, in the order in which they are looked for: 不低于 before 低于.
_CUES = {">=": "bound_least", "<=": "bound_most", ">": "bound_above", "<": "bound_below"}


@dataclass(frozen=True, slots=True)
class Bound:
    """A number, how what is asked for compares with it (`>`, `>=`, `<`, `<=`, `=`), and its unit where it has one."""

    op: str
    value: float
    unit: str | None = None

    def admits(self, value: float | None, unit: str | None = None) -> bool:
        """Whether a value lies within the bound: 95 % of 超过90%, neither 88 % nor 95 days."""
        if value is None or (self.unit and unit != self.unit):
            return False
        return bool(_COMPARE[self.op](value, self.value))


def find_value_bound(mask: Mask) -> Bound | None:
    """The bound on the values of the targets asked for, taken out of the question.

    Reads 哪些目标超过90%, 100%的目标有哪些, 造林超过30万亩的有哪些地方, `which targets exceed 90%`; nothing in
    `PM2.5目标是多少` or 2025年, nor in 哪些任务是10个 where neither targets nor more or less are spoken of.
    """
    match = cue("value_bound").search(mask.rest) if cue("listed_which").search(mask.text) else None
    if match is None or not (cue("target_said").search(mask.text) or _op(match.group()) != "="):
        return None
    mask.take(*match.span())
    number, said, *_ = [group for group in match.groups() if group is not None]
    unit = said.lstrip("".join(_TIMES))
    value = float(number) * _TIMES.get(said[:1], 1)
    return Bound(_op(match.group()), value, "%" if unit in ("percent", "per cent") else unit or None)


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
