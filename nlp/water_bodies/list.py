"""Names of waters in lists: which names stand in one list, and the names that share the head of the last one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from corpus.characters import HAN
from corpus.words import alternatives
from nlp.number import parse
from nlp.places.gazetteer import load_names
from nlp.vocabulary import load, words
from nlp.water_bodies.core import behind_place, is_common, proper_core
from nlp.water_bodies.name import WaterName, any_of

BRACKET = r"(?:\([^()\n]{1,15}\))?"
# Between two names of one list: a bracket, 干流 or 流域, a length, then 、 or 和, perhaps an item that the grammar of
# names does not read, then the place in which the next one lies.
_OF_NEXT_PLACE = rf"[,;](?=[{HAN}]{{2,6}}[市县区州旗](?:[{HAN}]|\Z))"
_LINK = re.compile(
    rf"{BRACKET}(?:[{HAN}]{{2,6}}?至[{HAN}]{{2,6}}?段|[{HAN}]{{0,4}}?){BRACKET}(?:\d[\d.]*(?:公里|千米|米))?"
    rf"(?:[、/]|{_OF_NEXT_PLACE}|和|及|与|以及|及其)"
    rf"(?:[{HAN}\d]{{1,6}}(?:、|{_OF_NEXT_PLACE}))?(?:20\d\d年)?[{HAN}]{{0,7}}"
)
_NO_WATERS = re.compile(
    rf"{BRACKET}(?:、[^、。;,\n]{{1,8}}){{0,12}}等(?:\d+[个处])?[{HAN}]{{0,5}}?(?:{any_of('not_water_lists')})"
    rf"(?!{any_of('not_a_unit')}|(?<=[城农市][市村区])(?:黑臭|景观|骨干|[内中小])?(?:水体|河))"
    r"|(?:(?:[、和及与]|以及)[^、。;,\n和及与]{1,8}){0,12}?等?\d*[个座处]?"
    rf"(?:乡镇|镇级|集镇)?(?:{any_of('built_in_places')})"
)
_PLACE = rf"(?:(?![和及与])[{HAN}]){{2,8}}"
_COUNTED = re.compile(
    r"(?:(?P<so_on>等)|(?=[两三四五六七八九十\d]))"
    r"(?:(?P<number>[二三四五六七八九]?十[一二三四五六七八九]?|[两三四五六七八九]|\d{1,5})[座个大])?"
    r"(?:[大中小]{1,2}\(?[一二12]?\)?型)?(?:病险)?水库"
)
_COUNTED_ITEMS = re.compile(rf"(?:{_PLACE}[、和及与]){{0,6}}{_PLACE}\Z")
_LONGEST_LIST = 62
# Rivers by one character each: 伊、洛、汝等主要河流, 沱、浍河流, 赣、抚、信、饶、修五河
_KIND = r"(?:主要|重点|骨干)?(?:河流|江河|水系)"
_BY_CHARACTER = re.compile(
    rf"(?P<items>[{HAN}](?:[、和及][{HAN}]){{0,12}}、[{HAN}](?:[、和及][{HAN}]){{0,12}})"
    rf"(?:等?(?:[两三四五六七八九十]大|[两三四五六七八九十\d]+条)?{_KIND}|等?[三四五六七八九](?:[江水]|河(?![长道湖段])))"
)
_NO_RIVERS = frozenset("东西南北中左右省州盟旗江湖河库渠塘井泉堰闸站")
_BY_CHARACTER_HEADS = ("河", "江", "水")
_ITEMS = re.compile(rf"(?:[{HAN}]{{2,12}}[、和])+\Z")
# A whole item of a list with the head of a water: 月河 of `汉江及月河、旬河`, 引江河 of `泰东河、引江河等河道`.
# 大富水 in `府澴河、汉北河、大富水3条河流`.
_COUNTED_WATER = r"水(?=等?[两三四五六七八九十\d]+条(?:[重主骨内入][要点干河湖])?河)"
_ITEM = rf"(?P<item>[{HAN}]{{1,5}}?(?:{any_of('strong_heads', 'item_heads')}|{_COUNTED_WATER}))"
_ITEM_AHEAD = re.compile(
    rf"{BRACKET}[、和及与](?!其){_ITEM}(?={BRACKET}(?:[、,。;:)\n]|和|及|与|等|的|\d|{any_of('behind_items')}|$))"
)
_LEADING = alternatives(word for word in words("water_words", "before_name") if len(word) > 1)
_ITEM_BACK = re.compile(
    rf"(?:(?:^|[、,。;:.和及与])(?:[{HAN}]{{0,4}}(?:{_LEADING}))?|(?:{_LEADING}))"
    rf"[对以在沿及和与]?{_ITEM}{BRACKET}[、和及与]\Z",
    re.MULTILINE,
)
_LONGEST_ITEM = 20
_ALONE_COMMON = frozenset({"大河", "小河", "中河", "新河"})
_JOINTS = tuple("、和及与")
_OF_WORKS = rf"(?![和及](?!平)|其)[{HAN}]{{1,4}}?(?:{any_of('strong_heads', 'item_heads')})"
_ITEM_OF_WORKS = re.compile(rf"{_OF_WORKS}(?=[、和及]|\Z)")
_ITEMS_OF_WORKS = rf"(?P<items>{_OF_WORKS}(?:[、和及]{_OF_WORKS})+)"
_WORKS = re.compile(rf"(?:{any_of('works_on_waters')}){_ITEMS_OF_WORKS}(?=等|[,。;\n\d]|\Z)")
# Two names with such heads side by side are waters; towns go by 溪, 湾 and the like as often.
_RIVER = re.compile(r"(?:水库|[河江湖渠涌浜])\Z")
_LEAST_RIVERS = 2
_LONGEST_ROW = 40  # characters between a cell and the one of the next row
_LEAST_ALIKE = 3
_ALIKE = frozenset("湾漾荡溇淖错泡沥滘渎浦氿泉")


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


def settled_by_lists(names: Iterable[WaterName], text: str) -> Iterator[WaterName]:
    """The names, no longer doubtful where two of a list end like rivers and name no places: 洋河、城壕河、韭菜塘.

    Three bays in a row are waters as well, and three 漾, 荡 or 错: 新英湾、儋州湾、后水湾, 松溪漾、清墩漾、陆家漾.
    """
    for group in lists_of(names, text):
        rivers = sum(_RIVER.search(name.text) is not None and not name.place and not name.listed for name in group)
        alike = Counter(name.text[-1] for name in group if not name.place and name.text[-1] in _ALIKE)
        enough = rivers >= _LEAST_RIVERS or max(alike.values(), default=0) >= _LEAST_ALIKE
        settled = enough and not names_places(group, text)
        for name in group:
            yield replace(name, doubtful=False) if settled and not name.place and not name.listed else name


def settled_by_cells(names: list[WaterName], text: str) -> Iterator[WaterName]:
    """The names, a river alone in a cell no longer doubtful where a cell of the rows around has a sure one.

    Of the rows `甲局 红枫河`, `乙局 黄泥河` both are rivers; `黄泥河 12万人` alone tells of a town as well.
    """
    rows: list[list[WaterName]] = []
    for name in names:
        if _in_a_cell(name, text):
            if not rows or name.start - rows[-1][-1].end > _LONGEST_ROW:
                rows.append([])
            rows[-1].append(name)
    among_waters = {name.start for row in rows if not all(name.doubtful for name in row) for name in row}
    for name in names:
        settled = name.start in among_waters and _RIVER.search(name.text) and not name.place and not name.listed
        yield replace(name, doubtful=False) if settled else name


def _in_a_cell(name: WaterName, text: str) -> bool:
    return not text[name.start - 1 : name.start].strip() and not text[name.end : name.end + 1].strip()


def with_works(names: list[WaterName], text: str) -> Iterator[WaterName]:
    """The names, and those of a list that is nothing but waters to be worked on: 疏浚`苏大堰、东大沟、新开河`."""
    known = {name.end: name for name in names}
    for works in _WORKS.finditer(text):
        items = list(_ITEM_OF_WORKS.finditer(text, *works.span("items")))
        if any(is_common(item[0]) for item in items) or not any(_RIVER.search(item[0]) for item in items):
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
        if before and before.end("item") not in taken and not is_common(item):
            end = before.end("item")
            yield WaterName(end - len(item), end, item, False, False, "item of a list")
        yield name
        after = _ITEM_AHEAD.match(text, name.end)
        while after and after.end() <= right and after.end() not in taken:
            if not is_common(after["item"]):
                yield WaterName(*after.span("item"), after["item"], False, False, "item of a list")
            after = _ITEM_AHEAD.match(text, after.end())


def _item_behind_place(item: str) -> str:
    """An item without the place that it begins with, but 芒市大河 whole, since 大河 alone names no river."""
    bare = behind_place(item)
    return item if bare in _ALONE_COMMON else bare


def names_places(group: list[WaterName], text: str) -> bool:
    """Whether a list is said to name something other than waters: `剑河、台江等县城`, `澄溪、新民污水处理厂`."""
    return _NO_WATERS.match(text, group[-1].end) is not None


def with_shared_heads(names: Iterable[WaterName], text: str) -> Iterator[WaterName]:
    """The names, and before a reservoir those that lean on its head: `密云、官厅水库` gives 密云水库 and 官厅水库.

    Only 水库 is shared: in `凯里、台江、翁你河` the first two are places.
    """
    left = 0
    for name in names:
        shared = name.text.endswith("水库")
        items = _ITEMS.search(text, max(left, name.start - 40), name.start) if shared else None
        if items:
            yield from _leaning(items[0], items.start(), name.doubtful)
        yield name
        left = left if name.listed else name.end


def counted_reservoirs(text: str) -> Iterator[WaterName]:
    """The reservoirs that a list counts or sums up: 贺庄水库 of `贺庄等8座水库`, two of `王圪堵、红石峡2座水库` and of
    `孤石滩、白龟山等水库`; not the county of `台江等8座水库`."""
    for counted in _COUNTED.finditer(text):
        items = _COUNTED_ITEMS.search(text, max(0, counted.start() - _LONGEST_LIST), counted.start())
        leaning = list(_leaning(items[0], items.start(), doubtful=False, summed=True)) if items else []
        all_told = counted["number"] is not None and parse(counted["number"]) == len(leaning)
        if counted["so_on"] is None and (len(leaning) < 2 or not all_told):
            continue
        for name in leaning:
            if all_told or name.text.removesuffix("水库") not in load_names():
                yield name


def rivers_by_character(text: str) -> Iterator[WaterName]:
    """The rivers of a list that names each by one character: 伊河 and 洛河 of `伊、洛等主要河流`; not `市、县等河流`.

    The head is the one by which the text or the world knows the river, 沅江 of `沅、澧等河流`; where neither does, 河.
    """
    for found in _BY_CHARACTER.finditer(text):
        items = list(re.finditer(r"[^、和及]", found["items"]))
        if any(item[0] in _NO_RIVERS or item[0] in words("water_words", "generic_cores") for item in items):
            continue
        for item in items:
            names = [item[0] + head for head in _BY_CHARACTER_HEADS]
            name = next((name for name in names if name in text or load("water_bodies").lookup(name)), names[0])
            start = found.start() + item.start()
            yield WaterName(start, start + 1, name, False, False, "river by one character")


def _leaning(items: str, begin: int, doubtful: bool, *, summed: bool = False) -> Iterator[WaterName]:
    """The names of reservoirs that the items of a list, which begins at `begin`, make."""
    for item in re.finditer(r"[^、和及与]+", items):
        core = proper_core(item[0])
        if core and (summed or not _RIVER.search(core)) and not item[0].endswith(words("water_words", "no_items")):
            end = begin + item.end()
            yield WaterName(end - len(core), end, core + "水库", doubtful, False, "shared head")
