"""The proper part of a name that is a plain word or begins with one: 闪电 of `推进闪电河流域治理`.

A dictionary takes 闪电, 爱 and 得胜 for common words. What stands alone between a verb, a place or the beginning of a
clause and a head is a name all the same where the words behind it tell of a water.
"""

from __future__ import annotations

import re

import rjieba

from corpus.characters import HAN
from nlp.places.gazetteer import load_names
from nlp.water_bodies.core import (
    ACTING,
    BEFORE,
    ENDS_OPEN,
    GENERIC,
    IN_LISTS_ONLY,
    LONGEST_CORE,
    PLAIN,
    behind_place,
    ends_with_word,
    is_plain,
    is_unfit,
)

_LED = re.compile(rf"[以对沿向在从至由和与及](?=[{HAN}])")
# 外环河 and 大通江 are names; no name ends with the others of these: 入河, 沿江, 等水库.
_ENDS = (ENDS_OPEN | BEFORE) - {"环", "通"}
# 江 and 河 make names of plain words as well; 水库, 塘 or 渠 after one is a kind of thing: 山区水库, 老旧渠.
_NAMES_OF_RIVERS = frozenset("江河湖溪涌浜泾曲") | {"运河", "引河", "减河"}
_OF_A_WATER = re.compile(r"(?:[江河湖溪海库塘渠沟港口岸滩林]|高山|[高平草]原|[海江河湖]岛)\Z")


def whole_core(window: str, head: str, opens: bool) -> str:
    """All that stands before a head behind the last verb or place, where nothing else stands there; else nothing.

    `opens` tells that the window begins where a clause or an item does. 推进闪电 gives 闪电, 永清县应天 应天; nothing
    of 推进城市, of 老旧 before 渠, and of 落实好太 that a longer clause was cut from.
    """
    core = _behind_verb(window)
    opens = opens or len(core) < len(window)
    led = _LED.match(core)
    core = core[led.end() :] if led else core
    placed = behind_place(core)
    if not (opens or len(placed) < len(core)):
        return ""
    return placed if _fits(placed, head) else ""


def names_a_wetland(core: str) -> bool:
    """Whether a core names a wetland of its own: 会仙; not a kind, 红树林, 厂尾水, a lake's, 月湖, or a province's."""
    if _OF_A_WATER.search(core) or any(place.rank == 0 for place in load_names().get(core, ())):
        return False
    parts = rjieba.cut(core)
    return parts[-1] not in GENERIC and core[-2:] not in GENERIC and not all(is_plain(p, PLAIN | ACTING) for p in parts)


def _behind_verb(window: str) -> str:
    """What stands behind the last word of two characters or more that is no part of a name, or behind 启动了."""
    for at in range(len(window), 1, -1):
        if ends_with_word(window, at) or window[at - 1] == "了":
            return window[at:]
    return window


def _fits(core: str, head: str) -> bool:
    # 引 ends the name of a canal: 东引运河.
    open_ended = core[-1:] in _ENDS and not (head == "运河" and core.endswith("引") and len(core) > 1)
    if not 0 < len(core) <= LONGEST_CORE or open_ended:
        return False
    if (core in GENERIC and core not in IN_LISTS_ONLY) or is_unfit(core):
        return False
    if head in _NAMES_OF_RIVERS or (head == "水" and len(core) == 1 and core not in GENERIC):
        return True
    words_of_it = rjieba.cut(core) if len(core) > 2 else [core]
    return len(core) > 1 and not all(is_plain(word, PLAIN | ACTING) for word in words_of_it)
