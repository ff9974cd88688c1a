"""What could stand on a construction sign: a name with a proper part, of one thing, that is a work or is worked on."""

from __future__ import annotations

import re
from math import inf

from corpus.characters import HAN, NUMERALS
from nlp.projects.front import LED_WATER, REDACTED, front_length
from nlp.projects.head import HEAD, Head, any_of
from nlp.projects.item import Item, counted
from nlp.projects.plain import is_plain, noun_length, unexplained_length
from nlp.projects.works import is_followed_by_works, is_led_by_works, is_of_a_part
from nlp.vocabulary import words

_NO_NAME = re.compile(
    any_of("honours", "plural_words", "not_names") + rf"|\d[万亿]元|\d家|(?:{any_of('sorted_works')})\Z"
)
# One of its kind may well have a name (新建开发区污水处理厂1座), several may not, and of many only some are named:
# 湖北长江中下游131个水污染防治项目; one named before 等6座 is an example of more.
_COUNTED = re.compile(r"[共计]?(?:共计|合计)?(?:\d+[至到—~-])?(?P<number>\d+)[个座项处家]")
_MANY = re.compile(r"(?P<number>\d{2,})[个座处项条]")
# 雨污分流改造小区64个 counts where it is done.
_OF_SO_MANY = re.compile(rf"[{HAN}]{{1,6}}\d")
# 荆州水利建设6大工程 tells how many there are, not which; 甲公司在乙县建设光伏项目 who does what where.
_CLASS = re.compile(rf"[{NUMERALS}\d]+[大个项](?:工程|项目)|在[{HAN}]{{2,8}}(?:建设|投资|实施)")
# Proper as well: an ordinal, a phase, a side of the town, a main by its side, a road by its number, and what a town
# has one of when it is worked on: 第二污水处理厂, 2号机组, 城北污水处理厂, 南干线改造工程, 国道108新线高速,
# 县城污水处理厂提标改造.
_INNER = re.compile(
    rf"第[{NUMERALS}\d]+(?![产轮批届次])|.{{4}}[一二三四五六]期|\d(?:#|号[{HAN}]{{0,2}}[机炉])"
    rf"|\A(?:城[东西南北中]|(?:[东西南北]部|[东西南北]郊)(?!地区|区域|各|山区|大开发))"
    rf"|\A(?:县城|(?:中心|主|老)?城区|市区|临[江港空])[{HAN}]{{1,8}}[厂场]."
    rf"|\A临[江港空][{HAN}]{{2,10}}(?:中心|基地|平台|枢纽|通道|园)\Z"
    rf"|[{HAN}]“[^“”]{{4,}}”(?:工程|项目)|[东西南北中](?:干|环|支)线|[国省县]道[A-Z]?\d"
    rf"|\d{{3}}[国省县]道|[GSXYC]\d{{2,4}}|千伏(?!输变电|[变配]电|线路|及|电网)[{HAN}]{{2}}"
    rf"|\A县城[{HAN}]{{4,}}工程\Z|\A县[{HAN}]{{4,10}}(?:厂|场|站|中心)[{HAN}]{{2,}}工程\Z"
)
# What is quoted may be a name though 项目 alone follows, and the name of a facility: “千村示范”工程, “七交五直”通道.
_SLOGAN = re.compile(r"“(?=[^“”]*[+—]|[^“”\d]{3})[^“”、]+”")
_IN_BRACKET = re.compile(rf"\((?!不?含|包括)(?P<place>[{HAN}]{{2,8}})\)")
# Lines go by their voltage, roads by their number: 220千伏南洲输变电工程, 104国道.
_NUMBER_FIRST = re.compile(r"[±]?\d+千伏|\d{3}[国省县]道|\D")
_BRACKETED = re.compile(r"\([^()]*\)")
# The fewest characters of a name by the kind of its head: 马宁泵站 is one where it is being built.
_LEAST = {"works": 5, "facility": 5, "zone": 6, "deed": 7, "building": 5}
_LEAST_STANDING = 4
_LEAST_WORKED_ON = 5
_LEAST_LEANING = 8
_LEAST_REDACTED = 10
_LEAST_BESIDE_REDACTED = 5
_SHORT = range(2, 5)
_NAMED_SHORT = (*words("projects", "standing"), *words("projects", "named_short"))
# 新沟河工程 is called so, while 甲市工程 and 长江工程 say nothing.
_OWN_WATER = re.compile(r".{2,}[河江湖渠]")
_RIVER_END = ("河", "江", "湖", "渠")
_LONG_PLACE = re.compile(r".{5,}[^省市县区州旗镇乡村]")
_LOOSE = words("projects", "loose_deeds")
_ERECTING = words("projects", "erecting")
_LONGEST_LEAD = 8
_EMINENT = any_of("eminent")
_FIELD = f"(?:{any_of('fields')})?"
_FOLLOWED = re.compile(f"(?:{any_of('follow_words')})*")
# 县(区)级重点…, 2024年省级重大水利项目: of which level, field and weight a project is, not which one.
_LEVEL_ONLY = re.compile(rf"(?:{any_of('levels')})(?:\([^()]*\))?级?(?:{_EMINENT})")
_KIND_ONLY = re.compile(
    rf"(?:[{HAN}]{{2,6}}[局委厅部])?(?:\d{{4}}年度?)?{_FIELD}(?:政府投资)?(?:拟建|在建|新建)?(?:建设)?(?:国家|省级|市级)?"
    rf"(?:{_EMINENT})+{_FIELD}(?:项目|工程)"
)
# What ends like a facility names one even without more: 袁湾水库工程, while 甲市项目 says nothing.
_NAMED_FACILITY = re.compile(rf"(?:{any_of('facility_heads')})\Z")


