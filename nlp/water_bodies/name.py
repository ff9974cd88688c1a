"""The grammar of water names: where a name of a river, lake, reservoir, canal, bay or wetland begins and ends.

A name is looked for from its head (江, 河, 湖, 水库 …) to the left. Well-known names stand in
`data/water_bodies.yaml`; any other begins after the last word that is no part of a name (a verb, a relation, a place).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import rjieba

from corpus.characters import HAN, is_han
from nlp import wording
from nlp.places.gazetteer import load_names
from nlp.vocabulary import load, words


@dataclass(frozen=True, slots=True)
class WaterName:
    """A name of a water at `start:end`; `place` tells that it is the name of a place as well.

    A doubtful one counts only where a cue or its neighbours in a list show a water, one to be `listed` only by these.
    """

    start: int
    end: int
    text: str
    doubtful: bool
    place: bool
    rule: str
    listed: bool = False


def any_of(*keys: str) -> str:
    """The words under some keys of `data/water_words.yaml` as alternatives of a pattern, longest first."""
    return wording.any_of("water_words", *keys)


_PLACE_AROUND = 3  # characters of a place's name with the head in its middle
_REACH = 8  # how far left of its head an unknown name is looked for, with the word before it
_LONGEST_CORE = 4
_RUN = re.compile(rf"[{HAN}]{{0,{_REACH}}}\Z")
_KNOWN = {name: entry for entry in load("water_bodies").entries.values() for name in (entry.label, *entry.aliases)}
_ENDS_WITH_HEAD = re.compile(rf"(?:{any_of('strong_heads', 'weak_heads')})$")
_WITHOUT_HEAD = sorted((name for name in _KNOWN if not _ENDS_WITH_HEAD.search(name)), key=len, reverse=True)
_IN_LISTS = rf"(?:{any_of('listed_heads')})(?=[、,。;和及与等]|流域|干流|[{HAN}]{{2,4}}段(?!落))"
_HEAD = re.compile("|".join([*_WITHOUT_HEAD, any_of("strong_heads", "weak_heads"), _IN_LISTS]))
_LONGEST_KNOWN = max(map(len, _KNOWN))
_NAMED_BY = frozenset(words("water_words", "name_words"))
_BEFORE = frozenset(words("water_words", "before_name"))
_RELATIONS = frozenset(words("water_words", "relations"))
_GENERIC = frozenset(words("water_words", "generic_cores"))
_IN_LISTS_ONLY = frozenset(words("water_words", "cores_in_lists"))
_LISTED = frozenset(words("water_words", "listed_heads"))
_NO_WATER = frozenset(words("water_words", "not_water"))
_COMMON_END = re.compile(rf"(?:{any_of('common_ends')})$")
_WEAK = frozenset(words("water_words", "weak_heads"))
_AFTER = re.compile(
    rf"(?:[—-][{HAN}]{{1,3}})?(?:{any_of('not_water_after')})|(?:{any_of('unit_after')})(?!{any_of('not_a_unit')})"
    r"|口(?:区|市|县|镇|乡|村|街道|办事处)|\([湖河]\)长|流(?!域|经|入|程|量|过|至|向|淌)|(?<=海)域|[镇乡]段"
    # 长江水利委员会, 青海湖国家级自然保护区: a body or a park that is named after a water.
    rf"|(?:(?!沿线|沿岸|流域|[由各和与及])[{HAN}]|流域(?!由)){{0,10}}?(?:{any_of('body_after')})"
    rf"|源?(?:[国省市县](?:家|级)?级?)?(?:{any_of('park_after')})"
)
_RUNS_ON = re.compile(
    r"水库|(?<=涌)[水现入动出]|(?<=港)湾|(?<=海)[域子漂]|(?<=河)[湖套子]|泊"
    r"|[湖河江海渠塘沟港泉库泄](?![南北西苏东州口段岸床滩底面心堤水湾道长网泊库流区漂域])"
)
_DISTRICT = re.compile(rf"[{HAN}]{{0,6}}(?:自治[州县旗]|街道|社区|园区|[省市县区旗镇乡村盟])(?=.)")
_DATED = re.compile(r"(?<=\d)(?:年[代度]|[年月日])")
# Rivers are called 东大河 or 岐江河, while 小河, 大河 and 江河 alone are common nouns.
_DIRECTED = re.compile(rf"[东西南北中][大小][河溪沟湖]|(?![大小主诸各众湖])[{HAN}]江河")
# 以北 and 对口 are words, but 以 and 对 that open a clause stand before a name: 以北门江、春江为重点.
_PREPOSED = re.compile(rf"(?:^|(?<=[,。;:()]))[以对在](?=[{HAN}]{{2}})", re.MULTILINE)
# 两江一河 counts rivers.
_COUNTED = re.compile(r"(?:[一二两三四五六七八九十][江河湖海溪渠沟]){2}")
# 骂蠡港河道 is the channel of 骂蠡港, 嘎曲河口 the mouth of 嘎曲.
_CHANNEL = re.compile(r"[河港浜溪塘泾渠涌江沟沥滘]河道$|曲河[道口]$")
# A branch of a river bears its name and the side it comes from: 九龙江北溪, 赣江中支.
_BRANCH = re.compile(r"(?<=[江河])[东西南北中](?:溪(?!镇|乡|村|街)|支(?![流付队])|汊)")
# 白石河湿地 as a thing of its own, not the land along a river that works mend: 清河湿地修复.
_WETLAND = re.compile(
    r"(?<=[江河湖溪])湿地(?=[、,。;()\n]|$|[和与及](?!水|生态)|保护(?![与和及]|示范|修复))", re.MULTILINE
)
# What is said of the last of a list of waters is said of all: 甲湖、乙湖湿地保护 names two lakes.
_LISTED_BEFORE = re.compile(r"[江河湖溪][、和及与]\Z")
_TOWN = re.compile(r".{2,}[省市州盟县旗镇乡]")
_LEVELS = frozenset("省市州盟县区旗镇乡")
_BIGGER = frozenset("东西南北大小新老")
_ENDS_OPEN = frozenset("段入出近沿拦环跨通引补还级型类性诸各每")
_ACTING = frozenset({"v", "vn", "vd", "d", "p", "c", "r", "f", "u"})
_PLAIN = _ACTING | {"n", "a", "ad", "an", "b", "i", "l", "t", "q", "s"}


def find_names(text: str) -> list[WaterName]:
    """All names of waters in a text, in reading order, as far as the name and the words next to it tell.

    Of `启动里禾水库、嘎醉河水库流域补偿` 里禾水库 and 嘎醉河水库, of `凯里市鱼洞河流域` 鱼洞河, of `加强曹娥江总磷控制`
    曹娥江. Nothing of `入河排污口`, `江河湖库`, `河长制`, `黄河路`, `长江经济带`, `太湖流域管理局`, `各河流`, `湖北`.
    """
    found: list[WaterName] = []
    for head in _HEAD.finditer(text):
        left = next((name.end for name in reversed(found[-2:]) if name.end < head.start() or not name.doubtful), 0)
        name = _known_name(text, head) or _unknown_name(text, head, left)
        if name is not None and _CHANNEL.search(text[name.start : name.end + 1]):
            name = replace(name, end=name.end - 1, text=name.text[:-1])
        name = name and _with_its_part(name, text)
        if name is None or name.text in _NO_WATER or _goes_on_as_no_water(name, text):
            continue
        if found and name.doubtful and not found[-1].doubtful and name.start == found[-1].end:
            continue  # where at a river: 潭江|牛湾断面
        if found and name.start < found[-1].end:
            found.pop()
        found.append(name)
    return found


def _with_its_part(name: WaterName, text: str) -> WaterName:
    """The name with the branch or the wetland that it goes on with: 九龙江北溪, 白石河湿地."""
    part = _BRANCH.match(text, name.end)
    if part is None and not _LISTED_BEFORE.search(text, max(0, name.start - 2), name.start):
        part = _WETLAND.match(text, name.end)
    if part is None:
        return name
    return replace(name, end=part.end(), text=name.text + part[0], doubtful=False, place=False)


def _goes_on_as_no_water(name: WaterName, text: str) -> bool:
    """Whether what follows makes a name a street, a place or a body: 黄河路, 西湖区; not 洞庭湖区, 长江市控断面."""
    after = _AFTER.match(text, name.end)
    return after is not None and (after[0] != "区" or name.doubtful or name.rule != "known water")


def _known_name(text: str, head: re.Match[str]) -> WaterName | None:
    """The longest well-known name that ends with the head, or one with a bigger, smaller, newer … before it."""
    starts = range(max(0, head.end() - _LONGEST_KNOWN), head.start() + 1)
    start = next((at for at in starts if text[at : head.end()] in _KNOWN), None)
    if start is None or _begins_inside_a_word(text, start) or text.startswith("水库", head.end()):
        return None
    shared = bool(_KNOWN[text[start : head.end()]].more.get("shared"))
    if _goes_on_before(text, start):
        start, shared = start - 1, False
    return WaterName(start, head.end(), text[start : head.end()], shared, False, "known water")


def _begins_inside_a_word(text: str, start: int) -> bool:
    """Whether the name's first character ends a word that begins before it: 东江 in 广东江门, 沙湖 in 金沙湖."""
    if start == 0 or text[start - 1] in _BEFORE:
        return False
    around, before = text[start - 1 : start + 1], text[max(0, start - 2) : start]
    return around in load_names() or (rjieba.has_word(around) and not rjieba.has_word(before))


