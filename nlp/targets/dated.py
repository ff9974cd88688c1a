"""Dated: the times of a document by what they say of a target, asked for those of a stretch of the text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache

from corpus.characters import NUMERALS
from nlp.facts import Deadline, Facts, Time
from nlp.targets.writing import Writing
from nlp.wording import any_of, pattern

TOWARDS = ("到", "至", "力争到", "确保到")
"""What stands before a time that holds for all that follows: 到2025年."""

_FOR_YEARS = rf"[{NUMERALS}\d多几]年来"  # 五年来, 近10年来
_BACK = re.compile(f"以来,|{_FOR_YEARS}")
# What stands behind a time whose values are its own: (2013年|COD≤50mg/L), and 2013年|、2014年分别为70%、80%;
_VALUES_IN_BRACKET = re.compile(r"[^()\n;。]{0,20}?\d[^()\n;。]*\)")
_VALUES_OF_YEARS = re.compile(r"(?:[、和及](?:19|20)\d\d年底?)*分别[^;。\n]*[;。\n]")
_REACHED_IN = ("截至", "截止", "去年", "上年")


def year_of(time: Time | Deadline) -> str:
    """The year of a time: that of its end, of 2024年起 that of its beginning."""
    return (time.ends or time.begins or "")[:4]


class Dated:
    """Times in the order in which they stand, asked for those of a stretch of the text."""

    def __init__(self, times: Iterable[Time]) -> None:
        self._times = sorted(times, key=lambda time: time.start)
        self._starts = [time.start for time in self._times]

    def between(self, start: int, end: int) -> list[Time]:
        """The times that begin in `start:end`."""
        first = bisect_left(self._starts, start)
        return self._times[first : bisect_left(self._starts, end, first)]


class Dates:
    """The times of a document apart: those that can govern a target, and those that only tell, recur or compare.

    `governing` are points and spans (到2025年), `reached` times up to which is told (截至2022年底), `recurring` say how
    often (每年), `baselines` are compared with (比2020年).
    """

    def __init__(self, facts: Facts, writing: Writing) -> None:
        self._text = facts.text
        dated = [time for time in facts.times if time.ends or time.begins]
        self.governing = Dated(t for t in dated if t.kind in ("point", "span") and not writing.is_long_past(t))
        self.reached = Dated(time for time in dated if time.kind == "past" and time.text.startswith(_REACHED_IN))
        self.recurring = Dated(time for time in facts.times if time.kind == "recurrence")
        self._since = {time.start for time in dated if time.kind == "past" and time.text.endswith("以来")}
        self.baselines = Dated(time for time in dated if time.kind == "baseline")

    def setting(self, start: int, end: int) -> list[Time]:
        """The governing times in `start:end` that set a year for what stands at `end`.

        Not the month in which a project was reviewed: 2010年5月 of 2010年5月对可研报告进行了复审,确定加固706公里; but
        2024年6月底前 of 2024年6月底前通过评审. Nor one that goes with values of its own: 2013年 of
        COD≤40mg/L(2013年为50)、氨氮≤2mg/L, or 2014年 of 达标率2013年、2014年分别为70%、80%;氨氮≤2mg/L.
        """
        times = self.governing.between(start, end)
        return [time for time in times if not self._is_of_review(time) and not self._is_closed(time, end)]

    def looks_back(self, start: int, end: int) -> bool:
        """True where `start:end` says since when it tells, or begins with a time that is over and is its only one.

        去年以来,全县合力攻坚; 五年来; 去年,全县关停12家; not 十八大以来的部署, nor 去年排名靠后的,2024年关停12家.
        """
        if start in self._since or _BACK.search(self._text, start, end):
            return True
        over = next(iter(self.reached.between(start, end)), None)
        opens = over is not None and not self._text[start : over.start].strip()
        return opens and not self.governing.between(start, end)

    def since_when(self, start: int, end: int) -> int:
        """Where a sentence turns to what has been done up to the day of writing, which no earlier time governs: behind
        目前 of 2019年开工,目前完成90%, and behind 五年来; else where it starts."""
        turns = [match.end() for match in _to_this_day().finditer(self._text, start, end)]
        return turns[-1] if turns else start

    def _is_closed(self, time: Time, at: int) -> bool:
        """True for a time with its own values that ends before an offset: in a bracket, or among years told 分别."""
        in_bracket = self._text.endswith("(", 0, time.start)
        values = _VALUES_IN_BRACKET if in_bracket else _VALUES_OF_YEARS
        return values.match(self._text, time.end, at + 1) is not None

    def _is_of_review(self, time: Time) -> bool:
        """True for the month of a review: 2010年5月对可研报告进行了复审; not for 2024年6月底前通过评审."""
        act = time.ends is not None and "-" in time.ends and not time.text.endswith("前")
        return act and _review().match(self._text, time.end) is not None


@cache
def _review() -> re.Pattern[str]:
    """What is done with papers behind a time: 2010年5月|对可研报告进行了复审."""
    return pattern("times", "reviews", before=",?[^,。;\n]{0,40}?")


@cache
def _to_this_day() -> re.Pattern[str]:
    """Words for the time up to the day of writing: 目前, 五年来; not in 项目前期."""
    return re.compile(rf"(?<!项)(?:{any_of('statements', 'to_this_day')})|{_FOR_YEARS}")
