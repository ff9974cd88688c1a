"""The grammar of water names: where a name of a river, lake, reservoir, canal, bay or wetland begins and ends.

A name is looked for from its head (江, 河, 湖, 水库 …) to the left. Well-known names stand in
`data/water_bodies.yaml`; any other begins after the last word that is no part of a name (a verb, a relation, a place).
"""

from __future__ import annotations

import re
from dataclasses import replace

import rjieba

from corpus.characters import HAN, is_han
from nlp.places.gazetteer import load_names
from nlp.water_bodies.behind import (
    KIND_AFTER,
    RUNS_ON,
    STANDS_ALONE,
    begins_a_place,
    goes_on_as_no_water,
    is_inside_a_place,
)
from nlp.water_bodies.common_noun import ends_as_common, is_common_noun
from nlp.water_bodies.core import BEFORE, DATED, NO_WATER, PLAIN, PREPOSED, is_plain, proper_core, town_core
from nlp.water_bodies.head import CHIEF_OF, FOLLOWED_AS_A_RIVER, HEAD, LISTED, STRONG, WEAK
from nlp.water_bodies.known import KNOWN, find_known, known_before
from nlp.water_bodies.name import WHOLE, WaterName, any_of
from nlp.water_bodies.part import CHANNEL, is_place_at, with_its_city, with_its_part
from nlp.water_bodies.whole import names_a_wetland, whole_core

_REACH = 8  # how far left of its head an unknown name is looked for, with the word before it
_OLD_RIVERS = (3, 2)  # characters of a river's name without 河
_SHORT_ITEM = range(2, 4)
_NEVER_IN_LISTS = frozenset("对向在以沿将把年如则")
_OPENING = frozenset("、.。:\n")
_BEGINS_WITH_CITY = re.compile(r"市(?![级总域内外管区政县委直属控考界场])")
_RUN = re.compile(rf"[{HAN}]{{0,{_REACH}}}\Z")
# A river to be wished for is no river of that name: 成为造福人民的幸福河.
_WISHED = re.compile(r"(?:[的“]|成为|打造|建成|建设|创建)幸福河\Z")
# 向东 is a word, but 向 stands before the name of a water to which something is led: 每年向东昌湖补水.
_LED_TO = re.compile(rf"[{HAN}]{{0,6}}向(?=[{HAN}]{{2,6}}(?:{any_of('led_to')}))")


def find_names(text: str) -> list[WaterName]:
    """All names of waters in a text, in reading order, as far as the name and the words next to it tell.

    Of `启动里禾水库、嘎醉河水库流域补偿` 里禾水库 and 嘎醉河水库, of `凯里市鱼洞河流域` 鱼洞河, of `加强曹娥江总磷控制`
    曹娥江. Nothing of `入河排污口`, `江河湖库`, `河长制`, `黄河路`, `长江经济带`, `太湖流域管理局`, `各河流`, `湖北`.
    """
    found: list[WaterName] = []
    for head in HEAD.finditer(text):
        if CHIEF_OF.match(text, head.start()):
            continue
        left = next((name.end for name in reversed(found[-2:]) if _stands_apart(name, head)), 0)
        name = _known_name(text, head) or _unknown_name(text, head, left)
        if name is not None and CHANNEL.search(text[name.start : name.end + 1]):
            name = replace(name, end=name.end - 1, text=name.text[:-1])
        name = name and with_its_city(with_its_part(name, text), text)
        if name is None or name.text in NO_WATER or goes_on_as_no_water(name, text):
            continue
        if found and is_place_at(found[-1], name, text):
            continue
        # 怒江 is a prefecture in 怒江赖茂河.
        of_place = found and found[-1].end == name.start and not name.doubtful and found[-1].text in load_names()
        if found and (name.start < found[-1].end or of_place):
            found.pop()
        found.append(name)
    return found


def _stands_apart(name: WaterName, head: re.Match[str]) -> bool:
    """Whether a name ends before the next one begins; a doubtful one may be its front: 龙湾 of 龙湾套水库."""
    return not name.doubtful or name.end < head.start() - (head[0] in STRONG)


def _known_name(text: str, head: re.Match[str]) -> WaterName | None:
    """The longest well-known name that ends with the head, or one with a bigger, smaller, newer … before it."""
    known = find_known(text, *head.span())
    return known and WaterName(known[0], head.end(), text[known[0] : head.end()], known[1], False, "known water")


