"""Well-known names of waters, and the longer names that end like them: 光府河 beside 府河."""

from __future__ import annotations

import rjieba

from corpus.characters import is_han
from nlp.places.gazetteer import load_names
from nlp.vocabulary import load
from nlp.water_bodies.core import (
    ACTING,
    BEFORE,
    DATED,
    ENDS_OPEN,
    GENERIC,
    PREPOSED,
    begins_behind_verb,
)

KNOWN = {name: entry for entry in load("water_bodies").entries.values() for name in (entry.label, *entry.aliases)}

_LONGEST = max(map(len, KNOWN))
_LEVELS = frozenset("省市州盟县区旗镇乡")
_BIGGER = frozenset("东西南北大小新老")
_TWO = 2
_LEADS = (2, 3, 4)  # characters of the words that a name follows


def find_known(text: str, head: int, end: int) -> tuple[int, bool] | None:
    """Where the longest well-known name begins whose head stands at `head:end`, and whether a place bears it as well.

    A character before that belongs to the name is read with it: 北潮白河 of `北潮白河`, 光府河 of `加强光府河`.
    """
    starts = range(max(0, end - _LONGEST), head + 1)
    start = next((at for at in starts if text[at:end] in KNOWN), None)
    if start is None or _begins_inside_a_word(text, start) or text.startswith("水库", end):
        return None
    if _goes_on_by_two(text, start):
        return start - _TWO, False
    if _goes_on_before(text, start, end):
        return start - 1, False
    return start, bool(KNOWN[text[start:end]].more.get("shared"))


def known_before(text: str, head: int) -> str:
    """The longest well-known name that ends right before a head: 海西海 of 海西海水库."""
    starts = range(max(0, head - _LONGEST), head - 1)
    return next((text[at:head] for at in starts if text[at:head] in KNOWN), "")


def _begins_inside_a_word(text: str, start: int) -> bool:
    """Whether the name's first character ends a word that begins before it: 东江 in 广东江门, 沙湖 in 金沙湖."""
    if start == 0 or text[start - 1] in BEFORE or text.endswith("流向", 0, start):
        return False
    around, before = text[start - 1 : start + 1], text[max(0, start - 2) : start]
    return around in load_names() or (rjieba.has_word(around) and not rjieba.has_word(before))


def _goes_on_before(text: str, start: int, end: int) -> bool:
    """Whether the character before belongs to the name: 北 of 北潮白河, 义 of 岑溪市义昌江; not of 湖北长江, 沿长江."""
    if start and begins_behind_verb(text, start - 1):
        return True
    before = text[start - 1 : start]
    if not is_han(before) or before in BEFORE or before in _LEVELS or DATED.match(text, start - 1):
        return False
    if text[max(0, start - 2) : start - 1] == "、":
        return before not in ENDS_OPEN and before != "引"
    if before == "外" and start > 1 and not is_han(text[start - 2]):
        return True
    # 黑臭 and 黑 tell of rivers, never of reservoirs: 黑龙滩水库.
    if before in GENERIC - _BIGGER and not (text.endswith("水库", start, end) and _opens_name(text, start - 1)):
        return False
    short, *longer = [text[start - size : start] for size in _LEADS if size <= start] or [""]
    if any(word in load_names() or word in BEFORE for word in (short, *longer)) or any(map(rjieba.has_word, longer)):
        return False
    tag = rjieba.tag(before)[0][1]
    named = before in _BIGGER or tag not in ACTING
    if _opens_name(text, start - 1):
        return before not in ENDS_OPEN and (named or tag == "v")
    return named and not rjieba.has_word(short)


def _goes_on_by_two(text: str, start: int) -> bool:
    """Whether two characters that are no word and no place stand between a known name and what opens it: 太滆南运河."""
    more = text[max(0, start - 2) : start]
    if (
        len(more) < _TWO
        or not all(map(is_han, more))
        or more in load_names()
        or more in BEFORE
        or rjieba.has_word(more)
    ):
        return False
    if more[-1] in _LEVELS or any(character in BEFORE or character in GENERIC - _BIGGER for character in more):
        return False
    return _opens_name(text, start - 2) and not all(tag in ACTING for _, tag in rjieba.tag(more))


def _opens_name(text: str, start: int) -> bool:
    """Whether a name begins at `start`, as a clause does or behind a word that leads it: 光 of 加强光府河."""
    leads = (text[max(0, start - size) : start] in BEFORE for size in _LEADS)
    return start == 0 or not is_han(text[start - 1]) or PREPOSED.match(text, start - 1) is not None or any(leads)
