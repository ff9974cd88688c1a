"""Lists of bodies taken apart into names with their offsets: `州林业局、州水务局和各县人民政府` holds three."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.characters import HAN, NUMERALS, STARS, count_han
from nlp.bodies.body import (
    bare,
    is_anonymous,
    is_body,
    is_collective,
    is_person,
    is_regiment,
    is_sentence,
    is_stem,
    known,
)
from nlp.bodies.listed import Listed, belong_together, joined
from nlp.bodies.seam import seams_in
from nlp.bodies.shared_end import with_shared_ends
from nlp.bodies.torn import LEVEL_ENDS
from nlp.places import place as places
from nlp.vocabulary import words
from nlp.wording import any_of

MARKS = f"{STARS}#●◎■◆"
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
_HEAD = re.compile(rf"(?:[{STARS}\-—·●■◆)\]】〕]|{_ENUMERATOR}|\(略\)|以及|及|和|与|并|由|请|其中)+")
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
_GOVERNMENT = words("bodies", "governments")
_BLANK = re.compile(r"[x×X*?○〇_…\-.\d略()无]+")
_REDACTED = re.compile(r"[x×X*○〇?]+")
_SEVERAL = re.compile(r"\d+[家个户]")  # 2家养殖场 are not named
_PLAIN = re.compile(rf"[{HAN}]{{2,8}}")
# What may stand before, between and behind the names of a list without making it a sentence.
_BEFORE = re.compile(rf"(?:[\s、,;{STARS}●■]|{_ENUMERATOR}|{any_of('bodies', 'list_openings')})*")
_BETWEEN = re.compile(rf"(?:[、,;/\s{STARS}]|{_ENUMERATOR}|以及|及|和|与|暨|等[^、,]{{0,8}}|{_SO_MANY}|\([^()]*\))*")


@lru_cache(maxsize=1_024)
def split(text: str, start: int, end: int) -> tuple[Listed, ...]:
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
            if names and belong_together(text, names[-1], listed):
                names[-1] = joined(text, names[-1], listed)
            else:
                names += [listed, *_included(text, listed.end, b)]
    names = with_shared_ends(text, names)
    placed = any(listed.tail.endswith(_PLACES) or listed.name.endswith(_PLACES) for listed in names)
    return tuple(one for one in names if _acceptable(one.name) and (placed or not _is_personal(one.name)))


def split_strictly(text: str, start: int, end: int, *, weak: bool = False) -> tuple[Listed, ...]:
    """The names in the span where it is a list of bodies and nothing else; otherwise none.

    `市水务局、市住建局`, `住建、环保、水务部门` and `黄龙、西海等村(居)` are lists; `市委、政府主要负责人` and
    `由市水务局牵头` are none. With `weak`, `总务科、农办` is one as well.
    """
    names = split(text, start, end)
    if not names or _BEFORE.fullmatch(text, start, names[0].start) is None:
        return ()
    edges = [*(listed.start for listed in names[1:]), end]
    if not all(_BETWEEN.fullmatch(text, listed.end, edge) for listed, edge in zip(names, edges, strict=True)):
        return ()
    return names if _are_bodies(names, weak=weak) else ()


def _are_bodies(names: tuple[Listed, ...], *, weak: bool) -> bool:
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
    starred = text[start] in STARS
    head = _HEAD.match(text, start, end)
    if head is not None and head.end() < end and known(text[start:end]) is None:
        starred = starred or any(star in head.group() for star in STARS)
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


def _included(text: str, start: int, end: int) -> tuple[Listed, ...]:
    """The bodies that a bracket behind a name counts in: 各区政府(含经济技术开发区管委会) names two."""
    bracket = _INCLUDING.fullmatch(text, start, end)
    names = split(text, *bracket.span("names")) if bracket else ()
    return names if all(is_body(one.name) for one in names) else ()


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


def _is_personal(name: str) -> bool:
    """True for two or three characters that are no body: a person among bodies, `市水务局 张三`."""
    return len(name) <= 3 and not (is_body(name, weak=True) or is_stem(name) or is_collective(name))


@lru_cache(maxsize=20_000)
def _acceptable(name: str) -> bool:
    """True for a body, a collective, or a plain word that may be one (`华夏幸福`); false for `xx局`, `按期完成`."""
    if is_regiment(name):
        return True
    if is_person(name) or _SEVERAL.match(name) or count_han(_REDACTED.sub("", name)) < 2:
        return False
    if is_body(name, weak=True) or is_stem(name) or (is_collective(name) and len(bare(name)) <= 40):
        return not name.endswith("均")
    return _PLAIN.fullmatch(name) is not None and not is_sentence(name)
