"""What a list says of its items: whether they are many, measured, put to work, or stand already and are only used."""

from __future__ import annotations

import re

from corpus.characters import HAN
from nlp.projects.head import HEAD, Head, any_of
from nlp.projects.item import Item, counted
from nlp.projects.list import ItemList
from nlp.times.limit import LIMIT
from nlp.vocabulary import words

_BUILT = re.compile(rf"(?:{any_of('build_verbs')})好?(?:{any_of('lead_words')}|\d)*\Z")
# How big a thing is may stand between the verb and its name: 完成日处理3万吨的县城污水处理厂提标改造.
_BUILT_SO_BIG = re.compile(rf"(?:{any_of('build_verbs')})[^,。;]*\d[^,。;]{{0,8}}的\Z")
_RELATIONS = tuple("以对将由把在除")
_NOT_ONE = re.compile(rf"(?:{any_of('many_words')})(?:{any_of('lead_words')})*\Z")
# 新建信义沟截污干管9.6公里 says how much is laid, not what it is called.
_MEASURED = re.compile(rf"(?:{any_of('laying')})?约?\d[\d.]*(?:公里|千米|米|km|(?:万?立方米|万方)(?!/))")
_NAMES_PLACES = re.compile(any_of("places_of_lists"))
_VAGUE = words("projects", "vague_verbs")
_TRYING = words("projects", "trying")
_STAND_ALREADY = words("projects", "standing")
_ERECTING = words("projects", "erecting")
_RAISED = re.compile(rf"(?:{any_of('erecting')}|打造)了?(?:{any_of('lead_words')}|\d)*\Z")
_ERECTED = re.compile(rf"(?:{any_of('erected')})+")
# 甲河、乙河和20条中小河流 are too many to be named.
_AND_SO_MANY = re.compile(r"[和及与]\d+[个座处条]|\d家企业")
_LAID = ("清淤", *words("projects", "loose_deeds"))
# When it is to be done may stand between a name and what is done: 利用基地2023年三季度前建成.
_DATE = (
    rf"(?:主体(?:结构|工程)?)?(?:[也都均]?[要将]?[在于]?|力争|争取|确保|预计)?(?:{LIMIT})?已?(?:全部|全面|基本|完成)?"
)
_FOLLOW = re.compile(
    rf"(?:{_DATE})(?:(?:{any_of('follow_words')}){{1,2}}|完成(?!约?\d))(?![{HAN}])"
    r"|,(?:总|估算|计划|概算|预计)*投资约?\d|(?:规模)?\d[\d.]*万?(?:吨|立方米)/[日天]"
    rf"|(?:(?:进行|实施|开展).{{0,4}}?)?(?:{any_of('deed_heads')})"
    r"|正在?(?:进行|开展|实施|安装|调试|施工)|投入(?:试)?(?:运行|使用)|(?:土建)?(?:工程)?已?完成约?\d|土建已?完成"
    rf"|由[^,。;\n]{{2,30}}?(?:{any_of('begun')})(?![{HAN}])"
)
# What is done to a part of a facility, or beside it, says nothing of works on it: 祁连山国家公园海北片区勘界立标.
_GOES_ON = re.compile(rf"(?!(?:{_DATE})(?:{any_of('follow_words', 'after_facility')}))[{HAN}]")


def is_of_many(listed: ItemList) -> bool:
    """Whether the list speaks of many at once: 实施一批重点工程, 宁强县、略阳县19座尾矿库, 三江镇等5座污水处理厂."""
    if listed.counts_more or _AND_SO_MANY.search(listed.clause) or _NOT_ONE.search(listed.lead):
        return True
    total = re.match(r"\d+", listed.tail) if listed.is_counted else None
    counts = [counted(item) or 0 for item in listed.items if item.front] + [int(total[0]) if total else 0]
    return max(counts) > len(listed.items)


def is_measured(listed: ItemList, text: str) -> bool:
    """Whether what a list ends with is laid by its length: 建设御河、口泉河生态廊道126公里, 甲渠、乙渠清淤52公里."""
    last = listed.items[-1]
    if last.head is None or last.start + last.head.end > len(text):
        return False
    laid = last.head.kind == "facility" or last.text.endswith(_LAID, 0, last.head.end)
    return laid and _MEASURED.match(text, last.start + last.head.end) is not None


def is_built(listed: ItemList) -> bool:
    """Whether the items of a list are put to work: by the verb before them, by their count, or by what follows them.

    True for 建设, 加快推进 before the list; false for `依托青海湖国家公园` and `以小河流域治理为重点`.
    """
    return (
        is_led_by_works(listed.lead)
        or listed.is_begun
        or (listed.items[-1].front > 0 and _is_erected(listed))
        or bool(listed.deed_done)
        or any(item.front and counted(item) is not None for item in listed.items)
    )


def _is_erected(listed: ItemList) -> bool:
    """Whether the last item of a list goes on with what becomes of all: 强化甲监测站、乙监测站建设."""
    last = listed.items[-1].head
    return last is not None and _ERECTED.fullmatch(last.rest) is not None


def is_raised(listed: ItemList) -> bool:
    """Whether the items are built and not only cared for: 建设甲接收站, 加快甲接收站建设; not 加强甲监测站."""
    return _RAISED.search(listed.lead) is not None or listed.is_of_projects or listed.is_begun or _is_erected(listed)


def is_changed(listed: ItemList) -> bool:
    """Whether more is said of what becomes of standing things: 推动`甲热电厂、乙水泥厂`等减污降碳; not …等建设.

    Or the list names where something is done: 在`甲新城、乙示范区`等区域落实.
    """
    told = not listed.tail or listed.is_begun or HEAD.search(listed.tail)
    return (not told and listed.lead.endswith(_VAGUE)) or _NAMES_PLACES.match(listed.tail) is not None


def is_led_by_works(lead: str) -> bool:
    """Whether words before a name put it to work: 加快推进, 改建; not 依托, 以."""
    if _BUILT_SO_BIG.search(lead):
        return True
    return _BUILT.search(lead) is not None and not lead.endswith(_RELATIONS)


def is_followed_by_works(text: str, item: Item, head: Head) -> bool:
    """Whether the text says behind a name that it is built: 甲海上风电力争建成并网; not 甲海上风电发展迅速."""
    return _FOLLOW.match(text, item.start + head.end) is not None


def is_of_a_part(head: Head) -> bool:
    """Whether more is said behind a facility than that it is built: 甲国家公园北片区勘界立标; not 甲国家公园建设."""
    return _GOES_ON.match(head.rest) is not None


def stands_already(name: str, listed: ItemList) -> bool:
    """Whether a name is of something that is only used: 水库 of 加快甲水库、乙水库连通, not of 开工建设甲水库.

    What something is built upon stands as well: 在“甲系统”和“乙系统”基础上.
    """
    if listed.items[-1].text.endswith("基础上"):
        return True
    erected = listed.lead.removesuffix("了").endswith(_ERECTING) or listed.is_begun or _is_erected(listed)
    built = erected or listed.is_told or (listed.is_of_projects and listed.tail.endswith(_ERECTING))
    return name.endswith(_STAND_ALREADY) and not built


def is_only_tried(name: str, listed: ItemList) -> bool:
    """Whether a trial is something to do, not something to build: 开展甲湖养殖尾水治理试点, but not 完成甲河试点."""
    return name.endswith("试点") and listed.lead.endswith(_TRYING)
