"""The role of every unit of an outline: what kind of text stands in it."""

from __future__ import annotations

import re
from functools import cache

from nlp.facts import SectionRole
from nlp.heading import cut_title, role_of
from nlp.outline import Unit
from nlp.vocabulary import words

# Kinds of documents that tell what was done, so that a section without telling words is judged by its tense.
_IDLE = ("principle", "goal", "background")
_TELLING = {"report", "summary", "speech", "interpretation", "other"}


def roles_of(root: Unit, text: str, kind: str) -> dict[int, SectionRole]:
    """The role of every unit, by the offset at which the unit starts.

    A unit has the role its heading names, else that of the unit above; on the highest level, measure, or in a report past
    where the text is told in the past tense.
    """
    roles: dict[int, SectionRole] = {}
    for unit in root.children:
        _assign(unit, None, text, kind, roles)
    return roles


def _assign(unit: Unit, above: SectionRole | None, text: str, kind: str, roles: dict[int, SectionRole]) -> None:
    if unit.series > 1 and above in _IDLE:
        # A series that starts afresh has lost the heading above it, and with it the role that heading gave.
        above = None
    role = _own_role(unit, above, text) or above or _default(unit, text, kind)
    roles[unit.start] = role
    for child in unit.children:
        _assign(child, None if unit.style == "annex" else role, text, kind, roles)


def _own_role(unit: Unit, above: SectionRole | None, text: str) -> SectionRole | None:
    if unit.style == "annex":
        return "annex"
    if unit.head is None or unit.style == "bullet":
        return None
    words = text[unit.head.start : unit.head.end]
    title = cut_title(words)
    named = role_of(title, above is None, exact=above is not None and len(words) > len(title) + 1)
    # 工作目标 above 主要任务 is a mixed heading; a safeguard or background stays what it is all the way down.
    return None if above in ("safeguard", "past", "background", "annex") else named


def _default(unit: Unit, text: str, kind: str) -> SectionRole:
    return "past" if kind in _TELLING and is_told(text[unit.start : unit.end]) else "measure"


@cache
def _tense(tense: str) -> re.Pattern[str]:
    return re.compile("|".join(sorted(words("headings", f"tense.{tense}"), key=len, reverse=True)))


def is_told(text: str) -> bool:
    """True where a text tells what has been done: 累计淘汰锅炉200台,水质明显改善; not 继续淘汰锅炉,确保水质改善."""
    past = len(_tense("past").findall(text))
    future = len(_tense("future").findall(text))
    return past >= 2 and past * 2 > future
