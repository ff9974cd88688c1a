"""Announced measures: named once, before the values that they have in one place after the other: 处理率:市区98%."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.characters import HAN
from nlp.targets import antecedent, operator, scope, subject, unit
from nlp.targets.clause import opening
from nlp.targets.reading import Reading, joined
from nlp.targets.setting import Setting
from nlp.targets.statement import ANNOUNCED, Sentence, Statement
from nlp.vocabulary import words
from nlp.wording import any_of, pattern

_IN_ORDER, _GIVING = (any_of("statements", key) for key in ("in_order", "giving"))
_EACH_IN = re.compile(rf"(?P<noun>.+?)(?:{_IN_ORDER})(?:{_GIVING})(?P<where>[{HAN}]{{2,10}})")


def without_value(sentence: Sentence, start: int, end: int) -> Statement | None:
    """What a clause without a value announces before a colon: a measure, or what is shared out from there on."""
    return before_colon(sentence.text, start, end) or _shared_out(sentence, start, end)


def before_colon(text: str, start: int, end: int) -> Statement | None:
    """The measure before a colon, whose values follow: 污水处理率:市区达到98%; 达标率分别为:甲县95%."""
    said = text[opening(text, start, end) : end]
    noun, said_unit = unit.cut(subject.before(said[: len(said) - operator.tail(said).length], share=True).noun)
    where, indicator = scope.split(noun)
    if not indicator.endswith(words("statements", "measures")):
        return None
    return Statement(indicator, where, "=", 0.0, None, said_unit, start, end, end, ANNOUNCED)


def _shared_out(sentence: Sentence, start: int, end: int) -> Statement | None:
    """What is shared out behind a colon, if it was said before in the same unit: 植树11万株。各镇任务:甲镇4万株,…"""
    following = next((each for each in sentence.quantities if each.start > end), None)
    if following is None or not pattern("statements", "shared_out", after="$").search(sentence.text, start, end):
        return None
    said = next((each for each in reversed(sentence.earlier) if each.unit == following.unit), None)
    return replace(said, scope=None, rule=ANNOUNCED) if said else None


def at_first_place(reading: Reading, setting: Setting) -> Setting:
    """The setting of the first of several places with their values, whose measure is announced with it: 优良天数分别
    达到|甲县220天、乙县210天."""
    said = _EACH_IN.fullmatch(setting.subject.noun)
    if said is None or not setting.further:
        return setting
    where, indicator = scope.split(said["noun"])
    named, at = joined(setting.subject.scope, where), setting.quantity.start
    reading.last = Statement(indicator, named, "=", 0.0, None, setting.quantity.unit, at, at, at, ANNOUNCED)
    return replace(setting, subject=replace(setting.subject, noun="", scope=said["where"]))


def goes_on(reading: Reading, setting: Setting) -> bool:
    """True for a value of what has been announced with its unit: ,乙县210天; not for another measure: ,浓度30微克."""
    last, noun = reading.last, setting.subject.noun
    if last is None or not last.announced or setting.quantity.unit is None:
        return False
    if antecedent.of_parallel(noun, last, setting):
        return False
    # A measure announced without its unit is a share: 安装率:农业机井90%.
    share = "%" if setting.quantity.kind == "share" else None
    fits = (last.unit or share) == setting.quantity.unit
    return fits and not noun.endswith(words("statements", "measures")) and bool(noun or setting.subject.scope)
