"""The parts of waters: a branch, a wetland or a channel that bears the name of its water, and places at one."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.characters import HAN
from nlp.places.gazetteer import load_names
from nlp.water_bodies.behind import ALONE
from nlp.water_bodies.core import BEFORE
from nlp.water_bodies.name import WaterName

# 骂蠡港河道 is the channel of 骂蠡港, 嘎曲河口 the mouth of 嘎曲, 贵涌河床 the bed of 贵涌.
CHANNEL = re.compile(r"[河港浜溪塘泾渠涌江沟沥滘]河道$|曲河[道口]$|[河港浜涌]河[口床岸堤]$")
# Ditches go by numbers in many cities: 银川第二排水沟.
_NUMBERED = re.compile(r"第[一二三四五六七八九十]+(?:排水|[干支])?[沟渠干]")
_CITIES = (3, 2)
# A branch of a river bears its name and the side it comes from, a canal that of its water: 九龙江北溪, 淠河总干渠. So
# does a river named after another: 练江河 is not 练江.
_BRANCH = re.compile(
    r"(?<=[江河])[东西南北中](?:溪(?!镇|乡|村|街)|支(?![流付队])|汊)"
    r"|(?<=[江水])河(?=[、,。;()和及与等]|河[道口]|流域|水|干流|支流|断面|沿|开展|治理|整治|综合|[上下]游)"
    r"|(?<=[江河湖库渠])(?:[东西南北中左右总]干渠|(?:灌溉)?总渠)|(?<=河)[一二三]库"
)
_WETLAND = re.compile(rf"(?<=[江河湖溪海错淖泡])口?湿地{ALONE}", re.MULTILINE)
# What is said of the last of a list of waters is said of all: 甲湖、乙湖湿地保护 names two lakes.
_LISTED_BEFORE = re.compile(r"[江河湖溪][、和及与]\Z")
_FROM_PLACE = re.compile(rf"[{HAN}]{{1,8}}至")


def with_its_part(name: WaterName, text: str) -> WaterName:
    """The name with the branch or the wetland that it goes on with: 九龙江北溪, 白石河湿地."""
    part = _BRANCH.match(text, name.end)
    if part is None and not _LISTED_BEFORE.search(text, max(0, name.start - 2), name.start):
        part = _WETLAND.match(text, name.end)
    if part is None:
        return name
    return replace(name, end=part.end(), text=name.text + part[0], doubtful=False, place=False)


def with_its_city(name: WaterName, text: str) -> WaterName:
    """The name of a numbered ditch with the city before it, where many cities have one: 银川第二排水沟."""
    if _NUMBERED.fullmatch(name.text):
        for size in _CITIES:
            city = text[max(0, name.start - size) : name.start]
            if city in load_names() and city not in BEFORE:
                return replace(name, start=name.start - len(city), text=city + name.text)
    return name


def is_place_at(river: WaterName, name: WaterName, text: str) -> bool:
    """Whether a name is where at the river before it: 潭江|牛湾断面, 茅岭江|黄屋屯河段, 防城江|木头滩至长歧河段,
    长汀河(石川段)."""
    if text.startswith("(", river.end) and name.start == river.end + 1 and text.startswith("段)", name.end):
        return True
    # 大风江的高塘断面 is named after a village.
    if name.doubtful and text[river.end : name.start] == "的" and text.startswith("断面", name.end):
        return True
    is_reach = name.text.endswith("河") and name.rule != "known water" and text.startswith(("段", "堤"), name.end)
    if name.start > river.end:
        return is_reach and _FROM_PLACE.fullmatch(text, river.end, name.start) is not None
    sure = not river.doubtful or text.startswith("断面", name.end)
    return name.start == river.end and (is_reach or (name.doubtful and sure))
