"""Lists of bodies as plans write them: `州林业局、州水务局和各县(市)人民政府` taken apart into names with their offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from nlp.body import ORGAN, any_of, bare, ends_as_organ, is_body, is_collective, is_person, is_sentence, is_stem, known
from nlp.vocabulary import words

_STARS = "*★☆▲△※"
# A piece runs to the next separator; brackets and quotation marks keep the separators inside them.
_PIECE = re.compile(
    r"(?:\((?:[^()\n]|\([^()\n]*\))*\)|〔[^〔〕\n]*〕|﹝[^﹝﹞\n]*﹞|\[[^\[\]\n]*\]|“[^“”\n]*”|[^、,;。:/|\s])+"
)
_HEAD = re.compile(
    rf"(?:[{_STARS}\-—·●■◆]|\d{{1,2}}[.)]|\(\d{{1,2}}\)|[①-⑳]|\(略\)|以及|及|和|与|并|由|请|其中|[)\]】〕])+"
)
_TAIL = re.compile(
    rf"(?:[{_STARS}]|\(略\)|等(?:\d+个)?(?:{any_of(words('bodies', 'collectives'))}|市级|县级|直属|职能|责任|业务|及)*"
    r"(?:(?:部门|单位|机构|地区|地|乡镇|镇|乡|街道|村|县)(?:[和及、](?:部门|单位|机构|地区|企业|相关单位))?)?(?:\([^()]*\))?|[(\[【〔])$"
)
_REMARK = re.compile(rf"\((?:{any_of(words('bodies', 'remarks'))})[^()]*\)")
_ROLE_BRACKET = re.compile(r"\(((?:共同|总|主要)?(?:牵头|主办|负责|责任|配合|协办|协助|督导)[^()]{0,4})\)$")
_CONJUNCTION = re.compile(r"以及|及|和|与|暨")
_GLUE = re.compile(
    f"(?<=[局委办厅院会府司队社])(?=(?:[市县区州省盟旗镇乡]|各[市县区州旗乡镇村街]).{{2,}}(?:{ORGAN})|.{{2,}}局)"
)
_PLACES = ("村", "村(居)", "村(社区)", "镇", "乡镇", "乡镇(街道)", "街道", "县", "县(市)", "县(市、区)", "地")
_GOVERNMENTS = ("政府", "管委会", "县", "镇", "乡", "村", "街道", "开发区", "(居)", "区", "旗")
# What may stand before, between and behind the names of a list without making it a sentence.
_BEFORE = re.compile(r"(?:[\s、,;]|\d+[.、]|[*★①-⑳●■]|\(\d+\)|并|同时|其中|另外|此外|日后|原则上|具体|由)*")
_BETWEEN = re.compile(r"(?:[、,;/\s*★①-⑳]|\d+[.、]|以及|及|和|与|暨|等[^、,]{0,8}|\([^()]*\))*")
_BLANK = re.compile(r"[x×X*?○〇_…\-.\d略()无]+")
_PAIRED = re.compile(r"(?:人民)?(?:政府|管委会|办事处|行署)(?:\([^()]*\))?")
_PLAIN = re.compile(r"[一-龥]{2,8}")
_REDACTED = re.compile(r"[x×X*○〇?]+")
_HAN = re.compile(r"[一-龥]")


@dataclass(frozen=True, slots=True)
class Listed:
    """One name in a list: as written, without enumerator, star and remark.

    `role` is the wording of a role in a bracket behind the name (`市水务局(牵头)`), `starred` tells of a `*` at it, `tail`
    is what closes a list and says what its names are (`等部门`, `等村(居)`).
    """

    name: str
    start: int
    end: int
    role: str | None = None
    starred: bool = False
    tail: str = ""

    @property
    def collective(self) -> bool:
        """True where the name stands for many bodies."""
        return is_collective(self.name)


def split(text: str, start: int, end: int) -> list[Listed]:
    """The names in `text[start:end]`, which is known to be a list of bodies, in their order.

    `市住房和城乡建设局、水务局及各县(市、区)政府` gives three; `住建局* 水投集团` two, the first starred; `张三、分管副市长`, `xxx`
    and `(略)` give none.
    """
    names: list[Listed] = []
    for piece in _PIECE.finditer(text, start, end):
        for a, b in _parts(text, *piece.span()):
            listed = _clean(text, a, b)
            if listed is None:
                continue
            if names and _belongs_to(text, names[-1], listed):
                names[-1] = _joined(text, names[-1], listed)
            else:
                names.append(listed)
    places = any(listed.tail.endswith(_PLACES) or listed.name.endswith(_GOVERNMENTS) for listed in names)
    return [listed for listed in names if _acceptable(listed.name) and (places or not _is_personal(listed.name))]


def split_strictly(text: str, start: int, end: int, *, weak: bool = False) -> list[Listed]:
    """The names in the span where it is a list of bodies and nothing else; otherwise none.

    `市水务局、市住建局` gives two; `市委、政府主要负责人` and `由市水务局牵头` give none.
    """
    names = split(text, start, end)
    if not names or _BEFORE.fullmatch(text, start, names[0].start) is None:
        return []
    edges = [*(listed.start for listed in names[1:]), end]
    plain = all(_BETWEEN.fullmatch(text, listed.end, edge) for listed, edge in zip(names, edges, strict=True))
    return names if plain and all_bodies(names, weak=weak) else []


def all_bodies(names: list[Listed], *, weak: bool) -> bool:
    """True where every name of a list is a body on its own, or the list as a whole says so.

    `市水务局、市住建局` is, and so are `住建、环保、水务部门` and `黄龙、西海等村(居)`; `扬尘、噪声等方面` is not.
    """
    if not names:
        return False
    tail = names[-1].tail
    if tail.endswith(_PLACES) and all(len(bare(listed.name)) <= 6 for listed in names):
        return True
    stems = len(names) > 1 or "部门" in tail or "单位" in tail
    return all(is_body(listed.name, weak=weak) or (stems and is_stem(listed.name)) for listed in names)


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of a piece cut where a conjunction or nothing at all stands between two names."""
    cuts = _cuts(text[start:end])
    edges = [0, *(edge for cut in cuts for edge in cut), end - start]
    return [(start + a, start + b) for a, b in zip(edges[::2], edges[1::2], strict=True)]