def _unknown_name(text: str, head: re.Match[str], left: int) -> WaterName | None:
    """The name that the grammar cuts out between `left` and the end of a head; None for a common noun."""
    if head[0] in KNOWN or RUNS_ON.match(text, head.end()) or begins_a_place(text, head.end() - 1):
        return None
    if is_inside_a_place(text, head.start()):
        return None
    run = _RUN.search(text, max(left, head.start() - _REACH), head.start())
    dated = DATED.match(text, run.start()) if run else None
    begins = dated.end() if dated else run.start() if run else head.start()
    begins += PREPOSED.match(text, begins, head.start()) is not None
    led = _LED_TO.match(text, begins)
    begins = led.end() if led and led.end() < head.start() else begins
    core = _item_core(text, begins, head.start()) or proper_core(text[begins : head.start()])
    if text[begins - 1 : begins] == "、":
        core = _listed_core(text[begins : head.start()], core, head[0])
    # 宁波河道 and 宁波溪道 are the channels of a city.
    if core in load_names() and text.startswith("道", head.end()):
        return None
    reservoir = head[0].endswith("水库")
    # A reservoir goes by its river or lake: 海西海水库, although 海西 is a place.
    river = known_before(text, head.start()) if reservoir else ""
    core = river if len(core) < len(river) else core
    # 石门镇水库 is one where something shows it, and may as well be any of a town's.
    town = "" if core or not reservoir else town_core(text[begins : head.start()])
    core = _without_place(core or town, head[0])
    core = _with_its_old_river(core, text, head)
    name = core + head[0]
    if not core or is_common_noun(core, head[0]):
        return _whole_name(text, begins, head)
    if _WISHED.search(text, max(0, begins - 1), head.end()):
        return None
    listed = head[0] in LISTED and not text.startswith(("流域", "干流"), head.end())
    if listed and core not in load_names() and is_plain(core[-1] + head[0], PLAIN):
        return None
    if listed and FOLLOWED_AS_A_RIVER.match(text, head.end()):
        return None if rjieba.has_word(name) or name in BEFORE else _whole_name(text, begins, head)
    # 奉化港 is the harbour of a town and 新慈溪 a town made new, unless the words around show a water.
    place = name.removeprefix("新") in load_names() or (head[0] == "港" and core in load_names())
    runs_on = len(core) == 1 and is_han(text[head.end() : head.end() + 1])
    plain = not reservoir and (is_plain(name, PLAIN) or is_plain(core, PLAIN))
    alone = head[0] == "湿地" and STANDS_ALONE.match(text, head.end()) is not None
    # “半程苏河” is a slogan as often as a water.
    quoted = text.endswith("“", 0, head.end() - len(name)) and text.startswith("”", head.end())
    doubtful = bool(place or runs_on or listed or (head[0] in WEAK and not alone) or plain or town or quoted)
    return WaterName(head.end() - len(name), head.end(), name, doubtful, place, "water by its head", listed)


def _whole_name(text: str, begins: int, head: re.Match[str]) -> WaterName | None:
    """The name that all of the words between a verb, a place or the beginning of a clause and a head make: 闪电河."""
    if KIND_AFTER.match(text, head.end()):
        return None
    opens = begins == 0 or not is_han(text[begins - 1]) or text[begins] in "和与及" or DATED.match(text, begins - 1)
    core = whole_core(text[begins : head.start()], head[0], bool(opens))
    name = core + head[0]
    if not core:
        return None
    if head[0] == "湿地":
        if not names_a_wetland(core):
            return None
        alone = STANDS_ALONE.match(text, head.end()) is not None
        # Where 乌拉盖河 stands as well, 乌拉盖湿地 is the land along it.
        if not alone and any(core + water in text for water in "江河湖"):
            return None
        return WaterName(head.end() - len(name), head.end(), name, not alone, False, "named wetland")
    if ends_as_common(name, head[0]):
        return None
    return WaterName(head.end() - len(name), head.end(), name, True, True, WHOLE)


def _listed_core(item: str, core: str, head: str) -> str:
    """The core of an item behind 、, where no preposition stands and seldom a verb: 向家洞 and 打磨岗."""
    if item[:1] in _NEVER_IN_LISTS and item[1:] == core:
        return item
    joined = any(relation in item for relation in "和及与")
    return (whole_core(item, head, opens=True) if len(core) == 1 and not joined else "") or core


def _item_core(text: str, begins: int, head: int) -> str:
    """The core of an item or a clause that begins like a unit of government: 市西 of 南明河、市西河."""
    opens = begins == 0 or text[begins - 1] in _OPENING
    named = opens and head - begins in _SHORT_ITEM and _BEGINS_WITH_CITY.match(text, begins)
    return text[begins:head] if named else ""


def _with_its_old_river(core: str, text: str, head: re.Match[str]) -> str:
    """The core of a new river with the river that it was dug for: 秦淮新 of 秦淮新河, though 秦淮 is a place."""
    if core + head[0] == "新河":
        for size in _OLD_RIVERS:
            old = text[max(0, head.start() - 1 - size) : head.start() - 1]
            if old + "河" in KNOWN:
                return old + core
    return core


def _without_place(core: str, head: str) -> str:
    """The core without the place that a place of one character and the head lies in: 平 of 福建平潭, a county."""
    return core[-1:] if core[:-1] in load_names() and core[-1:] + head in load_names() else core
