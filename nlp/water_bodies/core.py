"""The proper part of a water's name: what stands before its head once the words and places before it are cut off."""

from __future__ import annotations

import re

import rjieba

from corpus.characters import HAN
from nlp.places.gazetteer import load_names
from nlp.vocabulary import words

BEFORE = frozenset(words("water_words", "before_name"))
GENERIC = frozenset(words("water_words", "generic_cores")) | frozenset(words("water_words", "sorting_words"))
ACTING = frozenset({"v", "vn", "vd", "d", "p", "c", "r", "f", "u"})
PLAIN = ACTING | {"n", "a", "ad", "an", "b", "i", "l", "t", "q", "s"}
ENDS_OPEN = frozenset("离段入出近沿拦环跨通引补还级型类性诸各每")
# The years, days and numbers before a name are none of it: 2024年长江, 下游100米河段.
DATED = re.compile(r"(?<=\d)(?:年[代度]|[年月日条座个处]|[公千]?[里米])")
# 以北 and 对口 are words, but 以 and 对 that open a clause stand before a name: 以北门江、春江为重点.
PREPOSED = re.compile(rf"(?:^|(?<=[,。;:()]))[以对在含](?=[{HAN}]{{2}})", re.MULTILINE)

LONGEST_CORE = 4
LONGEST_WORD = 5
COUNTY = 2  # rank of a place
_CITY_AND_ONE = 3
_NAMED_BY = frozenset(words("water_words", "name_words"))
_RELATIONS = frozenset(words("water_words", "relations"))
IN_LISTS_ONLY = frozenset(words("water_words", "cores_in_lists"))
NEVER_BEHIND_VERBS = frozenset(words("water_words", "never_behind_verbs"))
# A landform goes by the village before it: 陈村峪水库.
_UNIT = r"自治[州县旗]|街道|社区|园区|[省市县区旗盟]|(?<!^)[镇乡]|村(?![峪沟坪坡岭洼坝冲垅])|岛(?=[东西南北中]\Z)"
_DISTRICT = re.compile(rf"[{HAN}]{{0,6}}(?:{_UNIT})(?=.)")
# A reservoir bears the name of its river, which a dictionary may hold for a deed: 洈水水库, but not 节水水库.
_NAMED_WATER = re.compile(rf"(?![节尾污废用雨])[{HAN}]水")
_ONE_TOWN = re.compile(rf"(?![省市州县区])[{HAN}]{{2,3}}[镇乡]")
# 金泽镇, 大别山区; 五条|河; 龙河口五大|水库; 污水处理厂中|水库, 园内|湖
_UNFIT = re.compile(
    r".{2,}(?:[省市州盟县旗镇乡]|山区)\Z|\A[数几两三四五六七八九十百]+[大条座个处段]|[两三四五六七八九十]大\Z|[厂场站园][中内]\Z"
)


def proper_core(window: str) -> str:
    """The proper part of a name, without the words and places that stand before it; empty where there is none.

    推进凯里市鱼洞 gives 鱼洞, 实施黎平八舟 八舟, 谋划龙溪 龙溪; 推进城市 and 各 give nothing.
    """
    core = _bare(window)
    return core if _is_proper(core) else ""


def town_core(window: str) -> str:
    """The town that stands before a head, without the words before it: 石门镇 of 推进石门镇; nothing of 各乡镇."""
    core = _bare(window)
    return core if _ONE_TOWN.fullmatch(core) and not is_plain(core[:-1], PLAIN) else ""


def _bare(window: str) -> str:
    """What stands before a head without the words and places that lead it, a name or not."""
    last = window[-2:]
    if (last[-1:] in _RELATIONS and last not in load_names()) or (last in BEFORE and last not in _NAMED_BY):
        return ""
    cut = next((at for at in range(len(window) - 1, 0, -1) if _ends_with_other_word(window, at)), 0)
    core = window[cut:]
    core = behind_place(core)
    return _behind_city(_last_tokens(core)) if len(core) > 2 else core


def behind_place(core: str) -> str:
    """What stands behind the county, the town and the place that a core begins with: 鱼洞 of 凯里市鱼洞."""
    district = _DISTRICT.match(core)
    return _behind_city(core[district.end() :] if district else core)


def _behind_city(core: str) -> str:
    """What stands behind the place that a core begins with: 长塘 of 广西长塘; behind a city one character, 派.

    The place is part of 海西海, since 海 alone names nothing.
    """
    if len(core) == _CITY_AND_ONE and any(place.rank < COUNTY for place in load_names().get(core[:2], ())):
        return core if core[2:] in GENERIC else core[2:]
    return core[next((at for at in range(len(core) - 2, 1, -1) if core[:at] in load_names()), 0) :]


def _ends_with_other_word(window: str, at: int) -> bool:
    """Whether a word that is no part of a name ends at `at`; a single character only where it begins no word itself."""
    if ends_with_word(window, at):
        return True
    if window[at - 1] not in BEFORE or rjieba.has_word(window[at - 1 : at + 1]):
        return False
    return not begins_behind_verb(window, at - 1)


def ends_with_word(text: str, at: int) -> bool:
    """Whether a word of two characters or more that is no part of a name ends at `at`."""
    return any(text[at - size : at] in BEFORE for size in range(2, min(at, LONGEST_WORD) + 1))


def begins_behind_verb(text: str, at: int) -> bool:
    """Whether a name begins at `at` with a character that never stands right behind a verb: 如 of 推进如泰运河."""
    return (
        text[at] in NEVER_BEHIND_VERBS
        and ends_with_word(text, at)
        and rjieba.tag(text[at - 2 : at])[0][1] in {"v", "vn"}
    )


def _last_tokens(core: str) -> str:
    """What stands after the last verb, adverb or number of a core: 谋划龙溪 gives 龙溪, 白石天 stays."""
    size = 0
    for token, tag in reversed(rjieba.tag(core)):
        if tag in ACTING and is_plain(token, ACTING):
            break
        size += len(token)
    return core[len(core) - size :]


def _is_proper(core: str) -> bool:
    """Whether a core can name one water: 曹娥, 金沙, 幸福; not 城市, 各, 入, 世界级, 金泽镇, 九大高原."""
    if not core or len(core) > LONGEST_CORE or core in GENERIC or core in BEFORE or core[-1] in ENDS_OPEN:
        return False
    if is_unfit(core):
        return False
    if _NAMED_WATER.fullmatch(core):
        return True
    tokens = rjieba.cut(core) if len(core) == LONGEST_CORE else [core]
    return not all(is_plain(token, PLAIN if len(tokens) > 1 else ACTING) for token in tokens)


def is_unfit(core: str) -> bool:
    """Whether a core is a town, an area, lies in a plant or counts what follows: 金泽镇, 大别山区, 厂中, 九大高原."""
    return _UNFIT.search(core) is not None


def is_plain(word: str, kinds: frozenset[str]) -> bool:
    """Whether the whole is one plain word of some kinds, such as 城市 or 拔河, and names no place: not 孝义."""
    if len(word) == 1 or word in _NAMED_BY or word in load_names() or not rjieba.has_word(word):
        return False
    (_, kind), *others = rjieba.tag(word)
    return not others and kind in kinds
