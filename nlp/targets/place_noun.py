"""Words for a place or body: what so many places are counted by, and where a wording about places ends."""

from __future__ import annotations

import re
from functools import cache

from nlp.vocabulary import words
from nlp.wording import any_of, pattern


def opening(text: str) -> str | None:
    """The word for a place or body that opens a text: `县污泥得到有效处置` opens with 县; None where none does."""
    match = _opening().match(text)
    return match[0] if match else None


def ending(text: str) -> str:
    """The word for a place that ends a text: `收运处置体系行政村` ends with 行政村; the empty text where none does."""
    match = pattern("statements", "places", after="$").search(text)
    return match[0] if match else ""


def is_facility(noun: str) -> bool:
    """True for what stands in a place and is no place itself: 建制镇污水处理厂."""
    return noun.endswith(words("statements", "facilities"))


@cache
def _opening() -> re.Pattern[str]:
    """A word for a place that begins no other word: 县, 城市; not 县级, 城市更新."""
    cities = rf"城市(?!{any_of('statements', 'city_tails')}|{any_of('statements', 'place_tails')})"
    return re.compile(
        rf"{cities}|(?!城市)(?:{any_of('statements', 'places')})(?!{any_of('statements', 'place_tails')})"
    )
