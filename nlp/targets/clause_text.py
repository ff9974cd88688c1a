"""The words of one clause around its numbers: runs of values, what stands before and behind each, and its times."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from corpus.characters import HAN
from nlp.targets import beginning, joint, operator, subject
from nlp.targets.clause import Span, opening
from nlp.targets.quantity import Quantity
from nlp.targets.setting import Setting
from nlp.targets.statement import Sentence
from nlp.wording import pattern

_ASIDE = pattern("statements", "asides", before=r"\(", after=r"\)$")
_NOTE = pattern("statements", "notes", before=r"\(", after=r"[^()]*\)")
_OF_HIDDEN_YEAR = re.compile("(?<=[到至])的$")  # 提高到(2021年)的|0.57
_BLANK_YEAR = re.compile(r"(?:20)?\d?[*×xX]{1,4}年度?")
_BLANK = re.compile(rf"(?<=[{HAN}])\s+(?=[{HAN}])")
_APART = 60  # characters in which years before a clause must begin to be paired with its values


class ClauseText:
    """A clause with its times, without its brackets, which are read apart.

    `hidden` are the stretches that say nothing of a value: times, brackets, where changes began. `passed_over` are the
    places of numbers that are manners of speaking.
    """

    def __init__(self, sentence: Sentence, span: Span, brackets: list[Span]) -> None:
        self.sentence, self.text = sentence, sentence.text
        self.start, self.end = opening(self.text, *span), span[1]
        self.times = [time for time in sentence.times if self.start <= time.start < self.end]
        spoken = [(time.kind, beginning.wording(self.text, time, self.start)) for time in self.times]
        self._compared = [span for kind, span in spoken if kind == "baseline"]
        self.hidden = [span for _, span in spoken] + brackets
        self.hidden += [match.span() for match in _BLANK_YEAR.finditer(self.text, self.start, self.end)]
        self.passed_over: list[int] = []
        self._brackets = brackets

    def outside_brackets(self, start: int, end: int) -> str:
        """The text from one number to the next, without what stands in brackets: 8%(其中工业源9%)|、|10%."""
        spoken = self.text[start:end]
        for left, right in self._brackets:
            if start <= left and right <= end:
                spoken = spoken.replace(self.text[left:right], "")
        return spoken

    def is_compared(self, at: int) -> bool:
        """True within the wording of what a change is compared with: 由2020年的|66|降到."""
        return any(start <= at < end for start, end in self._compared)

    def setting(
        self, at: int, run: list[Quantity], limit: int, verbs: tuple[str, ...] = (), where: str | None = None
    ) -> Setting:
        """What stands around a run of values from `at` to `limit`; `verbs` and `where` belong to the value before."""
        first = run[0]
        left = beginning.without_bare(_ASIDE.sub("", _NOTE.sub("", self.bare(at, first.start))))
        left = _OF_HIDDEN_YEAR.sub("", left)
        if first.kind == "share":
            left = operator.without_whole(left)
        tail = operator.tail(left)
        named = subject.before(left[: len(left) - tail.length], share=first.kind == "share" or first.word)
        if not named.verbs and tail.op is None and joint.CLAUSE.match(left):
            named = replace(named, verbs=verbs)
        if where and not named.scope:
            named = replace(named, scope=where)
        right = self.bare(run[-1].end, limit)
        repeated = any(time.kind == "recurrence" for time in self.times)
        rest = self.text[run[-1].end : self.end]
        return Setting(left, tail, named, first, right, limit < self.end, self.sentence.told, repeated, rest)

    def up_to_next_number(self, setting: Setting) -> str:
        """The words behind a number up to the next one, be it a manner of speaking: 2个园区|两轮督察."""
        begins = setting.quantity.end
        stops = [at - begins for at in self.passed_over if begins < at < begins + len(setting.right)]
        return setting.right[: stops[0]] if stops else setting.right

    def years(self, before: int, count: int) -> list[str]:
        """The years that stand in a list before `count` numbers, or before their clause: 到2024年、2025年,分别达到; or
        those of a span with as many: 2018—2020年,分别达到."""
        spoken = self.times or [time for time in self.sentence.times if self.start - _APART <= time.start < self.start]
        times = [time for time in spoken if time.end <= before and time.kind in ("point", "span") and time.ends]
        listed = all(joint.GAP.fullmatch(self.text, one.end, next_.start) for one, next_ in pairwise(times))
        if len(times) == 1 < count and times[0].begins:
            first, last = int(times[0].begins[:4]), int((times[0].ends or "")[:4])
            return [str(year) for year in range(first, last + 1)] if last - first + 1 == count else []
        return [(time.ends or "")[:4] for time in times] if listed else []

    def years_of_each(self, run: list[Quantity]) -> list[str | None]:
        """The year of every value of a run: its own, where as many stand in a list before several values; else None."""
        years = self.years(run[0].start, len(run))
        return [*years] if len(years) == len(run) > 1 else [None] * len(run)

    def bare(self, start: int, end: int) -> str:
        """The text without its times, blanks between characters and where changes began: 到2025年优良率由90%提高到 is
        优良率提高到."""
        pieces = []
        for hidden_start, hidden_end in sorted(self.hidden):
            if start <= hidden_start < end:
                pieces.append(self.text[start:hidden_start])
                start = hidden_end
        return _BLANK.sub("", "".join(pieces) + self.text[start:end])
