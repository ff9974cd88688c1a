"""Numbers before the thing they count: 完成50个行政村环境整治, 4个县区被命名为示范县."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from nlp.targets import counted_name, counted_thing, joint, place_noun, subject
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
_PICKED = pattern("statements", "picking", after="$")
_PARTS = words("statements", "parts")
_LONGEST_WHICH = 4  # characters that may pick out places: 其余15个县


def keep_counted(reading: Reading, setting: Setting, run: list[Quantity], limit: int) -> int:
    """Keeps numbers before the thing they count; returns where the words of the next number begin.

    `完成50个行政村环境整治` counts 行政村环境整治, `4个县区被命名为示范县` what 4 places became; `在11个乡镇` nothing.
    """
    right, end = _up_to_joint(setting, reading.clause.up_to_next_number(setting), limit)
    thing, said = counted_thing.behind(right)
    verbs = setting.subject.verbs
    place = None if place_noun.is_facility(thing) else place_noun.opening(right.removeprefix("的"))
    set_going = set(verbs).issubset(words("statements", "finishing"))  # 推进15个村开展污水治理
    acted = is_acted_on(setting)
    if not (said or acted or _is_done(reading, setting)):
        reading.turn_down("nothing is said to be done")
    elif place and said and not acted and not verbs and len(setting.subject.noun) > _LONGEST_WHICH:
        reading.turn_down(PART_OF_SCOPE)
    elif (place or setting.quantity.kind == "share") and said and set_going:
        _keep_places(reading, setting, right, place)
    elif named := counted_name.of(reading, setting, right, set_going, limit):
        _keep_each(reading, setting, run, named)
    else:
        reading.turn_down("nothing is named that it counts")
    return end


def _keep_each(reading: Reading, setting: Setting, run: list[Quantity], thing: str) -> None:
    """Keeps the values of a run, each for its own year and place, where these stand in a list as well: 甲县、乙县分别
    新建|2座、3座."""
    where = setting.subject.scope
    places: list[str | None] = [*places_of_each(where, len(run))] if setting.in_order else []
    years = reading.clause.years_of_each(run)
    for quantity, place, year in zip(run, places or [where] * len(run), years, strict=True):
        reading.keep(replace(setting, quantity=quantity), thing, place, "counted", year)


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
    picked = _PICKED.search(setting.left)  # 每个乡镇选择|2个村开展试点
    around = _PICKED.sub("", around)
    where = around + counting if place and not picked else around or None
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


def _goes_on_counting(reading: Reading, setting: Setting) -> bool:
    """True for a clause that counts on where the one before ended: 创建3个低碳试点县,10个低碳示范乡镇."""
    last = reading.last
    counted = last is not None and last.rule == "counted" and last.unit == setting.quantity.unit
    return last is not None and counted and not reading.text[last.end : reading.clause.start].strip(",、 ")


def is_part(setting: Setting) -> bool:
    """True for a part of what was counted before: 整治125个村,包括63个省级村."""
    return setting.left in _PARTS


@cache
def _spent() -> re.Pattern[str]:
    """What is spent on things just counted, before the amount: 8个项目|完成年度投资|6.8亿元."""
    return pattern(
        "statements", "spending", before="(?<=.)(?:累计|共|计划)*(?:完成|投入)(?:年度|总|计划)?(?:", after=")约?$"
    )
