"""What shows that a name is a water: the words around it, its neighbours in a list, the same name elsewhere.

A name that is a water by itself (里禾水库) is shown by itself. A doubtful one needs a cue behind or before it, or a
list with one (清溪流域, 流入清溪); one that is a place as well a firm cue or a sure neighbour (剑河水质, not 剑河治理),
and one to be listed only a sure neighbour.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.characters import HAN
from nlp.facts import Facts
from nlp.places.gazetteer import load_names
from nlp.water_bodies.behind import AT_BRIDGE
from nlp.water_bodies.head import CHIEF
from nlp.water_bodies.list import BRACKET, lists_of, names_places
from nlp.water_bodies.name import WHOLE, WaterName, any_of

_MANY = r"[两三四五六七八九十]+"
# What may stand between a list and its cue: 及其|流域, 等九大高原|湖泊, 分别建成|美丽河湖.
_BETWEEN = (
    r"(?:及其|现有|的|各|等|一体化|[东西南北中上下]段|(?:分别|全部|均)?(?:建成|创成))?"
    rf"(?:{_MANY}大|(?:{_MANY}|\d+)[条个])?(?:重点|主要|高原|跨界|国家级|[省市县]级)?"
)
# 乾元段 or 彰武断面 behind a name tells a reach of it.
_REACH = rf"{AT_BRIDGE}|(?!等)[{HAN}]{{2,4}}(?<![手阶时])段(?!落)|[{HAN}]{{2,6}}?断面|(?<=[江河])[{HAN}]{{2,3}}?水源地"
# 等骨干河道 and 为主的入湖河流 say that a list names waters; 等县城河流 and 等地水库 do not.
_OF_WATERS = rf"(?:等|为主的|为重点的)(?:农村|(?![县镇乡村地园片])[{HAN}\d]){{0,8}}?(?:{any_of('kinds_of_waters')})"
# 龙塘、后黎村等断面 are villages, 茅洲河、观澜河等断面 waters.
_OF_SECTIONS = rf"(?<=[江河湖溪渠涌库])等[{HAN}\d]{{0,8}}?断面"
_FIRM_WORDS = rf"(?:{any_of('firm_cues_after', 'works_on_one')}|{CHIEF})"
_FIRM = rf"(?:(?:{_MANY}|\d+)[大条])?{_FIRM_WORDS}|{_REACH}|{_OF_WATERS}|{_OF_SECTIONS}"
_FIRM_CUE = re.compile(rf"{BRACKET}(?:{_FIRM})")
_CUE = re.compile(
    rf"{BRACKET}(?:{_BETWEEN}(?:{any_of('cues_after')}|{_FIRM_WORDS})|{_FIRM})"
    r"|(?:开展|进行|实施)(?:系统|全面|综合)?(?:清淤|疏浚|治理|整治)"
    rf"|(?<!港)(?:{any_of('cues_but_of_harbours')})|(?<=[河江溪湖库渠])(?:{any_of('cues_after_rivers')})"
)
# What is said of the last item of a list is said of every one: 琵琶湖、市湖水环境.
_CUE_OF_LIST = re.compile(rf"(?:[、和及与][{HAN}]{{1,5}}?){{1,6}}?(?!断面)(?:{any_of('firm_cues_after')})")
_PAUSE = re.compile(rf"{BRACKET}(?:[、,。;\n]|$|和|及|与|以及|等|的|{_FIRM})")
_CUE_BEFORE = re.compile(rf"(?:{any_of('cues_before')}):?\Z")
# 黑河 and 涟水 are places among places: 黑河、绥化, 盱眙、涟水.
_ITEM_BEFORE = re.compile(rf"(?:^|[、,。;:和及与])(?P<item>[{HAN}]{{2,8}})[、和及与]\Z", re.MULTILINE)
_ITEM_BEHIND = re.compile(rf"[、和及与](?P<item>[{HAN}]{{2,8}})")
_ANY_HEAD = re.compile(any_of("strong_heads", "weak_heads", "listed_heads"))
_LONGEST_ITEM = 10
_SIZES_OF_PLACES = (2, 3, 4)
_NOTHING_SHOWS = "water: nothing around the name shows a water"


@dataclass(frozen=True, slots=True)
class _Signs:
    """What the words around a list and its own names tell of all of them."""

    of_places: bool
    firm: bool  # a firm cue stands behind the list
    sure: bool  # one of the names is a water for certain
    cued: bool  # or a cue stands beside one of them


def shown_to_be_waters(names: Iterable[WaterName], facts: Facts) -> Iterator[WaterName]:
    """The names that are waters by themselves, by the words around them, by their neighbours in a list, or since the
    same name is one elsewhere: 分水江 in 关停分水江小水电, where 分水江干流 stands above."""
    shown: set[str] = set()
    doubted: list[WaterName] = []
    for group in lists_of((name for name in names if not _stands_among_places(name, facts.text)), facts.text):
        signs = _signs_of(group, facts.text)
        for name in group:
            if _is_shown(name, signs, facts.text):
                shown.add(name.text)
                yield name
            elif signs.of_places or name.listed or (name.place and name.rule != WHOLE):
                facts.reject(_NOTHING_SHOWS)
            else:
                doubted.append(name)
    for name in doubted:
        if name.text in shown:
            yield name
        else:
            facts.reject(_NOTHING_SHOWS)


def _signs_of(group: list[WaterName], text: str) -> _Signs:
    certain = any(not name.doubtful for name in group)
    firm = _FIRM_CUE.match(text, group[-1].end) is not None
    return _Signs(
        of_places=names_places(group, text),
        firm=firm,
        sure=certain or (firm and group[-1].rule == WHOLE),
        cued=certain or any(_has_cue(name, text) for name in group),
    )


def _is_shown(name: WaterName, signs: _Signs, text: str) -> bool:
    """Whether a name is a water by itself or by the signs of its list: 剑河 of 剑河水质, not of 剑河治理."""
    if signs.of_places:
        return (name.rule == "known water" or name.text.endswith("水库")) and not name.doubtful
    if not (name.place or name.listed):
        return signs.cued
    pauses = _PAUSE.match(text, name.end) is not None
    if signs.sure and (pauses or _has_cue(name, text)):
        return True
    return pauses and signs.firm and not name.listed


def _stands_among_places(name: WaterName, text: str) -> bool:
    """Whether a name that a place bears too has a place for its neighbour in a list: 黑河 of `黑河、绥化`."""
    if name.text not in load_names():
        return False
    before = _ITEM_BEFORE.search(text, max(0, name.start - _LONGEST_ITEM), name.start)
    behind = _ITEM_BEHIND.match(text, name.end)
    places = load_names()
    return any(
        (before and before["item"][-size:] in places and not _ANY_HEAD.search(before["item"][-size:]))
        or (behind and behind["item"][:size] in places and not _ANY_HEAD.search(behind["item"]))
        for size in _SIZES_OF_PLACES
    )


def _has_cue(name: WaterName, text: str) -> bool:
    return not name.listed and (
        _CUE.match(text, name.end) is not None
        or _CUE_OF_LIST.match(text, name.end) is not None
        or _CUE_BEFORE.search(text, max(0, name.start - 4), name.start) is not None
    )
