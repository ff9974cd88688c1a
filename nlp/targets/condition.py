"""Conditions: numbers that are no values of a target, since they bound, compare, date, punish or only describe."""

from __future__ import annotations

import re
from functools import cache

from nlp.targets import subject, undertaking
from nlp.targets.operator import tail
from nlp.targets.setting import Setting
from nlp.vocabulary import words
from nlp.wording import any_of, pattern

_STARTS = re.compile(r"(?:由|从|自)[^由从自,;、]*$")
_EVERY = re.compile(r"每(?:年|季度|季|月|周|半年|日|天|旬|学期|[一二两三四五六\d]+个?[年月])")
_PLACES = ("位", "名")
_RANKED = re.compile(r"[^,;。]{1,8}中(?:排名|排|位列|位居|名列|列)")  # 在全省14个市州|中排名第一
_EACH = ("每", "各")
_JOINTS = ("、", "和", "及", "与", "以及")


def refusal(setting: Setting) -> str | None:
    """Why a number is no value of a target; None where nothing speaks against it.

    Refused are a span of time (15天内), a mark or penalty (处10万元罚款), a cost (总投资3亿元), a recurrence
    (每季度1次), what a comparison is made with (高出国考目标1.3个百分点), a rank (上升6位), where a change begins
    (由6.3%提高到), a ban, a wish (为实现全覆盖打下基础), a condition (低于100mg/L的污水厂, 年产100吨以上单位,
    30户以上自然村), a part of the scope of a
    later value (15个断面优良率100%), a manner of speaking (三个“一批”), a bare number (拨打12369), a shortfall
    (恢复率不到45%), and things not worth counting (3个方面). `完成36.4万亩以上` and `建成1个以上示范项目` are not.
    """
    for reason, holds in _REASONS:
        if holds(setting):
            return reason
    return None


def _is_time(setting: Setting) -> bool:
    return setting.quantity.kind == "time" and not pattern("conditions", "spans").search(setting.left)


def _is_mark(setting: Setting) -> bool:
    if setting.quantity.kind == "mark":
        return not pattern("conditions", "marked", after="[^,;]{0,6}$").search(setting.left)
    return not setting.told and bool(pattern("conditions", "penalties").search(setting.left[-8:] + setting.right[:6]))


def _is_cost(setting: Setting) -> bool:
    """True for what a work costs or covers, and how big it is: 项目总投资1.5亿元, 占地30亩, 长0.5公里."""
    big = setting.subject.noun in words("conditions", "dimensions")
    return big or (not setting.told and setting.left.endswith(words("conditions", "costs")))


def _is_rate_base(setting: Setting) -> bool:
    """True for what a number of something else goes for: 每500人配备保洁员1名."""
    return setting.left.endswith("每")


def _is_repeated(setting: Setting) -> bool:
    often = setting.quantity.unit in words("conditions", "repeated_units")
    return often and (setting.repeated or bool(_EVERY.search(setting.left)))


def _is_compared(setting: Setting) -> bool:
    beside = setting.left.endswith(words("conditions", "comparisons"))
    named = pattern("conditions", "yardsticks").search(setting.right[:8])
    return bool(_compared().search(setting.left)) or (beside and setting.right.startswith("的") and named is not None)


def _is_rank(setting: Setting) -> bool:
    placed = setting.quantity.unit in _PLACES and setting.left.endswith(("前", "后", "第"))
    return (
        placed or _RANKED.match(setting.right) is not None or bool(pattern("conditions", "ranks").search(setting.left))
    )


def _is_beginning(setting: Setting) -> bool:
    return bool(_STARTS.search(setting.left) and _rises().match(setting.right))


