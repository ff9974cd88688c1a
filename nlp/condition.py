"""Conditions: numbers that are no values of a target, since they bound, compare, date, punish or only describe."""

from __future__ import annotations

import re
from functools import cache

from nlp import subject
from nlp.operator import tail
from nlp.setting import Setting
from nlp.vocabulary import words

_GAIN = "降|升|减|提高|提升|增加|增长|扩大|上升|下降|降低|减少|压减|缩减|削减|优化|改善|增"
_RISES = re.compile(rf"(?:左右|以上)?[,]?(?:大幅|稳步|显著|逐步)?(?:{_GAIN})(?:到|至|为|的)")
_STARTS = re.compile(r"(?:由|从|自)[^由从自,;、]*$")
_MEASURE_OF_DAYS = re.compile(r"天数|时数|小时数|天气|工期|周期|时限|时长")
_SELECTED = re.compile(r"^[^,;。]{0,16}?(?:中|内)(?:,|;|$|遴选|选|择优|开展|确定)")
_ACTED_ON = re.compile(r"开展|实施|进行|完成|落实|予以|给予|实行")
_WATCHED = re.compile(r"监测|监管|巡查|检查|管控|管理|考核|调度|监督|巡护")
_ENFORCED = re.compile(r"(?:执行|落实|按照?|实行|适用)[^,;]{0,6}$")
_MARKED_WITH = re.compile(r"(?:满意度|得分|指数|评分|成绩|分数)[^,;]{0,6}$")
_EVERY = re.compile(r"每(?:年|季度|季|月|周|半年|日|天|旬|学期|[一二两三四五六\d]+个?[年月])")
_COEFFICIENT = re.compile(r"(?:系数|指数|EQI|EI|值|比|级别|等级|强度|密度|倍数|户数|数量|个数)(?:\([^()]*\))?$")
_SHORT = re.compile(r"(?:不到|不足|未达到|未达|不及|仅为|仅占|仅)$")
_OF = re.compile(r"的(?!目标|任务|水平|要求|标准|增速|规模|比例|速度|幅度)")
# Kinds of units whose 以上 before a thing picks the thing out: 10蒸吨以上锅炉, 30户以上自然村.
# Units in which things are built one by one.
_BUILT = frozenset({"座", "处", "家", "台", "辆", "所", "个", "条", "套"})
_PICKING = frozenset({"mass", "power", "person", "money", "volume", "energy", "sound", "heat", "concentration"})


def refusal(setting: Setting) -> str | None:
    """Why a number is no value of a target; None where nothing speaks against it.

    Refused are a span of time (15天内), a mark or penalty (处10万元罚款), a cost
    (总投资3亿元), a recurrence (每季度1次), what a comparison
    is made with (高出国考目标1.3个百分点), where a change begins (由6.3%提高到), a condition (低于100mg/L的污水厂,
    年产100吨以上单位, 30户以上自然村), a part of the scope of a later value (15个断面优良率100%), a manner of
    speaking (三个“一批”), a bare number (拨打12369), a shortfall (恢复率不到45%), and things not worth counting
    (3个方面). `完成36.4万亩以上` and `建成1个以上示范项目` are not refused.
    """
    for reason, holds in _REASONS:
        if holds(setting):
            return reason
    return None


def _is_time(setting: Setting) -> bool:
    return setting.quantity.kind == "time" and not _MEASURE_OF_DAYS.search(setting.left)


def _is_mark(setting: Setting) -> bool:
    if setting.quantity.kind == "mark":
        return not _MARKED_WITH.search(setting.left)
    return bool(_penalty().search(setting.left[-8:] + setting.right[:6]))


def _is_cost(setting: Setting) -> bool:
    """True for what a work costs or covers: 项目总投资1.5亿元, 占地30亩."""
    return not setting.told and setting.left.endswith(words("statements", "costs"))


def _is_repeated(setting: Setting) -> bool:
    often = setting.quantity.unit in ("次", "轮", "期", "场", "场次", "遍", "份", "篇")
    return often and (setting.repeated or bool(_EVERY.search(setting.left)))


def _is_compared(setting: Setting) -> bool:
    return bool(_compared().search(setting.left))


def _is_rank(setting: Setting) -> bool:
    return any(word in setting.left for word in words("statements", "ranks"))


def _is_beginning(setting: Setting) -> bool:
    return bool(_STARTS.search(setting.left) and _RISES.match(setting.right))


