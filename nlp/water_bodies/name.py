"""The grammar of water names: where a name of a river, lake, reservoir, canal, bay or wetland begins and ends.

A name is looked for from its head (江, 河, 湖, 水库 …) to the left. Well-known names stand in
`data/water_bodies.yaml`; any other begins after the last word that is no part of a name (a verb, a relation, a place).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import rjieba

from corpus.characters import HAN, is_han
from corpus.words import beginning
from nlp import wording
from nlp.places.gazetteer import load_names
from nlp.vocabulary import words
from nlp.water_bodies.core import (
    BEFORE,
    COMMON_END,
    DATED,
    GENERIC,
    NO_WATER,
    PLAIN,
    PREPOSED,
    is_plain,
    proper_core,
    town_core,
)
from nlp.water_bodies.known import KNOWN, find_known, known_before
from nlp.water_bodies.whole import names_a_wetland, whole_core


@dataclass(frozen=True, slots=True)
class WaterName:
    """A name of a water at `start:end`; `place` tells that it is the name of a place as well.

    A doubtful one counts only where a cue or its neighbours in a list show a water, one to be `listed` only by these.
    """

    start: int
    end: int
    text: str
    doubtful: bool
    place: bool
    rule: str
    listed: bool = False


def any_of(*keys: str) -> str:
    """The words under some keys of `data/water_words.yaml` as alternatives of a pattern, longest first."""
    return wording.any_of("water_words", *keys)


WHOLE = "whole name"
# 沙河|河长, 龙王港|河长: the official is named after the water; 王港河长效管护 tells of a river.
CHIEF = r"[河湖]长(?=[制办名为是由履巡牵负和等及、,。:;(\s]|\Z)"
_CHIEF_OF = re.compile(rf"(?<=[江河湖溪港库渠塘涌浜]){CHIEF}|(?<=[总级])[河湖]长")
_PLACE_AROUND = 3  # characters of a place's name with the head in its middle
_REACH = 8  # how far left of its head an unknown name is looked for, with the word before it
_SHORT_ITEM = range(2, 4)
_NEVER_IN_LISTS = frozenset("对向在以沿将把年如则")
_OPENING = frozenset("、.。:\n")
_BEGINS_WITH_CITY = re.compile(r"市(?![级总域内外管区政县委直属控考界场])")
_LONG_HEAD = 3
_COUNTY = 2  # rank of a place
_KINDS = frozenset("江河湖海溪渠沟库塘")
_PRAISE = 2  # characters of the word that praises a place
# What a head makes a common noun with: 老旧河道, 干涸河流.
_KIND_AFTER = re.compile(r"[道网段长湖]|河(?![道长口岸床堤])|流(?!域)")
_RUN = re.compile(rf"[{HAN}]{{0,{_REACH}}}\Z")
_ENDS_WITH_HEAD = re.compile(rf"(?:{any_of('strong_heads', 'weak_heads')})$")
_WITHOUT_HEAD = sorted((name for name in KNOWN if not _ENDS_WITH_HEAD.search(name)), key=len, reverse=True)
_OF_A_RIVER = rf"(?:{any_of('cues_after_listed')})"
_IN_LISTS = rf"(?:{any_of('listed_heads')})(?=[、,。;和及与等]|{_OF_A_RIVER}|[{HAN}]{{2,4}}段(?!落))"
_FOLLOWED_AS_A_RIVER = re.compile(_OF_A_RIVER)
_HEADS = [word for kind in ("strong_heads", "weak_heads", "listed_heads") for word in words("water_words", kind)]
_HEAD = re.compile(
    beginning([*_WITHOUT_HEAD, *_HEADS])
    + f"(?:{'|'.join([*_WITHOUT_HEAD, any_of('strong_heads', 'weak_heads'), _IN_LISTS])})"
)
_LISTED = frozenset(words("water_words", "listed_heads"))
_STRONG = frozenset(words("water_words", "strong_heads"))
_WEAK = frozenset(words("water_words", "weak_heads"))
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
_RUNS_ON = re.compile(
    r"水库|(?<=涌)(?:水(?![质系域环生体])|[现入动出])|(?<=港)湾|(?<=海)(?:[域子漂]|岸(?![线段]))|(?<=河)[湖套子]|泊|(?<=江)大河|(?<=塘)冲(?=[、,。;和及等])"
    r"|[湖河江海渠塘沟港泉库泄](?![南北西苏东州口段岸床滩底面心堤水湾道长网泊库流区漂域尾头])"
)
# Rivers are called 东大河, 岐江河 or 六五河, while 小河, 大河, 江河 and 五河 alone are common nouns.
_DIRECTED = re.compile(
    rf"[东西南北中新老][大小][河溪沟湖]|(?![大小主诸各众湖])[{HAN}]江河|[一二三四五六七八九]{{2}}河|[{HAN}]九河"
    r"|[黄白红冷热响甜苦碧]水[沟塘潭]"
    rf"|(?![江河湖溪海渠沟])[{HAN}](?![江河湖溪海渠沟])[{HAN}][大小]河"
)
# 清河北岸 is a side of 清河, 引河东、西 are two.
_SIDES = re.compile(r"[东西南北](?:岸|支(?![流付队])|[、和][东西南北])")
# 两江一河 counts rivers, 主沟主渠 sorts them.
_COUNTED = re.compile(r"(?:[一二两三四五六七八九十主支毛斗][江河湖海溪渠沟]){2}")
# 西江、东江三江 sums up the rivers of a list.
_SUMMED = re.compile(r"[江河湖溪水][两三四五六七八九十]\Z")
_TEN_AND_MORE = re.compile(r"[二三四五六七八九]?十[一二三四五六七八九]?[溪河湖江]")
# 骂蠡港河道 is the channel of 骂蠡港, 嘎曲河口 the mouth of 嘎曲, 贵涌河床 the bed of 贵涌.
# Ditches go by numbers in many cities: 银川第二排水沟.
_NUMBERED = re.compile(r"第[一二三四五六七八九十]+(?:排水|[干支])?[沟渠干]")
_CITIES = (3, 2)
_CHANNEL = re.compile(r"[河港浜溪塘泾渠涌江沟沥滘]河道$|曲河[道口]$|[河港浜涌]河[口床岸堤]$")
# A branch of a river bears its name and the side it comes from, a canal that of its water: 九龙江北溪, 淠河总干渠. So
# does a river named after another: 练江河 is not 练江.
_BRANCH = re.compile(
    r"(?<=[江河])[东西南北中](?:溪(?!镇|乡|村|街)|支(?![流付队])|汊)|(?<=[江水])河(?=[、,。;()和及与等]|河[道口]|流域|水|干流|支流|断面|沿|开展|治理|整治|综合|[上下]游)"
    r"|(?<=[江河湖库])(?:[东西南北中左右总]干渠|(?:灌溉)?总渠)|(?<=河)[一二三]库"
)
# 白石河湿地 as a thing of its own, not the land along a river that works mend: 清河湿地修复.
_ALONE = (
    r"(?=[、,。;()\n]|$|[和与及](?!水|生态)|水域|水质|面积|(?:生态)?补水|保护(?![区与和及]|示范|修复)"
    r"|就?位于|总面积|地处|是(?=我|全|国))"
)
_WETLAND = re.compile(rf"(?<=[江河湖溪海错淖泡])口?湿地{_ALONE}", re.MULTILINE)
# So is one that goes by a landform: 黄金咀湿地, 天水秦岭湿地; not 河滩湿地 and 高山湿地.
_LANDFORM = re.compile(r"[^河江湖海浅沙高山丘][岛洲滩咀嘴湾岭山荡洼淀泡]\Z")
_STANDS_ALONE = re.compile(_ALONE, re.MULTILINE)
# A river to be wished for is no river of that name: 成为造福人民的幸福河.
_WISHED = re.compile(r"(?:[的“]|成为|打造|建成|建设|创建)幸福河\Z")
# 向东 is a word, but 向 stands before the name of a water to which something is led: 每年向东昌湖补水.
_LED_TO = re.compile(rf"[{HAN}]{{0,6}}向(?=[{HAN}]{{2,6}}(?:{any_of('led_to')}))")
_FROM_PLACE = re.compile(rf"[{HAN}]{{1,8}}至")
# What is said of the last of a list of waters is said of all: 甲湖、乙湖湿地保护 names two lakes.
_LISTED_BEFORE = re.compile(r"[江河湖溪][、和及与]\Z")


def find_names(text: str) -> list[WaterName]:
    """All names of waters in a text, in reading order, as far as the name and the words next to it tell.

    Of `启动里禾水库、嘎醉河水库流域补偿` 里禾水库 and 嘎醉河水库, of `凯里市鱼洞河流域` 鱼洞河, of `加强曹娥江总磷控制`
    曹娥江. Nothing of `入河排污口`, `江河湖库`, `河长制`, `黄河路`, `长江经济带`, `太湖流域管理局`, `各河流`, `湖北`.
    """
    found: list[WaterName] = []
    for head in _HEAD.finditer(text):
        if _CHIEF_OF.match(text, head.start()):
            continue
        left = next((name.end for name in reversed(found[-2:]) if _stands_apart(name, head)), 0)
        name = _known_name(text, head) or _unknown_name(text, head, left)
        if name is not None and _CHANNEL.search(text[name.start : name.end + 1]):
            name = replace(name, end=name.end - 1, text=name.text[:-1])
        name = name and _with_its_city(_with_its_part(name, text), text)
        if name is None or name.text in NO_WATER or _goes_on_as_no_water(name, text):
            continue
        if found and _is_place_at(found[-1], name, text):
            continue
        # 怒江 is a prefecture in 怒江赖茂河.
        of_place = found and found[-1].end == name.start and not name.doubtful and found[-1].text in load_names()
        if found and (name.start < found[-1].end or of_place):
            found.pop()
        found.append(name)
    return found


def _stands_apart(name: WaterName, head: re.Match[str]) -> bool:
    """Whether a name ends before the next one begins; a doubtful one may be its front: 龙湾 of 龙湾套水库."""
    return not name.doubtful or name.end < head.start() - (head[0] in _STRONG)


def _is_place_at(river: WaterName, name: WaterName, text: str) -> bool:
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


def _with_its_part(name: WaterName, text: str) -> WaterName:
    """The name with the branch or the wetland that it goes on with: 九龙江北溪, 白石河湿地."""
    part = _BRANCH.match(text, name.end)
    if part is None and not _LISTED_BEFORE.search(text, max(0, name.start - 2), name.start):
        part = _WETLAND.match(text, name.end)
    if part is None:
        return name
    return replace(name, end=part.end(), text=name.text + part[0], doubtful=False, place=False)


def _with_its_city(name: WaterName, text: str) -> WaterName:
    """The name of a numbered ditch with the city before it, where many cities have one: 银川第二排水沟."""
    if _NUMBERED.fullmatch(name.text):
        for size in _CITIES:
            if text[max(0, name.start - size) : name.start] in load_names():
                return replace(name, start=name.start - size, text=text[name.start - size : name.end])
    return name


def _goes_on_as_no_water(name: WaterName, text: str) -> bool:
    """Whether what follows makes a name a street, a place or a body: 黄河路, 西湖区; not 洞庭湖区, 长江市控断面."""
    if name.doubtful and text.startswith(("地区", "一带"), name.end):
        return True
    after = _AFTER.match(text, name.end)
    return after is not None and (after[0] != "区" or name.doubtful or name.rule != "known water")


def _known_name(text: str, head: re.Match[str]) -> WaterName | None:
    """The longest well-known name that ends with the head, or one with a bigger, smaller, newer … before it."""
    known = find_known(text, *head.span())
    return known and WaterName(known[0], head.end(), text[known[0] : head.end()], known[1], False, "known water")


def _unknown_name(text: str, head: re.Match[str], left: int) -> WaterName | None:
    """The name that the grammar cuts out between `left` and the end of a head; None for a common noun."""
    if head[0] in KNOWN or _RUNS_ON.match(text, head.end()) or _begins_a_place(text, head.end() - 1):
        return None
    if _is_inside_a_place(text, head.start()):
        return None
    run = _RUN.search(text, max(left, head.start() - _REACH), head.start())
    dated = DATED.match(text, run.start()) if run else None
    begins = dated.end() if dated else run.start() if run else head.start()
    begins += PREPOSED.match(text, begins, head.start()) is not None
    led = _LED_TO.match(text, begins)
    begins = led.end() if led and led.end() < head.start() else begins
    core = _item_core(text, begins, head.start()) or proper_core(text[begins : head.start()])
    if text[begins - 1 : begins] == "、":
        core = _listed_core(text[begins : head.start()], core, head[0])
    # 宁波河道 and 宁波溪道 are the channels of a city.
    if core in load_names() and text.startswith("道", head.end()):
        return None
    # A reservoir goes by its river or lake: 海西海水库, although 海西 is a place.
    river = known_before(text, head.start()) if head[0] == "水库" else ""
    core = river if len(core) < len(river) else core
    # 石门镇水库 is one where something shows it, and may as well be any of a town's.
    town = "" if core or head[0] != "水库" else town_core(text[begins : head.start()])
    core = _without_place(core or town, head[0])
    name = core + head[0]
    if not core or _is_common_noun(core, head[0]):
        return _whole_name(text, begins, head)
    if _WISHED.search(text, max(0, begins - 1), head.end()):
        return None
    listed = head[0] in _LISTED and not text.startswith(("流域", "干流"), head.end())
    if listed and core not in load_names() and is_plain(core[-1] + head[0], PLAIN):
        return None
    if listed and _FOLLOWED_AS_A_RIVER.match(text, head.end()):
        return None if rjieba.has_word(name) or name in BEFORE else _whole_name(text, begins, head)
    # 奉化港 is the harbour of a town and 新慈溪 a town made new, unless the words around show a water.
    place = name.removeprefix("新") in load_names() or (head[0] == "港" and core in load_names())
    runs_on = len(core) == 1 and is_han(text[head.end() : head.end() + 1])
    plain = head[0] != "水库" and (is_plain(name, PLAIN) or is_plain(core, PLAIN))
    alone = head[0] == "湿地" and _STANDS_ALONE.match(text, head.end()) is not None
    # “半程苏河” is a slogan as often as a water.
    quoted = text.endswith("“", 0, head.end() - len(name)) and text.startswith("”", head.end())
    doubtful = bool(place or runs_on or listed or (head[0] in _WEAK and not alone) or plain or town or quoted)
    return WaterName(head.end() - len(name), head.end(), name, doubtful, place, "water by its head", listed)


def _whole_name(text: str, begins: int, head: re.Match[str]) -> WaterName | None:
    """The name that all of the words between a verb, a place or the beginning of a clause and a head make: 闪电河."""
    if _KIND_AFTER.match(text, head.end()):
        return None
    opens = begins == 0 or not is_han(text[begins - 1]) or text[begins] in "和与及" or DATED.match(text, begins - 1)
    core = whole_core(text[begins : head.start()], head[0], bool(opens))
    name = core + head[0]
    if not core:
        return None
    if head[0] == "湿地":
        if not names_a_wetland(core):
            return None
        alone = _STANDS_ALONE.match(text, head.end()) is not None
        # Where 乌拉盖河 stands as well, 乌拉盖湿地 is the land along it.
        if not alone and any(core + water in text for water in "江河湖"):
            return None
        return WaterName(head.end() - len(name), head.end(), name, not alone, False, "named wetland")
    if _ends_as_common(name, head[0]):
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


def _without_place(core: str, head: str) -> str:
    """The core without the place that a place of one character and the head lies in: 平 of 福建平潭, a county."""
    return core[-1:] if core[:-1] in load_names() and core[-1:] + head in load_names() else core


def _is_common_noun(core: str, head: str) -> bool:
    """Whether core and head name no single water: 小河, 城市水池, or the wetlands of a province, 宁夏湿地."""
    if head[-1] in "渠沟河" and len(head) > 1 and is_plain(core, PLAIN):
        return True
    # 江海河 of 江海河联运 are all kinds.
    if len(core) > 1 and _KINDS.issuperset(core + head):
        return True
    if head == "湿地" and _LANDFORM.search(core):
        return is_plain(core, PLAIN)
    places = load_names().get(core)
    if places:
        return head == "湿地" and places[0].rank == 0
    if _COUNTED.search(core + head):
        return True
    # 最大咸水湖 and 流域景观河 are kinds, whatever stands before.
    if core[:-2] and len(head) == 1 and (core[-2:] in GENERIC or core[-2:] in BEFORE):
        return True
    return _ends_as_common(core + head, head)


def _ends_as_common(name: str, head: str) -> bool:
    # 活力浙江 and 法治镇江 praise a place.
    praised = load_names().get(name[_PRAISE:], ())
    if praised and (praised[0].rank == 0 or (praised[0].rank < _COUNTY and rjieba.has_word(name[:_PRAISE]))):
        return True
    sorted_bay = name.removesuffix("海湾") if name.endswith("海湾") else ""
    if len(sorted_bay) > 1 and (sorted_bay in GENERIC or sorted_bay in BEFORE):
        return True
    if (
        _SUMMED.search(name[:-1])
        or _TEN_AND_MORE.fullmatch(name)
        or (name.endswith(("大河", "小河")) and name[:-2] in GENERIC)
    ):
        return True
    return len(head) < _LONG_HEAD and COMMON_END.search(name) is not None and not _DIRECTED.fullmatch(name)


def _begins_a_place(text: str, at: int) -> bool:
    """Whether the end of a head is the beginning of a place, as 河北 in 滦河北部; not of 清河北岸, 吉曲水质."""
    if text.startswith(("口", "水质", "水环境", "水生态", "水体", "水域"), at + 1) or _SIDES.match(text, at + 1):
        return False
    return text[at : at + 2] in load_names()


def _is_inside_a_place(text: str, head: int) -> bool:
    """Whether a head of one character is the middle of a place's name: 河 of 石河子, but not 河 of 沙河口."""
    name = text[head - 1 : head + 2]
    return len(name) == _PLACE_AROUND and not name.endswith("口") and name in load_names()
