"""Names that the items of a list make together: `甘霖、黄泽污水管网工程` are two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.characters import HAN
from nlp.projects.head import Head, any_of
from nlp.projects.item import COUNT_AND_LEVEL, LENGTH, Item, Name
from nlp.projects.lean import (
    JOINING,
    OTHER_WATERS,
    RIVER_OF_REACH,
    is_of_next,
    is_one_of_parks,
    is_park,
    may_lean,
    shared_end,
)
from nlp.projects.list import LYING_THERE, ItemList
from nlp.projects.plain import is_plain
from nlp.projects.tail import headless_names, names_with_tail, part_tail
from nlp.vocabulary import words

_LIST_ENDS = words("projects", "list_ends")
_VOLTAGE = re.compile(r"±?\d+千伏")
_SUBSTATION = re.compile(rf"[{HAN}]{{2,4}}变(?!电|压器)")
# 马河水库18公里环库路硬化工程 is named without its length.
_AMOUNT = re.compile(rf"{COUNT_AND_LEVEL.pattern}|(?<=[{HAN}]){LENGTH}的?(?=[{HAN}])")
_PHASES = re.compile(r"(?P<numbers>[一二三四五六\d](?:[、和及][一二三四五六\d])+)(?P<unit>期|号)")
_SIDES = re.compile(rf"(?P<sides>[东西南北][、和及][东西南北])(?P<unit>{LYING_THERE})")
_REACH = re.compile(rf"(?:(?![江河湖溪])[{HAN}]){{2,4}}段")
_BUILT = re.compile(any_of("build_verbs", "begun"))


def joint_names(listed: ItemList) -> Iterator[Name]:
    """Every name that the items make, the voltage of the first said of all: 500千伏甲变、乙变输变电工程."""
    voltage = _VOLTAGE.match(listed.items[0].text)
    for item, name, head in _joint(listed):
        shared = voltage[0] if voltage and _SUBSTATION.match(name) else ""
        yield Name(item, shared + name, head)


def _joint(listed: ItemList) -> Iterator[Name]:
    """The names of a list: one of all its items, one of each with what is done to all, or as its items are read."""
    if _is_one_work(listed):
        yield _joined(listed.items[0], listed.items[-1], listed)
    elif deed := listed.deed_done:
        # 甲堤加固 of 对甲堤、乙堤等支堤进行加固.
        for item in listed.items:
            yield Name(item, item.text + deed, Head("deed", len(item.text), len(item.text + deed)))
    else:
        yield from _item_by_item(listed)


def _item_by_item(listed: ItemList) -> Iterator[Name]:
    """Every name that the items make; bare items take the tail of the next that has one.

    `甘霖、黄泽污水管网工程`, `三界污水厂、石璜污水厂技改提升`, `凯里市、黔东片区等餐厨废弃物处置项目` and
    `青海湖、昆仑山国家公园` are two names each.
    """
    waiting: list[Item] = []
    for item in listed.items:
        head = None if is_of_next(item, listed) else item.head
        if head is None and item is not listed.items[-1] and not may_lean(item):
            # What has a name of its own parts what stands before it from what follows.
            yield from (_alone(one) for one in waiting if one.head)
            waiting = []
        elif head is None or (is_park(item) and not is_one_of_parks(listed, item)):
            waiting.append(replace(item, head=head))
        elif waiting and JOINING.match(item.text, item.front):
            yield _joined(waiting[0], item, listed)
            waiting = []
        else:
            if waiting and (river := RIVER_OF_REACH.match(waiting[-1].text)) and (reach := _REACH.match(item.text)):
                item = _behind(river[0], item, item.start, len(river[0]) + reach.end())
                head = item.head or head
            shared = [(one, shared_end(one, item, head, listed)) for one in waiting]
            yield from (Name(one, one.text + end, head) for one, end in shared if end)
            yield from (name for one, end in shared if not end and one.head for name in _phases(one))
            waiting = [item] if item.is_whole("facility") else []
            if not waiting:
                yield from _phases(item)
    yield from (name for one in waiting if one.head for name in _phases(one))
    tail, further = part_tail(listed)
    bare = [one for one in waiting if not one.head]
    yield from headless_names(bare, tail) if listed.is_of_projects else names_with_tail(bare, tail)
    if further and further.head:
        yield _alone(further)


def _is_one_work(listed: ItemList) -> bool:
    """Whether a list is the one name of several works on one thing: 东湖清淤、管网改造工程; not 甲水厂、管网工程."""
    first, *others = listed.items
    if not others or listed.tail or not 0 < first.front < len(first.text) or any(one.front for one in others):
        return False
    *between, last = others
    deed = first.is_whole("deed") if first.head else first.text.endswith(_LIST_ENDS)
    works = last.head is not None and last.head.kind == "works"
    plain = [first.text[first.front :], *(one.text for one in between), last.text[: last.head.end if last.head else 0]]
    return deed and works and all(map(is_plain, plain))


def _joined(first: Item, item: Item, listed: ItemList) -> Name:
    """The one name from the first of several items to the last as it is written: 甲河、乙河水系连通工程."""
    front = first.front or (len(first.text) if first.text.endswith(OTHER_WATERS) else 0)
    whole = _behind(listed.written(first, item), item, first.start, front)
    assert whole.head is not None
    return Name(whole, whole.text[: whole.head.end], whole.head)


def _behind(before: str, item: Item, start: int, front: int) -> Item:
    """An item with what is said once for several before it: 甲河 before 丁段治理项目 in 甲河丙段、丁段治理项目."""
    assert item.head is not None
    head = replace(item.head, start=item.head.start + len(before), end=item.head.end + len(before))
    return Item(before + item.text, start, item.end, front, head)


def _alone(item: Item) -> Name:
    """The name that an item makes by itself, without a count inside it."""
    assert item.head is not None
    name = item.text[: item.head.end]
    return Name(item, name if "“" in name else _AMOUNT.sub("", name, count=1), item.head)


def _phases(item: Item) -> Iterator[Name]:
    """The names of the phases or sides that an item tells together: 甲水系整治工程一、二、三期 has three,
    甲路南、北片区管网工程 two."""
    _, name, head = _alone(item)
    if sides := _SIDES.search(name):
        for side in re.findall("[东西南北]", sides["sides"]):
            yield Name(item, name[: sides.start()] + side + name[sides.start("unit") :], head)
        return
    phases = _PHASES.search(name)
    if phases is None:
        yield Name(item, name, head)
        return
    rest = "" if _BUILT.match(name, phases.end()) else name[phases.end() :]
    for phase in re.findall(r"[^、和及]", phases["numbers"]):
        yield Name(item, name[: phases.start()] + phase + phases["unit"] + rest, head)
