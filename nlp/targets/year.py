"""The year of a target: the time that governs its clause, from the sentence, the paragraph or the headings above."""

from __future__ import annotations

import re
from functools import cache, cached_property

from corpus.characters import NUMERALS
from nlp.facts import Facts, Section, Time
from nlp.number import parse
from nlp.tables.cell_edges import CellEdges
from nlp.targets.carried_year import CarriedYear
from nlp.targets.dated import TOWARDS, Dates, year_of
from nlp.targets.passage import Passage
from nlp.targets.writing import Writing
from nlp.targets.year_above import YearAbove
from nlp.wording import any_of, pattern

_LONGEST_SENTENCE = 100  # characters behind a value in which the time stands by when it is to be reached
_YEARS = re.compile(rf"(?<![\d〇零{NUMERALS}第])([两三四五2-5])年(?!级|前|度|来)")


class Calendar:
    """The years of a document: `writing` says when it was written, `dates` which times stand where."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self.writing = Writing(facts)
        self.dates = Dates(facts, self.writing)
        self.edges = CellEdges(facts)
        self._above = YearAbove(facts, self.dates, self.edges)
        self._carried = CarriedYear(facts, self.dates, self.writing)

    def enter(self, section: Section | None) -> None:
        """Begins a passage of a section."""
        self._carried.enter(section, headed=self._above.heading(section) is not None)

    def leave(self, start: int, end: int, stated: int | None, told: bool) -> None:
        """Ends a sentence whose last value stands at `stated`, None where it has none."""
        self._carried.leave(start, end, stated, told)

    def ahead_carries_on(self, start: int, end: int) -> bool:
        """True where `start:end` has no earlier time than the one that carries on into it from a sentence of goals."""
        year = self._carried.year
        if year is None or not self._carried.ahead:
            return False
        return all(year_of(time) >= year for time in self.within(start, end))

    def past_carries_on(self, start: int, end: int) -> bool:
        """True where `start:end` has no time, and the one before it carries on a year before the document's own."""
        year, now = self._carried.year, self.writing.now
        return year is not None and now is not None and not self.within(start, end) and int(year) < now

    def within(self, start: int, end: int) -> list[Time]:
        """The times that can govern and stand in `start:end`."""
        return self.dates.governing.between(start, end)

    def year(self, sentence: int, at: int, passage: Passage, told: bool) -> str | None:
        """The year that governs a value at `at` in the sentence that begins at `sentence`; None where none is said.

        `1. 2023年指标任务` three headings up counts, `2024-2025年` gives 2025; without any, a plan for a single year
        gives it, and so does a task whose `完成时限:2025年12月` or column of times is one. For what is told,
        `截至2022年底` and `去年` count too.
        """
        if behind := self._finished_behind(at, _within_clause()):
            return year_of(behind)
        # What is done every year from 2024 on is reached in none of them.
        recurs = bool(self.dates.recurring.between(sentence, at))
        since = self.dates.since_when(sentence, at)
        said = [time for time in self.dates.setting(since, at) if time.ends or not recurs]
        if told:
            said += self.dates.reached.between(sentence, at)
        if said:
            return year_of(max(said, key=lambda time: time.start))
        if behind := self._finished_behind(at, _leads_to_time()):
            return year_of(behind)
        if self._spans_the_plan(sentence, at):
            return self._facts.period[1] if self._facts.period else None
        limit = self._above.limit(passage.task) if passage.task and not told else None
        carried = None if recurs or since > sentence else self._carried.year
        told_of = self._year_told if told and since == sentence else None
        return carried or limit or self._above.heading(passage.section) or self.writing.only_year(told) or told_of

    def above(self, start: int, section: Section | None) -> str | None:
        """The year of a table that begins at `start`: in its name, in a heading above, or of a plan for one year."""
        return self._above.table(start) or self._above.heading(section) or self.writing.only_year()

    def _finished_behind(self, at: int, leading: re.Pattern[str]) -> Time | None:
        """The time in the rest of the sentence that only says by when it is all done: …54个,2021年10月底前全面完成.

        `leading` is what may stand between the value and the time.
        """
        text = self._facts.text
        time = next(iter(self.within(at, at + _LONGEST_SENTENCE)), None)
        if time is None or not leading.fullmatch(text, at, time.start):
            return None
        return time if _done().match(text, time.end) else None

    def _spans_the_plan(self, start: int, end: int) -> bool:
        """True where a stretch speaks of as many years as the plan has: 三年新建 in a plan for 2018-2020."""
        period = self._facts.period
        said = _YEARS.search(self._facts.text, start, end)
        return bool(said and period and parse(said[1]) == int(period[1]) - int(period[0]) + 1)

    @cached_property
    def _year_told(self) -> str | None:
        """The one year that news tell of, wherever they name it: that of 2022年全国完成造林, if no other is named;
        not that of 到2025年."""
        if self._facts.kind != "summary":
            return None
        told = (time for time in self.within(0, len(self._facts.text)) if not time.text.startswith(TOWARDS))
        years = {year_of(time) for time in told}
        return years.pop() if len(years) == 1 else None


@cache
def _leads_to_time() -> re.Pattern[str]:
    """From a value to the time at the beginning of a later clause, or behind the thing counted in its own."""
    return pattern("statements", "before_limit", before="(?:[^。;\n]*[,、]|[^。;\n,、]+)", after="*")


@cache
def _within_clause() -> re.Pattern[str]:
    """From a value to the time behind the thing counted in its own clause: 8个镇|2019年底前建成."""
    return pattern("statements", "before_limit", before="[^。;\n,、]+", after="*")


@cache
def _done() -> re.Pattern[str]:
    """Behind a time: that all is done by then, and nothing more in its clause."""
    adverbs, works = any_of("statements", "wholly"), any_of("statements", "works", "trailing", "done")
    return pattern("statements", "done", before=f"(?:{adverbs})*", after=rf"(?:{works})?(?=[,。;\n)]|$)")
