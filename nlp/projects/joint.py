"""Names that the items of a list make together: `甘霖、黄泽污水管网工程` are two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.characters import HAN
from nlp.projects.head import Head, any_of
from nlp.projects.item import COUNT_AND_LEVEL, LENGTH, Item
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
from nlp.projects.list import ItemList
from nlp.projects.plain import is_plain
from nlp.projects.tail import headless_names, names_with_tail, part_tail
from nlp.vocabulary import words

_LIST_ENDS = words("projects", "list_ends")
_VOLTAGE = re.compile(r"±?\d+千伏")
_SUBSTATION = re.compile(rf"[{HAN}]{{2,4}}变(?!电|压器)")
# 马河水库18公里环库路硬化工程 is named without its length.
_AMOUNT = re.compile(rf"{COUNT_AND_LEVEL.pattern}|(?<=[{HAN}]){LENGTH}的?(?=[{HAN}])")
_PHASES = re.compile(r"(?P<numbers>[一二三四五六\d](?:[、和及][一二三四五六\d])+)(?P<unit>期|号)")
_REACH = re.compile(rf"(?:(?![江河湖溪])[{HAN}]){{2,4}}段")
_BUILT = re.compile(any_of("build_verbs", "begun"))


def joint_names(listed: ItemList) -> Iterator[tuple[Item, str, Head]]:
    """Every name that the items make, the voltage of the first said of all: 500千伏甲变、乙变输变电工程."""
    voltage = _VOLTAGE.match(listed.items[0].text)
    if _is_one_work(listed):
        yield _joined([listed.items[0]], listed.items[-1], listed)
        return
    for item, name, head in _worked_on(listed) if listed.deed_done else _joint(listed):
        shared = voltage[0] if voltage and _SUBSTATION.match(name) else ""
        yield item, shared + name, head


def _worked_on(listed: ItemList) -> Iterator[tuple[Item, str, Head]]:
    """Names of facilities with what is done to them behind 等: 甲堤加固 of 对甲堤、乙堤等支堤进行加固."""
    for item in listed.items:
        name = item.text + listed.deed_done
        yield item, name, Head("deed", len(item.text), len(name))


def _joint(listed: ItemList) -> Iterator[tuple[Item, str, Head]]:
    """Every name that the items make, with its item and the head it ends with; bare items take the tail of the next.

    `甘霖、黄泽污水管网工程`, `三界污水厂、石璜污水厂技改提升`, `凯里市、黔东片区等餐厨废弃物处置项目` and
    `青海湖、昆仑山国家公园` are two names each.
    """
    waiting: list[Item] = []
    for item in listed.items:
        if is_of_next(item, listed):
            item = replace(item, head=None)
        head = item.head
        if head is None and item is not listed.items[-1] and not may_lean(item):
            # What has a name of its own parts what stands before it from what follows.
            yield from (_alone(one) for one in waiting if one.head)
            waiting = []
            continue
        if head is None or (is_park(item) and not is_one_of_parks(listed, item)):
            waiting.append(item)
            continue
        if waiting and JOINING.match(item.text, item.front):
            yield _joined(waiting, item, listed)
            waiting = []
            continue
        reach = _REACH.match(item.text)
        river = RIVER_OF_REACH.match(waiting[-1].text) if waiting and reach else None
        item = replace(item, front=reach.end()) if river and reach else item
        shared = [(one, shared_end(one, item, head, listed)) for one in waiting]
        yield from ((one, one.text + end, head) for one, end in shared if end)
        yield from (name for one, end in shared if not end and one.head for name in _phases(one))
        waiting = [item] if head.kind == "facility" and head.end == len(item.text) else []
        if not waiting:
            yield from _phases(item) if river is None else [_on_river(river[0], item)]
    yield from (name for one in waiting if one.head for name in _phases(one))
    tail, further = part_tail(listed)
    bare = [one for one in waiting if not one.head]
    if listed.is_of_projects:
        yield from headless_names(bare, tail)
    else:
        yield from names_with_tail(bare, tail)
    if further and further.head:
        yield _alone(further)


def _is_one_work(listed: ItemList) -> bool:
    """Whether a list is the one name of several works on one thing: 东湖清淤、管网改造工程; not 甲水厂、管网工程."""
    first, *others = listed.items
    if not others or listed.tail or not first.front or first.front == len(first.text):
        return False
    done = first.text[first.front :]
    deed = first.head.kind == "deed" and not first.head.rest if first.head else done.endswith(_LIST_ENDS)
    last = others[-1]
    return (
        deed
        and is_plain(done)
        and last.head is not None
        and last.head.kind == "works"
        and not any(one.front for one in others)
        and all(is_plain(one.text) for one in others[:-1])
        and is_plain(last.text[: last.head.end])
    )


def _joined(waters: list[Item], item: Item, listed: ItemList) -> tuple[Item, str, Head]:
    """The one name of what joins several waters: 甲河、乙河水系连通工程."""
    assert item.head is not None
    first = waters[0]
    before = listed.written(first, item)
    head = replace(item.head, start=item.head.start + len(before), end=item.head.end + len(before))
    name = (before + item.text)[: head.end]
    front = first.front or (len(first.text) if first.text.endswith(OTHER_WATERS) else 0)
    return Item(before + item.text, first.start, item.end, front, head), name, head


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
