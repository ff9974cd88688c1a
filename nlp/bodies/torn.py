"""Names of bodies that a line end or a blank tore apart: `市住⏎建局`, `市锰业 集团`."""

from __future__ import annotations

import re

from corpus.characters import HAN
from nlp.bodies.body import ORGAN, ends_as_organ, is_body, known
from nlp.vocabulary import words
from nlp.wording import any_of

_LEVEL = any_of("bodies", "levels")
_GOVERNMENTS = any_of("bodies", "governments")
LEVELS = rf"(?:(?:{_LEVEL}|乡镇)(?:\([^()]*\)|〔[^〔〕]*〕)?)+"
"""One level or several in a row, with what stands in brackets behind each: 县(市、区)"""
LEVELLED = re.compile(rf"{LEVELS}级?(?:{_GOVERNMENTS}|党委|[{HAN}]{{2,8}}部门)?(?:\([^()]*\))?")
"""A level, or the government of one without its place: 县(区), 区人民政府"""
LEVEL_ENDS = frozenset("省市县区州盟旗镇乡道")
"""What the name of a place with a government ends with."""
EACH = r"(?:(?:有关|相关)?各(?:有关|相关)?|有关|相关)"
"""What makes one name of many bodies: 各, 有关各"""

_EACH_OPEN = re.compile(EACH)
_OPEN_ENDS = LEVEL_ENDS | {"级"}
# What no body is called alone: 局 of 州农业农村局, 有限公司, and before it the level of 自治区 环境保护厅
_BARE_ORGAN = re.compile(rf"(?:管理|监督|执法|服务|有限|责任|股份|委员)*(?:{ORGAN})")
_BARE_LEVEL = re.compile(_LEVEL)
_OPEN_HALF = re.compile(rf"(?!{_LEVEL}|各|监)[{HAN}]{{2,5}}[局委厅]")
_BRANCH = re.compile(rf"(?!{_LEVEL})[{HAN}]{{2,4}}分局")


def is_torn(left: str, right: str) -> bool:
    """True for two halves of one name: `市住` and `建局`, `属地区级` and `政府`, `市锰业` and `集团`.

    So are `区` and `中心办`, `各相关` and `区人民政府`, `县委县政府` and `督查室`, `市生态环境局` and `沅陵分局`, and
    `市规划` and `国土委`, neither of which is a body; `水务局` and `住建局` are two, and so are `市公安` and `交通局`.
    """
    if left[-1:] in _OPEN_ENDS and right.removeprefix("人民") in words("bodies", "governments"):
        return True
    if right in words("bodies", "inner_offices") and left.endswith(words("bodies", "with_inner_offices")):
        return True
    if _BRANCH.fullmatch(right) and left.endswith("局"):
        return True
    if _EACH_OPEN.fullmatch(left) and LEVELLED.fullmatch(right):
        return True
    if _BARE_LEVEL.fullmatch(left):
        return is_body(left + right, weak=True)
    if _BARE_ORGAN.fullmatch(right) and not ends_as_organ(left):
        return is_body(left + right)
    if is_body(left, weak=True):
        return False
    halves = _BARE_LEVEL.match(left) is not None and _OPEN_HALF.fullmatch(right) is not None and not is_body(right)
    return halves or known(left + right) is not None
