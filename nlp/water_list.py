"""Names of waters in lists: which names stand in one list, and the names that share the head of the last one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from nlp.water_name import WaterName, any_of, proper_core

_BRACKET = r"(?:\([^()\n]{1,15}\))?"
# Between two names of one list: a bracket, 干流 or 流域, then 、 or 和, then the place in which the next one lies.
_LINK = re.compile(rf"{_BRACKET}[\u4e00-\u9fff]{{0,4}}?{_BRACKET}(?:[、/]|和|及|与|以及|及其)[\u4e00-\u9fff]{{0,7}}")
_NO_WATERS = re.compile(
    rf"{_BRACKET}(?:、[^、。;,\n]{{1,8}}){{0,12}}等[\u4e00-\u9fff]{{0,5}}?(?:{any_of('not_water_lists')})"
    rf"(?!{any_of('not_a_unit')})"
)
_SHARED_HEADS = frozenset({"水库"})
_ITEMS = re.compile(r"(?:[\u3400-\u9fff]{2,12}[、和])+\Z")


def lists_of(names: Iterable[WaterName], text: str) -> Iterator[list[WaterName]]:
    """The names grouped by the list they stand in; a name on its own is a list of one.

    `长江、黄河干流和凯里市清水江` is one list, `治理太湖。保护滇池` are two.
    """
    group: list[WaterName] = []
    for name in names:
        if group and not _LINK.fullmatch(text, group[-1].end, name.start):
            yield group
            group = []
        group.append(name)
    if group:
        yield group


def names_places(group: list[WaterName], text: str) -> bool:
    """Whether a list is said to name something other than waters: `剑河、台江等县城`, `碧江、西海、桃村等村`."""
    return _NO_WATERS.match(text, group[-1].end) is not None


def with_shared_heads(names: Iterable[WaterName], text: str) -> Iterator[WaterName]:
    """The names, and before one with a shared head those that lean on it: `密云、官厅水库` gives 密云水库 and 官厅水库.

    Only 水库 is shared: in `凯里、台江、翁你河` the first two are places.
    """
    left = 0
    for name in names:
        head = next((head for head in _SHARED_HEADS if name.text.endswith(head)), None)
        items = _ITEMS.search(text, max(left, name.start - 40), name.start) if head else None
        if head and items:
            yield from _leaning(items, head, name)
        yield name
        left = name.end


def _leaning(items: re.Match[str], head: str, name: WaterName) -> Iterator[WaterName]:
    for item in re.finditer(r"[\u3400-\u9fff]+", items[0]):
        core = proper_core(item[0].rstrip("和"))
        if core:
            start = items.start() + item.start() + len(item[0].rstrip("和")) - len(core)
            yield WaterName(start, start + len(core), core + head, name.doubtful, False, "shared head")