def _is_condition(setting: Setting) -> bool:
    """True for 低于100mg/L的污水厂, 年产100吨以上单位, 执行65%节能标准."""
    if setting.quantity.word:
        return False
    quantity, right, measured = setting.quantity, setting.right.removeprefix("之间"), not setting.subject.empty
    if right.startswith(words("conditions", "reaches")):
        return True
    if quantity.kind == "share" and right.startswith("的") and subject.place_noun(right[1:]):
        return False
    if right.startswith("的") and not right.startswith(words("conditions", "aims_named"), 1):
        return measured and not (quantity.kind == "count" and (setting.subject.verbs or is_acted_on(setting)))
    thing, _ = subject.behind(right)
    if (
        quantity.kind == "share"
        and thing
        and pattern("conditions", "enforcing", after="[^,;]{0,6}$").search(setting.left)
    ):
        return True
    worked = subject.is_work(right) or undertaking.does_part(setting)
    if not thing or quantity.suffix == quantity.end or quantity.op is None or worked:
        return False
    if quantity.op == "<=":
        return True
    kind = (quantity.kind or "").removesuffix(" rate")
    if kind == "person" and quantity.unit != "户":
        return not setting.subject.verbs
    return kind in words("conditions", "picking_kinds") or measured or (kind != "share" and not setting.doing)


def _is_scope(setting: Setting) -> bool:
    """True for 15个断面 in 15个断面优良率100%, and for 在11个乡镇 in 在11个乡镇建成47个站点.

    True as well for 16个村 in 为16个村每户配置收集桶.
    """
    if setting.right.endswith(("中", "内")):
        return True
    if setting.left.startswith(words("conditions", "prepositions")) and _selected().match(setting.right):
        return True
    place = subject.place_noun(setting.right)
    if place and setting.right.startswith(_EACH, len(place)):
        return True
    if not setting.further or _begins_list(setting):
        return False
    if acting_place(setting):
        return True
    gap = setting.right[: len(setting.right) - tail(setting.right).length]
    if gap.endswith(words("statements", "measures")) and not gap.startswith(_JOINTS):
        return True
    picked = setting.left.endswith("的") and setting.quantity.kind in ("count", "person")
    return setting.subject.empty or (picked and bool(subject.behind(setting.right)[0]))


def acting_place(setting: Setting) -> str | None:
    """The word for places that do what the clause goes on to say: 村 in 等9个村推广有机肥5万亩; None where none do."""
    place = subject.place_noun(setting.right)
    if not place or not setting.further or setting.subject.verbs or setting.tail.words:
        return None
    return place if subject.before(setting.right[len(place) :]).verbs else None


def _begins_list(setting: Setting) -> bool:
    """True where the words up to the next value end this value's thing: 8个市州和2个园区, 建成3个公园、新增绿地5亩."""
    gap = setting.right
    parts = re.split(r"[、和及与并]", gap)
    if gap.startswith(_JOINTS) or gap.endswith((*_JOINTS, "并", "或")) or (gap.endswith("的") and len(parts) > 1):
        return True
    done = bool(setting.subject.verbs or setting.tail.words)
    return (
        done
        and len(parts) > 1
        and not gap.endswith(("共", "共计", "合计"))
        and bool(subject.before(parts[-1]).verbs or subject.before(parts[-1]).noun)
    )


def is_manner_of_speaking(setting: Setting) -> bool:
    """True for small numbers in characters that name a set: 三个“一批”, 八个新高地; not for 新建两座污水处理厂."""
    quantity = setting.quantity
    if quantity.digits or quantity.word or quantity.value >= 10 or quantity.kind == "share":
        return False
    verbs = {*setting.subject.verbs, *setting.tail.words}
    built = quantity.unit in words("conditions", "built_units") and not verbs.isdisjoint(
        words("statements", "building")
    )
    vague = quantity.value == 1 and quantity.unit in words("conditions", "vague_units")
    return not built or vague or setting.right.startswith(("“", "大"))


def _is_bare(setting: Setting) -> bool:
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
    return not (coefficient and (setting.tail.op or not setting.right.strip()))


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
    """True for what falls short, which no plan sets as a target: 恢复率不到45%."""
    return not setting.told and setting.left.endswith(words("conditions", "short"))


