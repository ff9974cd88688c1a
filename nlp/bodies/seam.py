"""Seams in a list of bodies where no mark of punctuation parts two names: `水务局和林业局`, `水务局市林业局`."""

from __future__ import annotations

import re
from functools import lru_cache

from nlp.bodies.body import ORGAN, ends_as_organ, is_body, is_collective, is_stem, known, place_before, without_level
from nlp.places import place as places
from nlp.vocabulary import words
from nlp.wording import pattern

# A question mark may be all that is left of a lost comma.
_CONJUNCTION = re.compile(r"以及|及|和|与|暨|或者?|[?!]")
_ABUTTING = re.compile(
    f"(?<=[局委办厅院会府司队社])(?=(?:[市县区州省盟旗镇乡]|各[市县区州旗乡镇村街]).{{2,}}(?:{ORGAN})|.{{2,}}局)"
    r"|(?<=\))(?=[市县区州省盟旗镇乡].{2,10}[局委办厅院会府司队社])"
    "|(?<=[局委办厅院会府司队社站所室科心])(?=[市县区州省盟旗镇乡].{2,10}(?:[局委办院会队社站所室科]|中心)$)"
)
_DEPARTMENT = re.compile("(?:行政)?(?:主管)?部门$")
_PAIRED = ("党委", "工委", "纪委", "府")  # parts of what follows them, as 县委 is: 县委县政府督查室
_GOVERNMENTS = words("bodies", "governments")
# 市生态环境局各分局 are one name.
_OWN_PARTS = pattern("bodies", "own_parts", before="各[^、,各]{0,8}?")


@lru_cache(maxsize=20_000)
def seams_in(piece: str) -> tuple[tuple[int, int], ...]:
    """Spans to cut out of a piece of a list: a conjunction between two names, or nothing (an empty span).

    One in `市水务局和市林业局`, in `市水务局市林业局` and in `镇城建办镇农技站`; none in `住房和城乡建设局`,
    `住房和城乡建设主管部门`, `市水利和湖泊局`, `市公安局交警支队`, `市委市政府督查室` and `各县政府及其部门`.
    """
    if len(piece) < 5 or known(piece) is not None or known(f"{_DEPARTMENT.sub('', piece)}局") is not None:
        return ()
    spans = [match.span() for match in _CONJUNCTION.finditer(piece)]
    seams = [(a, b) for a, b in spans if _joins(piece[:a], piece[b:])]
    seams += [(a, a) for a in map(re.Match.start, _ABUTTING.finditer(piece)) if _abut(piece[:a], piece[a:])]
    return tuple(sorted(seams))


def _joins(left: str, right: str) -> bool:
    """True where a conjunction stands between two bodies, not inside the name of one."""
    if _is_open(left) or right.startswith("其"):
        return False
    if right.startswith("各") and is_body(left, weak=True):
        return not _OWN_PARTS.fullmatch(right)
    governed = right.endswith(_GOVERNMENTS) and place_before(right)
    if places.find(left) is not None and (governed or places.find(right) is not None):
        return True  # 益阳市和望城区人民政府: the government at the end is that of both
    if not ends_as_organ(left) and not is_collective(left[-6:]):
        # 市水利和湖泊局 is one bureau: behind its level a stem needs the level again to end, 住建和水务局 are two.
        levelled = without_level(left) != left
        return is_stem(left) and (is_stem(right) or (known(right) is not None and not levelled))
    return is_body(right, weak=True) or is_stem(right) or right.startswith("各")


def _abut(left: str, right: str) -> bool:
    """True where two bodies stand side by side: what follows is known, or many, or opens with the same level word."""
    if _is_open(left) or len(left) < 3 or _OWN_PARTS.fullmatch(right):
        return False
    if left.endswith("人民政府") and known(right) is not None:  # 宜兰市人民政府省水利厅; 县人民政府督查室 is one
        return without_level(right) != right
    if left.endswith(_PAIRED):
        return False
    if left.endswith(("管委会", "管理委员会")) and without_level(right) == right and not right.startswith("各"):
        # 高新区管委会经发局 is an office of the committee.
        return False
    alike = left[0] == right[0] and len(left) > 3 and not right.endswith("分局")
    if alike and is_body(left, weak=True) and is_body(right, weak=True):
        return True
    if not ends_as_organ(left):
        return False
    first = re.split(r"[局厅]", right, maxsplit=1)[0]
    return right.startswith("各") or known(right) is not None or known(f"{first}局") is not None


def _is_open(left: str) -> bool:
    return left.count("(") != left.count(")") or left.count("“") != left.count("”")
