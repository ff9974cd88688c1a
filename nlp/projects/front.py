"""Where the proper part of a name ends: a place, a river, a firm, a line or a quotation that an item begins with."""

from __future__ import annotations

import re
from functools import lru_cache

import rjieba

from corpus.characters import HAN, NUMERALS
from nlp.places.gazetteer import load_names
from nlp.projects.head import any_of
from nlp.projects.plain import (
    LYING,
    NAME_TAGS,
    explained_from,
    goes_on_plain,
    is_bare_name,
    is_plain,
    is_wordy,
    opens_with_verb,
)
from nlp.vocabulary import load, words

_LONGEST_PLACE = 12

REDACTED = re.compile(
    rf"(?:\(略\)|[x×*]{{1,6}}(?![年月日个座万亿])(?=[省市州县区镇乡村级]|[{HAN}]{{2}}))[省市州县区镇乡村]?级?"
)
# What is quoted and ends like “节水型” or “无害化” says what kind it is.
_QUOTED = re.compile(r"“(?P<said>[^“”、,]{1,19}[^“”、,型化性式])”")
_NOT_NAMES = frozenset(words("projects", "not_names"))
_PROVINCES = "".join(words("place_words", "provinces_by_one_character"))
# Water that is led from one basin to another, and power and gas: 引大济岷, 引黄入冀补淀, 黄水东调, 陇电入鲁, 川气东送.
LED_WATER = re.compile(
    rf"[江黄淮]水[东西南北]调|引(?![进导领用])[{HAN}][济入补供](?![园库企驻])[{HAN}](?:补淀)?"
    rf"|[{_PROVINCES}]电入[{_PROVINCES}]|[{_PROVINCES}疆西北][电气煤](?:外送|[东西南北][送输运])"
)
# What tells by its form alone that it is proper: a region, a part of a province (豫东), a railway line between two
# (湘桂线), a firm, a substation, which goes by its voltage and its place (500千伏青川变).
_BY_FORM = re.compile(
    rf"±?\d+千伏[{HAN}]{{2,4}}?变(?!电|压器)|{REDACTED.pattern}|环?(?:{any_of('regions', 'companies')})"
    rf"|[{''.join(words('place_words', 'provinces_of_parts'))}][东西南北中](?:部|地区)?|{LED_WATER.pattern}"
    rf"|[{_PROVINCES}]{{2}}线|[{_PROVINCES}]{{2,4}}(?=[{HAN}]{{0,6}}(?:{any_of('lines')}))"
    rf"|[{HAN}]{{2,12}}?(?:有限(?:责任)?公司|集团)"
)
# The short name of a firm: one noun and its industry, 珍珠水泥; not 精细化工.
_COMPANY = re.compile(rf"(?P<core>[{HAN}]{{2,4}}?)(?:{any_of('company_ends')})")
_NO_FIRMS = frozenset(words("projects", "not_firms"))
# A line goes by its ends: 奢香至鸭溪 of 奢香至鸭溪500千伏线路.
_LINE = re.compile(
    rf"(?P<one>[{HAN}]{{2,8}})至(?P<other>[{HAN}]{{2,6}}?)(?=\Z|±?\d+千伏|[IVX\d]+回|(?:{any_of('lines')}))"
)
_STATIONS = words("projects", "stations")
# What joins two places goes by both: 竹园-白龙港 of 竹园-白龙港连通管.
_PAIR = re.compile(rf"(?P<one>[{HAN}]{{2,4}})(?:[-—–][{HAN}]{{2,4}})?[-—–](?P<other>[{HAN}]{{2}})")
# Before a place may stand a round of many (第二轮金山地区), an area in plain words (工业园区蒲吕片区), and 以及.
_BEFORE = re.compile(
    rf"第[{NUMERALS}\d]+轮|新一轮|以及|(?:{any_of('area_kinds')})?(?:{any_of('areas')})|(?:中心|主|老)?城区"
)
# A township may bear the name of its people: 西口回族镇.
_PLACE_END = rf"(?P<end>(?:[{HAN}]{{1,3}}族)?(?:{any_of('place_ends')}))"
_NAMED = re.compile(rf"(?P<core>[{HAN}]{{1,5}}?){_PLACE_END}")
_ENDED = re.compile(rf"(?P<core>[{HAN}]{{0,5}}?){_PLACE_END}")
# No names: what joins (沿河, 及河), and how many there are (九大|高原).
_NO_CORE = re.compile(rf"[以将由对在为于从向把被的是及和与该各本我全沿环跨临滨]\Z|[了是]|[{NUMERALS}\d]+大\Z")
# 临港工业区 is one, where 沿江工业园 says where it lies.
_BESIDE = frozenset({"临港", "临空"})
# Places lend their names to rivers, hills and villages: 新田河(油沙段), 木兰山, 何家坝村.
_VILLAGE = re.compile(r"村(?![级庄民容镇落])|镇(?![级区域村])|乡(?![镇村级])")
_RIVER = re.compile(rf"(?<![河江湖溪])[河江湖溪](?=\(|\d+条|{any_of('behind_river')})|港(?![口区航务])")
_LANDFORM = re.compile(r"[山岭岛湖河](?=\Z)")
_HILL = re.compile(r"[山岭石岛峡坪寨坝塘洲滩坎垭岗坳埠屯堡](?=.)")
# A reach or an address behind a place belongs to it: 瀼渡河(甘宁段), 江南(密溪沟).
_REACH = re.compile(rf"\([{HAN}]{{2,8}}(?:、[{HAN}]{{2,8}})*\)")
# A plain word may begin like a place: 湖滨|带.
_LONGER = frozenset(words("projects", "begin_like_places"))
_ORDINARY = frozenset(words("projects", "ordinary_places"))
_WATERS = frozenset(name for entry in load("water_bodies").entries.values() for name in (entry.label, *entry.aliases))
_OPENINGS = frozenset(name[:2] for names in (load_names(), _WATERS) for name in names)


