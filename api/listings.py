"""What is listed: the path, the named query, the rows and the filters of every list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from api.rows import (
    Citation,
    Department,
    DocumentRow,
    Domain,
    DueTask,
    Function,
    Indicator,
    Jurisdiction,
    Listed,
    Named,
    Responsibility,
    Target,
    Task,
)
from graph.search.department import understand
from nlp.facts import ROLES
from nlp.places import place as places
from nlp.times.date import last_day
from nlp.vocabulary import load


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of the API: its path, the named query behind it, its rows, the filters it takes, the kinds of its rows."""

    path: str
    query: str
    row: type[Listed]
    filters: tuple[str, ...]
    summary: str
    kinds: tuple[str, ...] = ()

    @property
    def choice(self) -> str:
        """The pattern of `fields`: names of fields, separated by commas."""
        names = "|".join(self.row.model_fields)
        return rf"^(({names})(,({names}))*)?$"

    @property
    def order(self) -> str:
        """The pattern of `sort`: a field that holds no list, with `-` before it for the greatest first."""
        fields = self.row.model_fields.items()
        return rf"^(-?({'|'.join(name for name, field in fields if not re.search('list', str(field.annotation)))}))?$"

    def meaning(self, filter: str) -> str:
        """What a filter takes, in words."""
        return alternatives(self.kinds) if filter == "kind" else FILTERS[filter]

    def pattern(self, filter: str) -> str | None:
        """The pattern of a filter that takes few words or times; None where it takes any name."""
        return any_of(self.kinds) if filter == "kind" else PATTERNS.get(filter)


def alternatives(words: Sequence[str]) -> str:
    """Words in a sentence: `lead, responsible, cooperating or supervising.`"""
    return f"{', '.join(words[:-1])} or {words[-1]}."


def any_of(words: Sequence[str]) -> str:
    """The pattern of a parameter that takes one of some words, or none."""
    return rf"^({'|'.join(words)})?$"


DOCUMENT_KINDS = tuple(load("document_kinds").entries)

FILTERS = {
    "place": "A place in Chinese or English (杭州, Hangzhou): plans that govern it or lie within it.",
    "department": "A department in Chinese or English (水务局, water bureau, 杭州市水务局).",
    "role": alternatives(ROLES),
    "document": "The id of a document.",
    "domain": "A field of policy by id or name: water, 水环境, air, soil, waste, noise, ecology, climate …",
    "year": "A year, such as 2025.",
    "indicator": "The id or a name of an indicator (air.pm25, PM2.5, PM2.5 concentration).",
    "status": alternatives(("target", "result")),
    "name": "The name of a water or project.",
    "title": "A part of a title.",
    "until": "A year, month or day by which things are due: 2025, 2025-06, 2025-06-30.",
}
EVER = "2100"
LEAP_YEAR = r"([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)"
DAY = (
    r"[0-9]{4}-((0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])|(0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)"
    rf"|{LEAP_YEAR}-02-29"
)
PATTERNS = {
    "year": r"^([0-9]{4})?$",
    "role": any_of(ROLES),
    "status": any_of(("target", "result")),
    "until": rf"^([0-9]{{4}}(-(0[1-9]|1[0-2]))?|{DAY})?$",
}
LISTINGS = (
    Listing("documents", "documents", DocumentRow, ("place", "kind", "year"), "Documents 文件", DOCUMENT_KINDS),
    Listing(
        "tasks",
        "tasks",
        Task,
        ("document", "place", "domain", "kind", "year"),
        "Tasks 任务",
        ("measure", "safeguard"),
    ),
    Listing(
        "responsibilities",
        "tasks_by_department",
        Responsibility,
        ("department", "role", "document", "place", "domain", "year"),
        "Who carries which task, one row for each time a body is named 责任",
    ),
    Listing(
        "departments", "departments", Department, ("document", "place"), "Departments with their number of tasks 部门"
    ),
    Listing(
        "partners", "partners", Department, ("department", "place"), "Who shares tasks with a department 共同承担单位"
    ),
    Listing("functions", "functions", Function, (), "Functions in which bureaus of different places meet 职能"),
    Listing("domains", "domains", Domain, (), "Fields of policy 领域"),
    Listing(
        "targets", "targets", Target, ("indicator", "document", "place", "year", "status"), "Targets and results 指标值"
    ),
    Listing("indicators", "indicators", Indicator, (), "Indicators in which targets of different places meet 指标"),
    Listing(
        "deadlines",
        "deadlines_up_to",
        DueTask,
        ("until", "document", "place", "domain", "department"),
        "Tasks due by a time 时限",
    ),
    Listing("waters", "water_bodies", Named, ("document", "place"), "Rivers, lakes and other waters 水体"),
    Listing("projects", "projects", Named, ("document", "place"), "Named projects 项目"),
    Listing("jurisdictions", "jurisdictions", Jurisdiction, (), "Places that documents govern 地区"),
    Listing("citations", "cited", Citation, ("title",), "Policies, laws and standards that documents cite 引用"),
)


def parameters(given: dict[str, str]) -> dict[str, str]:
    """Filters as the named queries take them: names of any language resolved, times as last days."""
    asked = {name: value for name, value in given.items() if value}
    if department := asked.pop("department", ""):
        asked = understand(department).parameters() | asked
    if "place" in asked:
        found = places.find(asked["place"])
        asked["place"] = found.name if found else asked["place"]
    for name, vocabulary in (("indicator", "indicators"), ("domain", "domains")):
        if name in asked and (entry := load(vocabulary).lookup(asked[name])):
            asked[name] = entry.id
    if "until" in given:
        asked["date"] = last_day(asked.pop("until", "") or EVER)
    return asked
