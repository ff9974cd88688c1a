"""The grammar of water names: where a name of a river, lake, reservoir, canal, bay or wetland begins and ends.

A name is looked for from its head (江, 河, 湖, 水库 …) to the left. Well-known names stand in
`data/water_bodies.yaml`; any other begins after the last word that is no part of a name (a verb, a relation, a place).
"""

from __future__ import annotations

import re
from dataclasses import replace

from nlp.places.gazetteer import load_names
from nlp.water_bodies.behind import goes_on_as_no_water
from nlp.water_bodies.common_noun import NO_WATER
from nlp.water_bodies.head import CHIEF_OF, HEAD, STRONG
from nlp.water_bodies.known import find_known
from nlp.water_bodies.name import WaterName
from nlp.water_bodies.part import CHANNEL, is_place_at, with_its_city, with_its_part
from nlp.water_bodies.unknown import unknown_name


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
        name = _known_name(text, head) or unknown_name(text, head, left)
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