def _goes_on_before(text: str, start: int) -> bool:
    """Whether the character before belongs to the name: 北 of 北潮白河, 义 of 岑溪市义昌江; not of 湖北长江, 沿长江."""
    before = text[start - 1 : start]
    if not is_han(before) or before in _BEFORE or before in _LEVELS or _DATED.match(text, start - 1):
        return False
    if text[max(0, start - 2) : start - 1] == "、":
        return True
    if before in _GENERIC - _BIGGER:
        return False
    words_before = [text[max(0, start - size) : start] for size in (2, 3, 4)]
    if any(word in load_names() or word in _BEFORE or rjieba.has_word(word) for word in words_before if len(word) > 1):
        return False
    return before in _BIGGER or rjieba.tag(before)[0][1] not in _ACTING


def _unknown_name(text: str, head: re.Match[str], left: int) -> WaterName | None:
    """The name that the grammar cuts out between `left` and the end of a head; None for a common noun."""
    if head[0] in _KNOWN or _RUNS_ON.match(text, head.end()) or _begins_a_place(text, head.end() - 1):
        return None
    if _is_inside_a_place(text, head.start()):
        return None
    run = _RUN.search(text, max(left, head.start() - _REACH), head.start())
    dated = _DATED.match(text, run.start()) if run else None
    begins = dated.end() if dated else run.start() if run else head.start()
    begins += _PREPOSED.match(text, begins, head.start()) is not None
    core = proper_core(text[begins : head.start()])
    name = core + head[0]
    if not core or _is_common_noun(core, head[0]):
        return None
    listed = head[0] in _LISTED and not text.startswith(("流域", "干流"), head.end())
    if listed and _is_plain(core[-1] + head[0], _PLAIN):
        return None
    # 奉化港 is the harbour of a town, unless the words around show a water.
    place = name in load_names() or (head[0] == "港" and core in load_names())
    runs_on = len(core) == 1 and is_han(text[head.end() : head.end() + 1])
    plain = head[0] != "水库" and (_is_plain(name, _PLAIN) or _is_plain(core, _PLAIN))
    doubtful = place or runs_on or listed or head[0] in _WEAK or plain
    return WaterName(head.end() - len(name), head.end(), name, doubtful, place, "water by its head", listed)