@lru_cache(maxsize=4096)
def front_length(item: str, waters: frozenset[str] = frozenset()) -> int:
    """Length of the proper part that an item begins with; 0 where it begins with plain words.

    凯里市 of `凯里市污水处理厂`, 祁连山南麓青海片区 of `祁连山南麓青海片区综合整治`, “一村万树” of `“一村万树”示范村`;
    nothing of `农村生活污水处理设施`. `waters`: further names of rivers and lakes, which the document speaks of.
    """
    at = 0
    while size := _next_front(item, at, waters):
        at += size
        reach = _REACH.match(item, at)
        at = reach.end() if reach else at
    return at


def _next_front(item: str, at: int, waters: frozenset[str]) -> int:
    """Length of the next piece of a proper front: a quotation, a line, a form, a place, a firm, a geographic name."""
    if quoted := _QUOTED.match(item, at):
        return 0 if at or quoted["said"] in _NOT_NAMES else len(quoted[0])
    if line := _line_length(item, at, waters):
        return line
    if formed := _BY_FORM.match(item, at):
        return len(formed[0])
    if size := _known_front(item, at, waters):
        return size + _lent_length(item, at + size)
    if (before := _BEFORE.match(item, at)) and (further := _next_front(item, before.end(), waters)):
        return further + len(before[0])
    company = _COMPANY.match(item, at)
    if company and not is_plain(company["core"]) and _is_noun(company["core"]):
        return len(company[0])
    size = _geographic(item, at)
    river = _RIVER.match(item, at + size) if size else None
    return size + len(river[0]) if river else size


def _line_length(item: str, at: int, waters: frozenset[str]) -> int:
    """Length of the two ends that a line goes by: 竹园-白龙港, 奢香至鸭溪; not of 建设竹园-白龙港, 延伸至甲市."""
    line = _LINE.match(item, at) if "至" in item else None
    if line and all(_is_end_of_line(line[end], waters) for end in ("one", "other")):
        return len(line[0])
    pair = None if at else _PAIR.match(item)
    if pair and not (is_plain(pair["one"]) or is_plain(pair["other"]) or opens_with_verb(pair["one"])):
        return len(pair[0])
    return 0


def _is_end_of_line(name: str, waters: frozenset[str]) -> bool:
    """Whether a line may begin or end at this: a place, a short name, a station; not 延伸 of 延伸至甲市."""
    return name.endswith(_STATIONS) or is_bare_name(name) or front_length(name, waters) == len(name)


def _known_front(item: str, at: int, waters: frozenset[str]) -> int:
    """Length of the longest known place or water that begins at `at`; 0 where none does."""
    if item[at : at + 2] not in _OPENINGS and not item.startswith(tuple(waters), at):
        return 0
    sizes = range(min(_LONGEST_PLACE, len(item) - at), 1, -1)
    named = ((size, item[at : at + size]) for size in sizes)
    known = (size for size, name in named if name in load_names() or name in _WATERS or name in waters)
    size = next((size for size in known if item[at : at + size] not in _ORDINARY), 0)
    return 0 if size and item[at : at + size + 1] in _LONGER else size


def _lent_length(item: str, at: int) -> int:
    """Length of what bears a known place's name: 河 of 新田河(油沙段), 岭 of 太平岭核电; not 河 of 河道."""
    if _RIVER.match(item, at) or _LANDFORM.match(item, at) or _VILLAGE.match(item, at):
        return 1
    plain = explained_from(item)
    return 1 if _HILL.match(item, at) and plain[at + 1] and not plain[at] else 0


def _geographic(item: str, at: int) -> int:
    """Length of a name that ends like a place or a landform: 加榜梯田, 炉碧园区, 黄泽江; not 农村, 城市, 工业园区."""
    match = (_ENDED if at else _NAMED).match(item, at)
    if match is None or _NO_CORE.match(match["core"]) or goes_on_plain(item, at, len(match[0]) + 1):
        return 0
    core, end = match["core"], match["end"]
    if is_plain(match[0]) or is_plain(core):
        area = len(end) > 1 or _opens_area(item, match.end())
        if not area or not (at or core in _BESIDE):
            return 0
    if is_wordy(core) and core not in LYING:
        return 0
    return len(match[0]) + (_VILLAGE.match(item, match.end()) is not None)


def _opens_area(item: str, at: int) -> bool:
    """Whether an area goes by the landform before it: 经济开发区 behind 射阳港."""
    area = _ENDED.match(item, at)
    return area is not None and not area["core"] and len(area["end"]) > 2


def _is_noun(core: str) -> bool:
    """Whether a core is one noun or name, as firms go by: 珍珠 of 珍珠水泥; not 精细 of 精细化工."""
    (_, tag), *others = rjieba.tag(core)
    return not others and (tag in NAME_TAGS or tag == "n") and core not in _NO_FIRMS
