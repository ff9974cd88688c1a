"""What stands behind a name or a head, and makes it a street, a place, a body or a common noun."""

from __future__ import annotations

import re

from corpus.characters import HAN
from nlp.places.gazetteer import load_names
from nlp.water_bodies.name import WaterName, any_of

_PLACE_AROUND = 3  # characters of a place's name with the head in its middle
_LONGEST_FOUL = 5
_AND = "由各和与及"  # the words that keep a body or a zone apart from a water: 长江和水利委员会

# What a head makes a common noun with: 老旧河道, 干涸河流.
KIND_AFTER = re.compile(r"[道网段长湖]|河(?![道长口岸床堤])|流(?!域)")
# What the head is the first part of: another head (江|河口 is one, 河|湖 none), or a word: 涌现, 海岸.
RUNS_ON = re.compile(
    "|".join(
        (
            # 由李明任|河|长, 双沟|溪
            r"(?<=[任当兼为是][河湖])长|(?<=沟)溪(?![流谷])",
            r"水库|泊|(?<=港)湾|(?<=河)[湖套子]|(?<=河河)滨|(?<=江)大河",
            r"(?<=涌)(?:水(?![质系域环生体])|[现入动出])",
            r"(?<=海)(?:[域子漂]|岸(?![线段]))",
            r"(?<=塘)冲(?=[、,。;和及等])",
            r"[湖河江海渠塘沟港泉库泄](?![南北西苏东州口段岸床滨滩底面心堤水湾道长网泊库流区漂域尾头周容])",
        )
    )
)
# Not the bridge but the river at it: 清河大桥河段.
AT_BRIDGE = r"[大一二三四五六新老]?桥(?:河段|断面|[上下]游)"
# 黄河路, 南湖滨路, 清河大桥, 双溪口电站, 南湖二桥, 沙泾弄, 西湖—龙井路; not the river of 沙泾弄口断面.
_BUILT = (
    rf"(?!{AT_BRIDGE})(?:(?:(?<!水库)[—-][{HAN}]{{1,3}})?滨?(?:{any_of('not_water_after')})|[一二三四五六]桥)"
    rf"|[东西南北]岸商务区|口(?:{any_of('power_stations')})|弄(?![{HAN}]{{1,4}}断面)"
)
# 西湖区, 河口镇, 南湖镇段, 清河满族自治县; not 长江市控断面.
_UNIT = (
    rf"(?:{any_of('unit_after')})(?!{any_of('not_a_unit')}|[{HAN}]{{1,4}}断面)"
    rf"|口(?:{any_of('unit_at_mouth')})|[镇乡]段|(?:[{HAN}]{{1,4}}族){{1,3}}(?:自治|[乡镇村])"
)
# 长江水利委员会, 青海湖国家级自然保护区: a body or a park that is named after a water.
_BODY = (
    rf"(?:(?!沿线|沿岸|流域|[{_AND}])[{HAN}]|流域(?!由)){{0,10}}?(?:{any_of('body_after')})"
    rf"|源?(?:[国省市县](?:家|级)?级?)?(?:城市)?(?:{any_of('park_after')})"
)
# 杭州湾上虞经开区 and 凤凰湖智慧新城 are named after both; not 长江沿岸经开区.
_QUARTER = (
    rf"(?!{any_of('beside')}|[{_AND}对])[{HAN}]{{1,4}}?(?:{any_of('zones')})"
    rf"|(?:{any_of('quarter_kinds')})(?:{any_of('quarters')}|城(?![市区乡镇]))"
)
# 清河流, 东海域, 沙河(湖)长, 河湖长, 南湖山, 江河网; not 清河流经, 南湖山水, 清河网箱.
_LONGER_WORD = r"流(?!域|经|入|程|量|过|至|向|淌)|(?<=海)域|\([湖河]\)长|(?<=河)湖长|(?<=湖)山(?!水)|网(?![箱格])"
# 黑河、臭河、垃圾河: beside such rivers 黑河 is one that is black.
_FOUL = rf"(?:{any_of('foul_rivers')})"
_BESIDE_FOUL = rf"[、和及与]{_FOUL}"
_BEHIND_FOUL = re.compile(rf"{_FOUL}[、和及与]\Z")
_NO_WATER = re.compile("|".join((_BUILT, _UNIT, _BODY, _QUARTER, _LONGER_WORD, _BESIDE_FOUL)))
# 清河北岸 is a side of 清河, 引河东、西 are two.
_SIDES = re.compile(r"[东西南北](?:岸|支(?![流付队])|[、和][东西南北])")
_WATER_OF_IT = ("口", "水质", "水环境", "水生态", "水体", "水域")
# 白石河湿地 as a thing of its own, not the land along a river that works mend: 清河湿地修复.
ALONE = (
    rf"(?=[、,。;()\n]|$|[和与及](?!水|生态)|{any_of('said_of_wetlands')}|保护(?![区与和及]|示范|修复)|是(?=我|全|国))"
)
STANDS_ALONE = re.compile(ALONE, re.MULTILINE)


def goes_on_as_no_water(name: WaterName, text: str) -> bool:
    """Whether what follows makes a name a street, a place or a body: 黄河路, 西湖区; not 洞庭湖区, 长江市控断面.

    Nor is 黑河 a name where it stands in one list with 臭河 and 垃圾河.
    """
    if name.doubtful and text.startswith(("地区", "一带"), name.end):
        return True
    if _BEHIND_FOUL.search(text, max(0, name.start - _LONGEST_FOUL), name.start):
        return True
    after = _NO_WATER.match(text, name.end)
    return after is not None and (after[0] != "区" or name.doubtful or name.rule != "known water")


def begins_a_place(text: str, at: int) -> bool:
    """Whether the end of a head is the beginning of a place, as 河北 in 滦河北部; not of 清河北岸, 吉曲水质."""
    if text.startswith(_WATER_OF_IT, at + 1) or _SIDES.match(text, at + 1):
        return False
    return text[at : at + 2] in load_names()


def is_inside_a_place(text: str, head: int) -> bool:
    """Whether a head of one character is the middle of a place's name: 河 of 石河子, but not 河 of 沙河口."""
    name = text[head - 1 : head + 2]
    return len(name) == _PLACE_AROUND and not name.endswith("口") and name in load_names()
