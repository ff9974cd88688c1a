"""Numbers before the thing they count: 完成50个行政村环境整治, 4个县区被命名为示范县."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from nlp.targets import antecedent, counted_thing, joint, place_noun, subject, undertaking
from nlp.targets.description import is_acted_on
from nlp.targets.quantity import Quantity
from nlp.targets.reading import Reading
from nlp.targets.refusal import PART_OF_SCOPE
from nlp.targets.series import places_of_each
from nlp.targets.setting import Setting
from nlp.vocabulary import words
from nlp.wording import pattern

_UNDERTAKEN = pattern("statements", "carrying_out")
_UP_TO_STANDARD = re.compile(r"(?:全部|均|都)?(?:达到|符合)[^,;。]{0,12}(?:标准|要求)+")
_COMING_UP = re.compile(r"(?:已|均|全部|基本|稳定|都)*(?P<standard>(?:达到|达|优于|符合)[^,;。、\d]{2,18})")
_PARTS = words("statements", "parts")
_LONGEST_SHARED = 10  # characters that several things counted share: 15个乡镇、165个行政村|生活污水治理
_LONGEST_KIND = 6  # characters of a name that only says what kind of thing comes up to a standard: 断面, 流域水质
_LONGEST_WHICH = 4  # characters that may pick out places: 其余15个县


def keep_counted(reading: Reading, setting: Setting, run: list[Quantity], limit: int) -> int:
    """Keeps numbers before the thing they count; returns where the words of the next number begin.

    `完成50个行政村环境整治` counts 行政村环境整治, `4个县区被命名为示范县` what 4 places became; `在11个乡镇` nothing.
    """
    right, end = _up_to_joint(setting, reading.clause.up_to_next_number(setting), limit)
    thing, said = counted_thing.behind(right)
    named = setting.subject
    place = None if place_noun.is_facility(thing) else place_noun.opening(right.removeprefix("的"))
    set_going = set(named.verbs).issubset(words("statements", "finishing"))  # 推进15个村开展污水治理
    acted = is_acted_on(setting)
    if not (said or acted or _is_done(reading, setting)):
        reading.turn_down("nothing is said to be done")
    elif place and said and not acted and not named.verbs and len(named.noun) > _LONGEST_WHICH:
        reading.turn_down(PART_OF_SCOPE)
    elif (place or setting.quantity.kind == "share") and said and set_going:
        _keep_places(reading, setting, right, place)
    else:
        thing = _example(setting) + thing if thing in words("statements", "generic_works") else thing
        thing += next((word.removeprefix("完成") for word in setting.tail.words if word in _closing()), "")
        pushed = set_going and (bool(named.verbs) or not joint.CLAUSE.match(setting.left))
        worked = counted_thing.with_work(thing, said) if pushed and not setting.further else thing
        if not named.verbs and (reached := _reached(reading, setting, thing)):
            worked = thing + reached
        shared = _shared(reading, thing, limit) if worked == thing else ""
        thing = _payment(setting, right) or (undertaking.with_verb(shared, named) if shared else worked)
        if not thing:
            reading.turn_down("nothing is named that it counts")
            return end
        years = reading.clause.years(run[0].start, len(run))
        paired = years if len(years) == len(run) > 1 else [None] * len(run)
        in_order = setting.in_order
        wheres: list[str | None] = [*places_of_each(named.scope, len(run))] if in_order else []
        for quantity, year, where in zip(run, paired, wheres or [named.scope] * len(run), strict=True):
            reading.keep(replace(setting, quantity=quantity), thing, where, "counted", year)
    return end


def _up_to_joint(setting: Setting, right: str, limit: int) -> tuple[str, int]:
    """The words behind a number without the names that the next one counts, and where they end.

    Of `23条河流和巴松措等7个湖泊` these begin at the first joint, of `8个项目完成年度投资6.8亿元` behind 项目.
    """
    if setting.further and (spent := _spent().search(right)):
        return right[: spent.start()], limit - len(right) + spent.start()
    joints = list(joint.CLAUSE.finditer(right)) if setting.further else []
    if not joints:
        return right, limit
    at = joints[0 if right.endswith("等") else -1].start()
    return right[:at], limit - len(right) + at


def _is_done(reading: Reading, setting: Setting) -> bool:
    """True where something is said to be done with what is counted: before the number, or in the list it stands in."""
    goes_on = bool(reading.found) or _goes_on_counting(reading, setting)
    listed = goes_on and not setting.left.strip(" 、,和及与")
    picked = 0 < len(setting.subject.noun) <= _LONGEST_WHICH
    return setting.told or setting.doing or setting.quantity.kind == "share" or listed or picked or is_part(setting)


def _keep_places(reading: Reading, setting: Setting, right: str, place: str | None) -> None:
    """Keeps what so many places, or such a share of a thing, reach: 4个县区被命名为示范县; the places themselves where
    all that is said of them is that it be done: 第一批8个镇建成投运."""
    thing, said = counted_thing.behind(right)
    counted = place or thing
    around = setting.subject.scope or setting.subject.noun
    counting = reading.text[setting.quantity.start : setting.quantity.end] + counted
    where = around + counting if place else around or None
    rest = _UNDERTAKEN.sub("", right.removeprefix("的")[len(counted) :]).removeprefix("了")
    up_to_standard = setting.quantity.kind == "count" and _UP_TO_STANDARD.fullmatch(rest)
    if place and (counted_thing.is_only_done(rest) or up_to_standard or rest.removeprefix("分别").startswith("由")):
        reading.keep(setting, around + counted, None, "counted")
        return
    if place and rest in words("statements", "works"):
        # 对全市18个园区进行整治
        reading.keep(setting, counted + rest, around.removeprefix("对") or None, "places counted")
        return
    # 75%以上的沙化土地得到治理 measures the land itself, where no kind of place is counted.
    reached = subject.before(rest).noun or said if place else counted + rest
    reading.keep(setting, reached, where, "places counted")


def _example(setting: Setting) -> str:
    """The last example of works that are only called so: 水毁修复 of 干流治理、河段水毁修复等|7项|工程; nothing of
    甲厂二期项目等|7个|项目, whose examples have names."""
    named = joint.CLAUSE.split(setting.subject.noun.removesuffix("等"))[-1]
    told = setting.left.endswith("等") and named.endswith(words("statements", "works"))
    return named if told and len(named) > _LONGEST_WHICH else ""


def _reached(reading: Reading, setting: Setting, thing: str) -> str:
    """What all of the things counted come up to: 达到Ⅲ类标准 of 35个断面达到Ⅲ类标准; nothing of 建成|35个断面."""
    if not 0 < len(thing) <= _LONGEST_KIND:
        return ""
    behind = reading.text[setting.quantity.end : reading.clause.end].partition(thing)[2]
    match = _COMING_UP.fullmatch(behind)
    return match["standard"] if match else ""


def _payment(setting: Setting, right: str) -> str:
    """What is paid before what it is paid for: 投资 of 投资13亿元实施生态修复; else nothing."""
    paid = setting.quantity.kind == "money" and bool(subject.before(right).verbs)
    return (setting.subject.noun or "".join(setting.subject.verbs[-1:])) if paid else ""


def _goes_on_counting(reading: Reading, setting: Setting) -> bool:
    """True for a clause that counts on where the one before ended: 创建3个低碳试点县,10个低碳示范乡镇."""
    last = reading.last
    counted = last is not None and last.rule == "counted" and last.unit == setting.quantity.unit
    return last is not None and counted and not reading.text[last.end : reading.clause.start].strip(",、 ")


def _shared(reading: Reading, thing: str, end: int) -> str:
    """A thing with what only the next number says of it: 1个国家级、3个省级示范区, 3条河流和7个湖泊整治."""
    level = thing in words("statements", "levels")
    if not level and thing not in _kinds():
        return thing
    for following in reading.sentence.quantities:
        if end <= following.start < reading.clause.end:
            ends = next((at for at in reading.clause.passed_over if at > following.end), reading.clause.end)
            further = counted_thing.thing(reading.text[following.end : ends])
            if level:
                return antecedent.at_level(thing, further)
            kind = next((kind for kind in _kinds() if further.startswith(kind)), further)
            said = further.removeprefix(kind)
            return thing + said if len(said) <= _LONGEST_SHARED else thing
    return thing


def is_part(setting: Setting) -> bool:
    """True for a part of what was counted before: 整治125个村,包括63个省级村."""
    return setting.left in _PARTS


@cache
def _spent() -> re.Pattern[str]:
    """What is spent on things just counted, before the amount: 8个项目|完成年度投资|6.8亿元."""
    return pattern(
        "statements", "spending", before="(?<=.)(?:累计|共|计划)*(?:完成|投入)(?:年度|总|计划)?(?:", after=")约?$"
    )


@cache
def _closing() -> frozenset[str]:
    """Words behind which stands what has been dealt with: 完成整改|54个|问题."""
    return frozenset(words("statements", "closing") + words("statements", "closing_works"))


@cache
def _kinds() -> tuple[str, ...]:
    """Words for kinds of places and waters, longest first."""
    return tuple(sorted((*words("statements", "places"), *words("statements", "waters")), key=len, reverse=True))
