"""What stands behind a name or a head, and makes it a street, a place, a body or a common noun."""

from __future__ import annotations

import re

from corpus.characters import HAN
from nlp.places.gazetteer import load_names
from nlp.water_bodies.name import WaterName, any_of

_PLACE_AROUND = 3  # characters of a place's name with the head in its middle
# What a head makes a common noun with: 老旧河道, 干涸河流.
KIND_AFTER = re.compile(r"[道网段长湖]|河(?![道长口岸床堤])|流(?!域)")
_AFTER = re.compile(
    rf"(?:(?<!水库)[—-][{HAN}]{{1,3}})?(?:{any_of('not_water_after')})|(?:{any_of('unit_after')})(?!{any_of('not_a_unit')}|[{HAN}]{{1,4}}断面)"
    rf"|口(?:区|市|县|镇|乡|村|街道|办事处|水源)|[一二三四五六]桥|[东西南北]岸商务区|\([湖河]\)长|流(?!域|经|入|程|量|过|至|向|淌)|(?<=海)域|[镇乡]段"
    rf"|(?<=河)湖长|弄(?![{HAN}]{{1,4}}断面)|(?<=湖)山(?!水)"
    # 长江水利委员会, 青海湖国家级自然保护区: a body or a park that is named after a water.
    rf"|(?:(?!沿线|沿岸|流域|[由各和与及])[{HAN}]|流域(?!由)){{0,10}}?(?:{any_of('body_after')})"
    # 杭州湾上虞经开区 is named after both.
    rf"|(?!沿线|沿岸|流域|周边|两岸|附近|[由各和与及对])[{HAN}]{{1,4}}?(?:经开区|高新区|(?:经济|技术)开发区|新区)"
    rf"|(?:{any_of('quarter_kinds')})(?:新城|新区|小镇|城(?![市区乡镇])|园区|科创|经济区)|源?(?:[国省市县](?:家|级)?级?)?(?:城市)?(?:{any_of('park_after')})|网(?![箱格])"
)
RUNS_ON = re.compile(
    r"水库|(?<=涌)(?:水(?![质系域环生体])|[现入动出])|(?<=港)湾|(?<=海)(?:[域子漂]|岸(?![线段]))|(?<=河)[湖套子]|泊|(?<=江)大河|(?<=塘)冲(?=[、,。;和及等])"
    r"|[湖河江海渠塘沟港泉库泄](?![南北西苏东州口段岸床滩底面心堤水湾道长网泊库流区漂域尾头])"
)
# 清河北岸 is a side of 清河, 引河东、西 are two.
_SIDES = re.compile(r"[东西南北](?:岸|支(?![流付队])|[、和][东西南北])")
# 白石河湿地 as a thing of its own, not the land along a river that works mend: 清河湿地修复.
ALONE = (
    r"(?=[、,。;()\n]|$|[和与及](?!水|生态)|水域|水质|面积|(?:生态)?补水|保护(?![区与和及]|示范|修复)"
    r"|就?位于|总面积|地处|是(?=我|全|国))"
)
STANDS_ALONE = re.compile(ALONE, re.MULTILINE)


def goes_on_as_no_water(name: WaterName, text: str) -> bool:
    """Whether what follows makes a name a street, a place or a body: 黄河路, 西湖区; not 洞庭湖区, 长江市控断面."""
    if name.doubtful and text.startswith(("地区", "一带"), name.end):
        return True
    after = _AFTER.match(text, name.end)
    return after is not None and (after[0] != "区" or name.doubtful or name.rule != "known water")


def begins_a_place(text: str, at: int) -> bool:
    """Whether the end of a head is the beginning of a place, as 河北 in 滦河北部; not of 清河北岸, 吉曲水质."""
    if text.startswith(("口", "水质", "水环境", "水生态", "水体", "水域"), at + 1) or _SIDES.match(text, at + 1):
        return False
    return text[at : at + 2] in load_names()


def is_inside_a_place(text: str, head: int) -> bool:
    """Whether a head of one character is the middle of a place's name: 河 of 石河子, but not 河 of 沙河口."""
    name = text[head - 1 : head + 2]
    return len(name) == _PLACE_AROUND and not name.endswith("口") and name in load_names()
