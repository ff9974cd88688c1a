"""Names of waters in lists: which stand in one list, and what the list shows of all of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from corpus.characters import HAN
from nlp.water_bodies.name import WaterName, any_of

BRACKET = r"(?:\([^()\n]{1,15}\))?"
# 清河、白河,|灌县黑河.
_OF_NEXT_PLACE = rf"[,;](?=[{HAN}]{{2,6}}[市县区州旗](?:[{HAN}]|\Z))"
# Between two names of one list: a bracket, 干流 or 流域, a length, then 、 or 和, perhaps an item that the grammar of
# names does not read, then the place in which the next one lies.
_LINK = re.compile(
    rf"{BRACKET}(?:[{HAN}]{{2,6}}?至[{HAN}]{{2,6}}?段|[{HAN}]{{0,4}}?){BRACKET}(?:\d[\d.]*(?:公里|千米|米))?"
    rf"(?:[、/]|{_OF_NEXT_PLACE}|和|及|与|以及|及其)"
    rf"(?:[{HAN}\d]{{1,6}}(?:、|{_OF_NEXT_PLACE}))?(?:20\d\d年)?[{HAN}]{{0,7}}"
)
# 、台江等县城, not 、台江等城市水体.
_OTHERS = (
    rf"{BRACKET}(?:、[^、。;,\n]{{1,8}}){{0,12}}等(?:\d+[个处])?[{HAN}]{{0,5}}?(?:{any_of('not_water_lists')})"
    rf"(?!{any_of('not_a_unit')}|(?<=[城农市][市村区])(?:黑臭|景观|骨干|[内中小])?(?:水体|河))"
)
# 、新民2座污水处理厂.
_BUILT_IN_PLACES = (
    r"(?:(?:[、和及与]|以及)[^、。;,\n和及与]{1,8}){0,12}?等?\d*[个座处]?"
    rf"(?:乡镇|镇级|集镇)?(?:{any_of('built_in_places')})"
)
_NO_WATERS = re.compile(rf"{_OTHERS}|{_BUILT_IN_PLACES}")
# Two names with such heads side by side are waters; towns go by 溪, 湾 and the like as often.
RIVER = re.compile(r"(?:水库|[河江湖渠涌浜])\Z")
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
        rivers = sum(map(_is_river, group))
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
        yield replace(name, doubtful=False) if name.start in among_waters and _is_river(name) else name


def _is_river(name: WaterName) -> bool:
    return RIVER.search(name.text) is not None and not name.place and not name.listed


def _in_a_cell(name: WaterName, text: str) -> bool:
    return not text[name.start - 1 : name.start].strip() and not text[name.end : name.end + 1].strip()


def names_places(group: list[WaterName], text: str) -> bool:
    """Whether a list is said to name something other than waters: `剑河、台江等县城`, `澄溪、新民污水处理厂`."""
    return _NO_WATERS.match(text, group[-1].end) is not None
