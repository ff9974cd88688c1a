"""Items that lean on the head of another: a place, a short name, a park before 、乙园区污水处理厂."""

from __future__ import annotations

import re

import rjieba

from corpus.characters import HAN, NUMERALS
from nlp.projects.front import LED_WATER, front_length
from nlp.projects.head import Head, any_of
from nlp.projects.item import COUNT_AND_LEVEL, Item
from nlp.projects.list import ItemList
from nlp.projects.plain import is_bare_name, is_plain, unexplained_length
from nlp.vocabulary import words

CALLED = re.compile("(?:工程|项目)")
LEAST_DONE = 4
_LONGEST_LEANING = 4
_BODIES = words("projects", "bodies")
_KINDS_OF_ITEMS = words("projects", "kinds_of_items")
_PARKS = words("projects", "parks")
_STANDING = words("projects", "standing")
_SIDE_OF_TOWN = re.compile(r"城[东西南北中]|[东西南北]郊|临[港空江]")
_ORDINAL = re.compile(rf"第[{NUMERALS}]+")
_PHASE = re.compile(r"[一二三四五六]期(?:工程|项目)?|[\d、]+号机组")
_WATER_ENDS = tuple("河江湖溪渠")
OTHER_WATERS = tuple("河江湖溪渠塘湾沟")
_BUILT_WATERS = words("projects", "built_waters")
RIVER_OF_REACH = re.compile(rf"[{HAN}]+[江河湖溪](?=[{HAN}]{{2,4}}段\Z)")
_RENEWAL = re.compile(r"[提扩改技迁升除]|[一二三四五六]期扩建")
_DEED = re.compile(any_of("deed_heads"))
JOINING = re.compile(rf"(?:{any_of('joining')})(?![渠管河港线道])")
# What is built besides, or between two of them, is not done to each: 甲水库、乙水库及管线改造.
_ADDED = re.compile(rf"[及和与、]|(?:{JOINING.pattern})")
# 泰安二期抽水蓄能电站 is the second of 泰安 alone.
_OF_PHASE = re.compile(rf"\A[一二三四五六]期(?=[{HAN}]{{4}})(?!工程|项目|扩建|及)")
_BEFORE_COUNT = re.compile(rf"[{HAN}]{{1,2}}(?={COUNT_AND_LEVEL.pattern})")
# 雅鲁藏布江中游 and 小清河干流 are named like a river.
_PART_OF_RIVER = re.compile(r"(?:干流|[上中下]{1,2}游|[东西南北两]岸)")
_PARK_NEEDS = re.compile(rf"[{HAN}]{{0,6}}?(?:{any_of('park_needs')})")


def shared_end(one: Item, item: Item, head: Head, listed: ItemList) -> str:
    """What a bare item takes over from the item with the head: 污水管网工程, or 技改提升 where both name a facility."""
    if one.head and not is_park(one):
        return _works_on_facility(one, item, head, listed)
    own = _own_length(one, item, head)
    # 大涌口水闸 is named after 大涌口: its name goes on behind the place that was found in it.
    if item.text.startswith("口", own) and one.text.endswith("口"):
        own += 1  # 甲河口、乙河口国家湿地公园
    elif item.text.startswith("口", own) or (is_park(one) and not _PARK_NEEDS.match(item.text, own)):
        return ""
    counted = COUNT_AND_LEVEL.match(item.text, own)
    shared = _OF_PHASE.sub("", COUNT_AND_LEVEL.sub("", item.text[own : head.end], count=1)) if own else ""
    said = _said_length(one, shared)
    if LED_WATER.fullmatch(one.text) and not (_PHASE.fullmatch(shared) or CALLED.fullmatch(shared)):
        return ""
    other_water = shared in _BUILT_WATERS and one.text.endswith(OTHER_WATERS) and not counted
    if _PHASE.fullmatch(shared[said:]) or other_water:
        return ""
    return shared[said:] if is_bare(one) or (said and (one.front or said >= LEAST_DONE)) else ""


