"""Names that places make with what stands behind 等: 甲市、乙县等餐厨废弃物处置项目."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.characters import HAN, NUMERALS
from nlp.projects.front import front_length
from nlp.projects.head import Head, any_of, find_head
from nlp.projects.item import COUNT_AND_LEVEL, Item, Name, own_start, read_item
from nlp.projects.lean import CALLED, LEAST_DONE, OTHER_WATERS, is_bare
from nlp.projects.list import ItemList
from nlp.projects.plain import name_length
from nlp.vocabulary import words

_PARKS = words("projects", "parks")
_AND = re.compile(r"(?<!以)[及和与]")
_NO_WATERS: frozenset[str] = frozenset()
# Each of several waters has its works: 北溪、白河(城区段)等水环境综合整治.
_WATER = re.compile(rf"[{''.join(OTHER_WATERS)}澳港浦泾浜涌淀洼海洋](?:流域)?(?:\([^()]*\))?\Z")
_FACILITY = re.compile(rf"[{HAN}]{{0,6}}?(?:{any_of('facility_heads')})")
# What the items of the list are, before what is built or done: 等重点河道治理, 等第一批示范点, 等大型水库.
_KIND = re.compile(rf"(?:{any_of('item_ranks')})+(?:(?:{any_of('kinds_of_items')})(?=[{HAN}]{{4}}))?")
_PARK_KIND = re.compile("园区|开发区")
_BATCH = re.compile(rf"[{HAN}]{{0,6}}?(?:第[{NUMERALS}]+批|首批)")
# 等6个项目, 等工程
_CALLED = re.compile(rf"(?:{COUNT_AND_LEVEL.pattern})?(?P<called>{CALLED.pattern})")
# …示范点的规划建设 says what becomes of them.
_BECOMES = re.compile(rf"的(?:{any_of('follow_words')}|规划)+\Z")
# 等乡镇建设6个处理中心 tells where they are built, not what they are called.
_BUILT_SO_MANY = re.compile(rf"[{HAN}]*?(?:{any_of('build_verbs')}){COUNT_AND_LEVEL.pattern}")
_LAST_VERB = re.compile(rf".*(?:{any_of('build_verbs')})")


def part_tail(listed: ItemList) -> tuple[str, Item | None]:
    """The tail up to a further name and that name: …等5座污水处理厂`及`北小河污水处理厂改扩建工程."""
    for joint in _AND.finditer(listed.tail):
        right = listed.tail[joint.end() :]
        if find_head(listed.tail[: joint.start()]) and front_length(right):
            return listed.tail[: joint.start()], read_item(
                right, listed.offset + len(listed.clause) - len(right), _NO_WATERS
            )
    return listed.tail, None


def headless_names(bare: list[Item], tail: str) -> Iterator[Name]:
    """Names of places with what is done at the last of them and 项目 or 工程: 甲、乙扩容量替代等项目, 等2个项目."""
    called = _CALLED.match(tail)
    if len(bare) < 2 or called is None:
        return
    *places, last = bare
    own = last.front or name_length(last.text)
    if not own or len(last.text) - own < LEAST_DONE:
        return
    done = last.text[own:] + called["called"]
    head = Head("works", last.end - last.start, last.end - last.start + len(called["called"]))
    yield from (Name(one, one.text + done, head) for one in places)
    yield Name(last, last.text + called["called"], head)


def names_with_tail(bare: list[Item], tail: str) -> Iterator[Name]:
    """Names of bare items with what follows 等 or the count after it: …、黎平园区等园区建设工业废水集中处理设施."""
    if tail.startswith(("地", "区域", "片区")):
        return
    tail = _BECOMES.sub("", tail)
    if "的" in tail:
        verb = _LAST_VERB.match(tail[: max(0, len(tail) - 4)])
        tail = tail[verb.end() :] if verb else ""
    if _BUILT_SO_MANY.match(tail) or tail.startswith("“"):
        return
    parks = all(one.text.endswith(_PARKS) for one in bare)
    tail = tail[_after_kind(tail, parks=parks) :]
    head = find_head(tail)
    if head and (head.kind != "deed" or _FACILITY.match(tail) or parks or all(_WATER.search(one.text) for one in bare)):
        yield from (Name(item, item.text + tail[: head.end], head) for item in bare if is_bare(item))


def _after_kind(tail: str, *, parks: bool) -> int:
    """Where what is built or done begins behind what the items are: 人工湿地 of 等适宜地段建设人工湿地."""
    begin = 0
    for pattern in (_BATCH, COUNT_AND_LEVEL, _KIND, *((_PARK_KIND,) if parks else ())):
        kind = pattern.match(tail, begin)
        begin = kind.end() if kind else begin
    return begin + own_start(tail[begin:])
