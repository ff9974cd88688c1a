"""What a question wants to know, from its cue words and from what it names."""

from __future__ import annotations

import re
from typing import Literal

from nlp.question_words import cue, plain

Intent = Literal[
    "tasks_by_department",
    "owners_of_task",
    "targets_by_indicator",
    "compare",
    "deadlines",
    "due",
    "water_bodies",
    "projects",
    "citations",
    "documents",
    "counts",
    "ranking",
    "changes",
    "tasks",
    "search",
]
Role = Literal["lead", "responsible", "cooperating", "supervising", "carrier", "any"]

_COUNTED = ("water", "project", "citation", "owner", "document")
_VALUE_WORDS = re.compile(
    r"(?:目标|指标|率|比例|比率|占比|浓度|强度|总量|面积|数量)[^?]{0,6}(?:什么|怎么|如何|哪)|目标|指标值"
)


def role_of(text: str) -> Role:
    """The role that a question asks for: `由谁牵头` lead, `配合单位` cooperating, `谁负责` carrier, else any."""
    roles: tuple[Role, ...] = ("supervising", "cooperating", "lead", "responsible")
    for role in roles:
        if cue(f"role_{role}").search(text):
            return role
    return "carrier" if cue("role_any_carrier").search(text) else "any"


def counted_of(text: str) -> str:
    """What a question counts: task, water, project, citation, owner or document.

    `有几条河` counts waters, `引用了多少部法规` citations, `有几条措施` tasks.
    """
    match = cue("count").search(text)
    counted = match.group() if match else text
    for kind in _COUNTED:
        if plain(f"counted_{kind}").search(counted):
            return kind
    return "task"


def intent_of(text: str, *, departments: int, waters: int, places: int, quoted: bool, indicator: bool) -> Intent:
    """The intent of a question by its cues and by what it names: departments, waters, places, a term, an indicator.

    `谁负责噪声` is owners_of_task, `公安被列进哪项任务` tasks_by_department, `鱼洞河写在哪项任务` water_bodies,
    `建设多少个示范点` targets_by_indicator, `有多少条措施` counts.
    """

    def has(key: str) -> bool:
        return cue(key).search(text) is not None

    if has("changes"):
        return "changes"
    if has("ranking"):
        return "ranking"
    if has("count"):
        return "counts"
    if has("compare") and (indicator or places > 1) and not has("owners"):
        return "compare"
    if has("deadlines") and not (has("due") and has("task_list") and not has("owners")):
        return "deadlines"
    if has("citations") and not (departments and has("task_list")):
        return "citations"
    if departments and (has("task_list") or not (has("owners") or has("targets"))):
        return "tasks_by_department"
    return _unbound(text, waters, places, quoted)


def _unbound(text: str, waters: int, places: int, quoted: bool) -> Intent:
    """The intent of a question that is about no department in particular."""

    def has(key: str) -> bool:
        return cue(key).search(text) is not None

    if has("due"):
        return "due"
    if has("water_list"):
        return "water_bodies"
    if has("projects") and not has("owners"):
        return "projects"
    if has("documents"):
        return "documents"
    if has("owners"):
        return "owners_of_task"
    if waters and has("task_list"):
        return "water_bodies"
    if has("targets") or _VALUE_WORDS.search(text):
        return "compare" if places > 1 else "targets_by_indicator"
    if has("task_list"):
        return "tasks"
    return "documents" if quoted else "search"
