"""Scopes: the places and groups of things for which a value holds, told from what is measured."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from corpus.characters import HAN, NUMERALS
from nlp.places import place
from nlp.targets.indicator import known_tail
from nlp.vocabulary import words
from nlp.wording import any_of, pattern

_SHORT = 2  # characters that belong to a name rather than say where: 飞播|造林
_REMEMBERED = 8192  # phrases whose scope is kept, since plans repeat them
_BRACKET = re.compile(r"\([^()]{1,20}\)")
# A share of water of some class is put in too many ways for a list: 达到或优于Ⅲ类水体比例, Ⅰ-Ⅲ类水比例.
_CLASS_SHARE = re.compile(
    rf"(?:{any_of('scopes', 'class_bounds')})?(?:[ⅠⅡI1]类?[-~—至到])?[ⅠⅡⅢⅣⅤVI]+类"
    r"(?:及以上|以上|标准)?的?(?:水体|水质|水|断面|点位|海水)*的?(?:比例|比率|占比|比重)$"
)
_JOIN = re.compile(r"[、和与]|及(?!以)")
_VOLTS = re.compile(r"±?\d{1,4}千伏(?:及以[上下])?(?:电压等级)?")  # 500千伏|变电站
_AND_ABOVE = pattern("scopes", "class_places", before="(?:及|或)?以上(?:地表水|地下水)?(?:", after=")?")
_WITHIN = re.compile(r"中(?![小心型央水部高低等度国药医轻重])")
_WATER_QUALITY = re.compile(r"(?:集中式)?(?:生活)?(?:饮用水)?(?:水源地?)?(?:水质)?$")


def split(phrase: str) -> tuple[str | None, str]:
    """The scope and the indicator in a phrase that names what is measured, both as written.

    `中心城市(凯里市)环境空气质量优良天数比率` gives 中心城市(凯里市) and 环境空气质量优良天数比率,
    `县城污水处理率` gives 县城 and 污水处理率; `农村生活污水治理率` has no scope, nor has `森林覆盖率`.
    """
    if "率" in phrase[:-1] and (behind := _behind().fullmatch(phrase)):
        return behind["where"], split(behind["thing"])[1]
    scope, rest = lead(phrase)
    if scope and (len(rest) <= 1 or rest.startswith("化率")):  # 城镇|化率
        return None, phrase
    if (counted := _counted().match(rest)) and rest.endswith(words("statements", "measures")):
        return (scope or "") + counted["where"], counted["thing"]
    if inside := _inside().match(rest):
        return (scope or "") + inside["where"], inside["thing"]
    class_share = _CLASS_SHARE.search(rest)
    known = rest[_class_share_begins(rest, class_share.start()) :] if class_share else known_tail(rest)
    if known and known.startswith("断面") and known != rest:
        known = known.removeprefix("断面")
    before = rest[: -len(known)] if known else ""
    if not known or not before or before[-1] in "与和及、" or before in _no_scopes() or len(before) <= _SHORT:
        return scope, rest
    if known in words("scopes", "short_measures") and not before.rstrip("的").endswith(
        words("statements", "scope_endings")
    ):
        return scope, rest
    return (scope or "") + before.rstrip("的"), known


@lru_cache(maxsize=_REMEMBERED)
def lead(phrase: str) -> tuple[str | None, str]:
    """The scope that opens a phrase, and what stands behind it.

    `全州推动实施公益诉讼案件` gives 全州, `凯里市污泥有效处置率` gives 凯里市, `地表水国、省控断面优良率` gives
    地表水国、省控断面; `自然保护区面积` and `城乡生活垃圾` give none.
    """
    end = _one(phrase, 0)
    while end and (join := _JOIN.match(phrase, end)):
        further = _one(phrase, join.end())
        if not further:
            break
        end = further
    if not end or phrase.startswith("、", end):
        return None, phrase
    if all_of_them := _all_of_them().match(phrase, end):
        end = all_of_them.end()
    elif phrase.startswith("等", end):
        return None, phrase  # 东大河、大街河等河道|42公里
    link = pattern("scopes", "links").match(phrase, end) or _WITHIN.match(phrase, end)
    return phrase[:end], phrase[link.end() if link else end :]


def _class_share_begins(phrase: str, at: int) -> int:
    """Where a share of water of some class begins, the water's name included: 集中式饮用水水源水质达到Ⅲ类比例."""
    named = _WATER_QUALITY.search(phrase, 0, at)
    return named.start() if named and named[0].startswith(("集中", "饮用", "生活")) else at


def is_scope(phrase: str) -> bool:
    """True where a phrase is a scope and nothing else: `各县(市、区)`, `凯里市`; not `凯里市污泥`."""
    return bool(phrase) and lead(phrase)[1] == ""


def is_water(phrase: str) -> bool:
    """True for the name of a water or of stretches of one: 团旺河, 沙河上游段, 干流; not 大型水库, 河段."""
    return _stretch().fullmatch(phrase) is not None


