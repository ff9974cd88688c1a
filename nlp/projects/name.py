"""The proper part in front of a project's name: a place, a river, a firm, a quotation, what plain words leave over."""

from __future__ import annotations

import re
from functools import lru_cache

import rjieba

from corpus.characters import HAN, NUMERALS
from nlp.places.gazetteer import load_names
from nlp.projects.head import COUNTED, KINDS, any_of
from nlp.vocabulary import load, words

_LONGEST_PLACE = 12
_LONGEST_PART = 8
_LONGEST_VILLAGE = 4


REDACTED = re.compile(
    rf"(?:\(略\)|[x×*]{{1,6}}(?![年月日个座万亿])(?=[省市州县区镇乡村级]|[{HAN}]{{2}}))[省市州县区镇乡村]?级?"
)
# What is quoted and ends like “节水型” or “无害化” says what kind it is.
_QUOTED = re.compile(r"“[^“”、,]{1,19}[^“”、,型化性式]”")
_PROVINCES = "".join(words("place_words", "provinces_by_one_character"))
# Water that is led from one basin to another, and power and gas: 引大济岷, 引黄入冀补淀, 黄水东调, 陇电入鲁, 川气东送.
LED_WATER = re.compile(
    rf"[江黄淮]水[东西南北]调|引(?![进导领用])[{HAN}][济入补供](?![园库企驻])[{HAN}](?:补淀)?"
    rf"|[{_PROVINCES}]电入[{_PROVINCES}]|[{_PROVINCES}疆西北][电气煤](?:外送|[东西南北][送输运])"
)
# A township may bear the name of its people: 西口回族镇.
_PLACE_END = rf"(?P<end>(?:[{HAN}]{{1,3}}族)?(?:{any_of('place_ends')}))"
_NAMED = re.compile(rf"(?P<core>[{HAN}]{{1,5}}?){_PLACE_END}")
_ENDED = re.compile(rf"(?P<core>[{HAN}]{{0,5}}?){_PLACE_END}")
# A village may bear the name of a dam or a bridge: 何家坝村.
_VILLAGE = re.compile(r"村(?![级庄民容镇落])|镇(?![级区域村])|乡(?![镇村级])")
# Parts of provinces: 豫东, 苏北, 滇中.
_PART_OF_PROVINCE = rf"[{''.join(words('place_words', 'provinces_of_parts'))}][东西南北中](?:部|地区)?"
_REGION = re.compile(
    any_of("regions", "companies")
    + rf"|{_PART_OF_PROVINCE}|{LED_WATER.pattern}|[{_PROVINCES}]{{2}}线"
    + rf"|[{_PROVINCES}]{{2,4}}(?=[{HAN}]{{0,6}}(?:{any_of('lines')}))"
    + rf"|环(?=(?:{any_of('regions')}))"
    + rf"|(?P<company>[{HAN}]{{2,12}}?(?:有限(?:责任)?公司|集团))"
)
_COMPANY = re.compile(rf"(?P<core>[{HAN}]{{2,4}}?)(?:{any_of('company_ends')})")
_HAN = re.compile(rf"[{HAN}]+")
_JOINS = re.compile(r"[和与及]")
_COUNT_OF = re.compile(rf"[了是]|[{NUMERALS}\d]+大\Z")  # 九大|高原
# 五里界 and 七里坪 are named by how far off they lie, 六门闸 and 五孔桥 by their openings.
_NUMBERED = re.compile(rf"[{NUMERALS}]+[里门孔洞拱]")
# A substation goes by its voltage and the place it stands at: 500千伏青川变.
_SUBSTATION = re.compile(rf"±?\d+千伏[{HAN}]{{2,4}}?变(?!电|压器)")
# Works of one round of many: 第二轮金山地区环境综合整治.
_ROUND = re.compile(rf"第[{NUMERALS}\d]+轮|新一轮")
# A line goes by its ends: 奢香至鸭溪 of 奢香至鸭溪500千伏线路.
_LINE = re.compile(
    rf"(?P<one>[{HAN}]{{2,8}})至(?P<other>[{HAN}]{{2,6}}?)(?=\Z|±?\d+千伏|[IVX\d]+回|(?:{any_of('lines')}))"
)
# What joins two places goes by both: 竹园-白龙港 of 竹园-白龙港连通管.
_PAIR = re.compile(rf"(?P<one>[{HAN}]{{2,4}})(?:[-—–][{HAN}]{{2,4}})?[-—–](?P<other>[{HAN}]{{2}})")
# An area in plain words may stand before the one that has a name: 工业园区蒲吕片区.
_PLAIN_AREA = re.compile(rf"(?:{any_of('area_kinds')})?(?:{any_of('areas')})|(?:中心|主|老)?城区")
# A reach or an address behind a place belongs to it: 瀼渡河(甘宁段), 江南(密溪沟).
_REACH = re.compile(rf"\([{HAN}]{{2,8}}(?:、[{HAN}]{{2,8}})*\)")
# A river or a harbour may bear the name of a place before its own head: 新田河(油沙段), where 新田 is a county.
_RIVER = re.compile(rf"(?<![河江湖溪])[河江湖溪](?=\(|\d+条|{any_of('behind_river')})|港(?![口区航务])")
# A whole item may end with a landform behind the name of a place: 木兰山.
_LANDFORM = re.compile(r"[山岭岛湖河](?=\Z)")
_STATIONS = ("站", "变", "电厂", "水厂", "水库")
_HILL = re.compile(r"[山岭石岛峡坪寨坝塘洲滩坎垭岗坳埠屯堡](?=.)")
# 临港工业区 is one, where 沿江工业园 says where it lies.
_BESIDE = frozenset({"临港", "临空"})
_LYING = frozenset(words("projects", "lying"))
_PARTS = (
    frozenset(words("projects", "plain_parts"))
    | _LYING
    | {word for kind in KINDS for word in words("projects", f"{kind}_heads")}
)
# A plain word may begin like a place: 湖滨|带.
_LONGER = frozenset(words("projects", "begin_like_places"))
_WATERS = frozenset(name for entry in load("water_bodies").entries.values() for name in (entry.label, *entry.aliases))
_ORDINARY = frozenset(words("projects", "ordinary_places"))
_OPENINGS = frozenset(name[:2] for names in (load_names(), _WATERS) for name in names)
_NOT_NAMES = frozenset(words("projects", "not_names"))
_NO_FIRMS = frozenset(words("projects", "not_firms"))
_PLAIN_TAGS = frozenset({"v", "vn", "vd", "d", "p", "c", "r", "f", "u", "a", "ad", "m", "b", "t"})
_RELATIONS = frozenset("以将由对在为于从向把被的是及和与该各本我全沿环跨临滨")
_NAME_TAGS = frozenset({"nr", "nrt", "nrfg", "ns", "nt", "nz"})


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


