"""Antecedents: which of the measures named before a value means that names none of its own, or half a one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.characters import HAN
from nlp.number import parse
from nlp.targets import scope, subject
from nlp.targets.meant_again import same_kind
from nlp.targets.operator import CHANGES
from nlp.targets.setting import Setting
from nlp.targets.statement import Statement, Thing
from nlp.vocabulary import words
from nlp.wording import pattern

_SO_MANY = pattern("statements", "named_together", before=r"(?:上述|以上|前述|这|该)?([两二三四五六\d])(?:项|个|大)")
_SAID_ABOVE = pattern("statements", "named_together", before="(?:上述|以上|前述|这些|该)(?:各项|几项)?(?:约束性)?")
_LEVEL = pattern("statements", "levels", "lower_levels", before="^(?:", after=")(?:及?以上)?")
_POLLUTANTS = re.compile(f"[{HAN}]*?污染物(?=[{HAN}])")


def in_order(setting: Setting, count: int, stated: Sequence[Statement]) -> list[Thing]:
    """The last measures named before, one for each of `count` values: 到2025年,分别达到82%、40%、90%.

    So are the changes of levels told one by one: 总磷浓度分别为0.06、0.05毫克/升,同比下降11%、8%.
    """
    if count < 2:
        return []
    if setting.in_order:
        return _last_things(_of_kind(stated, setting), count) or _last_things(stated, count)
    levels = [each for each in stated if each.start == stated[-1].start and each.op not in CHANGES]
    return [each.thing for each in levels] if setting.op in CHANGES and len(levels) == count else []


def covered(stated: Sequence[Statement], last: Statement | None) -> Thing | None:
    """What 实现全覆盖 says of, where it names nothing: the last coverage named before, else the last share."""
    named = next((each for each in reversed(stated) if "覆盖" in each.indicator), last)
    return named.thing if named is not None and named.kind == "share" else None


def summed_up(noun: str, stated: Sequence[Statement]) -> list[Thing]:
    """What `两项指标` means: the last measures named before, as many as it says; empty where it is none such."""
    said = _SO_MANY.fullmatch(noun)
    return _last_things(stated, int(parse(said[1]))) if said else []


def is_said_above(noun: str) -> bool:
    """True for words that only point to measures named before: 上述指标, 以上指标; not 两项指标."""
    return _SAID_ABOVE.fullmatch(noun) is not None


def said_above(stated: Sequence[Statement], setting: Setting, count: int) -> list[Thing]:
    """The measures that `上述指标` means before `count` values: as many of the last ones, before one value all."""
    measures = _of_kind(stated, setting)
    return _last_things(measures, count if count > 1 else len({each.thing for each in measures}))


def of_short(noun: str, stated: Sequence[Statement], topics: Sequence[str]) -> Thing | None:
    """What a rate means that is too short to say of what.

    The last one named that ends so (县级河湖建成率达到50%;到2025年,建成率|达到90%), else that of the work spoken of, if
    nothing has been measured yet (农药包装物回收。设立回收点,回收率|达到90%).
    """
    if noun not in words("scopes", "short_measures"):
        return None
    for said in reversed(stated):
        if said.indicator.endswith(noun) and said.indicator != noun:
            return said.thing
    work = noun.removesuffix("率")
    named = next((topic for topic in topics if topic.endswith(work) and topic != work), None)
    return (None, subject.before(named).noun + "率") if named and not stated and work != noun else None


def of_level(noun: str, last: Statement | None, topic: str) -> Thing | None:
    """The thing before, of another level: 创建国家级示范场1家、省级2家、金华市级3家; None where no level is named.

    Of a measure the level is where it holds; `topic` is what was named since: 单位建成率,自治区级100%,市级80%.
    """
    if not (noun in words("statements", "levels") or _is_level_of_place(noun)):
        return None
    measures = words("statements", "measures")
    if topic.endswith(measures):
        return noun, topic
    if last is None:
        return None
    if last.indicator.endswith(measures) and not _LEVEL.match(last.indicator):
        return noun, last.indicator
    return last.scope, at_level(noun, last.indicator)


def _is_level_of_place(noun: str) -> bool:
    """True for the level of a place that is named: 金华市级; not 国家级, 森林村庄."""
    return noun.endswith("级") and scope.is_scope(noun.removesuffix("级"))


def at_level(level: str, thing: str) -> str:
    """A thing of another level: 省级 and 国家级示范区 give 省级示范区, 省级 and 示范区 the same."""
    return level + _LEVEL.sub("", thing)


def of_parallel(noun: str, last: Statement | None, setting: Setting) -> Thing | None:
    """The measure before, of another thing that shares it: COD排放量减少10%,氨氮|减少8%; None for other nouns.

    Of what was announced of all pollutants the measure of one: 主要污染物减排量:COD|3万吨、氨氮|2万吨.
    """
    shared = words("statements", "parallels")
    said = last is not None and noun in shared and not noun.endswith(words("statements", "measures"))
    if last is None or not said or not same_kind(last, setting.quantity):
        return None
    if last.announced and (all_of := _POLLUTANTS.match(last.indicator)):
        return last.scope, noun + last.indicator[all_of.end() :]
    if setting.tail.op is None and last.unit != setting.quantity.unit:
        return None
    other = max((word for word in shared if word in last.indicator and word != last.indicator), key=len, default=None)
    if other is None or noun.endswith(last.indicator.partition(other)[2][:2] or noun):
        return None  # 单位GDP二氧化碳排放 behind 氮氧化物|排放总量 is a measure of its own
    return last.scope, last.indicator.replace(other, noun)


def all_of_them(setting: Setting, stated: Sequence[Statement], last: Statement) -> list[Thing]:
    """What 均 means: the measures of the clause before, where it has several: 甲率、乙率分别达到91%、86%,|均达到95%."""
    if "均" not in setting.left:
        return []
    return list(dict.fromkeys(each.thing for each in stated if each.start == last.start))


def nearest(last: Statement | None, stated: Sequence[Statement], setting: Setting) -> Statement | None:
    """The statement that a number counts on from: the last one, unless that is a measure and one before counts the
    same: 完成46家,使用比例达到60%;再完成|31家."""
    if last is None or last.announced or setting.quantity.kind != "count" or last.kind == "count":
        return last
    return next((each for each in reversed(stated) if each.unit == setting.quantity.unit), last)


def _of_kind(stated: Sequence[Statement], setting: Setting) -> list[Statement]:
    """The statements whose values are of the kind of the one that follows: shares before a share, no counts."""
    return [each for each in stated if each.kind == setting.quantity.kind]


def _last_things(stated: Sequence[Statement], count: int) -> list[Thing]:
    """The last `count` different measures of statements; none where there are fewer."""
    named = list(dict.fromkeys(each.thing for each in stated))
    return named[-count:] if len(named) >= count else []
