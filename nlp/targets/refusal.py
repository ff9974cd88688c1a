"""Refusals: why a number is no value of a target: it bounds, compares, dates, punishes or only describes."""

from __future__ import annotations

import re
from functools import cache

from corpus.characters import HAN
from nlp.targets.beginning import is_beginning
from nlp.targets.condition import is_condition
from nlp.targets.description import (
    is_bare,
    is_extent,
    is_fulfilment,
    is_kept,
    is_manner_of_speaking,
    is_not_counted,
    is_size,
)
from nlp.targets.part_of_scope import is_part_of_scope, takes_part
from nlp.targets.setting import Setting
from nlp.vocabulary import words
from nlp.wording import any_of, pattern

_EVERY = pattern("conditions", "terms", before="每(?:", after=r"|[一二两三四五六\d]+个?[年月])")
# 在全省14个市州|中排名第一, 全市20个区县|排名第7位
_RANKED = pattern("conditions", "ranked", before="[^,;。]{1,8}(?:中(?:排|列)|(?<!中)(?:并列)?(?:", after="))")
_LEAST_FUND = 50_000  # yuan; less is what one house, field or person is paid
_BY = re.compile(r"按照?[^,;。]{0,8}$")
_BOUND = re.compile(r"不(?:得|能|宜)?[高低优]于$|不(?:得)?超过$")
_PICKED_BY_RANK = re.compile(r"最[高低大小多少好差快优][^,;]{0,2}$")  # 浓度最低的|3个城市依次是

# The reasons that others give as well, or act upon.
BEGINNING = "the beginning of a change"
CONDITION = "a condition"
MANNER_OF_SPEAKING = "a manner of speaking"
PART_OF_SCOPE = "a part of a scope"
RATE_BASE = "what a rate goes by"


def reason_against(setting: Setting) -> str | None:
    """Why a number is no value of a target; None where nothing speaks against it.

    Refused are a span of time (15天内), a mark or penalty (处10万元罚款), a cost (总投资3亿元), a recurrence
    (每季度1次), what a comparison is made with (高出国考目标1.3个百分点), a rank (上升6位), where a change begins
    (由6.3%提高到, 在现有85%的基础上), a ban, a wish (为实现全覆盖打下基础), a condition (低于100mg/L的污水厂,
    年产100吨以上单位, 30户以上自然村), a part of the scope of a later value (15个断面优良率100%), a manner of
    speaking (三个“一批”), a bare number (拨打12369), a shortfall (恢复率不到45%), and things not worth counting
    (3个方面).
    `完成36.4万亩以上` and `建成1个以上示范项目` are not.
    """
    for reason, holds in _REASONS:
        if holds(setting):
            return reason
    return None


def _is_time(setting: Setting) -> bool:
    """True for a span of time: 15天内; not for 优良天数达到|300天, nor 其中优良|282天."""
    counted = pattern("conditions", "spans").search(setting.left) or setting.left.endswith(words("conditions", "air"))
    return setting.quantity.kind == "time" and not counted


def _is_mark(setting: Setting) -> bool:
    """True for the height of a penalty or the weight in a mark: 罚款10万元, 扣5分; not for 满意度达到|90分."""
    if setting.quantity.kind == "mark":
        return not pattern("conditions", "marked", after="[^,;]{0,6}$").search(setting.left)
    around = pattern("conditions", "no_penalties").sub("", setting.left[-8:] + setting.right[:6])
    return not setting.told and bool(pattern("conditions", "penalties").search(around))


def _is_cost(setting: Setting) -> bool:
    """True for what a work costs or covers, and how big it is: 项目总投资1.5亿元, 占地30亩, 长0.5公里; not for the
    floor space of a kind of building: 绿色建筑面积达到300万平方米."""
    if pattern("conditions", "kinds_of_building", after="建筑面积$").search(setting.subject.noun):
        return False
    big = setting.subject.noun in words("conditions", "dimensions")
    spent = setting.quantity.kind == "money" and not setting.right.startswith("的")
    return big or (not setting.told and not spent and setting.left.endswith(words("conditions", "costs")))


def _is_rate_base(setting: Setting) -> bool:
    """True for what a number of something else goes for: 每500人配备保洁员1名, 每改造1座厕所补助2000元."""
    return setting.left.endswith("每") or _each_done().search(setting.left) is not None


def _is_standard(setting: Setting) -> bool:
    """True for the standard by which something is paid: 按每亩|5元|标准, 由区财政补助|2000元, which no fund is as small
    as; not for 达到1元的|标准."""
    by = _BY.search(setting.left) is not None and setting.right.removeprefix("的").startswith("标准")
    small = setting.quantity.kind == "money" and setting.quantity.value < _LEAST_FUND
    return by or (small and setting.left.endswith(words("conditions", "paying_out")))