def _is_common_noun(core: str, head: str) -> bool:
    """Whether core and head name no single water: 小河, 城市水池, or the wetlands of a province, 宁夏湿地."""
    if head[-1] in "渠沟河" and len(head) > 1 and _is_plain(core, _PLAIN):
        return True
    places = load_names().get(core)
    if places:
        return head == "湿地" and places[0].rank == 0
    if _COUNTED.search(core + head):
        return True
    return len(head) < 3 and _COMMON_END.search(core + head) is not None and not _DIRECTED.fullmatch(core + head)


def _begins_a_place(text: str, at: int) -> bool:
    """Whether the end of a head is the beginning of a place, as 河北 in 滦河北部; not of 清河北岸 and 双台子河口."""
    return text[at : at + 2] in load_names() and not text.startswith("岸", at + 2) and not text.startswith("口", at + 1)


def _is_inside_a_place(text: str, head: int) -> bool:
    """Whether a head of one character is the middle of a place's name: 河 of 石河子, but not 河 of 沙河口."""
    name = text[head - 1 : head + 2]
    return len(name) == _PLACE_AROUND and not name.endswith("口") and name in load_names()


def proper_core(window: str) -> str:
    """The proper part of a name, without the words and places that stand before it; empty where there is none.

    推进凯里市鱼洞 gives 鱼洞, 实施黎平八舟 八舟, 谋划龙溪 龙溪; 推进城市 and 各 give nothing.
    """
    last = window[-2:]
    if (last[-1:] in _RELATIONS and last not in load_names()) or (last in _BEFORE and last not in _NAMED_BY):
        return ""
    cut = next((at for at in range(len(window) - 1, 0, -1) if _ends_with_other_word(window, at)), 0)
    core = window[cut:]
    district = _DISTRICT.match(core)
    core = core[district.end() :] if district else core
    core = core[next((at for at in range(len(core) - 2, 1, -1) if core[:at] in load_names()), 0) :]
    core = _last_tokens(core) if len(core) > 2 else core
    return core if _is_proper(core) else ""


