"""The head of a project's name: the word of works, of a facility, an area or a deed that the name ends with."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from corpus.characters import HAN
from corpus.words import beginning
from nlp import wording
from nlp.vocabulary import words

HeadKind = Literal["works", "facility", "zone", "deed", "building"]

KINDS: tuple[HeadKind, ...] = ("works", "facility", "zone", "deed")


def any_of(*keys: str) -> str:
    """The words under some keys of `data/projects.yaml` as alternatives of a pattern, longest first."""
    return wording.any_of("projects", *keys)


_HEADS = "|".join(f"(?P<{kind}>{any_of(f'{kind}_heads')})" for kind in KINDS)
HEAD = re.compile(beginning(word for kind in KINDS for word in words("projects", f"{kind}_heads")) + f"(?:{_HEADS})")
# What else places and firms build, only where it ends the name: 站 of 华港接收站建设, not of 站点.
BUILDING = re.compile(
    beginning(words("projects", "facility_ends"))
    + rf"(?:{any_of('facility_ends')})(?=(?:{any_of('follow_words')})*(?:[、,和及与等(]|\Z))"
)
_NO_BUILDING = words("projects", "facility_not")
_NOT_AFTER = re.compile(
    any_of("not_after") + rf"|处(?![理置于])|至(?![今此目])(?=[{HAN}])|[{HAN}]{{2,10}}?(?:{any_of('body_ends')})"
)
# What a sluice does names none: 完成试开闸.
_SLUICE_MOVED = re.compile(r"(?<=[开关启落下])闸")
# A phase is a head of works where the name ends with it: not 一期 in 举办一期培训班.
_PHASE_GOES_ON = re.compile(
    rf"(?<=期)(?!{any_of('works_heads', 'follow_words', 'part_words')}|[扩改提迁\d]|[及和等、()]|\Z)"
)
# A deed may be named with what is done besides: 清淤和生态护岸建设.
_FURTHER_DEED = re.compile(rf"[和及与](?:{any_of('plain_parts')}){{1,3}}?(?:{any_of('list_ends')})(?![{HAN}])")
_OPENED = {")": "(", "”": "“"}
COUNTED = re.compile(r"[一两二三四五六七八九十\d]+[个座处项条号]")
_PART = re.compile(rf"(?:{any_of('part_words')})|{COUNTED.pattern}.{{0,4}}")
# A bracket this long behind a head holds another name: 甲工程(乙县供水基础设施提升改造项目一期).
_LONGEST_INSIDE = 8
# The reach of a long thing is told behind it: 国家文化公园河南段.
_REACH = re.compile(rf"[{HAN}]{{2,4}}段(?=\Z|{any_of('follow_words')})")
# (零陵段) and (一期) belong to a name, (规模5万吨/日) says how big it is.
_BRACKET = re.compile(r"\((?![^()]*\d[\d.]*[万亿吨公里米平立亩元])[^()]{1,16}\)")


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a name: its kind, where it begins, and where the name ends with it (a bracket after it included).

    `rest` is what follows it in its item.
    """

    kind: HeadKind
    start: int
    end: int
    rest: str = ""


@lru_cache(maxsize=4096)
def find_head(item: str) -> Head | None:
    """The head that a name in `item` ends with: the last word of works (工程), else the last facility, area or deed.

    `湘江廊道建设项目(零陵段)前期` ends with 项目(零陵段), `净水厂工程土建工程` with the first 工程. None for
    `凯里市污水` and where the head goes on: 项目清单.
    """
    heads = (match for match in HEAD.finditer(item) if not _SLUICE_MOVED.match(item, match.start()))
    found = [match for match in heads if not _goes_on(item, match.end())]
    works = [match for match in found if match.lastgroup == "works"]
    if not found:
        return _find_building(item)
    last = (works or found)[-1]
    if last["facility"] or last["zone"]:
        building = _find_building(item[last.end() :])
        if building and not building.rest and building.start:
            return replace(building, start=last.end() + building.start, end=last.end() + building.end)
    if found[-1].start() == last.end() and found[-1]["deed"]:
        last = found[-1]
    kind = next(kind for kind in KINDS if last[kind])
    last = next((whole for whole in found if _ends_before(item, whole, last)), last)
    further = _FURTHER_DEED.match(item, last.end()) if kind == "deed" else None
    end = further.end() if further else last.end()
    bracket = _BRACKET.match(item, end) or (_REACH.match(item, end) if kind != "deed" else None)
    end = bracket.end() if bracket else end + _closes(item, end)
    return Head(kind, last.start(), end, item[end:])


def _find_building(item: str) -> Head | None:
    """The general word for something built that a name ends with: 枢纽 of `杭州东枢纽建设`; None for `城市副中心`."""
    found = [match for match in BUILDING.finditer(item) if not item.endswith(_NO_BUILDING, 0, match.end())]
    if not found or _NOT_AFTER.match(item, found[-1].end()):
        return None
    start, end = found[-1].span()
    bracket = _BRACKET.match(item, end)
    end = bracket.end() if bracket else end + _closes(item, end)
    return Head("building", start, end, item[end:])


def _ends_before(item: str, whole: re.Match[str], last: re.Match[str]) -> bool:
    """Whether a name ends with an earlier head: before a part of the works, a count, or another name in a bracket."""
    if _PART.fullmatch(item, whole.end(), last.start()):
        return True
    opened = item.rfind("(", 0, last.start())
    return opened == whole.end() and ")" not in item[opened : last.start()] and last.end() - opened > _LONGEST_INSIDE


def _closes(item: str, end: int) -> bool:
    """Whether a mark follows that closes what is open in the name: ) of 污水厂(二期扩建), ” of 保定市“山水工程”."""
    opening = _OPENED.get(item[end : end + 1])
    return opening is not None and item.count(opening, 0, end) > item.count(item[end], 0, end)


def _goes_on(item: str, end: int) -> bool:
    return (_NOT_AFTER.match(item, end) or _PHASE_GOES_ON.match(item, end)) is not None