def _is_repeated(setting: Setting) -> bool:
    """True for how often something is done or happens: 每季度|1次, 连续|2次排名末位."""
    often = setting.quantity.unit in words("conditions", "repeated_units")
    return often and (setting.repeated or bool(_EVERY.search(setting.left)) or setting.left.endswith("连续"))


def _is_compared(setting: Setting) -> bool:
    """True for what a value is set beside: 高出国考目标|1.3个百分点, 低于|5%|的目标; not for 不高于|5%."""
    beside = setting.left.endswith(words("conditions", "comparisons")) and not _BOUND.search(setting.left)
    named = pattern("conditions", "yardsticks").search(setting.right[:8])
    return bool(_compared().search(setting.left)) or (beside and setting.right.startswith("的") and named is not None)


def _is_rank(setting: Setting) -> bool:
    """True for a place in a ranking, and for those that it picks out: 位次上升|6位, 浓度最低的|3个城市."""
    placed = setting.quantity.unit in ("位", "名") and setting.left.endswith(("前", "后", "第"))
    picked = setting.quantity.kind == "count" and _PICKED_BY_RANK.search(setting.left)
    ranked = _RANKED.match(setting.right) or pattern("conditions", "ranks").search(setting.left)
    return bool(placed or picked or ranked)


def _is_banned(setting: Setting) -> bool:
    """True for where something is forbidden: 严禁在31座水库投肥养殖; not for 禁止低于95%."""
    return setting.tail.op is None and pattern("conditions", "bans").search(setting.left) is not None


def _is_wished(setting: Setting) -> bool:
    """True for what work only leads up to: 为实现管网全覆盖打下基础."""
    return (
        setting.left.lstrip(" ,").startswith("为")
        and pattern("conditions", "leading_up").search(setting.rest) is not None
    )


def _is_shortfall(setting: Setting) -> bool:
    """True for what falls short, which no plan sets as a target: 恢复率不到45%, 21个水源地未完成勘界; not 未完成的."""
    undone = setting.quantity.kind == "count" and _undone().match(setting.rest) is not None
    return undone or (not setting.told and setting.left.endswith(words("conditions", "short")))


def _is_as_it_stands(setting: Setting) -> bool:
    """True for how things stand before anything is done, in a plan: 污水处理厂现状规模2万吨/日."""
    return not setting.told and pattern("conditions", "as_it_stands").search(setting.subject.noun) is not None


_REASONS = (
    ("a span of time", _is_time),
    ("a mark or penalty", _is_mark),
    ("a cost", _is_cost),
    ("a recurrence", _is_repeated),
    (RATE_BASE, _is_rate_base),
    ("a standard", _is_standard),
    ("a comparison", _is_compared),
    ("a rank", _is_rank),
    ("those who take part", takes_part),
    (BEGINNING, is_beginning),
    (CONDITION, is_condition),
    (PART_OF_SCOPE, is_part_of_scope),
    (MANNER_OF_SPEAKING, is_manner_of_speaking),
    ("a number without a unit", is_bare),
    ("a ban", _is_banned),
    ("a wish", _is_wished),
    ("a shortfall", _is_shortfall),
    ("how things stand", _is_as_it_stands),
    ("the size of a thing named", is_size),
    ("what a place is like by nature", is_extent),
    ("a thing not counted", is_not_counted),
    ("a number that stays as it is", is_kept),
    ("how far a plan has come", is_fulfilment),
)


@cache
def _undone() -> re.Pattern[str]:
    """What so many things have not come to: 个水源地|未完成|勘界立标; not 个未完成|的问题."""
    return pattern("conditions", "undone", before=f"[{HAN}]{{1,10}}?", after="(?![^,;。]{0,12}的)")


@cache
def _each_done() -> re.Pattern[str]:
    """A verb of doing behind 每: 每改造|1座."""
    return pattern("statements", "doing", before="每(?:", after=")$")


@cache
def _compared() -> re.Pattern[str]:
    """A yardstick behind a word of comparing (高出国考目标), or between 比 and 高 (比年度目标高)."""
    yardsticks = any_of("conditions", "yardsticks")
    beyond = rf"(?:{any_of('conditions', 'comparisons')})[^,;。]{{0,10}}(?:{yardsticks})$"
    return re.compile(rf"{beyond}|[比较][^,;。]{{0,8}}(?:{yardsticks})[^,;。]{{0,3}}[高低多少快好优]$")
