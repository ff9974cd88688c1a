"""The one name under which a body is kept: the place it serves, then its name in full.

`州水务局` in a plan of Qiandongnan is 黔东南苗族侗族自治州水务局, `住建局` in one of Shengzhou 嵊州市住房和城乡建设局.
A bureau keeps its own word for its work (水务局 stays 水务局), since cities name theirs differently on purpose.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from corpus.characters import HAN
from corpus.words import alternatives
from nlp.bodies.body import LEVEL, bare, is_body, is_collective, is_stem, known
from nlp.facts import Place
from nlp.places import place as places
from nlp.vocabulary import Entry, load, words
from nlp.wording import any_of

_LEVELLED = re.compile(rf"(?:原)?(?P<level>{LEVEL})(?:级|直属?)?(?=.)")
_PLACED = re.compile(rf"[{HAN}]{{2,12}}?(?:{any_of('bodies', 'places')})(?=[{HAN}(〔])")
_TOWNSHIP = re.compile(
    rf"[{HAN}]{{2,4}}?(?:镇|街道|(?<!城)乡|村|社区)(?={any_of('bodies', 'governments')}|党委|党工委|村|居|委|$)"
)
_NATIONAL = re.compile(rf"{any_of('bodies', 'national')}|[{HAN}]+(?:总局|总署)$")
# In these the first character is no level: 市场监管局, 街道办事处, 县(市、区)人民政府.
_UNLEVELLED = re.compile(rf"{any_of('bodies', 'unlevelled')}|[县市区乡镇][(〔、]")
_GOVERNED = ("省", "市", "县", "区", "州", "盟", "旗", "镇", "乡", "街道")
_ORGANS = {"街道": "办事处", "盟": "行政公署", "地区": "行政公署"}
_PARTY_DEPARTMENTS = words("bodies", "party_departments")
_AFTER_STEM = r"(?=局|分局|厅|委|部|办|站|所|中心|队|主管|$)"


def canonical_name(name: str, jurisdiction: Place | None) -> str:
    """The name of a body in full, with the place it serves; without a jurisdiction the name in full alone.

    In a county-level city `市府办` is its 人民政府办公室, `省生态环境厅` the one of its province, `水利部` and
    `国家林草局` are no place's, `凯里市住建局` is that of the place in the name.
    """
    name = _with_organ("".join(name.split()), jurisdiction)
    if not is_collective(name) and name.endswith(")") and known(bare(name)) is not None:
        name = bare(name)
    if _is_national(name):
        return "国家" + _in_full(name[2:]) if name.startswith("国家") else _in_full(name)
    own = _own_place(name, jurisdiction.code if jurisdiction else None)
    if own is not None:
        return own + _in_full(name[_length_of_place(name) :])
    if jurisdiction is None:
        return _without_jurisdiction(name)
    # 镇江海事局 begins with the name of its city, not with the level 镇.
    placed = name.startswith(jurisdiction.name[:2])
    levelled = None if placed or _UNLEVELLED.match(name) or _TOWNSHIP.match(name) else _LEVELLED.match(name)
    if levelled is not None:
        return _place_of_level(levelled["level"], jurisdiction) + _in_full(name[levelled.end() :])
    return _in_full(name) if jurisdiction.name[:2] in name else jurisdiction.name + _in_full(name)


def _with_organ(name: str, jurisdiction: Place | None) -> str:
    """The name with the organ that a list leaves to its last name, or that a place stands for among bodies.

    Of `锦州市、新河镇人民政府` the first is 锦州市人民政府, of `住建、环保部门` 住建部门; 新安街道 is its 办事处.
    """
    if is_stem(name) and not is_body(name, weak=True):
        return f"{name}部门"
    governed = _TOWNSHIP.fullmatch(name) or places.find(name, jurisdiction) is not None
    if not governed or is_collective(name) or not name.endswith(_GOVERNED):
        return name
    return name + next((organ for place, organ in _ORGANS.items() if name.endswith(place)), "人民政府")


def _without_jurisdiction(name: str) -> str:
    levelled = None if _UNLEVELLED.match(name) else _LEVELLED.match(name)
    at = levelled.end() if levelled else 0
    return name[:at] + _in_full(name[at:])


def _is_national(name: str) -> bool:
    """True for `国家发展改革委`, `生态环境部`, `国家税务总局`; false for `组织部`, `市委宣传部`."""
    if _NATIONAL.match(name):
        return True
    return load("functions").lookup(name) is not None and name.endswith("部") and not name.endswith(_PARTY_DEPARTMENTS)


@lru_cache(maxsize=20_000)
def _own_place(name: str, code: str | None) -> str | None:
    """The full name of the place that a name begins with, of several the one nearest to the code: `黔东南州水务局`."""
    placed = _PLACED.match(name)
    found = places.find(placed.group(), Place("", code, None, []) if code else None) if placed else None
    return found.name if found else None


def _length_of_place(name: str) -> int:
    placed = _PLACED.match(name)
    return placed.end() if placed else 0


def _place_of_level(level: str, jurisdiction: Place) -> str:
    """The place on the path of the jurisdiction that a level word means: 省 its province, 市 in a county its city."""
    path = jurisdiction.path or [jurisdiction.name]
    if level in ("镇", "乡", "街道"):
        return jurisdiction.name if jurisdiction.name.endswith(level) else jurisdiction.name + level
    if level in ("省", "自治区"):
        return path[0] if path[0].endswith((level, "区")) else jurisdiction.name
    return next((name for name in reversed(path) if name.endswith(level)), jurisdiction.name)


@cache
def _fuller() -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern of the short stems that begin a core, and what each is short for."""
    spelt: dict[str, str] = {}
    for entry in load("functions").entries.values():
        spelt |= entry.more.get("full", {})
    return re.compile(rf"(?:{alternatives(spelt)}){_AFTER_STEM}"), spelt


@lru_cache(maxsize=20_000)
def _in_full(core: str) -> str:
    """A name without place, spelt out: `住建局` is 住房和城乡建设局, `发改委` 发展和改革委员会, `林水局` stays."""
    pattern, spelt = _fuller()
    short = pattern.match(core)
    if short is not None and (short.end() == len(core) or not short.group().endswith("部")):
        core = spelt[short.group()] + core[short.end() :]
    elif core.startswith("政府"):
        core = "人民" + core
    return core + "员会" if _is_commission(core, known(core) or known(core + "员会")) else core


def _is_commission(core: str, entry: Entry | None) -> bool:
    """True for a commission written short (`国资委`); false for committees of the Party (`县委`, `市纪委监委`)."""
    if entry is None or entry.more.get("structural") or not core.endswith("委"):
        return False
    return entry.id != "discipline_inspection"
