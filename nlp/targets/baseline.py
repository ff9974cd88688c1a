"""The baseline of a target: the year that its change is measured against, from its own clause or from what opens it."""

from __future__ import annotations

import re
from functools import cache

from nlp.facts import Time
from nlp.targets.dated import Dates
from nlp.targets.operator import CHANGES
from nlp.targets.statement import Statement
from nlp.wording import pattern

_LONGEST_LEAD = 40  # characters between a baseline and the clause that it opens


class Baselines:
    """The baselines of a document, given to the statements of one sentence after the other."""

    def __init__(self, text: str, dates: Dates) -> None:
        self._text, self._dates = text, dates
        self._sentence = -1
        self._opening: str | None = None
        self._last: str | None = None
        self._before: Statement | None = None

    def of(self, statement: Statement, sentence: int, year: str | None) -> str | None:
        """The year that a statement of the sentence that begins at `sentence` is compared with, `year` being its own.

        `甲耗较2020年下降9%,乙率提高5%` gives 2020 to 甲耗 alone; `较2020年,甲耗下降9%,乙率提高5%` and
        `甲耗较2020年下降9%,丙耗下降5%` give it to both; `2024年甲较上年下降2%` gives 2023. What is reached has none
        (甲浓度控制在0.2以内、乙浓度较2023年下降15%), but where it says what it rose from: 由2020年的66降到60.
        """
        if sentence != self._sentence:
            self._sentence, self._opening, self._last, self._before = sentence, None, None, None
        changes = statement.op in CHANGES
        self._opening = self._set_off(statement.start) or self._opening
        told = self._within(statement, year, changes) or (self._opening if changes else None)
        if told is None and self._goes_on(statement):
            told = self._last
        self._last, self._before = told, statement
        return told

    def _goes_on(self, statement: Statement) -> bool:
        """True for a change that is measured as the one before it is: of the same thing, or by the same verb."""
        before = self._before
        if before is None or statement.op not in CHANGES:
            return False
        alike = (statement.op, statement.unit) == (before.op, before.unit) and ";" not in self._text[
            before.at : statement.at
        ]
        return statement.rule == "measured again" or alike

    def _within(self, statement: Statement, year: str | None, changes: bool) -> str | None:
        """The baseline in the clause before a value; none that another value parts from one that is reached."""
        start, at = statement.start, statement.at
        if changes and year and pattern("statements", "since_last_year").search(self._text, start, at):
            return str(int(year) - 1)
        said = [*self._dates.baselines.between(start, at), *self._behind(statement)]
        if not said or (not changes and "、" in self._text[said[-1].end : at]):
            return None
        return (said[-1].ends or "")[:4] or None

    def _behind(self, statement: Statement) -> list[Time]:
        """The baseline in a bracket right behind a value: 下降9%(与2020年相比)."""
        bracket = self._text.find("(", statement.at, statement.end)
        inside = self._dates.baselines.between(bracket, bracket + 2) if bracket > 0 else []
        return [] if re.search(r"[、,]", self._text[statement.at : max(bracket, statement.at)]) else inside

    def _set_off(self, start: int) -> str | None:
        """The year of a baseline that a comma sets off before a clause: 与2020年相比,甲耗下降9%."""
        before = self._dates.baselines.between(start - _LONGEST_LEAD, start)
        if not before or not _set_off().fullmatch(self._text, before[-1].end, start):
            return None
        return (before[-1].ends or "")[:4] or None


@cache
def _set_off() -> re.Pattern[str]:
    """Behind a baseline: what it is of, and that it is set off: 在2023年|水质数据基础上,"""
    return pattern("times", "baseline_after", before=r"(?:[^\d,。;、\n]{0,12}?", after=")?[,、]")
