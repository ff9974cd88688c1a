"""Antecedents: the measure named before, which a later value means again without naming it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.characters import HAN
from nlp.facts import Time
from nlp.number import parse
from nlp.places import place
from nlp.targets import scope, subject, unit
from nlp.targets.indicator import link
from nlp.targets.operator import CHANGES
from nlp.targets.quantity import Quantity
from nlp.targets.setting import Setting
from nlp.targets.statement import Statement
from nlp.vocabulary import words
from nlp.wording import pattern

Thing = tuple[str | None, str]

_COMPARED = pattern("statements", "compared")
_SO_MANY = pattern("statements", "named_together", before=r"(?:上述|以上|前述|这|该)?([两二三四五六\d])(?:项|个|大)")
_SAID_ABOVE = pattern("statements", "named_together", before="(?:上述|以上|前述|这些|该)(?:各项|几项)?(?:约束性)?")
_LEVEL = re.compile(r"^(?:(?:国家|省|市|县|区|乡|镇|村|部)级|[国省市县][考控])")
_SMALL_PLACE = re.compile(rf"[{HAN}]{{1,4}}(?:镇|乡|街道|[县区]|旗)(?:\([市区]\))?")
_SUMMED = re.compile(r"共计|共有|共|合计|总计|涉及")
_AIM_NAMED = re.compile(rf"的[{HAN}]{{0,4}}目标")
_POLLUTANTS = re.compile(f"[{HAN}]*?污染物(?=[{HAN}])")
_CHANGE_NAMED = ("幅", "幅度")


def same_kind(last: Statement, quantity: Quantity) -> bool:
    """True where a value can be one of what the statement before measures: 95% behind a rate, not 3座."""
    return last.rule == "announced" or unit.kind(last.unit) == quantity.kind


def is_place_of(last: Statement | None, setting: Setting, part: bool = False) -> bool:
    """True where the words before a value only say where the measure named before holds: 京津冀地区达到35%.

    Of things counted, names of small places are such (15套,其中南康镇6套), other things are not
    (对186家企业开展分级,A级企业达到5家). `part` where the clause tells the parts of a whole, of which a water may be
    one (河道66公里,其中团旺河13公里).
    """
    noun = setting.subject.noun
    if last is None or not same_kind(last, setting.quantity):
        return False
    small = _SMALL_PLACE.fullmatch(noun) and not pattern("scopes", "no_places").search(noun)
    if part and last.unit == setting.quantity.unit and setting.tail.op is None and (small or _says_where(noun)):
        return True
    if setting.quantity.kind in ("count", "person"):
        return scope.is_scope(noun) or bool(small and last.unit == setting.quantity.unit)
    if not setting.tail.op:
        return False
    return noun.endswith(words("statements", "scope_endings")) and link(noun) is None


def _says_where(noun: str) -> bool:
    """True for a place by any of its names, a water or a part: 利辛, 全市, 团旺河, 城区部分."""
    return scope.is_scope(noun) or scope.is_water(noun) or noun.endswith("部分") or place.find(noun) is not None


def is_meant_again(last: Statement, setting: Setting, times: Sequence[Time], stated: bool) -> bool:
    """True where a value without a thing of its own can be one of the measure before.

    `,县城达到95%`, `,2030年达到60%`, `,力争42微克` and `合计186蒸吨` are, `stated` being true where the clause holds
    values already. A change is one of a level (`达到42%,提高0.3个百分点`), of the same change elsewhere or aimed at
    (`下降10%,长三角地区下降5%`, `力争下降12%`), or one that says since when; `下降10%,增长5%` is none.
    """
    if last.rule == "announced":
        return True
    named = setting.subject
    if setting.op in CHANGES:
        if setting.op == last.op and setting.left.lstrip(" ,").startswith("即"):
            return True  # 重污染天数减少50%,即减少|21天
        if any(time.kind == "baseline" for time in times) or _COMPARED.search(setting.left):
            return True
        named_change = "年均" in setting.left or any(word.endswith(_CHANGE_NAMED) for word in setting.tail.words)
        if setting.quantity.kind == "share" and named_change:
            return True  # 浓度控制在160微克/立方米,增幅|不超过2%; 产值达到1500亿元,年均增长|6%
        # 排放量2.8万吨,下降4.5% says how the amount itself has changed.
        if setting.told and last.op not in CHANGES and len(setting.left) == setting.tail.length:
            return setting.quantity.kind == "share" and last.indicator.endswith(words("statements", "measures"))
        elsewhere, aimed = bool(named.scope or named.noun), subject.is_aimed(setting.left)
        return same_kind(last, setting.quantity) and ((last.op in CHANGES) == elsewhere or aimed)
    summed = bool(setting.tail.length and stated)
    dated = any(time.end == setting.quantity.start for time in times)
    aimed = subject.is_aimed(setting.left) and last.unit == setting.quantity.unit
    return bool(setting.tail.op or named.scope or named.noun or summed or dated or aimed)


def with_change(last: Statement, setting: Setting) -> Setting:
    """The setting of a value aimed at beyond a change, which is one of the same change.

    `下降14%(力争15%)`, `下降13%,力争完成14.5%的激励目标`.
    """
    bare = setting.quantity.op is None and (setting.tail.op is None or _AIM_NAMED.match(setting.right) is not None)
    if bare and last.op in CHANGES and subject.is_aimed(setting.left):
        return replace(setting, tail=replace(setting.tail, op=last.op))
    return setting


def with_change_of_series(last: Statement | None, setting: Setting) -> Setting:
    """The setting of one pollutant more, which changes as the one before: 化学需氧量削减2.8%、氨氮|2.4%."""
    bare = setting.quantity.op is None and setting.tail.op is None and setting.left.startswith("、")
    parallel = setting.subject.noun in words("statements", "parallels")
    if last and bare and parallel and last.op in CHANGES and last.unit == setting.quantity.unit:
        return replace(setting, tail=replace(setting.tail, op=last.op))
    return setting


def in_order(setting: Setting, count: int, stated: Sequence[Statement]) -> list[Thing]:
    """The last measures named before, one for each of `count` values: 到2025年,分别达到82%、40%、90%.

    So are the changes of levels told one by one: 总磷浓度分别为0.06、0.05毫克/升,同比下降11%、8%.
    """
    levels = [each for each in stated if each.start == stated[-1].start and each.op not in CHANGES]
    if count < 2 or not (setting.in_order or (setting.op in CHANGES and len(levels) == count)):
        return []
    if not setting.in_order:
        return list(map(_thing, levels))
    return _last_things(_of_kind(stated, setting), count) or _last_things(stated, count)


def covered(stated: Sequence[Statement], last: Statement | None) -> Thing | None:
    """What 实现全覆盖 says of, where it names nothing: the last coverage named before, else the last share."""
    named = next((each for each in reversed(stated) if "覆盖" in each.indicator), last)
    return (named.scope, named.indicator) if named is not None and unit.kind(named.unit) == "share" else None


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
    return _last_things(measures, count if count > 1 else len(set(map(_thing, measures))))


def is_sum(setting: Setting) -> bool:
    """True where the words before a number only say that it sums up: 合计286蒸吨, 、共计89台."""
    return _SUMMED.fullmatch(setting.left.strip(" 、,")) is not None


def of_short(noun: str, stated: Sequence[Statement], topics: Sequence[str]) -> Thing | None:
    """What a rate means that is too short to say of what.

    The last one named that ends so (县级河湖建成率达到50%;到2025年,建成率|达到90%), else that of the work spoken of, if
    nothing has been measured yet (农药包装物回收。设立回收点,回收率|达到90%).
    """
    if noun not in words("scopes", "short_measures"):
        return None
    for said in reversed(stated):
        if said.indicator.endswith(noun) and said.indicator != noun:
            return said.scope, said.indicator
    work = noun.removesuffix("率")
    named = next((topic for topic in topics if topic.endswith(work) and topic != work), None)
    return (None, subject.before(named).noun + "率") if named and not stated and work != noun else None


def of_level(noun: str, last: Statement | None) -> Thing | None:
    """The thing before, of another level: 创建国家级示范场1家、省级2家; None for a noun that is no level."""
    if last is None or noun not in words("statements", "levels"):
        return None
    return last.scope, at_level(noun, last.indicator)


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
    if last.rule == "announced" and (all_of := _POLLUTANTS.match(last.indicator)):
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
    return list(dict.fromkeys(_thing(each) for each in stated if each.start == last.start))


def nearest(last: Statement | None, stated: Sequence[Statement], setting: Setting) -> Statement | None:
    """The statement that a number counts on from: the last one, unless that is a measure and one before counts the
    same: 完成46家,使用比例达到60%;再完成|31家."""
    if last is None or last.rule == "announced" or setting.quantity.kind != "count" or unit.kind(last.unit) == "count":
        return last
    return next((each for each in reversed(stated) if each.unit == setting.quantity.unit), last)


def _of_kind(stated: Sequence[Statement], setting: Setting) -> list[Statement]:
    """The statements whose values are of the kind of the one that follows: shares before a share, no counts."""
    return [each for each in stated if unit.kind(each.unit) == setting.quantity.kind]


def _thing(statement: Statement) -> Thing:
    return statement.scope, statement.indicator


def _last_things(stated: Sequence[Statement], count: int) -> list[Thing]:
    named = list(dict.fromkeys(map(_thing, stated)))
    return named[-count:] if len(named) >= count else []
