"""Lists of bodies taken apart into names with their offsets: `州林业局、州水务局和各县人民政府` holds three."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from corpus.characters import HAN, NUMERALS, count_han
from nlp.bodies.body import (
    bare,
    is_anonymous,
    is_body,
    is_collective,
    is_person,
    is_sentence,
    is_stem,
    known,
)
from nlp.bodies.seam import seams_in
from nlp.bodies.torn import EACH, LEVEL_ENDS, LEVELLED, LEVELS, is_torn
from nlp.number import parse
from nlp.places import place as places
from nlp.vocabulary import words
from nlp.wording import any_of

_STARS = "*★☆▲△※"
MARKS = f"{_STARS}#●◎■◆"
"""What stands behind the name of a body and marks it as the one that leads; before a name some only count it."""
PERSON = rf"(?:{any_of('bodies', 'surnames')})[{HAN}]{{1,2}}"
"""The name of a person: 王明, 张某某."""

_LONGEST = 200  # characters without a separator that can still be names
_PLACES = words("bodies", "place_endings")
_ENUMERATOR = r"\d{1,2}[.、)]|\(\d{1,2}\)|[①-⑳]"
# A piece runs to the next separator; brackets and quotation marks keep the separators inside them.
_PIECE = re.compile(
    r"(?:\((?:[^()\n]|\([^()\n]*\))*\)|〔[^〔〕\n]*〕|﹝[^﹝﹞\n]*﹞|〈[^〈〉\n]*〉|\[[^\[\]\n]*\]|“[^“”\n]*”|[^、,;。:/|\s【】])+"
)
_HEAD = re.compile(rf"(?:[{_STARS}\-—·●■◆)\]】〕]|{_ENUMERATOR}|\(略\)|以及|及|和|与|并|由|请|其中)+")
# 市公安局、市城管局两部门: how many of them there are
_SO_MANY = rf"[两{NUMERALS}]个?(?:部门|单位)"
_TAIL = re.compile(
    rf"(?:[{MARKS}]|\d{{1,2}}|\(略\)|[(\[【〔]+"
    rf"|等(?:\d+个)?(?:{any_of('bodies', 'collectives', 'tail_words')})*"
    rf"(?:(?:{any_of('bodies', 'tail_heads')})(?:[和及、](?:{any_of('bodies', 'tail_partners')}))?)?(?:\([^()]*\))?"
    rf"|等[^、,;等]{{0,12}}成员单位|等[^、,;等]{{1,6}}机构|{_SO_MANY})$"
)
_REMARK = re.compile(rf"\((?P<first>{any_of('bodies', 'remarks')}|\d)[^()]*\)$")
_INCLUDING = re.compile(r"\((?:含|包括)(?P<names>[^()]{4,60})\)等?")
_PERSONS = re.compile(rf"\({PERSON}(?:[、,]{PERSON})*\)$")
# 县农业农村局(改厕), not 市城管局(经开区): what part of the work is a body's, which no place or office ends.
_DUTY = re.compile(rf"\([{HAN}]{{2,8}}(?<![省市县区州盟旗镇乡村城园局委办部站队所会厅院司室组科处等])\)$")
_ROLE = re.compile(rf"\((?P<role>(?:共同|总|主要)?(?:{any_of('roles', 'bracket_roles')}))[^()]{{0,30}}\)$")
_GOVERNMENTS = any_of("bodies", "governments")
# Two halves of one name: 各县党委、政府; 各市、县(区)人民政府
_PAIRED = re.compile(rf"(?:{_GOVERNMENTS})(?:\([^()]*\))?")
_EACH = re.compile(rf"(?:沿[江河湖海线])?{EACH}{LEVELS}(?:、{LEVELS})*")
# The end of a list of places that one kind of government closes: 都昌、湖口、庐山等县(市)人民政府
_GOVERNED = re.compile(rf"[{HAN}]{{2,8}}等{LEVELS}(?:{_GOVERNMENTS}|党委)")
# 西郊街道办事处: what it is called by, and what the places before it in a list may share with it
_SHARED = re.compile(rf"[{HAN}]{{2,4}}?(?P<tail>{any_of('bodies', 'shared_tails')})")
# 中和四镇: as many places as are named share what they are.
_COUNTED = re.compile(
    rf"(?P<place>[{HAN}]{{2,4}}?)(?P<count>[两{NUMERALS}]个?|\d{{1,2}}个)(?P<tail>乡镇|镇|乡|街道|县|区|市)"
)
_GOVERNMENT = words("bodies", "governments")
_BLANK = re.compile(r"[x×X*?○〇_…\-.\d略()无]+")
_REDACTED = re.compile(r"[x×X*○〇?]+")
_PLAIN = re.compile(rf"[{HAN}]{{2,8}}")
# What may stand before, between and behind the names of a list without making it a sentence.
_BEFORE = re.compile(rf"(?:[\s、,;{_STARS}●■]|{_ENUMERATOR}|{any_of('bodies', 'list_openings')})*")
_BETWEEN = re.compile(rf"(?:[、,;/\s{_STARS}]|{_ENUMERATOR}|以及|及|和|与|暨|等[^、,]{{0,8}}|{_SO_MANY}|\([^()]*\))*")


@dataclass(frozen=True, slots=True)
class Listed:
    """One name in a list: as written, without enumerator, star and remark.

    `role` is the wording of a role in a bracket behind the name (`市水务局(牵头)`), `starred` tells of a `*` at it,
    `tail` is what closes a list and says what its names are (`等部门`, `等村(居)`).
    """

    name: str
    start: int
    end: int
    role: str | None = None
    starred: bool = False
    tail: str = ""

    @property
    def collective(self) -> bool:
        """True where the name stands for many bodies: 各县(区)政府, not 市政府."""
        return is_collective(self.name)


def split(text: str, start: int, end: int) -> list[Listed]:
    """The names in `text[start:end]`, which is known to be a list of bodies, in their order.

    `市住房和城乡建设局、水务局及各县(市、区)政府` gives three; `住建局* 水投集团` two, the first starred;
    `分管副市长`, `xxx` and `(略)` give none, nor does `张三` among bodies.
    """
    names: list[Listed] = []
    for piece in _PIECE.finditer(text, start, end):
        if len(piece.group()) > _LONGEST:
            continue
        for a, b in _parts(text, *piece.span()):
            listed = _clean(text, a, b)
            if listed is None:
                continue
            if names and _belongs_to(text, names[-1], listed):
                names[-1] = _joined(text, names[-1], listed)
            else:
                names += [listed, *_included(text, listed.end, b)]
    names = _with_counted_tails(_with_shared_tails(text, _with_governed_places(text, names)))
    placed = any(listed.tail.endswith(_PLACES) or listed.name.endswith(_PLACES) for listed in names)
    return [listed for listed in names if _acceptable(listed.name) and (placed or not _is_personal(listed.name))]


def split_strictly(text: str, start: int, end: int, *, weak: bool = False) -> list[Listed]:
    """The names in the span where it is a list of bodies and nothing else; otherwise none.

    `市水务局、市住建局`, `住建、环保、水务部门` and `黄龙、西海等村(居)` are lists; `市委、政府主要负责人` and
    `由市水务局牵头` are none. With `weak`, `总务科、农办` is one as well.
    """
    names = split(text, start, end)
    if not names or _BEFORE.fullmatch(text, start, names[0].start) is None:
        return []
    edges = [*(listed.start for listed in names[1:]), end]
    if not all(_BETWEEN.fullmatch(text, listed.end, edge) for listed, edge in zip(names, edges, strict=True)):
        return []
    return names if _are_bodies(names, weak=weak) else []


def _are_bodies(names: list[Listed], *, weak: bool) -> bool:
    """True where each name is a body on its own, or the list as a whole says so: stems, places, 有关部门 at the end."""
    tail = names[-1].tail
    if tail.endswith(_PLACES) and all(len(bare(listed.name)) <= 6 for listed in names):
        return True
    several = len(names) > 1 or "部门" in tail or "单位" in tail
    # 澄江县、江川县政府: a government makes the places before it bodies as well.
    governed = max((at for at, one in enumerate(names) if one.name.endswith(_GOVERNMENT)), default=0)
    return all(
        is_body(one.name, weak=weak or (at < governed and one.name[-1] in LEVEL_ENDS))
        or (several and (is_stem(one.name) or is_anonymous(one.name)))
        for at, one in enumerate(names)
    ) and not all(is_anonymous(one.name) for one in names)


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of the names in a piece, cut at the seams that no separator marks."""
    tail = _TAIL.search(text, start, end)
    seams = seams_in(text[start : tail.start() if tail else end])
    edges = [start, *(start + edge for seam in seams for edge in seam), end]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _clean(text: str, start: int, end: int) -> Listed | None:
    """The name in a piece, or None where nothing but enumerators, stars and blanks stands in it."""
    starred = text[start] in _STARS
    head = _HEAD.match(text, start, end)
    if head is not None and head.end() < end and known(text[start:end]) is None:
        starred = starred or any(star in head.group() for star in _STARS)
        start = head.end()
    # A page that breaks off leaves a bracket that opens nowhere: 各街道办)
    name = text[start:end].rstrip(")") if "(" not in text[start:end] else text[start:end]
    role, tail = None, ""
    while (
        known(name) is None
        and not _is_place(name)
        and (extra := (name.endswith(")") and (_ROLE.search(name) or _remark(name))) or _TAIL.search(name))
    ):
        named = extra.groupdict()
        role = named.get("role") or role
        starred = starred or named.get("first", extra.group())[:1] in tuple(MARKS)
        tail = extra.group() if extra.group().startswith("等") else tail
        name = name[: extra.start()]
    if not name or _BLANK.fullmatch(name) is not None:
        return None
    return Listed("".join(name.split()), start, start + len(name), role, starred, tail)


