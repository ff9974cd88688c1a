"""Which items of a list are named as projects: those that fit a sign, their neighbours, and what the list calls one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import inf

from nlp.facts import Facts, Mention
from nlp.projects.front import LED_WATER
from nlp.projects.item import Item
from nlp.projects.joint import joint_names
from nlp.projects.list import ItemList
from nlp.projects.plain import is_plain, name_length
from nlp.projects.sign import fits_sign, leans
from nlp.projects.works import (
    is_built,
    is_changed,
    is_followed_by_works,
    is_measured,
    is_of_many,
    is_only_tried,
    is_raised,
    stands_already,
)
from nlp.vocabulary import Entry, load, words

_FOLLOW = {"", *words("projects", "follow_words")}
_LIST_ENDS = words("projects", "list_ends")
_LEAST_WHOLE = 7  # characters, where no place stands in front
_CALLED = re.compile("(?:工程|项目)$")


def choose_named(listed: ItemList, announced: bool, included: bool, facts: Facts) -> Iterator[Mention]:
    """The projects that one list names; it is of projects where it says so, or where words before announce them."""
    of_projects = listed.is_of_projects or announced
    named = list(_fitting(listed, of_projects or included, facts))
    yield from named
    starts = {mention.start for mention in named}
    # 甲河截污、乙坝前置库、丙水库保护工程: the works named last tell what stands before.
    of_works = listed.items[-1].start in starts and named[-1].name.endswith(("工程", "项目"))
    if of_projects or (of_works and is_built(listed)):
        yield from (mention for mention in _called_projects(listed) if mention.start not in starts)
    elif is_built(listed) or included:
        led = [item for item in listed.items if item.head is None and LED_WATER.fullmatch(item.text)]
        yield from (Mention(one.text, one.text, one.start, one.end, rule="national programme") for one in led)


def _fitting(listed: ItemList, announced: bool, facts: Facts) -> Iterator[Mention]:
    """The names of one list that fit a construction sign; one that does vouches for its neighbours."""
    if is_of_many(listed):
        facts.reject("project: many at once")
        return
    built, standing = announced or is_built(listed), is_changed(listed)
    candidates = list(joint_names(listed))
    if candidates and is_measured(listed, facts.text):
        facts.reject("project: so much of a thing")
        candidates = [each for each in candidates if each.head is not candidates[-1].head]
    # 甲污水处理厂等40个项目 names an example of the forty, 甲污水处理厂2座 counts what has no names.
    many = inf if listed.is_of_projects else len(candidates)
    fitting = [fits_sign(item, name, head, built, many, facts.text) for item, name, head in candidates]
    vouched = any(fitting) or (listed.is_counted and built)
    for (item, name, head), fits in zip(candidates, fitting, strict=True):
        if stands_already(name, listed) or (standing and head.kind in ("facility", "zone", "building")):
            facts.reject("project: only used, not built")
        elif is_only_tried(name, listed):
            facts.reject("project: a trial that is held")
        elif head.kind == "building" and not (is_raised(listed) or is_followed_by_works(facts.text, item, head)):
            facts.reject("project: no proper name, or no works on it")
        elif built and head.kind == "works" and (programme := _programme(name)):
            yield Mention(name, programme.label, item.start, item.end, rule="national programme")
        elif fits or (vouched and leans(item, name, head)):
            plain = name.lstrip("“") if "”" not in name[:-1] else name
            plain = plain if "“" in plain else plain.rstrip("”")
            yield Mention(plain, plain, item.start, item.end, rule=f"{head.kind} by its head")
        else:
            facts.reject("project: no proper name, or no works on it")


def _called_projects(listed: ItemList) -> Iterator[Mention]:
    """The items without a head that a list calls projects: 退牧还草 and 城东片区雨污分流改造 in …等重大工程."""
    for item in listed.items:
        if programme := _programme(item.text):
            yield Mention(item.text, programme.label, item.start, item.end, rule="national programme")
        elif LED_WATER.fullmatch(item.text) or _is_whole(item):
            yield Mention(item.text, item.text, item.start, item.end, rule="item of a list of projects")


def _programme(name: str) -> Entry | None:
    """The national programme of this name, whatever it calls itself: 退耕还林 of 退耕还林工程 and 退耕还林项目."""
    return load("programmes").lookup(name) or load("programmes").lookup(_CALLED.sub("", name))


def _is_whole(item: Item) -> bool:
    """Whether an item names a project by its whole wording, beyond its head or without one: 第十水厂输水管线拆迁."""
    if not item.text.endswith(_LIST_ENDS) or (item.head and item.text[item.head.end :] in _FOLLOW):
        return False
    front = item.front or name_length(item.text)
    return 0 < front < len(item.text) or (
        item.head is not None and len(item.text) >= _LEAST_WHOLE and not is_plain(item.text)
    )