def unexplained_length(item: str) -> int:
    """Length of what stands before the words that names of works are made of: 黄泽 of `黄泽污水管网工程`.

    0 where plain words explain everything, or where the rest is itself a plain word (`推广污水处理工程`) or too long.
    """
    reached = _explained_from(item)
    size = next((at for at in range(len(item)) if reached[at]), len(item))
    if size == len(item):
        return 0
    return size if is_bare_name(item[:size]) or _names_sluice(item, size) else 0


def noun_length(item: str) -> int:
    """Length of a noun of two or three characters before plain words: 沙井 of `沙井排涝泵站`; 0 for `雨水泵站`."""
    reached = _explained_from(item)
    size = next((at for at in range(len(item)) if reached[at]), len(item))
    return size if 1 < size < min(_LONGEST_VILLAGE, len(item)) and rjieba.tag(item[:size])[-1][1][0] == "n" else 0


def _names_sluice(item: str, size: int) -> bool:
    """Whether a noun stands before 闸, 坝 or 堤, which go by the village they stand at: 店子 of 店子闸除险加固工程."""
    return (
        1 < size < _LONGEST_VILLAGE and item[size] in "闸坝堤" and all(tag == "n" for _, tag in rjieba.tag(item[:size]))
    )


def _next_front(item: str, at: int, waters: frozenset[str]) -> int:
    """Length of the next piece of a proper front: a quotation, a redaction, a region, a place, a geographic name."""
    quoted = _QUOTED.match(item, at)
    if quoted:
        return 0 if quoted[0][1:-1] in _NOT_NAMES or at else len(quoted[0])
    turn = None if at else _ROUND.match(item)
    if turn:
        further = _next_front(item, turn.end(), waters)
        return further + turn.end() if further else 0
    if line := _line_length(item, at, waters):
        return line
    for pattern in (_SUBSTATION, REDACTED, _REGION):
        match = pattern.match(item, at)
        if match:
            return len(match[0])
    if size := _known_front(item, at, waters):
        river = _RIVER.match(item, at + size) or _LANDFORM.match(item, at + size) or _VILLAGE.match(item, at + size)
        return size + len(river[0]) if river else size + _hill_length(item, at + size)
    if at and item.startswith("以及", at):
        further = _next_front(item, at + 2, waters)
        return further + 2 if further else 0
    company = _COMPANY.match(item, at)
    if company and not _explained_from(company["core"])[0] and _is_noun(company["core"]):
        return len(company[0])
    area = None if at else _PLAIN_AREA.match(item)
    named = _next_front(item, area.end(), waters) if area else 0
    if area and named:
        return named + area.end()
    size = _geographic(item, at)
    river = _RIVER.match(item, at + size) if size else None
    return size + len(river[0]) if river else size


