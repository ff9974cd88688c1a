"""Meant again: whether a value that names no measure is one of the measure named before: 县城达到95%, 力争42微克."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.characters import HAN
from nlp.facts import Op, Time
from nlp.places import place
from nlp.targets import scope
from nlp.targets.indicator import link
from nlp.targets.operator import CHANGES
from nlp.targets.quantity import Quantity
from nlp.targets.setting import Setting
from nlp.targets.statement import Statement
from nlp.targets.subject import is_aimed
from nlp.targets.water_name import is_water
from nlp.vocabulary import words
from nlp.wording import pattern

_SMALL_PLACE = pattern("scopes", "small_places", before=f"[{HAN}]{{1,4}}(?:", after=r")(?:\([市区]\))?")
_AIM_NAMED = re.compile(rf"的[{HAN}]{{0,4}}目标")
_SIZES_OF_CHANGE = ("幅", "幅度")


def same_kind(last: Statement, quantity: Quantity) -> bool:
    """True where a value can be one of what the statement before measures: 95% behind a rate, not 3座."""
    return last.announced or last.kind == quantity.kind


def is_place_of(last: Statement | None, setting: Setting, part: bool = False) -> bool:
    """True where the words before a value only say where the measure named before holds: 京津冀地区达到35%.

    Of things counted, names of small places are such (15套,其中南康镇6套), other things are not
    (对186家企业开展分级,A级企业达到5家). `part` where the clause tells the parts of a whole, of which a water may be
    one (河道66公里,其中团旺河13公里).
    """
    noun = setting.subject.noun
    if last is None or not same_kind(last, setting.quantity):
        return False
    same_unit = last.unit == setting.quantity.unit
    part = part and not last.indicator.endswith(noun[-2:])  # 园区5个,其中|省级园区2个
    small = _SMALL_PLACE.fullmatch(noun) is not None and not pattern("scopes", "no_places").search(noun)
    bounded = setting.tail.op is not None and not noun.endswith(words("scopes", "told_parts"))
    if part and same_unit and not bounded and (small or _says_where(noun)):
        return True
    if setting.quantity.kind in ("count", "person"):
        return scope.is_scope(noun) or (small and same_unit)
    return setting.tail.op is not None and noun.endswith(words("statements", "scope_endings")) and link(noun) is None


def _says_where(noun: str) -> bool:
    """True for a place by any of its names, a water or a part: 利辛, 全市, 团旺河, 城区部分, 格里坪工业园区, 城东."""
    part = noun.endswith(words("scopes", "told_parts") + words("scopes", "zones")) or noun in words(
        "scopes", "directions"
    )
    return scope.is_scope(noun) or is_water(noun) or part or place.find(noun) is not None


def is_meant_again(last: Statement, setting: Setting, times: Sequence[Time], stated: bool) -> bool:
    """True where a value without a thing of its own can be one of the measure before.

    `,县城达到95%`, `,2030年达到60%`, `,力争42微克` and `合计186蒸吨` are, `stated` being true where the clause holds
    values already; `下降10%,增长5%` is none.
    """
    if last.announced:
        return True
    if setting.op in CHANGES:
        return _changes_again(last, setting, times)
    summed = setting.tail.length > 0 and stated
    dated = any(time.end == setting.quantity.start for time in times)
    aimed = is_aimed(setting.left) and last.unit == setting.quantity.unit
    return setting.tail.op is not None or _names_something(setting) or summed or dated or aimed


def _changes_again(last: Statement, setting: Setting, times: Sequence[Time]) -> bool:
    """True for a change of the measure before: of its level (达到42%,提高0.3个百分点), of the same change elsewhere or
    aimed at (下降10%,长三角地区下降5%; 力争下降12%), or one that says since when; not for 下降10%,增长5%."""
    # 重污染天数减少50%,即减少|21天
    restated = setting.op == last.op and setting.left.lstrip(" ,").startswith("即")
    compared = any(time.kind == "baseline" for time in times) or pattern("statements", "compared").search(setting.left)
    if restated or compared or _names_size(setting):
        return True
    changed = last.op in CHANGES
    # 排放量2.8万吨,下降4.5% says how the amount itself has changed.
    if setting.told and not changed and len(setting.left) == setting.tail.length:
        return setting.quantity.kind == "share" and last.indicator.endswith(words("statements", "measures"))
    return same_kind(last, setting.quantity) and (changed == _names_something(setting) or is_aimed(setting.left))


def _names_size(setting: Setting) -> bool:
    """True where the size of a change is named: 控制在160微克/立方米,增幅|不超过2%; 达到1500亿元,年均增长|6%."""
    named = "年均" in setting.left or any(word.endswith(_SIZES_OF_CHANGE) for word in setting.tail.words)
    return setting.quantity.kind == "share" and named


def _names_something(setting: Setting) -> bool:
    """True where something is named before the value, if only where it holds: ,县城|达到95%."""
    return bool(setting.subject.scope or setting.subject.noun)


def with_change(last: Statement, setting: Setting) -> Setting:
    """The setting of a value aimed at beyond a change, which is one of the same change.

    `下降14%(力争15%)`, `下降13%,力争完成14.5%的激励目标`.
    """
    bare = setting.quantity.op is None and (setting.tail.op is None or _AIM_NAMED.match(setting.right) is not None)
    return _changing(setting, last.op) if bare and last.op in CHANGES and is_aimed(setting.left) else setting


def with_change_of_series(last: Statement | None, setting: Setting) -> Setting:
    """The setting of one pollutant more, which changes as the one before: 化学需氧量削减2.8%、氨氮|2.4%."""
    bare = setting.quantity.op is None and setting.tail.op is None and setting.left.startswith("、")
    parallel = setting.subject.noun in words("statements", "parallels")
    if last and bare and parallel and last.op in CHANGES and last.unit == setting.quantity.unit:
        return _changing(setting, last.op)
    return setting


def _changing(setting: Setting, change: Op) -> Setting:
    """The setting with the operator of a change."""
    return replace(setting, tail=replace(setting.tail, op=change))