def _is_condition(setting: Setting) -> bool:
    """True for 低于100mg/L的污水厂, 年产100吨以上单位, 执行65%节能标准."""
    if setting.quantity.word:
        return False
    quantity, right, measured = setting.quantity, setting.right, not setting.subject.empty
    if right.startswith(("范围", "半径")):
        return True
    if _OF.match(right):
        return measured and not (quantity.kind == "count" and setting.subject.verbs)
    thing, _ = subject.behind(right)
    if quantity.kind == "share" and thing and _ENFORCED.search(setting.left):
        return True
    if not thing or quantity.suffix == quantity.end or quantity.op is None or subject.is_work(right):
        return False
    if quantity.op == "<=":
        return True
    kind = (quantity.kind or "").removesuffix(" rate")
    if kind == "person" and quantity.unit != "户":
        return not setting.subject.verbs
    return kind in _PICKING or measured or (kind != "share" and not setting.doing)


def _is_scope(setting: Setting) -> bool:
    """True for 15个断面 in 15个断面优良率100%, and for 在11个乡镇 in 在11个乡镇建成47个站点."""
    prepositions = words("statements", "prepositions")
    if setting.right.endswith(("中", "内")) or (
        setting.left.startswith(prepositions) and _SELECTED.match(setting.right)
    ):
        return True
    if not setting.further or _begins_list(setting):
        return False
    gap = setting.right[: len(setting.right) - tail(setting.right).length]
    if gap.endswith(words("statements", "measures")) and not gap.startswith(("、", "和", "及", "与", "以及")):
        return True
    picked = setting.left.endswith("的") and setting.quantity.kind in ("count", "person")
    return setting.subject.empty or (picked and bool(subject.behind(setting.right)[0]))


def _begins_list(setting: Setting) -> bool:
    """True where the words up to the next value end this value's thing: 8个市州和2个园区, 建成3个公园、新增绿地5亩."""
    gap = setting.right
    if gap.endswith(("、", "和", "及", "与", "以及", "的", "并", "或")):
        return True
    parts = re.split(r"[、和及与并]", gap)
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
    built = quantity.unit in _BUILT and not verbs.isdisjoint(words("statements", "building"))
    vague = quantity.value == 1 and quantity.unit in ("个", "条", "套")
    return not built or vague or setting.right.startswith(("“", "大"))


def _is_bare(setting: Setting) -> bool:
    """True for a number without a unit that no sign or coefficient makes a value: 拨打12369热线; not 系数达到0.6."""
    quantity = setting.quantity
    if quantity.unit is not None or quantity.word or quantity.op is not None:
        return False
    return not (_COEFFICIENT.search(setting.subject.noun) and (setting.tail.op or not setting.right.strip()))


def _is_shortfall(setting: Setting) -> bool:
    """True for what falls short, which no plan sets as a target: 恢复率不到45%."""
    return not setting.told and bool(_SHORT.search(setting.left))


def _is_not_counted(setting: Setting) -> bool:
    if setting.quantity.kind not in ("count", "person"):
        return False
    thing, _ = subject.behind(setting.right)
    return thing.startswith(words("statements", "abstract")) or thing.endswith(words("statements", "not_counted"))


def _is_kept(setting: Setting) -> bool:
    """True where a plan works on a number of things without setting it: 加强5个国控断面监测, 对16家企业检查."""
    if setting.told or setting.quantity.kind not in ("count", "person") or not subject.behind(setting.right)[0]:
        return False
    left = setting.left.strip(" ,;:、")
    if setting.subject.verbs or setting.tail.words:
        return False
    if left.startswith(words("statements", "prepositions")) or left.endswith(words("statements", "prepositions")):
        return not _ACTED_ON.search(setting.right) or bool(_WATCHED.search(setting.right))
    return left.endswith(words("statements", "keeping"))


_REASONS = (
    ("a span of time", _is_time),
    ("a mark or penalty", _is_mark),
    ("a cost", _is_cost),
    ("a recurrence", _is_repeated),
    ("a comparison", _is_compared),
    ("a rank", _is_rank),
    ("the beginning of a change", _is_beginning),
    ("a condition", _is_condition),
    ("a part of a scope", _is_scope),
    ("a manner of speaking", is_manner_of_speaking),
    ("a number without a unit", _is_bare),
    ("a shortfall", _is_shortfall),
    ("a thing not counted", _is_not_counted),
    ("a number that stays as it is", _is_kept),
)


def _any(key: str) -> str:
    return "|".join(sorted(map(re.escape, words("statements", key)), key=len, reverse=True))


@cache
def _compared() -> re.Pattern[str]:
    return re.compile(rf"(?:{_any('comparisons')})[^,;。]{{0,10}}(?:{_any('yardsticks')})$")


@cache
def _penalty() -> re.Pattern[str]:
    return re.compile(_any("penalties"))
