"""A name that no list knows: where it begins left of its head, what its core is, and whether it is doubtful.

`unknown_name` asks in this order: is the head a part of a longer word or of a place (涌现, 滦|河北, 石河子)? Where does
the name begin at the earliest? What is its core (core.py; whole.py where a dictionary takes that for a word)? Do core
and head name one water (common_noun.py)? Must more than the name show that it is a water?
"""

from __future__ import annotations

import re

import rjieba

from corpus.characters import HAN, is_han
from nlp.places.gazetteer import load_names
from nlp.water_bodies.behind import KIND_AFTER, RUNS_ON, STANDS_ALONE, begins_a_place, is_inside_a_place
from nlp.water_bodies.common_noun import ends_as_common, is_common_noun
from nlp.water_bodies.core import BEFORE, DATED, PLAIN, PREPOSED, is_plain, is_unfit, proper_core, town_core
from nlp.water_bodies.head import FOLLOWED_AS_A_RIVER, LISTED, WEAK
from nlp.water_bodies.known import KNOWN, known_before
from nlp.water_bodies.name import WHOLE, WaterName, any_of
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


def unknown_name(text: str, head: re.Match[str], left: int) -> WaterName | None:
    """The name that the grammar cuts out between `left` and the end of a head; None for a common noun.

    Of `推进里禾水库建设` 里禾水库; nothing of `建设城市水库`, `江南`, `成为人民的幸福河`.
    """
    if head[0] in KNOWN or RUNS_ON.match(text, head.end()) or begins_a_place(text, head.end() - 1):
        return None
    if is_inside_a_place(text, head.start()):
        return None
    begins = _earliest_beginning(text, head.start(), left)
    core = _core(text, begins, head)
    if not core or is_common_noun(core, head[0]):
        return _whole_name(text, begins, head)
    # 宁波河道 and 宁波溪道 are the channels of a city.
    if core in load_names() and text.startswith("道", head.end()):
        return None
    if _WISHED.search(text, max(0, begins - 1), head.end()):
        return None
    listed = head[0] in LISTED and not text.startswith(("流域", "干流"), head.end())
    name = core + head[0]
    if listed and core not in load_names() and is_plain(core[-1] + head[0], PLAIN):
        return None
    if listed and FOLLOWED_AS_A_RIVER.match(text, head.end()):
        return None if rjieba.has_word(name) or name in BEFORE else _whole_name(text, begins, head)
    place = _is_place(core, head[0])
    doubtful = place or listed or _is_doubtful(core, text, head)
    return WaterName(head.end() - len(name), head.end(), name, doubtful, place, "water by its head", listed)


def _earliest_beginning(text: str, head: int, left: int) -> int:
    """Where a name before `head` begins at the earliest: behind another, a year, 以 of a clause, 向 with what is led.

    In `2024年长塘河` at 长, in `每年向东昌湖补水` at 东昌湖.
    """
    run = _RUN.search(text, max(left, head - _REACH), head)
    dated = DATED.match(text, run.start()) if run else None
    begins = dated.end() if dated else run.start() if run else head
    begins += PREPOSED.match(text, begins, head) is not None
    led = _LED_TO.match(text, begins)
    return led.end() if led and led.end() < head else begins


def _core(text: str, begins: int, head: re.Match[str]) -> str:
    """The core of the name that ends with a head, mended for items of lists, reservoirs and 新河."""
    window = text[begins : head.start()]
    core = _item_core(text, begins, head.start()) or proper_core(window)
    if text[begins - 1 : begins] == "、":
        core = _listed_core(window, core, head[0])
    if head[0].endswith("水库"):
        # A reservoir goes by its river or lake: 海西海水库, although 海西 is a place.
        core = max(core, known_before(text, head.start()), key=len)
        # 石门镇水库 is one where something shows it, and may as well be any of a town's.
        core = core or town_core(window)
    return _with_its_old_river(_without_place(core, head[0]), text, head)


def _is_place(core: str, head: str) -> bool:
    """Whether a place may be meant: 奉化港 is the harbour of a town and 新慈溪 a town made new."""
    return (core + head).removeprefix("新") in load_names() or (head == "港" and core in load_names())


def _is_doubtful(core: str, text: str, head: re.Match[str]) -> bool:
    """Whether a name is a water only where more shows it: 大塘|村, 石门镇水库, plain words, the slogan “半程苏河”."""
    name = core + head[0]
    reservoir = head[0].endswith("水库")
    if is_unfit(core) if reservoir else is_plain(name, PLAIN) or is_plain(core, PLAIN):
        return True
    if head[0] in WEAK and not (head[0] == "湿地" and STANDS_ALONE.match(text, head.end())):
        return True
    runs_on = len(core) == 1 and is_han(text[head.end() : head.end() + 1])
    return runs_on or (text.endswith("“", 0, head.end() - len(name)) and text.startswith("”", head.end()))


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