def fits_sign(item: Item, name: str, head: Head, built: bool, many: float, text: str) -> bool:
    """Whether one of `many` names that a list in `text` makes could stand on a sign; infinitely many, where it says so.

    True for `凯里市生活垃圾焚烧发电厂二期`, and where it is `built` for `青海湖国家公园`; false for `污水处理设施`,
    `“两高”项目`, `国家生态文明建设示范区`, `甲市项目`.
    """
    joint = name not in item.text
    least = _least_length(name, head, erected=text.endswith(_ERECTING, 0, item.start))
    if len(name) < least or _is_general(item, name, head) or _is_one_of_more(item, head, joint, many, text):
        return False
    if (head.kind == "facility" or (head.kind == "zone" and not joint)) and is_of_a_part(head):
        return False
    if not _has_proper_part(item, name, head, text) and not (many == inf and _is_called_after_noun(item, head)):
        return False
    if _is_quoted(item, head) and front_length(item.text[1:]):
        return True
    has_verb_inside = item.end - item.start > len(item.text)
    built = built or has_verb_inside or is_led_by_works(text[max(0, item.start - _LONGEST_LEAD) : item.start])
    return built or head.kind == "works" or (not joint and is_followed_by_works(text, item, head))


def _is_general(item: Item, name: str, head: Head) -> bool:
    """Whether a name tells of which kind works are, not which they are: 县重点工程, 各镇污水处理厂, 6大工程."""
    return (
        not _NUMBER_FIRST.match(name)
        or _says_no_name(item.text[: head.end] + name)
        or name.count("(") != name.count(")")
        or _LEVEL_ONLY.match(name) is not None
        or _CLASS.search(item.text, 0, head.end) is not None
    )


def _is_one_of_more(item: Item, head: Head, joint: bool, many: float, text: str) -> bool:
    """Whether more are counted than the list names: 4座污水处理厂, 甲市131个项目, 雨污分流改造小区64个."""
    inside = _MANY.search(item.text, 0, head.start)
    behind = _COUNTED.match(head.rest) if joint else _COUNTED.match(text, item.start + head.end)
    return (
        (not item.front and (counted(item) or 0) > 1)
        or (head.kind == "deed" and _OF_SO_MANY.match(head.rest) is not None)
        or any(int(count["number"]) > many for count in (inside, behind) if count)
    )