def _works_on_facility(one: Item, item: Item, head: Head, listed: ItemList) -> str:
    """What is done to both of two facilities of a kind: 技改提升 of 三界污水厂、石璜污水厂技改提升, and 过鱼通道工程
    of 甲水电站、乙水电站过鱼通道工程."""
    assert one.head is not None
    facility = one.text[one.head.start :]
    at = item.text.find(facility)
    rest = item.text[at + len(facility) : head.end] if at >= 0 else ""
    worked_on = head.kind == "deed" and not (_ADDED.match(rest) or listed.is_of_projects)
    renewed = _RENEWAL.match(rest) or (facility not in _STANDING and _DEED.match(rest))
    fitted_out = facility in _STANDING and head.kind == "works" and not _ADDED.match(rest)
    return rest if worked_on or renewed or fitted_out else ""


def _own_length(one: Item, item: Item, head: Head) -> int:
    """How much of an item is its own name: 石门坎 of 石门坎3座水库, 小清河干流 of 小清河干流治理, 第二 beside 第一."""
    ordinal = _ORDINAL.match(item.text) if _ORDINAL.fullmatch(one.text, one.front) else None
    ordinal = ordinal or (_SIDE_OF_TOWN.match(item.text) if not item.front else None)
    own = ordinal.end() if ordinal else item.front or unexplained_length(item.text[: head.end])
    longer = (_BEFORE_COUNT.match(item.text, own) or _PART_OF_RIVER.match(item.text, own)) if own else None
    return longer.end() if longer else own


def _said_length(one: Item, shared: str) -> int:
    """How much of what is shared a bare item says already: 闸站 of 甲闸站、乙闸站工程, 湿地 of 甲湿地、乙湿地退耕还湿.

    But 甲煤矿、乙煤矿矿井水处理站 have more than one 矿, and 泉河、沙河河道治理 more than one 河.
    """
    kinds = tuple(kind for kind in _KINDS_OF_ITEMS if shared.startswith(kind))
    if kinds and not one.text.endswith(kinds):
        return 0
    sizes = range(min(len(shared), len(one.text)), 1 if one.front == len(one.text) else 0, -1)
    said = next((size for size in sizes if one.text.endswith(shared[:size])), 0)
    # 浏阳河 before 靳江河综合治理, of which only 靳江 is known.
    return said or int(shared[:1] in _WATER_ENDS and one.text.endswith(shared[:1]))


def is_of_next(item: Item, listed: ItemList) -> bool:
    """Whether something built leans on works behind it: 甲公路 before 等道路改造, 甲闸站 before 、乙闸站工程."""
    if item.head is None or item.head.kind != "building":
        return False
    end, last = item.text[item.head.start : item.head.end], listed.items[-1]
    return (bool(listed.tail) and not listed.is_of_projects) or (item is not last and f"{end}工程" in last.text)


def is_one_of_parks(listed: ItemList, item: Item) -> bool:
    """Whether a park stands among parks that are set up: 甲产业园 of 建设甲产业园、乙科技园."""
    last = listed.items[-1]
    if item is last:
        return not listed.tail
    return last.head is not None and last.head.kind in ("zone", "building") and bool(item.front)


def is_park(item: Item) -> bool:
    """Whether an item is an industrial park, where things are built as in a town: 社棠工业园、六峰工业园污水处理厂."""
    return item.text.endswith(_PARKS) and (item.head is None or item.head.kind == "zone")


def may_lean(item: Item) -> bool:
    """Whether an item is short enough to lean on a head: 青浦 and 罗田平坦原; not 东宁天然气热电联产."""
    return is_bare(item) or len(item.text) - item.front <= _LONGEST_LEANING


def is_bare(item: Item) -> bool:
    """Whether an item may lean on the head of the next: a place, a short name, or one behind a place, 顺义李遂."""
    if item.text.endswith(_BODIES):
        return False
    if is_park(item):
        return front_length(item.text) > 0
    rest = item.text[item.front :]
    own = _SIDE_OF_TOWN.fullmatch(rest) or _ORDINAL.fullmatch(rest) or (item.front and _PART_OF_RIVER.fullmatch(rest))
    if not rest or own or RIVER_OF_REACH.match(item.text):
        return True
    if not item.head and 2 <= len(item.text) <= _LONGEST_LEANING and not is_plain(item.text):
        return True
    if item.head or not item.front or is_plain(rest):
        return False
    # 罗田平坦原 is a place in 罗田, though 平坦 is a word; 望虞河拓宽 is what is done to a river.
    river = item.text[: item.front].endswith(OTHER_WATERS)
    return is_bare_name(rest) or (len(rest) < _LONGEST_LEANING and not rjieba.has_word(rest) and not river)
