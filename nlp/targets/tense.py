"""Tense: whether a stretch of text tells what was reached or says what is to be reached."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from corpus.characters import HAN
from nlp.facts import Facts
from nlp.targets.carried_year import proposes
from nlp.targets.dated import TOWARDS, year_of
from nlp.targets.passage import Passage
from nlp.targets.year import Calendar
from nlp.wording import pattern

_WHAT_IS_BUILT = rf"(?<=[建完]成)[{HAN}]{{2,10}}率"

Tense = Literal["told", "ahead"]


class Tenses:
    """The tenses of the stretches of a document, by their words and by the times of its calendar."""

    def __init__(self, facts: Facts, calendar: Calendar) -> None:
        self._facts, self._text, self._calendar = facts, facts.text, calendar

    def of(self, start: int, end: int) -> Tense | None:
        """What the words and times of a stretch say of its tense; None where they leave it open.

        `截至2022年底,全县已建成管网30公里` is told, and so is `2020年优良率为91%` in a plan written in 2023;
        `力争达到95%` is ahead, and so is `到2030年` there. `完成造林3万亩` and `已建成的设施` leave it open.
        """
        if _ahead().search(self._text, start, end) or proposes(self._text, start, end):
            return "ahead"
        times, writing = self._calendar.within(start, end), self._calendar.writing
        last = max((int(year_of(time)) for time in times), default=None)
        if last and writing.latest and last > writing.latest:
            return "ahead"
        if _telling().search(self._text, start, end) or self._calendar.dates.looks_back(start, end):
            return "told"
        if last and writing.now and last < writing.now:
            return "told"
        # 数据累计到2019年10月 sets nothing in a report on 2019.
        over = last and writing.now and last <= writing.now and writing.tells
        return "ahead" if not over and any(time.text.startswith(TOWARDS) for time in times) else None

    def tells(self, passage: Passage, start: int, end: int, around: bool) -> bool:
        """True where a stretch of a passage tells what was reached: by its own tense, else as the text `around` does.

        Goals of a plan without a period are never told: an old plan put on the web later still sets them.
        """
        tense = self.of(start, end)
        if tense is None:
            return around
        undated_goal = self._facts.period is None and passage.section is not None and passage.section.role == "goal"
        return tense == "told" and not undated_goal

    def around(self, passage: Passage, start: int, end: int) -> bool:
        """True where the text around a sentence tells: 2019年,进展顺利。优良比例为100%。 in a plan for 2020 does so."""
        told = passage.told or self._calendar.past_carries_on(start, end)
        return told and not self._calendar.ahead_carries_on(start, end)

    def turn_ahead(self, start: int, end: int) -> int:
        """Where the clause of a sentence begins that turns to what is ahead; `end` where none does."""
        turn = _ahead().search(self._text, start, end)
        return max(self._text.rfind(",", start, turn.start()) + 1, start) if turn else end

    def tells_before(self, passage: Passage, start: int, turn: int, end: int, around: bool) -> bool:
        """True where a sentence tells what there is before it turns to what is ahead: 排查率为65%,|下步将加强排查."""
        if start == turn:
            return False
        turning = pattern("statements", "turning").match(self._text, turn, end) is not None
        return turning or self.tells(passage, start, turn, around)


@cache
def _telling() -> re.Pattern[str]:
    """Words of what was reached: not 目前 in 项目前期, nor 已建成 before 设施正常运行率, nor 已完成 before 治理的."""
    return pattern("statements", "telling", before="(?<!项)", after=rf"(?![{HAN}]{{0,4}}的|{_WHAT_IS_BUILT})")


@cache
def _ahead() -> re.Pattern[str]:
    """Words of what is to come; 争取资金4320万元 says what was got, and 行动计划完成 names a plan."""
    return pattern("statements", "ahead", before="(?!争取[^,。;\n]{0,12}(?:资金|补助|经费))(?!(?<=[动度作划])计划)")
