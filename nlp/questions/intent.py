"""What a question wants to know, from its cue words and from what it names."""

from __future__ import annotations

import re
from typing import Literal

from nlp.questions.names import Names
from nlp.questions.numbered import Numbered
from nlp.questions.topic import Topic
from nlp.questions.words import cue, plain
from nlp.targets.unit import kind

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
    "progress",
    "tasks",
    "search",
]
Role = Literal["lead", "responsible", "cooperating", "supervising", "carrier", "follower", "any"]

# What indicators are called after as well: `how many beautiful rivers` asks for a target.
_NAMED_BY_INDICATORS = ("water", "project")
_COUNTED = ("water", "project", "citation", "owner", "document")
# Cues that decide whatever else is asked.
_ALONE: dict[str, Intent] = {"changes": "changes", "progress": "progress", "overdue": "due", "ranking": "ranking"}
_VALUE_WORDS = re.compile(
    r"(?:目标|指标|率|比例|比率|占比|浓度|强度|总量|面积|数量)[^?]{0,6}(?:什么|怎么|如何|哪)|目标|指标值"
)


def role_of(text: str) -> Role:
    """The role that a question asks for: `由谁牵头` lead, `配合单位` cooperating, `谁负责` carrier, else any.

    A question of two roles (`谁牵头,谁配合`, `牵头和参与的`) asks for any; one that only denies a role (`参与但不牵头`)
    for a follower; `牵头督导单位` supervises.
    """
    said, denied = cue("denied").subn("", text)
    if cue("two_roles").search(said):
        return "any"
    said, supervised = cue("role_supervising").subn("", said)
    roles: tuple[Role, ...] = ("cooperating", "lead", "responsible")
    asked = [role for role in roles if cue(f"role_{role}").search(said)] + ["supervising"] * bool(supervised)
    if asked:
        return asked[0] if len(asked) == 1 else "any"
    if denied:
        return "follower"
    return "carrier" if cue("role_any_carrier").search(said) else "any"


def counted_of(text: str) -> str:
    """What a question counts: task, water, project, citation, owner or document.

    `有几条河` counts waters, `引用了多少部法规` citations, `有几条措施` tasks.
    """
    match = cue("count").search(text)
    counted = match.group() if match else text
    return next((one for one in _COUNTED if plain(f"counted_{one}").search(counted)), "task")


def intent_of(text: str, names: Names, topic: Topic, unit: str | None) -> Intent:
    """The intent of a question by its cues, by what it names and by the unit of the value it asks for.

    `谁负责噪声` is owners_of_task, `公安被列进哪项任务` tasks_by_department, `鱼洞河写在哪项任务` water_bodies,
    `建设多少个示范点` targets_by_indicator, `有多少条措施` counts, `2021年发布的文件` documents.
    """
    alone = next((intent for key, intent in _ALONE.items() if _has(key, text)), None)
    if alone:
        return alone
    measured = kind(unit) not in (None, "count")
    indicator = any(concept.indicator for concept in topic.concepts)
    if _has("count", text) and not measured and not (indicator and counted_of(text) in _NAMED_BY_INDICATORS):
        return "counts"
    places = len(names.titled or ()) + len(names.places.held)
    if _has("compare", text) and places > 1 and not _has("owners", text):
        return "compare"
    wanted = _documents(text, names) or _deadlines(text) or _citations(text, names) or _tasks(text, names)
    if wanted:
        return wanted
    intent = _unbound(text, names, places, measured, indicator)
    if intent != "search":
        return intent
    return "water_bodies" if names.waters else "tasks" if names.numbered != Numbered() else "search"


def _has(key: str, text: str) -> bool:
    return cue(key).search(text) is not None


def _documents(text: str, names: Names) -> Intent | None:
    """Whether documents are asked for; places where a department acts are none."""
    if names.waters or (names.departments and _has("places_asked", text)):
        return None
    issued = _has("issued", text) and not _has("owners", text)
    return "documents" if names.numbers or issued or _first_named(text) == "documents" else None


def _citations(text: str, names: Names) -> Intent | None:
    bound = (names.departments or names.waters) and _has("task_list", text)
    return "citations" if _has("citations", text) and not bound and not _asks_documents(text) else None


def _deadlines(text: str) -> Intent | None:
    listed = _has("due", text) and _has("task_list", text) and not _has("owners", text)
    return "deadlines" if _has("deadlines", text) and not _who(text) and not listed else None


def _tasks(text: str, names: Names) -> Intent | None:
    bound = _has("task_list", text) or _has("places_asked", text) or not (_has("owners", text) or _has("targets", text))
    return "tasks_by_department" if names.departments and bound else None


def _unbound(text: str, names: Names, places: int, measured: bool, indicator: bool) -> Intent:
    """The intent of a question that is about no department in particular."""
    if _has("due", text):
        return "due"
    named = _first_named(text)
    if named and not (named == "documents" and names.waters and _has("task_list", text)):
        return named
    if names.waters and _has("task_list", text):
        return "water_bodies"
    if measured or _has("targets", text) or _VALUE_WORDS.search(text):
        return "compare" if places > 1 else "targets_by_indicator"
    if _has("task_list", text):
        return "tasks"
    if indicator:
        return "targets_by_indicator"
    return "documents" if names.quoted else "search"


def _who(text: str) -> bool:
    """Whether a question asks who, before it asks anything else: `who must finish by the deadline`."""
    who, when = cue("owners").search(text), cue("deadlines").search(text)
    return bool(who and when and text.isascii() and who.start() < when.start())


def _first_named(text: str) -> Intent | None:
    """What kind of thing the question asks for first: in `which documents mention the projects` documents."""
    kinds: dict[str, Intent] = {
        "water_list": "water_bodies",
        "projects": "projects",
        "documents": "documents",
        "owners": "owners_of_task",
    }
    found = [(match.start(), match.end(), kind) for kind in kinds if (match := cue(kind).search(text))]
    return kinds[min(found)[2]] if found else None


def _asks_documents(text: str) -> bool:
    """Whether documents are asked for before anything that is cited: `which plans cite …`, `哪些方案引用了…`."""
    documents, cited = cue("documents").search(text), cue("citations").search(text)
    return bool(documents and cited and documents.start() <= cited.start() and documents.end() <= cited.end())
