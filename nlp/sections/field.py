"""Fields of a page that is one record, each under a heading of its own: 三、整改时限 above 2025年底前."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from corpus.characters import NUMERALS
from nlp.sections.label import OWNER_LABEL
from nlp.wording import any_of

_VALUE = r"(?P<value>(?![^\n]*(?:负责|如下))[^\n:]{2,80})"


def is_field(words: str) -> bool:
    """True for a unit that is a field and states no work: 整改时限 above 2025年底前, 责任单位:市水务局.

    责任单位 above 市水务局负责清淤 states some, and so does 整改措施:清淤.
    """
    return any(_pattern(kind).fullmatch(words) is not None for kind in ("owner", "time"))


def stated_once(text: str, kind: Literal["owner", "time"]) -> tuple[int, int, int] | None:
    """Where the label of the only field of a kind begins and its value stands; None for a text of several records.

    `二、责任单位⏎市水务局` gives the place of 责任单位 and the span of 市水务局.
    """
    found = list(_numbered(kind).finditer(text))
    return (found[0].start("label"), *found[0].span("value")) if len(found) == 1 else None


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    return re.compile(rf"{_label(kind)}[:\n]\n*{_VALUE}\n*")


@cache
def _numbered(kind: str) -> re.Pattern[str]:
    return re.compile(rf"^[{NUMERALS}]{{1,2}}、(?P<label>{_label(kind)}[:\n])\n*{_VALUE}$", re.M)


def _label(kind: str) -> str:
    return OWNER_LABEL if kind == "owner" else f"(?:{any_of('headings', 'label.time')})"
