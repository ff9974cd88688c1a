"""Names whose head is told once for all of a list: 密云、官厅水库, 贺庄等8座水库, 伊、洛等河流."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from corpus.characters import HAN
from nlp.number import parse
from nlp.places.gazetteer import load_names
from nlp.vocabulary import load, words
from nlp.water_bodies.core import proper_core
from nlp.water_bodies.list import RIVER
from nlp.water_bodies.name import WaterName

_ITEMS = re.compile(rf"(?:[{HAN}]{{2,12}}[、和])+\Z")
_LONGEST_LIST = 62  # characters of the items before a number
_PLACE = rf"(?:(?![和及与])[{HAN}]){{2,8}}"
_COUNTED_ITEMS = re.compile(rf"(?:{_PLACE}[、和及与]){{0,6}}{_PLACE}\Z")
_COUNTED = re.compile(
    r"(?:(?P<so_on>等)|(?=[两三四五六七八九十\d]))"
    r"(?:(?P<number>[二三四五六七八九]?十[一二三四五六七八九]?|[两三四五六七八九]|\d{1,5})[座个大])?"
    r"(?:[大中小]{1,2}\(?[一二12]?\)?型)?(?:病险)?水库"
)
# Rivers by one character each: 伊、洛、汝等主要河流, 沱、浍河流, 赣、抚、信、饶、修五河
_CHARACTERS = rf"[{HAN}](?:[、和及][{HAN}]){{0,12}}"
_THE_RIVERS = (
    r"等?(?:[两三四五六七八九十]大|[两三四五六七八九十\d]+条)?(?:主要|重点|骨干)?(?:河流|江河|水系)"
    r"|等?[三四五六七八九](?:[江水]|河(?![长道湖段]))"
)
_BY_CHARACTER = re.compile(rf"(?P<items>{_CHARACTERS}、{_CHARACTERS})(?:{_THE_RIVERS})")
_NO_RIVERS = frozenset("东西南北中左右省州盟旗江湖河库渠塘井泉堰闸站")
_BY_CHARACTER_HEADS = ("河", "江", "水")


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
        if core and (summed or not RIVER.search(core)) and not item[0].endswith(words("water_words", "no_items")):
            end = begin + item.end()
            yield WaterName(end - len(core), end, core + "水库", doubtful, False, "shared head")