def _is_size(setting: Setting) -> bool:
    """True for how big a thing with a name of its own, or a tall one, is: 玉舍镇100MW风电场, 4.3米焦炉.

    Not for 全市建设100万千瓦光伏基地.
    """
    kind = (setting.quantity.kind or "").removesuffix(" rate")
    tall = subject.behind(setting.right)[0].endswith(words("conditions", "tall_things"))
    if tall and kind in words("conditions", "heights") and setting.quantity.op is None:
        return True
    if setting.left.endswith(words("conditions", "firms")) and kind in words("conditions", "sizes_at_firms"):
        return bool(subject.behind(setting.right)[0])
    if kind not in words("conditions", "sizes") or not subject.place_tail(setting.left):
        return False
    anywhere = words("scopes", "whole") + words("scopes", "kinds")
    return not setting.left.endswith(anywhere) and bool(subject.behind(setting.right)[0])


def _is_not_counted(setting: Setting) -> bool:
    if setting.quantity.kind not in ("count", "person"):
        return False
    thing, _ = subject.behind(setting.right)
    return thing.startswith(words("conditions", "abstract")) or thing.endswith(words("conditions", "not_counted"))


def _is_kept(setting: Setting) -> bool:
    """True where a plan works on a number of things without setting it: 加强5个国控断面监测, 对16家企业检查,
    指标分解到248个行政村, 落实8座水库下泄流量要求."""
    if setting.told or setting.quantity.kind not in ("count", "person") or not subject.behind(setting.right)[0]:
        return False
    left = setting.left.strip(" ,;:、")
    if left.endswith(words("conditions", "handing_down")) and subject.place_noun(setting.right):
        return True
    if setting.right.endswith(words("conditions", "demands")):
        return left.startswith(words("conditions", "obeying"))
    if setting.subject.verbs or setting.tail.words:
        return False
    prepositions = words("conditions", "prepositions")
    if left.startswith(prepositions) or left.endswith(prepositions):
        return not is_acted_on(setting)
    return left.endswith(words("conditions", "keeping"))


def _takes_part(setting: Setting) -> bool:
    """True for those who are called together: 组织8个社区开展竞赛; not for 组织3场竞赛."""
    place = subject.place_noun(setting.right)
    if not place or not setting.left.endswith(words("conditions", "gathering")):
        return False
    return setting.right.startswith(words("conditions", "taking_part"), len(place))


def is_acted_on(setting: Setting) -> bool:
    """True for 对3个村的终端进行改造, where the work counts; not for 对3个断面开展监测, which only watches."""
    acted = pattern("conditions", "acting").search(setting.rest)
    return acted is not None and pattern("conditions", "watching").search(setting.rest) is None


_REASONS = (
    ("a span of time", _is_time),
    ("a mark or penalty", _is_mark),
    ("a cost", _is_cost),
    ("a recurrence", _is_repeated),
    ("what a rate goes by", _is_rate_base),
    ("a comparison", _is_compared),
    ("a rank", _is_rank),
    ("those who take part", _takes_part),
    ("the beginning of a change", _is_beginning),
    ("a condition", _is_condition),
    ("a part of a scope", _is_scope),
    ("a manner of speaking", is_manner_of_speaking),
    ("a number without a unit", _is_bare),
    ("a ban", _is_banned),
    ("a wish", _is_wished),
    ("a shortfall", _is_shortfall),
    ("the size of a thing named", _is_size),
    ("a thing not counted", _is_not_counted),
    ("a number that stays as it is", _is_kept),
)


@cache
def _rises() -> re.Pattern[str]:
    adverbs = any_of("conditions", "gain_adverbs")
    return pattern("conditions", "gains", before=f"(?:{adverbs})*,?(?:{adverbs})*", after="(?:到|至|为|的)")


@cache
def _selected() -> re.Pattern[str]:
    return pattern("conditions", "selecting", before="[^,;。]{0,16}?(?:中|内)(?:", after="|[,;]|$)")


@cache
def _compared() -> re.Pattern[str]:
    """A yardstick behind a word of comparing (高出国考目标), or between 比 and 高 (比年度目标高)."""
    yardsticks = any_of("conditions", "yardsticks")
    beyond = rf"(?:{any_of('conditions', 'comparisons')})[^,;。]{{0,10}}(?:{yardsticks})$"
    return re.compile(rf"{beyond}|[比较][^,;。]{{0,8}}(?:{yardsticks})[^,;。]{{0,3}}[高低多少快好优]$")
