"""Figures: the numbers of a text and the words without a number that may state a value of a target."""

from __future__ import annotations

import re
from bisect import bisect_left

from nlp.references.book_title import find_titles
from nlp.targets import operator, outcome, quantity
from nlp.targets.clause import Span
from nlp.targets.quantity import Quantity

_OPERATOR = 8  # characters before a bare number in which an operator is looked for
_YEAR_OF_VALUE = re.compile(r"(?<=[到至])20\d\d年的$")  # 系数提高到|2021年的|0.57
_QUOTED = re.compile(r"“[^“”\n]{1,20}”")


def find(text: str) -> list[Quantity]:
    """Numbers with units and words that state a value, outside titles 《…》 and names in quotation marks."""
    spans = sorted((title.start, title.end) for title in find_titles(text))
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    found = sorted([*quantity.find(text), *outcome.find(text)], key=lambda each: (each.start, -each.end))
    kept: list[Quantity] = []
    for each in found:
        if kept and each.start < kept[-1].end:
            continue
        if holds(spans, each.start) or (not each.word and holds(quoted, each.start)) or _is_mere_digits(text, each):
            continue
        kept.append(each)
    return kept


def _is_mere_digits(text: str, each: Quantity) -> bool:
    """True for a number without unit and sign that no operator leads up to: an enumerator, a hotline, a year."""
    if each.unit is not None or each.op is not None or each.word:
        return False
    before = _YEAR_OF_VALUE.sub("", text[max(each.start - 2 * _OPERATOR, 0) : each.start])[-_OPERATOR:]
    return operator.tail(before).op is None and not before.endswith(("系数", "指数"))


def holds(spans: list[Span], at: int) -> bool:
    """True where one of the spans, which are in order, holds the offset."""
    index = bisect_left(spans, (at + 1, 0)) - 1
    return index >= 0 and spans[index][0] <= at < spans[index][1]
