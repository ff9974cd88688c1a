"""Openings of scopes: how far the name of one place, water or group of things reaches that begins a wording."""

from __future__ import annotations

import re
from functools import cache

from corpus.characters import HAN
from nlp.places import place
from nlp.targets.water_name import named_water
from nlp.wording import any_of, pattern

_SHORT_BRACKET = re.compile(r"\([^()]{1,20}\)")
_VOLTS = re.compile(r"±?\d{1,4}千伏(?:及以[上下])?(?:电压等级)?")  # 500千伏|变电站
_AND_ABOVE = pattern("scopes", "class_places", before="(?:及|或)?以上(?:地表水|地下水)?(?:", after=")?")


def end_of_one(phrase: str, start: int) -> int:
    """Where one scope that begins at `start` ends, its bracket included; 0 where none begins there.

    中心城市(凯里市) opens 中心城市(凯里市)空气质量, 石楼县城 opens 石楼县城污水处理率; 海西海水库 opens with no 海西.
    """
    if volts := _VOLTS.match(phrase, start):
        return volts.end()
    end = _known(phrase, start) or _told_by_ending(phrase, start)
    bracket = _SHORT_BRACKET.match(phrase, end) if end else None
    return bracket.end() if bracket else end


def _known(phrase: str, start: int) -> int:
    """Where a listed scope or the name of a place ends: 全市规模以上企业, 重点断面以上, 南阳高新区, 四川全省."""
    if listed := _listed().match(phrase, start):
        above = _AND_ABOVE.match(phrase, listed.end())
        return (above or listed).end()
    end = start + place.opening(phrase[start:])
    if end == start or _opens_water(phrase, start, end) or _opens_facility(phrase, end):
        return 0
    part = _zone().match(phrase, end) or pattern("scopes", "whole").match(phrase, end)
    return part.end() if part else end


def _told_by_ending(phrase: str, start: int) -> int:
    """Where a name ends that its ending or what stands behind it tells: 岑卜村、西岑社区, 黄水沟区域, 汤泉湖|氨氮,
    每个治理村."""
    if start == 0 and (settled := _settlements().match(phrase)):
        return settled.end()
    told = next(filter(None, (tell().match(phrase, start) for tell in (_each, _while, _area, _polluted))), None)
    return told.end() if told else 0


def _opens_water(phrase: str, start: int, end: int) -> bool:
    """True for a short name of a place that a water goes on from: 海西 of 海西海水库; not 海西州, 凯里市."""
    water = _water().match(phrase, start)
    return water is not None and water.end() > end + 1 and phrase[end - 1] not in "省市县区州盟旗镇乡"


def _opens_facility(phrase: str, end: int) -> bool:
    """True for a short name of a place that what is called after it goes on from: 天津 of 天津港岸电."""
    short = phrase[end - 1] not in "省市县区州盟旗镇乡"
    return short and pattern("scopes", "called_after_places").match(phrase, end) is not None


@cache
def _zone() -> re.Pattern[str]:
    """What makes the name of a place that of a part of it: 南阳|高新区, 太原市|区, 石楼县|城; not 太原市区县."""
    town = "(?<=[市县旗])区(?:及周边)?(?!县)|(?<=县)城(?![市区])(?:及周边)?"
    return pattern("scopes", "zones", before=f"(?:{town}|", after=")(?![域间块别划镇])")


@cache
def _each() -> re.Pattern[str]:
    """Each of many places or bodies: 每个治理村, 每个村民小组; not 每村级."""
    tails = any_of("statements", "place_tails")
    return pattern("scopes", "each_place", before=f"每(?:[个座条处家所][{HAN}]{{0,6}}?)?(?:", after=f")(?!{tails})")


@cache
def _while() -> re.Pattern[str]:
    """What lasts while a value holds: 红色预警期间|二氧化硫减排比例; not 期间费用."""
    return re.compile(f"[{HAN}]{{2,8}}期间(?![在对从向由于应要须])(?=[{HAN}A-Z]{{2}})")


@cache
def _area() -> re.Pattern[str]:
    """A name that ends like an area, with the thing that it holds behind it: 黄水沟区域清淤, 大湖区矿化度."""
    tails = any_of("scopes", "area_tails")
    return pattern("scopes", "areas", before=f"[{HAN}]{{2,8}}?", after=f"(?!{tails})(?=、?[{HAN}A-Z]{{2}})")


@cache
def _water() -> re.Pattern[str]:
    """The name of a water: 海西海水库."""
    return re.compile(named_water())


@cache
def _polluted() -> re.Pattern[str]:
    """The name of a water before what it is polluted with: 汤泉湖|氨氮、总磷浓度."""
    return pattern("statements", "parallels", before=f"(?:{named_water()})(?=", after=")")


@cache
def _settlements() -> re.Pattern[str]:
    """Two or more names of villages, towns or waters in a list: 岑卜村、西岑社区, 甘河、淤泥河沿线,
    孟家湾、马合两乡镇; not 入河、入湖."""
    village = f"[{HAN}]{{2,4}}?(?:{any_of('scopes', 'settlements')})"
    water = named_water()
    along = rf"(?:(?:{any_of('scopes', 'areas')})(?!{any_of('scopes', 'area_tails')}))?"
    held = f"(?=[{HAN}A-Z]{{2}})"
    none = f"[{HAN}]{{0,3}}?(?:{any_of('scopes', 'no_places')})"
    # 孟家湾、马合两乡镇
    counted = (
        rf"[{HAN}]{{2,4}}(?:、[{HAN}]{{2,4}}){{1,8}}?[两三四五六七八九十\d]个?(?:{any_of('scopes', 'settlements')})"
    )
    alone = rf"(?!{none})[{HAN}]{{2,3}}村(?=(?:{any_of('statements', 'doing')})[{HAN}]{{2}})"  # 城西村|建设污水站
    return re.compile(f"(?:{counted}|{alone}|{village}(?:[、和及]{village})+|{water}(?:[、和及]{water})+{along}{held})")


@cache
def _listed() -> re.Pattern[str]:
    """Listed scopes; a whole place may stand before a group of things in it: 全市规模以上企业."""
    whole, kinds, things = (any_of("scopes", key) for key in ("whole", "kinds", "things"))
    return re.compile(rf"(?:{whole})?(?:{things}|(?:{kinds})(?!级))|(?:{whole})(?!性)")