def _included(text: str, start: int, end: int) -> list[Listed]:
    """The bodies that a bracket behind a name counts in: 各区政府(含经济技术开发区管委会) names two."""
    bracket = _INCLUDING.fullmatch(text, start, end)
    names = split(text, *bracket.span("names")) if bracket else []
    return names if all(is_body(one.name) for one in names) else []


def _remark(name: str) -> re.Match[str] | None:
    """A bracket behind a name that is no part of it, a person or a duty among them.

    `市水务局(负责资金)`, `市水务局(张明)`, `市水务局(排污)`, `市水务局(工业企业)`; not `市公安局(交警队)`,
    `各镇(街道)`, `市文旅局(体育)`.
    """
    if remark := _REMARK.search(name):
        return remark
    bracket = _PERSONS.search(name) or _DUTY.search(name)
    if bracket is None:
        return None
    inside = bracket.group()[1:-1]
    if (is_body(inside, weak=True) and not is_anonymous(inside)) or is_stem(inside):
        return None
    return bracket if _PERSONS.fullmatch(bracket.group()) or is_body(name[: bracket.start()]) else None


def _is_place(name: str) -> bool:
    """True for a place whose name looks like the end of a list: 天等县."""
    return "等" in name and places.find(name) is not None


def _belongs_to(text: str, before: Listed, listed: Listed) -> bool:
    """True for the second half of a name: `组织部` and `(考核办)`, `县委` and `政府`, `各市` and `县(区)政府`."""
    between = text[before.end : listed.start].strip()
    if listed.name.startswith("(") and not between:
        return True
    if text[before.end : listed.start] in ("\n", " ") and is_torn(before.name, listed.name):
        return True
    if between == "、" and _EACH.fullmatch(before.name) and LEVELLED.fullmatch(listed.name):
        return True
    entry = known(bare(before.name)[-3:]) or known(bare(before.name)[-2:])
    return entry is not None and entry.id == "party_committee" and _PAIRED.fullmatch(listed.name) is not None