def _line_length(item: str, at: int, waters: frozenset[str]) -> int:
    """Length of the two ends that a line goes by: 竹园-白龙港, 奢香至鸭溪; not of 建设竹园-白龙港, 延伸至甲市."""
    line = _LINE.match(item, at) if "至" in item else None
    if line and all(_is_end_of_line(line[end], waters) for end in ("one", "other")):
        return len(line[0])
    pair = None if at else _PAIR.match(item)
    if pair and not (is_plain(pair["one"]) or is_plain(pair["other"]) or _opens_with_verb(pair["one"])):
        return len(pair[0])
    return 0


def _opens_with_verb(text: str) -> bool:
    """Whether a text begins with a verb and goes on: 建设哈密; not 竹园."""
    (token, tag), *others = rjieba.tag(text)
    return bool(others) and _is_word(token) and tag in _PLAIN_TAGS


def _is_end_of_line(name: str, waters: frozenset[str]) -> bool:
    """Whether a line may begin or end at this: a place, a short name, a station; not 延伸 of 延伸至甲市."""
    return name.endswith(_STATIONS) or is_bare_name(name) or front_length(name, waters) == len(name)


def _hill_length(item: str, at: int) -> int:
    """1 where a landform that goes on a place's name stands before plain words: 岭 of 太平岭核电; not 河 of 河道."""
    plain = _explained_from(item)
    return 1 if _HILL.match(item, at) and plain[at + 1] and not plain[at] else 0


def _known_front(item: str, at: int, waters: frozenset[str]) -> int:
    """Length of the longest known place or water that begins at `at`; 0 where none does."""
    if item[at : at + 2] not in _OPENINGS and not item.startswith(tuple(waters), at):
        return 0
    sizes = range(min(_LONGEST_PLACE, len(item) - at), 1, -1)
    named = ((size, item[at : at + size]) for size in sizes)
    known = (size for size, name in named if name in load_names() or name in _WATERS or name in waters)
    size = next((size for size in known if item[at : at + size] not in _ORDINARY), 0)
    return 0 if size and item[at : at + size + 1] in _LONGER else size