def _says_no_name(text: str) -> bool:
    """Whether a word in a text tells that it names nothing: 各 of 各镇污水处理厂, not of 黄各庄污水处理厂.

    What a bracket holds tells which part of it is meant: 甲湿地保护工程(乙县部分).
    """
    return _NO_NAME.search(_BRACKETED.sub("", text.replace("各庄", "庄"))) is not None


def _least_length(name: str, head: Head, *, erected: bool) -> int:
    """The characters that a name with this head must have at least: 马宁泵站 is one where it is `erected`."""
    if name.endswith(_NAMED_SHORT) or (erected and head.kind == "facility"):
        return _LEAST_STANDING
    return _LEAST_WORKED_ON if head.kind == "deed" and _works_on_facility(name) else _LEAST[head.kind]


def _works_on_facility(name: str) -> bool:
    """Whether a name tells of a facility: 梅岙水库加固, 甲污水处理厂扩建."""
    return any(match["facility"] for match in HEAD.finditer(name))


def leans(item: Item, name: str, head: Head) -> bool:
    """Whether a name without a proper part may follow its neighbours: by a joint head, or as works of an own name.

    Beside 四滧港南闸 also 红星水闸, whose name is a word; beside 大湖污染治理工程 also 霞湾港清淤.
    """
    joint = name not in item.text
    own = head.kind == "works" and len(name) >= _LEAST_LEANING and not is_plain(name)
    bare = head.kind == "facility" and not item.front and head.start in _SHORT and not is_plain(name[: head.start])
    placed = head.kind == "deed" and item.front > 0
    return (joint or own or bare or placed) and not _says_no_name(name)


def _has_proper_part(item: Item, name: str, head: Head, text: str) -> bool:
    """Whether a name begins with a place, a river or a quotation, or holds or leaves over something proper."""
    if _is_quoted(item, head):
        return True
    # xx市xxxx光伏项目 is blacked out to nothing that tells it from others.
    if len(REDACTED.sub("", name)) < _LEAST_BESIDE_REDACTED <= len(name):
        return False
    if _is_only_a_place(name[: item.front], name) or _KIND_ONLY.fullmatch(name, item.front):
        return False
    if _is_loose(item, name, head):
        return False
    slogan = _SLOGAN.match(name) and head.kind != "deed"
    if item.text.startswith("“") and head.kind != "works" and not slogan:
        return False
    redacted = text.endswith("(略)", 0, item.start) and len(name) >= _LEAST_REDACTED
    inner = _IN_BRACKET.search(name)
    if item.front or redacted or _INNER.search(name) or (inner and not is_plain(inner["place"])):
        return True
    worked_on = head.kind != "deed" or _works_on_facility(name)
    said = item.text if head.kind in ("works", "zone") and not _FOLLOWED.fullmatch(head.rest) else name
    return worked_on and unexplained_length(said) > 0


def _is_only_a_place(front: str, name: str) -> bool:
    """Whether 工程 or 项目 alone follows a place: 甲市项目; not 袁湾水库工程, 新沟河工程, 引江补汉工程."""
    if name[len(front) :] not in ("", "项目", "工程"):
        return False
    own = _OWN_WATER.fullmatch(front) or _LONG_PLACE.fullmatch(front) or _NAMED_FACILITY.search(front)
    return not (own or _SLOGAN.match(name) or LED_WATER.match(name))


def _is_called_after_noun(item: Item, head: Head) -> bool:
    """Whether a facility or a deed goes by a word, which it may in a list of projects: 沙井排涝泵站等骨干工程."""
    length = unexplained_length if head.kind == "deed" else noun_length
    return head.kind != "works" and length(item.text[: head.end]) > 0


def _is_loose(item: Item, name: str, head: Head) -> bool:
    """Whether a deed says too little for a name: 改造 and 试点 but on a river or a facility."""
    deed = name.endswith(_LOOSE) and len(name) - head.start == len("试点")
    return deed and not name[: item.front].endswith(_RIVER_END) and not _works_on_facility(name)


def _is_quoted(item: Item, head: Head) -> bool:
    """Whether the whole name stands in quotation marks: “智慧环保视频监控系统”."""
    return item.text.startswith("“") and item.front > head.start
