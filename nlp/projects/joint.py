"""Names that the items of a list make together: `甘霖、黄泽污水管网工程` are two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import rjieba

from corpus.characters import HAN, NUMERALS
from nlp.projects.head import Head, any_of, find_head
from nlp.projects.item import COUNT_AND_LEVEL, LENGTH, Item, own_start, read_item
from nlp.projects.list import ItemList
from nlp.projects.name import LED_WATER, front_length, is_bare_name, is_plain, name_length, unexplained_length
from nlp.vocabulary import words

_ERECTING = words("projects", "erecting")
_CALLED = re.compile("(?:工程|项目)")
_LEAST_DONE = 4
_LEAST_TAIL = 5
_LONGEST_LEANING = 4
_RUNS_ON = frozenset("口")
_BODIES = words("projects", "bodies")
_VOLTAGE = re.compile(r"±?\d+千伏")
_SUBSTATION = re.compile(rf"[{HAN}]{{2,4}}变(?!电|压器)")
_KINDS_OF_ITEMS = words("projects", "kinds_of_items")
_PARKS = words("projects", "parks")
_STANDING = words("projects", "standing")
_SIDE_OF_TOWN = re.compile(r"城[东西南北中]|[东西南北]郊|临[港空江]")
_ORDINAL = re.compile(rf"第[{NUMERALS}]")
_AND = re.compile(r"(?<!以)[及和与]")
_NO_WATERS: frozenset[str] = frozenset()
_PHASE = re.compile(r"[一二三四五六]期(?:工程|项目)?")
_OTHER_WATERS = tuple("河江湖溪渠塘湾沟")
_WATER = re.compile(rf"[{''.join(_OTHER_WATERS)}](?:流域)?(?:\([^()]*\))?\Z")
_BUILT_WATERS = frozenset({"水库", "分洪道", "蓄滞洪区", "分蓄洪区"})
# 马河水库18公里环库路硬化工程 is named without its length.
_AMOUNT = re.compile(rf"{COUNT_AND_LEVEL.pattern}|(?<=[{HAN}]){LENGTH}的?(?=[{HAN}])")
_PHASES = re.compile(r"(?P<numbers>[一二三四五六\d](?:[、和及][一二三四五六\d])+)(?P<unit>期|号)")
_REACH = re.compile(rf"(?:(?![江河湖溪])[{HAN}]){{2,4}}段")
_RIVER_OF_REACH = re.compile(rf"[{HAN}]+[江河湖溪](?=[{HAN}]{{2,4}}段\Z)")
_RENEWAL = re.compile(r"[提扩改技迁升除]|[一二三四五六]期扩建")
_DEED = re.compile(f"(?:{any_of('deed_heads')})")
_FACILITY = re.compile(rf"[{HAN}]{{0,6}}?(?:{any_of('facility_heads')})")
_JOINING = re.compile(rf"(?:{any_of('joining')})(?![渠管河港线道])")
# What is built besides, or between two of them, is not done to each: 甲水库、乙水库及管线改造.
_ADDED = re.compile(rf"[及和与、]|(?:{_JOINING.pattern})")
# What the items of the list are, before what is built or done: 等重点河道治理, 等第一批示范点, 等大型水库.
_KIND = re.compile(rf"(?:{any_of('item_ranks')})+(?:(?:{any_of('kinds_of_items')})(?=[{HAN}]{{4}}))?")
_SIZE = re.compile(r"\A(?:大|中|小|大中)型")
_BEFORE_COUNT = re.compile(rf"[{HAN}]{{1,2}}(?={COUNT_AND_LEVEL.pattern})")
_PARK_KIND = re.compile("园区|开发区")
_BATCH = re.compile(rf"[{HAN}]{{0,6}}?(?:第[{NUMERALS}]+批|首批)")
# …示范点的规划建设 says what becomes of them.
_BECOMES = re.compile(rf"的(?:{any_of('follow_words')}|规划)+\Z")
# 等乡镇建设6个处理中心 tells where they are built, not what they are called.
_BUILT_SO_MANY = re.compile(rf"[{HAN}]*?(?:{any_of('build_verbs')}){COUNT_AND_LEVEL.pattern}")
_BUILT = re.compile(any_of("build_verbs", "begun"))
_LAST_VERB = re.compile(rf".*(?:{any_of('build_verbs')})")


def joint_names(listed: ItemList) -> Iterator[tuple[Item, str, Head]]:
    """Every name that the items make, the voltage of the first said of all: 500千伏甲变、乙变输变电工程."""
    voltage = _VOLTAGE.match(listed.items[0].text)
    for item, name, head in _joint(listed):
        shared = voltage[0] if voltage and _SUBSTATION.match(name) else ""
        yield item, shared + name, head


def _joint(listed: ItemList) -> Iterator[tuple[Item, str, Head]]:
    """Every name that the items make, with its item and the head it ends with; bare items take the tail of the next.

    `甘霖、黄泽污水管网工程`, `三界污水厂、石璜污水厂技改提升`, `凯里市、黔东片区等餐厨废弃物处置项目` and
    `青海湖、昆仑山国家公园` are two names each.
    """
    waiting: list[Item] = []
    for item in listed.items:
        if _is_of_next(item, listed):
            item = replace(item, head=None)
        head = item.head
        if head is None and item is not listed.items[-1] and not _may_lean(item):
            # What has a name of its own parts what stands before it from what follows.
            yield from (_alone(one) for one in waiting if one.head)
            waiting = []
            continue
        if head is None or (_is_park(item) and not _is_one_of_parks(listed, item)):
            waiting.append(item)
            continue
        if waiting and _JOINING.match(item.text, item.front):
            yield _joined(waiting, item, listed)
            waiting = []
            continue
        reach = _REACH.match(item.text)
        river = _RIVER_OF_REACH.match(waiting[-1].text) if waiting and reach else None
        item = replace(item, front=reach.end()) if river and reach else item
        shared = [(one, _shared_end(one, item, head, listed)) for one in waiting]
        yield from ((one, one.text + end, head) for one, end in shared if end)
        yield from (_alone(one) for one, end in shared if not end and one.head)
        waiting = [item] if head.kind == "facility" and head.end == len(item.text) else []
        if not waiting:
            yield from _phases(item) if river is None else [_on_river(river[0], item)]
    yield from (name for one in waiting if one.head for name in _phases(one))
    tail, further = _part_tail(listed)
    bare = [one for one in waiting if not one.head]
    if listed.is_of_projects:
        yield from _headless(bare, tail)
    else:
        yield from _with_tail(bare, tail, erected=listed.lead.endswith(_ERECTING))
    if further and further.head:
        yield _alone(further)


def _part_tail(listed: ItemList) -> tuple[str, Item | None]:
    """The tail up to a further name and that name: …等5座污水处理厂`及`北小河污水处理厂改扩建工程."""
    for joint in _AND.finditer(listed.tail):
        right = listed.tail[joint.end() :]
        if find_head(listed.tail[: joint.start()]) and front_length(right):
            return listed.tail[: joint.start()], read_item(
                right, listed.offset + len(listed.clause) - len(right), _NO_WATERS
            )
    return listed.tail, None


def _joined(waters: list[Item], item: Item, listed: ItemList) -> tuple[Item, str, Head]:
    """The one name of what joins several waters: 甲河、乙河水系连通工程."""
    assert item.head is not None
    first = waters[0]
    before = listed.written(first, item)
    head = replace(item.head, start=item.head.start + len(before), end=item.head.end + len(before))
    name = (before + item.text)[: head.end]
    return Item(before + item.text, first.start, item.end, first.front, head), name, head


def _alone(item: Item) -> tuple[Item, str, Head]:
    """The name that an item makes by itself, without a count inside it."""
    assert item.head is not None
    name = item.text[: item.head.end]
    return item, name if "“" in name else _AMOUNT.sub("", name, count=1), item.head


def _phases(item: Item) -> Iterator[tuple[Item, str, Head]]:
    """The names of the phases that an item tells together: 甲水系整治工程一、二、三期 has three."""
    _, name, head = _alone(item)
    phases = _PHASES.search(name)
    if phases is None:
        yield item, name, head
    else:
        said = _BUILT.match(name, phases.end())
        rest = "" if said else name[phases.end() :]
        yield from (
            (item, name[: phases.start()] + phase + phases["unit"] + rest, head)
            for phase in re.findall(r"[^、和及]", phases["numbers"])
        )


def _on_river(river: str, item: Item) -> tuple[Item, str, Head]:
    """The name of works on another reach of the river before: 甲河丁段治理项目 of 甲河丙段、丁段治理项目."""
    _, name, head = _alone(item)
    return item, river + name, head


def _headless(bare: list[Item], tail: str) -> Iterator[tuple[Item, str, Head]]:
    """Names of places with what is done at the last of them and 项目 or 工程: 甲、乙扩容量替代等项目."""
    called = _CALLED.match(tail)
    if len(bare) < 2 or called is None or not all(_is_bare(one) for one in bare[:-1]):
        return
    *places, last = bare
    own = last.front or name_length(last.text)
    if not own or len(last.text) - own < _LEAST_DONE:
        return
    done = last.text[own:] + called[0]
    head = Head("works", last.end - last.start, last.end - last.start + len(called[0]))
    yield from ((one, one.text + done, head) for one in places)
    yield last, last.text + called[0], head


def _with_tail(bare: list[Item], tail: str, *, erected: bool) -> Iterator[tuple[Item, str, Head]]:
    """Names of bare items with what follows 等 or the count after it: …、黎平园区等园区建设工业废水集中处理设施."""
    if tail.startswith(("地", "区域", "片区")):
        return
    tail = _BECOMES.sub("", tail)
    if "的" in tail:
        verb = _LAST_VERB.match(tail[: max(0, len(tail) - 4)])
        tail = tail[verb.end() :] if verb else ""
    if _BUILT_SO_MANY.match(tail) or tail.startswith("“"):
        return
    parks = len(bare) > 1 and all(one.text.endswith(_PARKS) for one in bare)
    kind = None
    for pattern in (_BATCH, COUNT_AND_LEVEL, _KIND, *((_PARK_KIND,) if parks else ())):
        if match := pattern.match(tail):
            kind, tail = match, tail[match.end() :]
    begin = own_start(tail) if kind else 0
    erected, tail = erected or tail.endswith(_ERECTING, 0, begin), tail[begin:]
    if tail.startswith(("以上", "及以上")):
        return  # 11个县级以上水源地隔离防护工程 says what kind of place
    head = find_head(tail)
    if (
        head is None
        or (len(tail) < _LEAST_TAIL and not (erected and head.kind == "facility"))
        or (head.kind == "deed" and not (kind and _FACILITY.match(tail)) and not _flow(bare) and not parks)
    ):
        return
    for item in bare:
        if _is_bare(item):
            yield item, item.text + tail[: head.end], head


def _flow(bare: list[Item]) -> bool:
    """True for several waters, each of which has its works: 北溪、白河(城区段)等水环境综合整治."""
    return len(bare) > 1 and all(_WATER.search(item.text) for item in bare)


def _shared_end(one: Item, item: Item, head: Head, listed: ItemList) -> str:
    """What a bare item takes over from the item with the head: 污水管网工程, or 技改提升 where both name a facility."""
    if one.head and not _is_park(one):
        facility = one.text[one.head.start :]
        at = item.text.find(facility)
        rest = item.text[at + len(facility) : head.end] if at >= 0 else ""
        worked_on = facility in _STANDING and head.kind == "deed" and not (_ADDED.match(rest) or listed.is_of_projects)
        renewed = _RENEWAL.match(rest) or (facility not in _STANDING and _DEED.match(rest))
        return rest if worked_on or renewed else ""
    ordinal = _ORDINAL.match(item.text) if _ORDINAL.fullmatch(one.text) else None
    ordinal = ordinal or (_SIDE_OF_TOWN.match(item.text) if not item.front else None)
    own = ordinal.end() if ordinal else item.front or unexplained_length(item.text[: head.end])
    # 石门坎 of 石门坎3座水库 is no part of 石门.
    longer = _BEFORE_COUNT.match(item.text, own) if own else None
    own = longer.end() if longer else own
    counted = COUNT_AND_LEVEL.match(item.text, own)
    # 大涌口水闸 is named after 大涌口: its name goes on behind the place that was found in it.
    if item.text[own : own + 1] in _RUNS_ON:
        return ""
    bare = is_bare_name(one.text) or one.front > 0 if head.kind == "zone" else _is_bare(one)
    shared = COUNT_AND_LEVEL.sub("", item.text[own : head.end], count=1) if own else ""
    shared = _SIZE.sub("", shared) if counted else shared
    # 甲闸站、乙闸站工程: what the bare item says already is not said again.
    # 甲湿地、乙湿地退耕还湿 likewise, but 甲煤矿、乙煤矿矿井水处理站 have more than one 矿.
    sizes = range(min(len(shared), len(one.text)), 1 if one.front == len(one.text) else 0, -1)
    said = next((size for size in sizes if one.text.endswith(shared[:size])), 0)
    kinds = [kind for kind in _KINDS_OF_ITEMS if shared.startswith(kind)]
    said = 0 if kinds and not one.text.endswith(tuple(kinds)) else said  # 泉河|河道治理, 甲流域、乙流域治理
    if LED_WATER.fullmatch(one.text) and not (_PHASE.fullmatch(shared) or _CALLED.fullmatch(shared)):
        return ""
    if _PHASE.fullmatch(shared[said:]) or (
        shared in _BUILT_WATERS and one.text.endswith(_OTHER_WATERS) and not counted
    ):
        return ""
    return shared[said:] if bare or (one.front and said) else ""


def _is_one_of_parks(listed: ItemList, item: Item) -> bool:
    """Whether a park stands among parks that are set up: 甲产业园 of 建设甲产业园、乙科技园."""
    last = listed.items[-1]
    return item is not last and last.head is not None and last.head.kind in ("zone", "building") and bool(item.front)


def _is_park(item: Item) -> bool:
    """Whether an item is an industrial park, where things are built as in a town: 社棠工业园、六峰工业园污水处理厂."""
    return item.text.endswith(_PARKS) and (item.head is None or item.head.kind == "zone")


def _is_of_next(item: Item, listed: ItemList) -> bool:
    """Whether something built leans on works behind it: 甲公路 before 等道路改造, 甲闸站 before 、乙闸站工程."""
    if item.head is None or item.head.kind != "building":
        return False
    end, last = item.text[item.head.start : item.head.end], listed.items[-1]
    return (bool(listed.tail) and not listed.is_of_projects) or (item is not last and f"{end}工程" in last.text)


def _may_lean(item: Item) -> bool:
    """Whether an item is short enough to lean on a head: 青浦 and 罗田平坦原; not 东宁天然气热电联产."""
    return _is_bare(item) or len(item.text) - item.front <= _LONGEST_LEANING


def _is_bare(item: Item) -> bool:
    """Whether an item may lean on the head of the next: a place, a short name, or one behind a place, 顺义李遂."""
    if item.text.endswith(_BODIES):
        return False
    if _is_park(item):
        return front_length(item.text) > 0
    if _SIDE_OF_TOWN.fullmatch(item.text) or _ORDINAL.fullmatch(item.text) or _RIVER_OF_REACH.match(item.text):
        return True
    if item.front == len(item.text) or (item.head is None and 2 <= len(item.text) <= 4 and not is_plain(item.text)):
        return True
    rest = item.text[item.front :]
    if item.head is not None or not item.front or is_plain(rest):
        return False
    # 罗田平坦原 is a place in 罗田, though 平坦 is a word; 望虞河拓宽 is what is done to a river.
    return is_bare_name(rest) or (
        len(rest) < _LONGEST_LEANING and not rjieba.has_word(rest) and item.text[item.front - 1] not in _OTHER_WATERS
    )
