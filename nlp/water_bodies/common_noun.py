"""Whether a core and its head name no single water: kinds (小河, 盐湖), sums of rivers (三江), praise (清廉浙江)."""

from __future__ import annotations

import re

import rjieba

from corpus.characters import HAN
from nlp.places.gazetteer import load_names
from nlp.vocabulary import words
from nlp.water_bodies.core import BEFORE, COUNTY, GENERIC, IN_LISTS_ONLY, PLAIN, is_plain, is_unfit
from nlp.water_bodies.name import any_of

NO_WATER = frozenset(words("water_words", "not_water"))

_KINDS = frozenset("江河湖海溪渠沟库塘")
_PRAISE = 2  # characters of the word that praises a place
_LONG_HEAD = 3
_LEAST_SAFE = 3  # characters of a core that no common end reaches into: 机场边沟, 九十九溪
_COMMON_END = re.compile(rf"(?:{any_of('common_ends')})$")
_HEAD = re.compile(rf"(?:{any_of('strong_heads')}|湿地)$")
# Canals and ditches go by numbers beside others: 总排干、八排干.
_NUMBERED = re.compile(r"[一二三四五六七八九十总](?:排干|[干支]渠|[干支]沟)")
# Rivers are called 东大河, 岐江河 or 六五河, while 小河, 大河, 江河 and 五河 alone are common nouns.
_DIRECTED = re.compile(
    rf"[东西南北中新老][大小][河溪沟湖]|(?![大小主诸各众湖])[{HAN}]江河|[一二三四五六七八九]{{2}}河|[{HAN}]九河"
    r"|[黄白红冷热响甜苦碧]水[沟塘潭]"
    rf"|(?![江河湖溪海渠沟])[{HAN}](?![江河湖溪海渠沟])[{HAN}][大小]河"
)
# 两江一河 counts rivers, 主沟主渠 sorts them, 清江清河 and 管湖治湖 say what is to be done with all.
_COUNTED = re.compile(r"(?:[一二两三四五六七八九十主支毛斗清管护治爱巡][江河湖海溪渠沟]){2}")
# 西江、东江三江 sums up the rivers of a list.
_SUMMED = re.compile(r"[江河湖溪水][两三四五六七八九十]\Z")
_TEN_AND_MORE = re.compile(r"[二三四五六七八九]?十[一二三四五六七八九]?[溪河湖江]")
# A wetland may go by a landform: 黄金咀湿地, 天水秦岭湿地; not 河滩湿地 and 高山湿地.
_LANDFORM = re.compile(r"[^河江湖海浅沙高山丘][岛洲滩咀嘴湾岭山荡洼淀泡]\Z")


def is_common_noun(core: str, head: str) -> bool:
    """Whether core and head name no single water: 小河, 城市水池, or the wetlands of a province, 宁夏湿地."""
    if head[-1] in "渠沟河" and len(head) > 1 and is_plain(core, PLAIN):
        return True
    # 江海河 of 江海河联运 are all kinds.
    if len(core) > 1 and _KINDS.issuperset(core + head):
        return True
    if head == "湿地" and _LANDFORM.search(core):
        return is_plain(core, PLAIN)
    places = load_names().get(core)
    if places:
        return head == "湿地" and places[0].rank == 0
    if _COUNTED.search(core + head):
        return True
    # 最大咸水湖 and 流域景观河 are kinds, whatever stands before.
    if core[:-2] and len(head) == 1 and (core[-2:] in GENERIC or core[-2:] in BEFORE):
        return True
    return ends_as_common(core + head, head)


def ends_as_common(name: str, head: str) -> bool:
    """Whether a name ends as common nouns do: 清洁海湾, 活力浙江, 十八溪, 智慧河湖; not 岐江河 or 东大河."""
    # 活力浙江 and 法治镇江 praise a place.
    praised = load_names().get(name[_PRAISE:], ())
    if praised and (praised[0].rank == 0 or (praised[0].rank < COUNTY and rjieba.has_word(name[:_PRAISE]))):
        return True
    sorted_bay = name.removesuffix("海湾") if name.endswith("海湾") else ""
    if len(sorted_bay) > 1 and (sorted_bay in GENERIC or sorted_bay in BEFORE):
        return True
    if (
        _SUMMED.search(name[:-1])
        or _TEN_AND_MORE.fullmatch(name)
        or (name.endswith(("大河", "小河")) and name[:-2] in GENERIC)
    ):
        return True
    return len(head) < _LONG_HEAD and _COMMON_END.search(name) is not None and not _DIRECTED.fullmatch(name)


def is_common_item(name: str) -> bool:
    """Whether an item beside waters names no single one: 内河, 各支流河, 城市水库, 重点河流湖; not 城河, 总排干."""
    core = _HEAD.sub("", name)
    if not core or name in NO_WATER or name.endswith("小河"):
        return True
    kind = core in GENERIC or is_unfit(core) or (len(core) < _LEAST_SAFE and _COMMON_END.search(name) is not None)
    if kind and core not in IN_LISTS_ONLY and not _NUMBERED.fullmatch(name):
        return True
    return any(core[at:end] in BEFORE for at in range(len(core)) for end in range(at + 2, len(core) + 1))
