"""Statements: what a sentence says in numbers - the thing measured, its scope, operator, value and unit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from nlp.facts import Op, Time
from nlp.targets import unit
from nlp.targets.quantity import Quantity

ANNOUNCED = "announced"

Thing = tuple[str | None, str]
"""A scope, if one is said, and what is measured there: 县城, 污水处理率."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One value said of one thing. `start:end` is the clause it stands in, `at` where its number stands.

    `year` is set only where the sentence pairs years with values (2024年、2025年分别…). `rule` says how it was read.
    """

    indicator: str
    scope: str | None
    op: Op
    value: float
    value2: float | None
    unit: str | None
    start: int
    end: int
    at: int
    rule: str
    year: str | None = None

    @property
    def kind(self) -> str | None:
        """Kind of the unit: share, area, count, …; None for a bare number."""
        return unit.kind(self.unit)

    @property
    def thing(self) -> Thing:
        """The scope and what is measured there."""
        return self.scope, self.indicator

    @property
    def announced(self) -> bool:
        """True for a measure whose values are still to come: 污水处理率 of 污水处理率:市区达到98%."""
        return self.rule == ANNOUNCED


@dataclass(slots=True)
class Sentence:
    """One sentence with the quantities and times in it; `told` where it tells what was done.

    `reject` is called with a reason for every number that is turned down; `topics` are the things named in clauses
    without values, the last one first; `earlier` are the statements of the sentences before, `stated` those of
    this one, `whole` is the one whose parts are being told (其中…).
    """

    text: str
    start: int
    end: int
    quantities: Sequence[Quantity]
    times: Sequence[Time]
    told: bool
    reject: Callable[[str], None]
    topics: list[str] = field(default_factory=list)
    earlier: Sequence[Statement] = ()
    stated: list[Statement] = field(default_factory=list)
    whole: Statement | None = None

    @property
    def topic(self) -> str:
        """The thing named in the last clause without values; the empty text where there is none."""
        return next(iter(self.topics), "")

    def turn_down(self, reason: str) -> None:
        """Counts a number that is no value, under a reason."""
        self.reject(f"number: {reason}")