def _with_governed_places(text: str, names: list[Listed]) -> list[Listed]:
    """The names, with the places that lean on the kind of government behind them as one name of many.

    `市水利局、都昌、湖口等县人民政府` holds 市水利局 and 都昌、湖口等县人民政府.
    """
    kept: list[Listed] = []
    for listed in names:
        if _GOVERNED.fullmatch(listed.name):
            while kept and text[kept[-1].end : listed.start] == "、" and _is_short_place(kept[-1].name):
                listed = _joined(text, kept.pop(), listed)
        kept.append(listed)
    return kept


def _with_shared_tails(text: str, names: list[Listed]) -> list[Listed]:
    """The names, where the places before an office share its last words: 东关、中街街道办事处 are two such offices."""
    kept = list(names)
    for at in range(len(kept) - 1, 0, -1):
        shared = _SHARED.fullmatch(kept[at].name)
        before = kept[at - 1]
        leans = text[before.end : kept[at].start] == "、" and not before.tail and _is_short_place(before.name)
        if shared is None or not leans or before.name[-1] in LEVEL_ENDS or is_stem(before.name):
            continue
        if not (is_sentence(before.name) or is_anonymous(before.name) or is_collective(kept[at].name)):
            kept[at - 1] = replace(before, name=before.name + shared["tail"])
    return kept


def _with_counted_tails(names: list[Listed]) -> list[Listed]:
    """The names, where one counts how many of those before it are towns as well: 和庆、大成、中和三镇 are three."""
    kept = list(names)
    for at, listed in enumerate(names):
        counted = _COUNTED.fullmatch(listed.name)
        first = at + 1 - int(parse(counted["count"].rstrip("个"))) if counted else at
        if counted is None or not 0 <= first < at:
            continue
        places = [*names[first:at], replace(listed, name=counted["place"])]
        if all(_is_short_place(one.name) for one in places):
            kept[first : at + 1] = [replace(one, name=one.name + counted["tail"]) for one in places]
    return kept


def _is_short_place(name: str) -> bool:
    return len(name) <= 4 and _PLAIN.fullmatch(name) is not None and not is_body(name, weak=True)


def _joined(text: str, before: Listed, listed: Listed) -> Listed:
    name = re.sub(r"\s+", "", text[before.start : listed.end])
    return Listed(name, before.start, listed.end, listed.role or before.role, before.starred or listed.starred)


def _is_personal(name: str) -> bool:
    """True for two or three characters that are no body: a person among bodies, `市水务局 张三`."""
    return len(name) <= 3 and not (is_body(name, weak=True) or is_stem(name) or is_collective(name))


@lru_cache(maxsize=20_000)
def _acceptable(name: str) -> bool:
    """True for a body, a collective, or a plain word that may be one (`华夏幸福`); false for `xx局`, `按期完成`."""
    if is_person(name) or count_han(_REDACTED.sub("", name)) < 2:
        return False
    if is_body(name, weak=True) or is_stem(name) or (is_collective(name) and len(bare(name)) <= 40):
        return not name.endswith("均")
    return _PLAIN.fullmatch(name) is not None and not is_sentence(name)
