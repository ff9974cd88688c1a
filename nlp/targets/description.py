"""Descriptions: numbers that say what a thing is like, or how many there are, and set nothing."""

from __future__ import annotations

import re

from nlp.targets import counted_thing, place_noun, scope
from nlp.targets.setting import Setting
from nlp.vocabulary import words
from nlp.wording import pattern

_DONE_ALREADY = re.compile(r"[对就](?:目前)?已[^,;:。]{2,12}的$")


def is_manner_of_speaking(setting: Setting) -> bool:
    """True for small numbers in characters that name a set: 三个“一批”, 八个新高地; not for 新建两座污水处理厂, nor
    for 甲县、乙县等五个光伏基地."""
    quantity = setting.quantity
    if quantity.digits or quantity.word or quantity.value >= 10 or quantity.kind == "share":
        return False
    verbs = {*setting.subject.verbs, *setting.tail.words}
    building = not verbs.isdisjoint(words("statements", "building"))
    named = setting.left.endswith("等") and place_noun.is_facility(
        counted_thing.worked_on(counted_thing.thing(setting.right))
    )
    built = (building or named) and quantity.unit in words("conditions", "built_units")
    if setting.right.startswith(words("conditions", "never_few")):
        return True  # 七个|流域
    vague = quantity.value == 1 and quantity.unit in words("conditions", "vague_units") and "每" not in setting.left
    return not built or vague or setting.right.startswith(("“", "大"))


def is_bare(setting: Setting) -> bool:
    """True for a number without a unit that nothing makes a value: 拨打12369热线; not 系数达到0.6, 比例为0."""
    quantity = setting.quantity
    if quantity.unit == "类":
        return setting.tail.op is None
    if quantity.unit is not None or quantity.word or quantity.op is not None:
        return False
    noun = setting.subject.noun
    if quantity.value == 0 and setting.tail.op and noun.endswith(words("statements", "measures")):
        return False
    coefficient = pattern("conditions", "coefficients", after=r"(?:\([^()]*\))?$").search(noun)
    return not (coefficient and (setting.tail.op or not setting.right.strip() or setting.right[0] in "、,"))


def is_extent(setting: Setting) -> bool:
    """True for what a place or water is like by nature: 湖面面积31平方公里, 甲区、乙县面积1167平方公里; not for
    水面面积达到3万亩."""
    named = setting.subject
    reached = setting.tail.op not in (None, "~")
    if not setting.told or reached or named.verbs or setting.quantity.kind in ("share", None):
        return False
    wording = (named.scope or "") + named.noun
    where, thing = scope.split(wording)
    return pattern("conditions", "extents", after="$").search(wording) is not None or (bool(where) and thing == "面积")


def is_size(setting: Setting) -> bool:
    """True for how big a thing with a name of its own, or a tall one, is: 玉舍镇100MW风电场, 4.3米焦炉.

    Not for 全市建设100万千瓦光伏基地.
    """
    kind = setting.quantity.kind_alone
    tall = counted_thing.thing(setting.right).endswith(words("conditions", "tall_things"))
    if tall and kind in words("conditions", "heights") and setting.quantity.op is None:
        return True
    if setting.left.endswith(words("conditions", "firms")) and kind in words("conditions", "sizes_at_firms"):
        return bool(counted_thing.thing(setting.right))
    if kind not in words("conditions", "sizes") or not place_noun.ending(setting.left):
        return False
    anywhere = words("scopes", "whole") + words("scopes", "kinds")
    return not setting.left.endswith(anywhere) and bool(counted_thing.thing(setting.right))


def is_not_counted(setting: Setting) -> bool:
    """True for things that no plan sets a number of: 3个方面, 2个专班, 5项措施, 7项工作, 1亿亩的既定目标; not for
    3个公园."""
    if pattern("conditions", "work_alone", after="(?=[,;:、]|$)").match(setting.right):
        return True
    thing = counted_thing.thing(setting.right)
    if thing in words("conditions", "mere_aims"):
        return True
    if setting.quantity.kind not in ("count", "person"):
        return False
    return thing.startswith(words("conditions", "abstract")) or thing.endswith(words("conditions", "not_counted"))


def is_fulfilment(setting: Setting) -> bool:
    """True for how far a plan has come: 分别占年度计划的93%、101%; not for 完成年度任务80%以上, which a plan sets."""
    whole = pattern("conditions", "fulfilled", before="(?:占|(?<![^,、])为)", after="的?$")
    return setting.quantity.kind == "share" and whole.search(setting.left) is not None


def is_kept(setting: Setting) -> bool:
    """True where a plan works on a number of things without setting it: 加强5个国控断面监测, 对16家企业检查,
    指标分解到248个行政村, 落实8座水库下泄流量要求."""
    if setting.told or setting.quantity.kind not in ("count", "person"):
        return False
    if "分为" in setting.left or _DONE_ALREADY.search(setting.left):
        return True  # 任务|分为5类13项, 对已完成整治的|23条
    if not counted_thing.thing(setting.right):
        return False
    left = setting.left.strip(" ,;:、")
    if left.endswith(words("conditions", "handing_down")) and place_noun.opening(setting.right):
        return True
    if setting.right.endswith(words("conditions", "demands")):
        return left.startswith(words("conditions", "obeying"))
    if setting.subject.verbs or setting.tail.words:
        return False
    prepositions = words("conditions", "prepositions")
    if left.startswith(prepositions) or left.endswith(prepositions):
        return not is_acted_on(setting)
    return left.endswith(words("conditions", "keeping"))


def is_acted_on(setting: Setting) -> bool:
    """True for 对3个村的终端进行改造, where the work counts; not for 对3个断面开展监测, which only watches."""
    acted = pattern("conditions", "acting").search(setting.rest)
    return acted is not None and pattern("conditions", "watching").search(setting.rest) is None
