"""Conditions: numbers that only pick out what is meant, or bound it: 低于100mg/L的污水厂, 年产100吨以上单位."""

from __future__ import annotations

import re

from nlp.targets import counted_thing, place_noun, subject, undertaking
from nlp.targets.description import is_acted_on
from nlp.targets.setting import Setting
from nlp.vocabulary import words
from nlp.wording import pattern

# 对到位率, 省财政厅将对到位率
_AT_THEM = re.compile(r"[ ,]*(?:[^,;]*[将应须要])?对")


def is_condition(setting: Setting) -> bool:
    """True for 低于100mg/L的污水厂, 年产100吨以上单位, 执行65%节能标准; not for 80%的乡镇, nor 达到95%的目标."""
    if setting.quantity.word:
        return False
    quantity, right, measured = setting.quantity, setting.right.removeprefix("之间"), not setting.subject.empty
    if right.startswith(words("conditions", "reaches")):
        return True
    if right.startswith("的"):
        if quantity.kind == "share" and place_noun.opening(right[1:]) and not _bounded(setting):
            return False
        if quantity.op and quantity.suffix and _is_sized(setting):
            return True
        if not right.startswith(words("conditions", "aims_named"), 1):
            return measured and not (quantity.kind == "count" and (setting.subject.verbs or is_acted_on(setting)))
    return _bounds_thing(setting, right)


def _is_sized(setting: Setting) -> bool:
    """True for how big a thing is, or how much is kept there: 10蒸吨及以下|的锅炉, 存栏|500头以上|的规模场."""
    sized = setting.quantity.kind_alone in words("conditions", "sizes")
    return sized or setting.left.endswith(words("conditions", "kept_amounts"))


def _bounds_thing(setting: Setting, right: str) -> bool:
    """True where the thing behind a number is picked out by it: 年产|100吨以上|单位, 执行|65%|节能标准."""
    quantity, kind, thing = setting.quantity, setting.quantity.kind_alone, counted_thing.thing(right)
    enforced = pattern("conditions", "enforcing", after="[^,;]{0,6}$").search(setting.left)
    if quantity.kind == "share" and thing and enforced:
        return True
    worked = counted_thing.is_work(right) or undertaking.does_part(setting)
    if not thing or quantity.suffix == quantity.end or quantity.op is None or worked or _are_reached(setting):
        return False
    if quantity.op == "<=":
        return True
    if kind == "person" and quantity.unit != "户":
        return not setting.subject.verbs
    picking = kind in words("conditions", "picking_kinds") or not setting.subject.empty
    return picking or (kind != "share" and not setting.doing)


def _bounded(setting: Setting) -> bool:
    """True for a bound of what is meant, 对到位率低于60%的县区暂缓拨款; not for 80%的乡镇, nor 不低于60%的乡镇达标."""
    return setting.tail.op in ("<", ">") and _AT_THEM.match(setting.left) is not None


def _are_reached(setting: Setting) -> bool:
    """True for so many things that are reached or reach something: 扩大到100个以上城市, 4个以上设区市建成无废城市."""
    if setting.quantity.kind != "count" or setting.quantity.op == "<=":
        return False
    place = place_noun.opening(setting.right)
    return setting.tail.op == "=" or bool(place and subject.before(setting.right[len(place) :]).verbs)