def _one(phrase: str, start: int) -> int:
    """Where one scope that begins at `start` ends, its bracket included; 0 where none begins there."""
    end = 0
    if volts := _VOLTS.match(phrase, start):
        return volts.end()
    listed = _listed().match(phrase, start)
    if listed:
        above = _AND_ABOVE.match(phrase, listed.end())
        end = above.end() if above else listed.end()
    else:
        name = place.opening(phrase[start:])
        end = start + name if name and not _opens_water(phrase, start, start + name) else 0
        zone = _zone().match(phrase, end) if end else None
        whole = pattern("scopes", "whole").match(phrase, end) if end else None  # 四川|全省
        end = zone.end() if zone else whole.end() if whole else end
    if not end and (area := (start == 0 and _settlements().match(phrase)) or _area().match(phrase, start)):
        end = area.end()
    if not end and (water := _polluted().match(phrase, start)):
        end = water.end()
    bracket = _BRACKET.match(phrase, end) if end else None
    return bracket.end() if bracket else end


def _opens_water(phrase: str, start: int, end: int) -> bool:
    """True for a short name of a place that a water goes on from: 海西 of 海西海水库; not 海西州, 凯里市."""
    water = _water().match(phrase, start)
    return water is not None and water.end() > end + 1 and phrase[end - 1] not in "省市县区州盟旗镇乡"


@cache
def _zone() -> re.Pattern[str]:
    """What makes the name of a place that of a part of it: 南阳|高新区, 太原市|区, 石楼县|城; not 太原市区县."""
    town = "(?<=[市县旗])区(?:及周边)?(?!县)|(?<=县)城(?![市区])(?:及周边)?"
    return pattern("scopes", "zones", before=f"(?:{town}|", after=")(?![域间块别划镇])")


@cache
def _all_of_them() -> re.Pattern[str]:
    """What a list of places is summed up by: 长江、黄河|等七大重点流域."""
    counted = rf"(?:[\d{NUMERALS}]+[个大条座])?(?:重点|主要|重要)?"
    return pattern("scopes", "summed_up", before=f"等{counted}")


@cache
def _no_scopes() -> frozenset[str]:
    return frozenset(words("scopes", "parts_of_names") + words("statements", "doing"))


@cache
def _area() -> re.Pattern[str]:
    """A name that ends like an area, with the thing that it holds behind it: 黄水沟区域清淤, 大湖区矿化度."""
    tails = any_of("scopes", "area_tails")
    return pattern("scopes", "areas", before=f"[{HAN}]{{2,8}}?", after=f"(?!{tails})(?=、?[{HAN}A-Z]{{2}})")


@cache
def named_water() -> str:
    """Regular expression (text) of the name of a water: 甘河, 侯家港; not 入河, 河湖, 大型水库."""
    endings = any_of("scopes", "waters")
    return rf"(?!{any_of('scopes', 'no_waters')}|河|江|湖)[{HAN}]{{1,5}}?(?:{endings})(?!{endings})"


@cache
def _water() -> re.Pattern[str]:
    return re.compile(named_water())


@cache
def _stretch() -> re.Pattern[str]:
    endings, kinds = any_of("scopes", "waters"), any_of("scopes", "no_waters")
    return re.compile(f"(?!{kinds})[{HAN}、]{{1,10}}(?:{endings}|段|[左右]岸)|[干支][流沟渠]")


@cache
def _polluted() -> re.Pattern[str]:
    """The name of a water before what it is polluted with: 汤泉湖|氨氮、总磷浓度."""
    return pattern("statements", "parallels", before=f"(?:{named_water()})(?=", after=")")


@cache
def _settlements() -> re.Pattern[str]:
    """Two or more names of villages, towns or waters in a list: 岑卜村、西岑社区, 甘河、淤泥河沿线; not 入河、入湖."""
    village = f"[{HAN}]{{2,4}}?(?:{any_of('scopes', 'settlements')})"
    water = named_water()
    along = rf"(?:(?:{any_of('scopes', 'areas')})(?!{any_of('scopes', 'area_tails')}))?"
    held = f"(?=[{HAN}A-Z]{{2}})"
    return re.compile(f"(?:{village}(?:[、和及]{village})+|{water}(?:[、和及]{water})+{along}{held})")


@cache
def _counted() -> re.Pattern[str]:
    """So many places or waters before what is measured in them: 15个国考断面|优Ⅲ水体比例."""
    places = any_of("scopes", "class_places", "waters")
    return re.compile(
        rf"(?P<where>(?:[{HAN}、]{{1,40}}等|[{HAN}]{{2,8}}(?:、[{HAN}]{{2,8}})+)?"
        rf"\d+[个条座处][{HAN}]{{0,12}}?(?:{places})(?!{places}|[水流道段口系]))(?P<thing>[{HAN}][^、和及与]{{2,}})"
    )


@cache
def _behind() -> re.Pattern[str]:
    """A place behind the rate that holds in it: 污泥无害化处置率|城市(达到98%); not 率先城市."""
    return pattern("scopes", "kinds", "landscapes", before="(?P<thing>.{3,}率)(?P<where>", after=")")


@cache
def _inside() -> re.Pattern[str]:
    """What stands inside a place: 泾河滩地内|散养户; not 大雁围|内河涌."""
    borders, no_thing = any_of("scopes", "borders"), any_of("operators", "no_bounds")
    return re.compile(rf"(?P<where>[{HAN}、()]{{2,16}}?(?:{borders})(?!{no_thing})内)(?P<thing>[{HAN}A-Z].+)")


@cache
def _listed() -> re.Pattern[str]:
    """Listed scopes; a whole place may stand before a group of things in it: 全市规模以上企业."""
    whole, kinds, things = (any_of("scopes", key) for key in ("whole", "kinds", "things"))
    return re.compile(rf"(?:{whole})?(?:{things}|(?:{kinds})(?!级))|(?:{whole})")