def is_common(name: str) -> bool:
    """True for what names no single water although it ends with a head: 内河, 各支流河, 城市水库, 重点河流湖."""
    core = re.sub(rf"(?:{any_of('strong_heads')})$", "", name)
    if (
        not core
        or (core in _GENERIC and core not in _IN_LISTS_ONLY)
        or name in _NO_WATER
        or name.endswith("小河")
        or (len(core) < 3 and _COMMON_END.search(name))
    ):
        return True
    return any(core[at:end] in _BEFORE for at in range(len(core)) for end in range(at + 2, len(core) + 1))


def _ends_with_other_word(window: str, at: int) -> bool:
    """Whether a word that is no part of a name ends at `at`; a single character only where it begins no word itself."""
    if any(window[at - size : at] in _BEFORE for size in range(2, min(at, 5) + 1)):
        return True
    return window[at - 1] in _BEFORE and not rjieba.has_word(window[at - 1 : at + 1])


def _last_tokens(core: str) -> str:
    """What stands after the last verb, adverb or number of a core: 谋划龙溪 gives 龙溪, 白石天 stays."""
    size = 0
    for token, tag in reversed(rjieba.tag(core)):
        if tag in _ACTING and _is_plain(token, _ACTING):
            break
        size += len(token)
    return core[len(core) - size :]


def _is_proper(core: str) -> bool:
    """Whether a core can name one water: 曹娥, 金沙, 幸福; not 城市, 各, 入, 世界级, 金泽镇, 九大高原."""
    if not core or len(core) > _LONGEST_CORE or core in _GENERIC or core in _BEFORE or core[-1] in _ENDS_OPEN:
        return False
    if _TOWN.fullmatch(core) or (core[1:2] == "大" and core[0] in "两三四五六七八九十"):
        return False
    tokens = rjieba.cut(core) if len(core) == _LONGEST_CORE else [core]
    return not all(_is_plain(token, _PLAIN if len(tokens) > 1 else _ACTING) for token in tokens)


def _is_plain(word: str, kinds: frozenset[str]) -> bool:
    """Whether the whole is one plain word of some kinds, such as 城市 or 拔河, and names no place: not 孝义."""
    if len(word) == 1 or word in _NAMED_BY or word in load_names() or not rjieba.has_word(word):
        return False
    (_, kind), *others = rjieba.tag(word)
    return not others and kind in kinds
