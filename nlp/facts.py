"""The facts of one document, as every component fills them in and every store keeps them.

Offsets are characters in the repaired text, ends exclusive. `rule` names the rule that read a fact.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Literal, get_args

SectionRole = Literal["front", "background", "principle", "goal", "measure", "safeguard", "past", "annex"]
Role = Literal["lead", "responsible", "cooperating", "supervising"]
ROLES: tuple[Role, ...] = get_args(Role)
Op = Literal[">=", "<=", "=", ">", "<", "~", "range", "increase", "decrease"]


@dataclass(slots=True)
class Place:
    """A jurisdiction: `code` is its GB/T 2260 code of six digits, `path` its names from the province down."""

    name: str
    code: str | None
    level: str | None
    path: list[str]


@dataclass(slots=True)
class Cell:
    """One cell of a table; an empty cell has `start == end`."""

    text: str
    start: int
    end: int


@dataclass(slots=True)
class Table:
    """A table in the text: `header` is the row that names the columns (or None), `rows` the rows below it.

    Every row has as many cells as the table has columns; cells merged in the source are filled with the same cell.
    """

    start: int
    end: int
    header: list[Cell] | None
    rows: list[list[Cell]]


@dataclass(slots=True)
class Section:
    """A heading and the text under it.

    `start` is where the heading begins (at its enumerator), `body` where the text under it begins, `end` where the
    section ends, subsections included. `number` is the enumerator as written, such as (一) or 第三条.
    `role` says what kind of text stands in it; subsections inherit it.
    """

    id: str
    number: str | None
    title: str
    level: int
    start: int
    body: int
    end: int
    parent: str | None
    role: SectionRole


@dataclass(slots=True)
class Time:
    """A time expression: years are `2025`, months `2025-06`, days `2025-06-30`; precision is kept.

    `kind` is point (到2025年, 2024年6月底前, 2023年), span (2024-2025年, 十四五期间), recurrence (每年, where `every`
    is "1 year"), past (2021年以来) or baseline (比2020年, 在2020年基础上).
    """

    text: str
    start: int
    end: int
    kind: Literal["point", "span", "recurrence", "past", "baseline"]
    begins: str | None = None
    ends: str | None = None
    every: str | None = None


@dataclass(slots=True)
class Owner:
    """A body named as carrying a task. `name` is as written without enumerators, `*` and role words."""

    name: str
    role: Role
    start: int
    end: int
    collective: bool = False
    default: bool = False
    canonical: str | None = None
    function: str | None = None
    rule: str = ""


@dataclass(slots=True)
class Deadline:
    """A time by or in which something of a task is to be done."""

    text: str
    start: int
    end: int
    begins: str | None = None
    ends: str | None = None
    every: str | None = None
    rule: str = ""


@dataclass(slots=True)
class Target:
    """A quantitative target or result: `indicator` as written, `value` expanded (1.8亿 is 180000000)."""

    id: str
    task: str | None
    indicator: str
    op: Op
    value: float
    unit: str | None
    text: str
    start: int
    end: int
    scope: str | None = None
    value2: float | None = None
    year: str | None = None
    baseline: str | None = None
    status: Literal["target", "result"] = "target"
    canonical: str | None = None
    rule: str = ""
    owners: list[Owner] = field(default_factory=list)


@dataclass(slots=True)
class Mention:
    """A named thing in the text; `canonical` is the name under which all its mentions meet."""

    name: str
    canonical: str
    start: int
    end: int
    rule: str = ""


@dataclass(slots=True)
class Citation:
    """A policy, law or standard cited by title (without 《》) or by document number."""

    title: str | None
    number: str | None
    start: int
    end: int
    document: str | None = None
    rule: str = ""


@dataclass(slots=True)
class Task:
    """A unit of work. `start` is its own heading or first clause (after the enumerator), `end` the end of its wording.

    `evidence` lists further places where the same task stands again, such as an annex.
    """

    id: str
    key: str
    kind: Literal["measure", "safeguard"]
    title: str
    start: int
    end: int
    section: str | None
    domain: str = "other"
    owners: list[Owner] = field(default_factory=list)
    deadlines: list[Deadline] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)
    water_bodies: list[str] = field(default_factory=list)
    projects: list[str] = field(default_factory=list)
    citations: list[str] = field(default_factory=list)
    evidence: list[tuple[int, int]] = field(default_factory=list)
    rule: str = ""


@dataclass(slots=True)
class Issue:
    """Something doubtful or damaged, kept for the reader instead of dropped."""

    kind: str
    start: int
    end: int
    note: str


@dataclass(slots=True)
class Facts:
    """Everything read from one document; components fill it in pipeline order."""

    id: str
    source: str
    part: str | None
    text: str
    title: str | None = None
    number: str | None = None
    index_number: str | None = None
    kind: str = "other"
    issuer: str | None = None
    jurisdiction: Place | None = None
    period: tuple[str, str] | None = None
    issued: str | None = None
    published: str | None = None
    tables: list[Table] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    times: list[Time] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    water_bodies: list[Mention] = field(default_factory=list)
    projects: list[Mention] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    rejected: dict[str, int] = field(default_factory=dict)

    @property
    def only_year(self) -> str | None:
        """The year of a plan for a single year, 2024 of one for 2024; None of one for 2021 to 2025."""
        return self.period[0] if self.period and self.period[0] == self.period[1] else None

    def times_within(self, start: int, end: int) -> list[Time]:
        """The times that begin in `start:end`, in reading order."""
        first = bisect_left(self.times, start, key=lambda time: time.start)
        return self.times[first : bisect_left(self.times, end, lo=first, key=lambda time: time.start)]

    def task_at(self, offset: int) -> Task | None:
        """The task whose wording holds the offset, or None."""
        return next((task for task in self.tasks if task.start <= offset < task.end), None)

    def section_at(self, offset: int) -> Section | None:
        """The innermost section that holds the offset, or None."""
        return max((s for s in self.sections if s.start <= offset < s.end), key=lambda s: s.level, default=None)

    def reject(self, reason: str) -> None:
        """Counts something a rule saw and turned down, so that the run's report can say so."""
        self.rejected[reason] = self.rejected.get(reason, 0) + 1
