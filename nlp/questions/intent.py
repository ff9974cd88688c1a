"""What a question wants to know, from its cue words and from what it names."""

from __future__ import annotations

from typing import Literal

from nlp.questions.asked import Asked, asks_of_documents, counted_of, extreme_of
from nlp.questions.numbered import Numbered
from nlp.questions.words import cue, plain

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
    "links",
    "summary",
    "documents",
    "counts",
    "ranking",
    "changes",
    "progress",
    "tasks",
    "search",
]

# What indicators are called after as well: `how many beautiful rivers` asks for a target.
_NAMED_BY_INDICATORS = ("water", "project")
# Cues that decide whatever else is asked.
_ALONE: dict[str, Intent] = {
    "changes": "changes",
    "progress": "progress",
    "overdue": "due",
    "ranking": "ranking",
    "documents_ranked": "ranking",
    "tasks_ranked": "ranking",
}


def intent_of(asked: Asked) -> Intent:
    """The intent of a question by its cues, by what it names and by the unit of the value it asks for.

    `谁负责噪声` is owners_of_task, `公安被列进哪项任务` tasks_by_department, `鱼洞河写在哪项任务` water_bodies,
    `哪些任务没有写明责任单位` tasks, `建设多少个示范点` targets_by_indicator, `有多少条措施` counts, `2021年发布的文件`
    documents.
    """
    alone = next((intent for key, intent in _ALONE.items() if asked.has(key)), None)
    if alone == "changes" and asked.places > 1:
        alone = "compare"  # 甲市和乙市的目标有什么不同: two plans side by side, not one after the other
    if alone or asked.names.lacking:
        return alone or "documents"
    if asked.has("busier") and (len(asked.names.departments) > 1 or (asked.places > 1 and asked.has("task_said"))):
        return "ranking"
    named_so = asked.indicator and counted_of(asked.text) in _NAMED_BY_INDICATORS
    if asked.has("count") and not asked.measured and not named_so:
        return "counts"
    if of_whole := _of_whole(asked):
        return of_whole
    if asked.has("compare") and asked.places > 1 and not asked.has("owners") and not _each_bears(asked):
        return "tasks" if asked.has("tasks_compared") and not asked.has("targets") else "compare"
    if extreme_of(asked.text) and (asked.indicator or asked.has("targets", "value_said")):
        return "compare" if asked.places > 1 else "targets_by_indicator"
    if asked.names.bound and asked.has("lacking_places") and not asked.names.waters:
        return "targets_by_indicator"  # which places plant more than 100,000 mu
    wanted = _documents(asked) or _deadlines(asked) or _citations(asked) or _tasks(asked)
    intent = wanted or _unbound(asked)
    return _of_names(asked) if intent == "search" else intent


def _of_whole(asked: Asked) -> Intent | None:
    """What is asked of plans as a whole: what links to one, what it is about, what has no body or no time in it."""
    if asked.has("unowned", "untimed") and asked.has("task_list", "tasks_compared"):
        return "tasks"
    if asked.has("untargeted", "targeted"):
        return "tasks"
    if asked.places and asked.has("links", "cites_held"):
        return "links"
    return "summary" if asked.places and asked.topic.empty and asked.has("summary_asked") else None


def _of_names(asked: Asked) -> Intent:
    """What is wanted of the names in a question that says nothing of it: of 乙市 alone its plan at a glance."""
    names = asked.names
    if names.waters:
        return "water_bodies"
    if names.numbered != Numbered() or names.projects:
        return "tasks"
    more = names.departments or names.years or names.quoted or not asked.topic.empty
    return "summary" if asked.places and not more else "search"


def _documents(asked: Asked) -> Intent | None:
    """Whether documents are asked for; places where a department acts are none."""
    names = asked.names
    if asks_of_documents(asked.text) and plain("listed_documents").search(asked.text) and not asked.has("citing"):
        return "documents"
    if names.waters or (names.departments and asked.has("places_asked")):
        return None
    of_age = asked.has("newest", "oldest") and plain("listed_documents").search(asked.text) and asked.topic.empty
    listed = (asked.has("issued") or (of_age and not names.departments)) and not asked.has("owners")
    first = _first_named(asked.text) == "documents"
    return "documents" if names.numbers or _lists(asked) or listed or first else None


def _lists(asked: Asked) -> bool:
    """Whether the documents held are asked for as such: 甲市有哪些文件, not those that it cites or is to draw up."""
    return asked.has("listing") and not asked.has("citing", "drawing_up", "owners")


def _citations(asked: Asked) -> Intent | None:
    bound = (asked.names.departments or asked.names.waters) and asked.has("task_list")
    return "citations" if asked.has("citations") and not bound and not _asks_documents(asked.text) else None


def _deadlines(asked: Asked) -> Intent | None:
    listed = asked.has("due") and asked.has("task_list") and not asked.has("owners")
    valued = asked.indicator and asked.has("how_many")  # 治理率到哪年要达到多少: the clause tells the year as well
    when = asked.has("deadlines", "often") and not valued
    return "deadlines" if when and not _who(asked.text) and not listed else None


def _each_bears(asked: Asked) -> bool:
    """Whether it asks what departments do in each of several places (市场监管部门在甲市和乙县分别有哪项任务)."""
    bears = asked.names.departments and asked.has("task_list") and not asked.indicator
    return bool(bears) and not asked.has("targets")


def _tasks(asked: Asked) -> Intent | None:
    if not asked.names.departments:
        return None
    named = _first_named(asked.text)
    if named in ("water_bodies", "projects") and not asked.has("task_said"):
        return named  # 水利局负责哪些河流
    bound = asked.has("task_list", "places_asked") or not asked.has("owners", "targets")
    return "tasks_by_department" if bound else None


def _unbound(asked: Asked) -> Intent:
    """The intent of a question that is about no department in particular."""
    set_for = asked.names.years and asked.has("set_for", "ends") and asked.has("task_list")
    if asked.has("due") or (set_for and not asked.indicator and not asked.has("targets")):
        return "due"
    valued = asked.has("target_said") and not asked.has("task_said")
    named, of_water = _first_named(asked.text), asked.names.waters and asked.has("task_list") and not valued
    if named and not (named == "documents" and of_water):
        return named
    if of_water:
        return "water_bodies"
    if asked.measured or asked.names.bound or asked.has("targets", "value_said"):
        return "compare" if asked.places > 1 else "targets_by_indicator"
    if asked.has("task_list"):
        return "tasks"
    if (asked.indicator or asked.has("measured_last")) and not asked.names.projects:
        return "targets_by_indicator"
    if asked.names.without.departments:
        return "tasks"  # 哪些不是水利局负责的
    return "documents" if asked.names.quoted else "search"


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
