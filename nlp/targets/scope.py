"""Scopes: the places and groups of things for which a value holds, told from what is measured."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from corpus.characters import HAN, NUMERALS
from nlp.targets import joint
from nlp.targets.indicator import known_tail
from nlp.targets.scope_opening import end_of_one
from nlp.targets.water_name import named_water
from nlp.vocabulary import words
from nlp.wording import any_of, pattern

_SHORT = 2  # characters that belong to a name rather than say where: 飞播|造林
_REMEMBERED = 8192  # phrases whose scope is kept, since plans repeat them
# A share of water of some class is put in too many ways for a list: 达到或优于Ⅲ类水体比例, Ⅰ-Ⅲ类水比例.
_CLASS_SHARE = re.compile(
    rf"(?:{any_of('scopes', 'class_bounds')})?(?:[ⅠⅡI1]类?[-~—至到])?[ⅠⅡⅢⅣⅤVI]+类"
    r"(?:及以上|以上|标准)?的?(?:水体|水质|水|断面|点位|海水)*的?(?:比例|比率|占比|比重)$"
)
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
    if not scope and "断面" in phrase and (at := _at_section().fullmatch(phrase)):
        return at["where"] or at["water"], at["thing"] or at["quality"]
    if inside := _inside().match(rest):
        return (scope or "") + inside["where"], inside["thing"]
    known = _known_name(rest)
    before = rest[: -len(known)] if known else ""
    if not before or _goes_with_name(before, known):
        return scope, rest
    if before.endswith("为"):  # 出租车更换为|新能源车
        return scope, known
    return (scope or "") + before.rstrip("的"), known


def _known_name(phrase: str) -> str:
    """The name of a known indicator or share of water that ends a phrase; the empty text where none does."""
    if class_share := _CLASS_SHARE.search(phrase):
        known = phrase[_class_share_begins(phrase, class_share.start()) :]
    else:
        known = known_tail(phrase) or ""
    return known if known == phrase else known.removeprefix("断面")


def _goes_with_name(before: str, known: str) -> bool:
    """True where what stands before a known name belongs to it and says no place: 镇级|, 甲率和|, 垃圾分类|知晓率."""
    if before[-1] in joint.MARKS or before in _no_scopes() or len(before) <= _SHORT:
        return True
    short = known in words("scopes", "short_measures")
    return short and not before.rstrip("的").endswith(words("statements", "scope_endings"))


@lru_cache(maxsize=_REMEMBERED)
def lead(phrase: str) -> tuple[str | None, str]:
    """The scope that opens a phrase, and what stands behind it.

    `全州推动实施公益诉讼案件` gives 全州, `凯里市污泥有效处置率` gives 凯里市, `地表水国、省控断面优良率` gives
    地表水国、省控断面; `自然保护区面积` and `城乡生活垃圾` give none.
    """
    end = end_of_one(phrase, 0)
    while end and (further := joint.SCOPE.match(phrase, end)):
        next_end = end_of_one(phrase, further.end())
        if not next_end:
            break
        end = next_end
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


@cache
def _all_of_them() -> re.Pattern[str]:
    """What a list of places is summed up by: 长江、黄河|等七大重点流域."""
    counted = rf"(?:[\d{NUMERALS}]+[个大条座])?(?:重点|主要|重要)?"
    return pattern("scopes", "summed_up", before=f"等{counted}")


@cache
def _no_scopes() -> frozenset[str]:
    """What belongs to the name of an indicator that it stands before: 镇级, 新增."""
    return frozenset(words("scopes", "parts_of_names") + words("statements", "doing"))


@cache
def _counted() -> re.Pattern[str]:
    """So many places or waters before what is measured in them: 15个国考断面|优Ⅲ水体比例."""
    places = any_of("scopes", "class_places", "waters")
    return re.compile(
        rf"(?P<where>(?:[{HAN}、]{{1,40}}等|[{HAN}]{{2,8}}(?:、[{HAN}]{{2,8}})+)?"
        rf"\d+[个条座处][{HAN}]{{0,12}}?(?:{places})(?!{places}|[水流道段口系]))(?P<thing>[{HAN}][^{joint.MARKS}]{{2,}})"
    )


@cache
def _at_section() -> re.Pattern[str]:
    """The water at a section with a name, or of a water at one without: 浏阳河黑石渡断面|水质, 湟水河|出省断面水质."""
    kinds, measured = any_of("scopes", "kinds_of_sections"), any_of("statements", "parallels")
    quality = rf"(?:年均|平均)?(?:水质|(?:{measured})(?:年均|平均)?浓度)"
    named, nameless = rf"[{HAN}]{{2,12}}?(?!{kinds})[{HAN}]{{2}}断面", rf"(?:{kinds})断面(?:年均|平均)?水质"
    return re.compile(
        rf"(?P<where>{named})(?P<thing>{quality})|(?P<water>{named_water()}(?:干流|支流)?)(?P<quality>{nameless})"
    )


@cache
def _behind() -> re.Pattern[str]:
    """A place or level behind the rate that holds there: 污泥无害化处置率|城市(达到98%), 建成率|省级; not 率先城市."""
    places = any_of("scopes", "kinds", "landscapes")
    return re.compile(f"(?P<thing>.{{3,}}率)(?P<where>{places}|{any_of('statements', 'levels')})")


@cache
def _inside() -> re.Pattern[str]:
    """What stands inside a place: 泾河滩地内|散养户; not 大雁围|内河涌."""
    borders, no_thing = any_of("scopes", "borders"), any_of("operators", "no_bounds")
    return re.compile(rf"(?P<where>[{HAN}、()]{{2,16}}?(?:{borders})(?!{no_thing})内)(?P<thing>[{HAN}A-Z].+)")
