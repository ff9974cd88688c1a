"""Items of a list of waters that the grammar of names does not read by itself, shown by those beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.characters import HAN
from corpus.words import alternatives
from nlp.vocabulary import words
from nlp.water_bodies.common_noun import is_common_item
from nlp.water_bodies.core import behind_place
from nlp.water_bodies.list import BRACKET, RIVER
from nlp.water_bodies.name import WaterName, any_of

# A whole item of a list with the head of a water: 月河 of `汉江及月河、旬河`, 引江河 of `泰东河、引江河等河道`.
# 大富水 in `府澴河、汉北河、大富水3条河流`.
_COUNTED_WATER = r"水(?=等?[两三四五六七八九十\d]+条(?:[重主骨内入][要点干河湖])?河)"
_ITEM = rf"(?P<item>[{HAN}]{{1,5}}?(?:{any_of('strong_heads', 'item_heads')}|{_COUNTED_WATER}))"
_ITEM_AHEAD = re.compile(
    rf"{BRACKET}[、和及与](?!其){_ITEM}(?={BRACKET}(?:[、,。;:)\n]|和|及|与|等|的|\d|{any_of('behind_items')}|$))"
)
_LEADING = f"(?:{alternatives(word for word in words('water_words', 'before_name') if len(word) > 1)})"
_ITEM_BACK = re.compile(
    rf"(?:(?:^|[、,。;:.和及与])(?:[{HAN}]{{0,4}}{_LEADING})?|{_LEADING})[对以在沿及和与]?{_ITEM}{BRACKET}[、和及与]\Z",
    re.MULTILINE,
)
_LONGEST_ITEM = 20
_ALONE_COMMON = frozenset({"大河", "小河", "中河", "新河"})
_JOINTS = tuple("、和及与")
_OF_WORKS = rf"(?![和及](?!平)|其)[{HAN}]{{1,4}}?(?:{any_of('strong_heads', 'item_heads')})"
_ITEM_OF_WORKS = re.compile(rf"{_OF_WORKS}(?=[、和及]|\Z)")
_ITEMS_OF_WORKS = rf"(?P<items>{_OF_WORKS}(?:[、和及]{_OF_WORKS})+)"
_WORKS = re.compile(rf"(?:{any_of('works_on_waters')}){_ITEMS_OF_WORKS}(?=等|[,。;\n\d]|\Z)")


def with_works(names: list[WaterName], text: str) -> Iterator[WaterName]:
    """The names, and those of a list that is nothing but waters to be worked on: 疏浚`苏大堰、东大沟、新开河`."""
    known = {name.end: name for name in names}
    for works in _WORKS.finditer(text):
        items = list(_ITEM_OF_WORKS.finditer(text, *works.span("items")))
        if any(is_common_item(item[0]) for item in items) or not any(RIVER.search(item[0]) for item in items):
            continue
        for item in items:
            name = known.get(item.end())
            if name is None:
                known[item.end()] = WaterName(*item.span(), item[0], False, False, "list of works")
            elif not name.place:
                known[item.end()] = replace(name, doubtful=False)
    yield from sorted(known.values(), key=lambda name: name.start)


def with_neighbours(shown: list[WaterName], names: list[WaterName], text: str) -> Iterator[WaterName]:
    """The waters shown, and the whole items beside them where the grammar of names finds nothing (no other of `names`).

    `汉江干流及月河、旬河` gives 月河 as well, `沙河、护城河、东冷水沟` 东冷水沟; `长江、内河` gives nothing.
    """
    taken = {name.end for name in names}
    for at, name in enumerate(shown):
        left = shown[at - 1].end if at else 0
        right = shown[at + 1].start if at + 1 < len(shown) else len(text)
        joined = text.endswith(_JOINTS, left, name.start)
        before = _ITEM_BACK.search(text, max(left, name.start - _LONGEST_ITEM), name.start) if joined else None
        item = _item_behind_place(before["item"]) if before else ""
        if before and before.end("item") not in taken and not is_common_item(item):
            end = before.end("item")
            yield WaterName(end - len(item), end, item, False, False, "item of a list")
        yield name
        after = _ITEM_AHEAD.match(text, name.end)
        while after and after.end() <= right and after.end() not in taken:
            if not is_common_item(after["item"]):
                yield WaterName(*after.span("item"), after["item"], False, False, "item of a list")
            after = _ITEM_AHEAD.match(text, after.end())


def _item_behind_place(item: str) -> str:
    """An item without the place that it begins with, but 芒市大河 whole, since 大河 alone names no river."""
    bare = behind_place(item)
    return item if bare in _ALONE_COMMON else bare