@lru_cache(maxsize=20_000)
def _cuts(piece: str) -> tuple[tuple[int, int], ...]:
    """Where to cut a piece: around 和 in `水务局和林业局`, not in `住房和城乡建设局`; inside `水务局市林业局`."""
    if len(piece) < 5 or known(piece) is not None:
        return ()
    tail = _TAIL.search(piece)
    body = piece if tail is None else piece[: tail.start()]
    found = [match.span() for match in _CONJUNCTION.finditer(body) if _joins(piece, *match.span())]
    found += [(at, at) for match in _GLUE.finditer(piece) if _abut(piece, at := match.start())]
    return tuple(sorted(found))


def _joins(piece: str, start: int, end: int) -> bool:
    left, right = piece[:start], piece[end:]
    if left.count("(") != left.count(")") or left.count("“") != left.count("”") or right.startswith("其"):
        return False
    if not ends_as_organ(left) and not is_collective(left[-6:]) and not is_stem(left):
        return False
    right = _TAIL.sub("", right)
    return is_body(right, weak=True) or is_stem(right) or right.startswith("各")


def _abut(piece: str, at: int) -> bool:
    """True where two bodies stand side by side: `市水务局市林业局`, not `市公安局交警支队`, `市委市政府督查室`."""
    left, right = piece[:at], piece[at:]
    if left.count("(") != left.count(")") or left.endswith(("委", "府")):
        return False
    rest = re.split(r"[局厅]", right, maxsplit=1)[0]
    return ends_as_organ(left) and (
        right.startswith("各") or known(_TAIL.sub("", right)) is not None or known(f"{rest}局") is not None
    )


def _clean(text: str, start: int, end: int) -> Listed | None:
    """The name in a piece, or None where nothing but enumerators, stars and blanks stands in it."""
    starred = text[start] in _STARS
    head = _HEAD.match(text, start, end)
    while head and head.end() < end and not _whole_name(text[start:end]):
        start = head.end()
        head = _HEAD.match(text, start, end)
    name = text[start:end]
    role, tail = None, ""
    while True:
        starred = starred or name[-1:] in _STARS
        shorter = name if known(name) is not None else _TAIL.sub("", name)
        if (found := _ROLE_BRACKET.search(shorter)) is not None:
            role, shorter = found.group(1), shorter[: found.start()]
        if (remark := _REMARK.search(shorter)) is not None and remark.end() == len(shorter):
            starred = starred or remark.group()[1] in _STARS
            shorter = shorter[: remark.start()]
        if shorter == name:
            break
        tail = name[len(shorter) :] if name[len(shorter) :].startswith("等") else tail
        name = shorter
    if not name or _BLANK.fullmatch(name) is not None:
        return None
    return Listed(name, start, start + len(name), role, starred, tail)


def _whole_name(name: str) -> bool:
    return known(name) is not None


def _belongs_to(text: str, before: Listed, listed: Listed) -> bool:
    """True for the second half of one name: `组织部` + `(考核办)`, `各县党委` + `政府`, `县委` + `政府`."""
    if listed.name.startswith("(") and not text[before.end : listed.start].strip():
        return True
    entry = known(bare(before.name)[-3:]) or known(bare(before.name)[-2:])
    return entry is not None and entry.id == "party_committee" and _PAIRED.fullmatch(listed.name) is not None


def _joined(text: str, before: Listed, listed: Listed) -> Listed:
    name = re.sub(r"\s+", "", text[before.start : listed.end])
    return Listed(name, before.start, listed.end, listed.role or before.role, before.starred or listed.starred)


def _is_personal(name: str) -> bool:
    """True for two or three characters that are no body: a person among bodies, `市水务局 张三`."""
    return len(name) <= 3 and not is_body(name, weak=True) and not is_stem(name)


def _acceptable(name: str) -> bool:
    """True for a body, a collective, or a short plain word that may be one: `华夏幸福`; false for `2025年底前完成`, `xx局`."""
    if is_person(name) or len(_HAN.findall(_REDACTED.sub("", name))) < 2:
        return False
    if is_body(name, weak=True) or is_stem(name) or (is_collective(name) and len(bare(name)) <= 40):
        return not name.endswith("均")
    return _PLAIN.fullmatch(name) is not None and not is_sentence(name)
