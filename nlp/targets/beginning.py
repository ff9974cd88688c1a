"""Beginnings: where a change starts, which is no value that it comes to: 由6.3%|提高到, 在现有85%|的基础上."""

from __future__ import annotations

import re
from functools import cache

from nlp.facts import Time
from nlp.targets.clause import Span
from nlp.targets.setting import Setting
from nlp.vocabulary import words
from nlp.wording import any_of, pattern

_SINCE = "由从自"
_ON_THE_BASE = re.compile("的?基础上")
_STARTS = re.compile(rf"[{_SINCE}][^{_SINCE},;、]*$")
# Of a bare number: 系数由0.601|提高到.
_BARE = re.compile(rf"[{_SINCE}]\d[\d.]*(?=[^\d,;、]{{1,5}}[到至为]$)")


def is_beginning(setting: Setting) -> bool:
    """True for where a change begins: 由6.3%|提高到, 在现有85%|的基础上; not for 在达到85%|的基础上."""
    based = _ON_THE_BASE.match(setting.right) and _standing().search(setting.left)
    return bool(based or (_STARTS.search(setting.left) and _rises().match(setting.right)))


def span_of(text: str, clause: int, start: int, end: int) -> Span:
    """The wording around the number `start:end` in which a change begins, in the clause that begins at `clause`:
    由6.3% of 由6.3%提高到, 在现有85%的基础上."""
    based = _ON_THE_BASE.match(text, end)
    opening = "在" if based else _SINCE
    return max(text.rfind(word, clause, start) for word in opening), based.end() if based else end


def measured(noun: str) -> str:
    """A subject without the word that says that a change of it begins: 浓度 of 浓度|由."""
    return noun.rstrip(_SINCE)


def without_bare(left: str) -> str:
    """The words before a number without a bare number in which the change began: 系数|提高到 of 系数由0.601提高到."""
    return _BARE.sub("", left)


def wording(text: str, time: Time, clause: int) -> Span:
    """The span of a time with the words that go with it (在2020年基础上) and the bare number in which a change began
    then (由2020年的66|降到), but without what belongs to a value: a verb's 到 (提升到2025年的) and the 从 of where a
    change begins (从2022年的86%)."""
    since = any(char in _SINCE for char in text[time.start - 1 : time.start + 1])
    if since and time.kind == "baseline" and (bare := _bare_then().match(text, time.end)):
        return time.start - (text[time.start] not in _SINCE), bare.end()
    begins = since and text.startswith("的", time.end)
    behind = _baseline_tail().match(text, time.end) if time.kind == "baseline" and not begins else None
    of_value = "到至从自" if text.startswith("的", time.end) else "到至"
    start = time.start + (time.start > clause and text[time.start] in of_value)
    return start, behind.end() if behind else time.end


@cache
def _rises() -> re.Pattern[str]:
    """The change behind where it begins: 6.3%|大幅提高到."""
    adverbs = any_of("conditions", "gain_adverbs")
    return pattern("conditions", "gains", before=f"(?:{adverbs})*,?(?:{adverbs})*", after="(?:到|至|为|的)")


@cache
def _standing() -> re.Pattern[str]:
    """What says that a number is so already: 在现有|85%."""
    return pattern("conditions", "standing", before="在(?:", after="|的)*(?:约|近)?$")


@cache
def _bare_then() -> re.Pattern[str]:
    """The number of a year in which a change began: 由2020年|的66|降到."""
    adverbs, gains = any_of("conditions", "gain_adverbs"), any_of("conditions", "gains")
    return re.compile(rf"度?[底末]?的?\d[\d.]*(?=(?:{adverbs})*(?:{gains})[到至为])")


@cache
def _baseline_tail() -> re.Pattern[str]:
    """What stands behind a year that is compared with: 比2010年|的12.4万吨、1.2万吨|分别减少8%、9%, and
    在2015年|70天的基础上|减少9%, which say the values of that year as well."""
    behind = sorted(map(re.escape, words("times", "baseline_after")), key=len, reverse=True)
    value = r"\s?\d[\d.]*[^\d\s,。;、]{1,8}?"
    changed = rf"\s?(?:分别)?\s?(?:{any_of('operators', 'increase', 'decrease')})"
    held = rf"的?{value}(?:[、和]{value})*(?:{_ON_THE_BASE.pattern})?(?={changed})"
    return re.compile(rf"度?(?:{'|'.join(behind)})*(?:{held})?")