def _geographic(item: str, at: int) -> int:
    """Length of a name that ends like a place or a landform: 加榜梯田, 炉碧园区, 黄泽江; not 农村, 城市, 工业园区."""
    match = (_ENDED if at else _NAMED).match(item, at)
    if match is None or match["core"] in _RELATIONS or _COUNT_OF.match(match["core"]):
        return 0
    if any(item[at:end] in _PARTS for end in range(match.end() + 1, min(at + _LONGEST_PART, len(item)) + 1)):
        return 0  # 水美乡|村
    plain = _explained_from(match[0])[0] or _explained_from(match["core"])[0]
    beside = match["core"] in _BESIDE
    if plain and not ((at or beside) and (len(match["end"]) > 1 or _opens_area(item, match.end()))):
        return 0
    verb = rjieba.has_word(match[0]) and rjieba.tag(match[0])[0][1] in _PLAIN_TAGS
    placed = (at or beside) and len(match["end"]) > 1 and match["core"] in _LYING
    if (verb and not at) or (_is_wordy(match["core"]) and not placed):
        return 0
    return len(match[0]) + (_VILLAGE.match(item, match.end()) is not None)


def _is_noun(core: str) -> bool:
    """Whether a core is one noun or name, as firms go by: 珍珠 of 珍珠水泥; not 精细 of 精细化工."""
    (_, tag), *others = rjieba.tag(core)
    return not others and (tag in _NAME_TAGS or tag == "n") and core not in _NO_FIRMS


def is_plain(name: str) -> bool:
    """Whether plain words explain the whole of a name: 农村污水收集治理工程."""
    return _explained_from(name)[0]


def name_length(text: str) -> int:
    """Length of a name that opens a text though no gazetteer holds it: 吴淞 of 吴淞扩容量替代; 0 for 湖滨带."""
    if not text or any(text[:size] in _PARTS for size in range(2, _LONGEST_PART + 1)):
        return 0
    opening = rjieba.tag(text)[0][0]
    return len(opening) if is_bare_name(opening) else 0


def is_bare_name(text: str) -> bool:
    """Whether a short text may be a name though nothing tells, as 石璜 is: two to four characters, no plain words."""
    if not 2 <= len(text) <= 4 or not _HAN.fullmatch(text) or _explained_from(text)[0] or _JOINS.search(text[1:-1]):
        return False
    return text in load_names() or not any(
        _is_word(token) and tag not in _NAME_TAGS and not _NUMBERED.fullmatch(token) for token, tag in rjieba.tag(text)
    )


def _opens_area(item: str, at: int) -> bool:
    """Whether an area goes by the landform before it: 经济开发区 behind 射阳港."""
    area = _ENDED.match(item, at)
    return area is not None and not area["core"] and len(area["end"]) > 2


def _is_wordy(core: str) -> bool:
    """Whether a core is made of plain words, such as 世界级盐 or 不断加强; one noun alone may be a name, as 凤凰 is."""
    tokens = rjieba.tag(core)
    return any(_is_word(token) and (tag in _PLAIN_TAGS or len(tokens) > 1) for token, tag in tokens)


def _is_word(token: str) -> bool:
    return len(token) > 1 and rjieba.has_word(token) and token not in load_names()


@lru_cache(maxsize=4096)
def _explained_from(item: str) -> list[bool]:
    """For every offset whether the rest of the item is a chain of plain parts."""
    reached = [False] * len(item) + [True]
    for at in range(len(item) - 1, -1, -1):
        count = COUNTED.match(item, at)
        reached[at] = (count is not None and reached[count.end()]) or any(
            reached[at + size] and item[at : at + size] in _PARTS
            for size in range(1, min(_LONGEST_PART, len(item) - at) + 1)
        )
    return reached
