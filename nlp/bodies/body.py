"""Names of bodies: offices, committees, governments, companies; what makes a wording one, and what the body does.

A body's name is an optional level or place (市, 嵊州市), a core (生态环境), an organ (局, 委员会) and sometimes a
bracket (考核办). Two strengths of test serve two places: in a list of owners nearly every wording is a name; in
running text only one that ends like a body and holds no word of a sentence.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from corpus.words import alternatives
from nlp.places import place as places
from nlp.vocabulary import Entry, load, words
from nlp.wording import any_of

_BRACKETED = re.compile(r"\([^()]*\)|〔[^〕]*〕|﹝[^﹞]*﹞|\[[^\]]*\]|〈[^〉]*〉")
_DEPARTMENT = ("部门", "机关", "机构")
_PLACE_FUNCTIONS = {
    **dict.fromkeys(("镇", "乡", "街道"), "township_government"),
    **dict.fromkeys(("村", "社区", "(居)"), "village"),
    **dict.fromkeys(("省", "市", "县", "区", "州", "盟", "旗"), "government"),
}


def _words(key: str) -> tuple[str, ...]:
    return words("bodies", key)


ORGAN = any_of("bodies", "organs")
LEVEL = any_of("bodies", "levels")

_ORGANS = _words("organs")
_ANY_ORGANS = _ORGANS + _words("weak_organs")
# 安全部 and 国家安全局 end so and are bodies.
_ENDS_AS_WORD = re.compile(f"(?<!安)(?:{any_of('bodies', 'words_like_organs')})$")
# 整改推进组 and 宣传引导组 are groups named by what they do, 镇整治办 and 市城乡统筹办 offices.
_ENDS_AS_CAUSE = re.compile(
    rf"(?:{any_of('bodies', 'cause_organs')}|(?:{any_of('bodies', 'cause_words')})组"
    rf"|^[^全各]*(?:{LEVEL})[^、,]{{0,6}}(?:{any_of('bodies', 'cause_words')})办)$"
)
_LEVELLED = re.compile(f"^(?:原)?(?:{LEVEL})(?:级|直)?(?=..)")
_COLLECTIVE = re.compile(rf"(?!{any_of('bodies', 'of_one')})(?:{any_of('bodies', 'collectives')})")
_GOVERNED = re.compile(
    alternatives(word for word in _words("collectives") if re.search("[县镇村社]", word)) + "|级(?:人民)?政府"
)
# 将军路街道办事处 and 规划计划科 are bodies although 将 and 计划 look ahead; 所在县政府 although 在 says where.
_SENTENCE = re.compile(
    rf"(?!将军|计划(?:财务)?[科处股室])(?<!所)(?:{any_of('bodies', 'sentence_words')})|\d[年月]|领导(?!小组)"
)
_OPENS = re.compile(f"(?:{any_of('bodies', 'openings')})(?=.{{4}})")
_CAUSE = re.compile(any_of("bodies", "cause_words"))
_REGIMENT = re.compile(r"\d{2,3}团")
# 我局, 贵委, 本公司
_SELF = re.compile(rf"(?:{any_of('bodies', 'self_words')})(?:{alternatives(_ANY_ORGANS)})")
_ANONYMOUS_HEAD = any_of("bodies", "anonymous_heads")
_ANONYMOUS_PART = any_of("bodies", "anonymous_parts")
_ANONYMOUS = re.compile(rf"(?:{_ANONYMOUS_PART})*(?:{_ANONYMOUS_HEAD})(?:{_ANONYMOUS_HEAD}|{_ANONYMOUS_PART})*")


def bare(name: str) -> str:
    """The name without its brackets: `组织部(考核办)` gives `组织部`, `各县〔市〕人民政府` gives `各县人民政府`."""
    return _BRACKETED.sub("", name)


def without_level(name: str) -> str:
    """The name without its level word: `州生态环境局` gives `生态环境局`; `市场监管局` stays as it is, being known."""
    return name if load("functions").lookup(name) else _LEVELLED.sub("", name, count=1)


@lru_cache(maxsize=20_000)
def known(name: str) -> Entry | None:
    """The entry of functions.yaml that goes by this name, with or without a level word before it.

    `市水务局` and `水务局` give water; `凯里市水务局` and `水务科研所` give None.
    """
    return load("functions").lookup(name) or load("functions").lookup(_LEVELLED.sub("", name, count=1))


@lru_cache(maxsize=20_000)
def is_person(name: str) -> bool:
    """True for a wording that ends as a person does: `分管副市长`, `主要负责人`; false for `市长热线办公室`."""
    return bare(name).endswith(_words("persons"))


def is_regiment(name: str) -> bool:
    """True for a regiment of the Production and Construction Corps, which governs a place: `181团`; not for `师团`."""
    return _REGIMENT.fullmatch(name) is not None


def is_sentence(wording: str) -> bool:
    """True for a wording with a word that no short name of a body holds: `加强监管`, `2025年底前完成`."""
    return _SENTENCE.search(wording) is not None or _CAUSE.search(wording) is not None


@lru_cache(maxsize=20_000)
def is_collective(name: str) -> bool:
    """True for many bodies under one name: `各县(市、区)人民政府`, `各成员单位`; not `市水务局`, `市地方金融局`."""
    return _COLLECTIVE.search(name) is not None


@lru_cache(maxsize=20_000)
def is_anonymous(name: str) -> bool:
    """True for a wording that names nobody: `各有关部门`, `政府`, `相关企业`; false for `各县(市)政府`, `组织部门`.

    `我局` names nobody either: which body it is stands elsewhere.
    """
    if _SELF.fullmatch(name) is not None:
        return True
    entry = known(name)
    if entry is not None and not entry.more.get("structural"):
        return False
    if _GOVERNED.search(name) and not name.endswith(("部门", "单位", "党委")):
        return False
    return _ANONYMOUS.fullmatch(bare(name)) is not None


@lru_cache(maxsize=20_000)
def is_body(name: str, *, weak: bool = False) -> bool:
    """True for a wording that can only be the name of a body.

    `市水务局` and `曹娥江流域治理指挥部` are; `加强部门`, `污水处理厂` are not. With `weak`, for places where a body is
    expected, `总务科`, `农办` and `黄泽镇` are as well.
    """
    plain = bare(name)
    if not 2 <= len(plain) <= 36 or is_person(plain):
        return False
    entry = known(plain) or known(name)
    if entry is not None:
        alone = entry.more.get("structural") and plain == without_level(plain)
        return weak or not alone or plain.endswith(_ORGANS)
    if is_regiment(plain):
        return True
    if not plain.endswith(_ANY_ORGANS if weak else _ORGANS) or _ENDS_AS_WORD.search(plain):
        return False
    if plain.endswith(_DEPARTMENT) and not _told_by_stems(plain):
        return False
    if (opening := _OPENS.match(plain)) is not None and is_body(plain[opening.end() :], weak=weak):
        return False
    if _SENTENCE.search(plain) is not None:
        placed = place_before(plain)
        return placed > 0 and is_body(plain[placed:], weak=weak)
    return _CAUSE.search(plain) is None or _ENDS_AS_CAUSE.search(plain) is not None


@lru_cache(maxsize=20_000)
def place_before(name: str) -> int:
    """The length of the place that a name begins with: 3 for `无锡市水务局`, 0 for `水务局`."""
    return next((size for size in range(min(len(name) - 2, 11), 1, -1) if places.find(name[:size])), 0)


def ends_as_organ(name: str) -> bool:
    """True where the wording could end here as a body: `市水务局`, `市组织部`; false for `市住房`."""
    plain = bare(name).removesuffix("\n")
    return known(plain) is not None or plain.endswith(_ORGANS)


@cache
def _stems() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    """A pattern of all stems, longest first, and the functions that each stem tells."""
    told: dict[str, tuple[str, ...]] = {}
    for entry in load("functions").entries.values():
        for stem in entry.more.get("stems", ()):
            told[stem] = (*told.get(stem, ()), entry.id)
    return re.compile(alternatives(told)), told


def is_stem(name: str) -> bool:
    """True for a department named by its stem alone, as lists do: `住建`, `工商`, `市公安`; false for `住建局`."""
    told = _stems()[1]
    return name in told or without_level(name) in told


@lru_cache(maxsize=20_000)
def functions_of(name: str) -> tuple[str, ...]:
    """The functions (ids of functions.yaml) of a body by its name, the main one first; none where nobody can tell.

    `州水务局` gives water; `农业农村和水利局` gives agriculture and water; `州委宣传部` propaganda; `甘霖镇人民政府`
    township_government; `华夏幸福` none.
    """
    for candidate in dict.fromkeys((name, bare(name))):
        entry = known(candidate)
        if entry is not None:
            return _with_stems(entry, candidate)
    plain = bare(name)
    ending = next((entry for i in range(1, len(plain) - 1) if (entry := load("functions").lookup(plain[i:]))), None)
    told = _told_by_stems(plain)
    if ending is not None:
        compound = not ending.more.get("structural") and len(told) > 1
        return told if compound else (ending.id,)
    if told:
        return told
    return next(((function,) for end, function in _PLACE_FUNCTIONS.items() if name.endswith(end)), ())


def _with_stems(entry: Entry, name: str) -> tuple[str, ...]:
    """The function of a known name, and for a bureau of two departments the other one as well."""
    if entry.more.get("structural") or not name.endswith(("局", "厅", "委", "部", "委员会")):
        return (entry.id,)
    return tuple(dict.fromkeys((entry.id, *_told_by_stems(name))))


def _told_by_stems(name: str) -> tuple[str, ...]:
    """The functions that the stems in a name tell, in their order; structural ones only where there is no other."""
    pattern, told = _stems()
    found = tuple(dict.fromkeys(function for match in pattern.finditer(name) for function in told[match.group()]))
    entries = load("functions").entries
    return tuple(function for function in found if not entries[function].more.get("structural")) or found
