"""The year of a target: the time that governs its clause, from the sentence, the paragraph or the headings above."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache, cached_property

from corpus.characters import NUMERALS
from nlp.facts import Deadline, Facts, Section, Task, Time
from nlp.number import parse
from nlp.tables.cell_edges import CellEdges
from nlp.targets.passage import Passage
from nlp.times.interval import find_intervals
from nlp.wording import any_of, pattern

_LONGEST_LABEL_OF_GOAL = 6  # characters before a time that opens a goal: 行动目标:到2025年
_LEVELS = 3  # headings above a value whose year may govern it
_APPOSITION = 5  # characters between a baseline and the clause behind it: 在2020年基础上,
_LONGEST_BASELINE = 20  # characters of the wording of a baseline
# A time limit fills a field behind a label (完成时限:立行立改,2025年底), or between the borders of a cell or bracket.
_LABEL = re.compile(r"(?:时限|时间|期限|日期)[^:\n。;]{0,4}:[^\n。;]*\Z")
_LONGEST_LABEL = 40
_BEFORE_FIELD, _BEHIND_FIELD = ("", "\t", "\n", "("), ("", "\t", "\n", ")")
_LONGEST_SENTENCE = 100  # characters behind a value in which the time stands by when it is to be reached
TOWARDS = ("到", "至", "力争到", "确保到")
"""What stands before a time that holds for all that follows: 到2025年."""

_YEARS = re.compile(rf"(?<![\d〇零{NUMERALS}第])([两三四五2-5])年(?!级|前|度|来)")
_PROPOSED = pattern("statements", "proposing", before="[,》]?", after=",?$")
_REACHED_IN = ("截至", "截止", "去年", "上年")
_LOOKING_BACK = ("report", "summary", "speech")  # kinds of documents that tell of the year they were written for


class _Dated:
    """Times in the order in which they stand, asked for those of a stretch of the text."""

    def __init__(self, times: Iterable[Time]) -> None:
        self._times = sorted(times, key=lambda time: time.start)
        self._starts = [time.start for time in self._times]

    def between(self, start: int, end: int) -> list[Time]:
        """The times that begin in `start:end`."""
        first = bisect_left(self._starts, start)
        return self._times[first : bisect_left(self._starts, end, first)]


class Calendar:
    """The times of a document that can govern a target, and the one that carries on from sentence to sentence.

    A time carries on within its paragraph as long as every sentence states a value, and to the end of a section of
    goals. `到2025年,甲达到5%。完成乙3万亩。` gives both 2025; a sentence without values between them would end that.
    """

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        dated = [time for time in facts.times if time.ends or time.begins]
        self._governing = _Dated(t for t in dated if t.kind in ("point", "span") and not self._is_long_past(t))
        self._since = {time.start for time in dated if time.kind == "past" and time.text.endswith("以来")}
        self._reached = _Dated(time for time in dated if time.kind == "past" and time.text.startswith(_REACHED_IN))
        self._recurring = _Dated(time for time in facts.times if time.kind == "recurrence")
        self._baselines = _Dated(time for time in dated if time.kind == "baseline")
        self.edges = CellEdges(facts)
        self._by_id = {section.id: section for section in facts.sections}
        self._headings: dict[str, str | None] = {}
        self._section: Section | None = None
        self._carried: str | None = None
        self._ahead = False
        self._first: str | None = None
        self._announced: str | None = None

    @cached_property
    def now(self) -> int | None:
        """The year in which the document was written or in which its plan begins, the earlier one; None for neither.

        A report on one year was written when that was over, so there the later one counts; one on several years may
        stand anywhere in them. The day on which a page was published says little: plans are put on the web years later;
        but news are published when they are written.
        """
        period, looks_back = self.facts.period, self.facts.kind in _LOOKING_BACK
        if looks_back and period and period[0] != period[1]:
            period = None
        written = self.facts.issued or (self.facts.published if self.facts.kind == "summary" else None)
        known = [int(year[:4]) for year in (written, period[0] if period else None) if year]
        return (max if looks_back else min)(known, default=None)

    @property
    def tells(self) -> bool:
        """True for a document of a kind that tells of the year it was written for."""
        return self.facts.kind in _LOOKING_BACK

    @cached_property
    def latest(self) -> int | None:
        """The last year in which the document can have been written, after which all lies ahead; None if unknown."""
        return self.now or (int(self.facts.published[:4]) if self.facts.published else None)

    def ahead_carries_on(self, start: int, end: int) -> bool:
        """True where `start:end` has no earlier time than the one that carries on into it from a sentence of goals."""
        if self._carried is None or not self._ahead:
            return False
        return all(year_of(time) >= self._carried for time in self.within(start, end))

    def past_carries_on(self, start: int, end: int) -> bool:
        """True where `start:end` has no time, and the one before it carries on a year before the document's own."""
        if self._carried is None or self.now is None or self.within(start, end):
            return False
        return int(self._carried) < self.now

    def looks_back(self, start: int) -> bool:
        """True where a sentence begins with since when it tells: 去年以来,全县上下合力攻坚."""
        return start in self._since

    def _is_long_past(self, time: Time) -> bool:
        """True for a limit long over, which only tells since when a thing is there: 2021年以前堆存的灰渣."""
        return self.now is not None and time.text.endswith("以前") and int((time.ends or "")[:4]) < self.now

    def within(self, start: int, end: int) -> list[Time]:
        """The times that can govern and stand in `start:end`."""
        return self._governing.between(start, end)

    def enter(self, section: Section | None) -> None:
        """Begins a passage: nothing carries on into it, but the first time of the goals into every part of them."""
        goal = section is not None and section.role == "goal"
        if not goal or self._section is None or self._section.role != "goal":
            self._first = self._announced if goal else None
        self._carried = None if self.heading(section) else self._first
        self._section = section

    def leave(self, start: int, end: int, stated: int | None, told: bool) -> None:
        """Ends a sentence whose last value stands at `stated`: carries the last time before that on to the next one.

        `造林5亩,公园2024年6月底前完工。` carries nothing on, since its time governs no value.
        """
        said = self.within(self._since_when(start, end), end)
        opens = any(self._opens(time, start) for time in said)
        goal = self._section is not None and self._section.role == "goal"
        if stated is not None and not goal:
            said = self.within(start, stated)
        retold = told and self.facts.kind == "summary"
        frames = [time for time in said if goal or retold or self._frames(time) or self._opens(time, start)]
        if said and (stated is not None or opens or goal):
            self._carried = year_of(frames[-1]) if frames else None
            aimed = stated is not None or proposes(self.facts.text, start, end)
            self._ahead = bool(frames) and not told and (aimed or frames[-1].text.startswith(TOWARDS))
            self._first = self._first or (self._carried if goal else None)
        if _to_this_day().search(self.facts.text, start, end):
            self._carried = year_of(frames[-1]) if frames else None
        if not goal:
            self._announced = year_of(frames[-1]) if frames and self.facts.text[end - 1] == ":" else None
        # 到2020年,甲率达到85%;\n乙率达到95%;\n: a list goes on behind the line.
        goes_on = self.facts.text[end - 1] == ";"
        if not said and not goal and stated is None and not goes_on:
            self._carried = None
        if not goal and not goes_on and self.facts.text[end : end + 1] == "\n":
            self._carried = None
        if not goes_on and self.facts.text.startswith(("\n", "。\n"), end):
            self._ahead = False

    def _opens(self, time: Time, start: int) -> bool:
        """True for a time that sets that of what follows in its paragraph, though its sentence states no value.

        到2025年,体系基本形成。 does, be it behind 《方案》提出, and so does 2021年,各地认真落实。, not 2021年底,完成。
        """
        if self._is_past_period(time):
            return True
        before = self.facts.text[start : time.start]
        if _PROPOSED.search(before) or (time.text.startswith("到") and len(before) <= _LONGEST_LABEL_OF_GOAL):
            return True
        return not before.strip(" ")[-1:].strip(",") and time.text.endswith("年") and self._frames(time)

    def _is_past_period(self, time: Time) -> bool:
        """True for the years before the plan: “十三五”期间,生态状况明显改善."""
        over = self.now is not None and int((time.ends or "9999")[:4]) < self.now
        return over and time.text.endswith(("期间", "时期"))

    def _frames(self, time: Time) -> bool:
        """True for a time that holds for what follows as well: 到2025年, or a year set off: 2025年,全县…; not for
        2024年6月底前完成扩建."""
        set_off = self.facts.text[time.end : time.end + 1] == ","
        return time.text.startswith(TOWARDS) or (set_off and time.ends is not None and "-" not in time.ends)

    def year(self, sentence: int, at: int, passage: Passage, told: bool) -> str | None:
        """The year that governs a value at `at` in the sentence that begins at `sentence`; None where none is said.

        `1. 2023年指标任务` three headings up counts, `2024-2025年` gives 2025; without any, a plan for a single year
        gives it, and so does a task whose `完成时限:2025年12月` or column of times is one. For what is told,
        `截至2022年底` and `去年` count too.
        """
        recurs = self._recurs(sentence, at)
        if behind := self._finished_behind(at, _within_clause()):
            return year_of(behind)
        # What is done every year from 2024 on is reached in none of them.
        since = self._since_when(sentence, at)
        said = [time for time in self.within(since, at) if time.ends or not recurs]
        if told:
            said += self._reached.between(sentence, at)
        if said:
            return year_of(max(said, key=lambda time: time.start))
        if behind := self._finished_behind(at, _leads_to_time()):
            return year_of(behind)
        # What a plan for one year tells has been reached before that year.
        known = None if told and self.facts.kind not in _LOOKING_BACK else self._only_year(told)
        if self._spans_the_plan(sentence, at):
            return self.facts.period[1] if self.facts.period else None
        limit = self._limit(passage.task) if passage.task and not told else None
        carried = None if recurs or since > sentence else self._carried
        told_of = self._year_told if told and since == sentence else None
        return carried or limit or self.heading(passage.section) or known or told_of

    def _since_when(self, start: int, end: int) -> int:
        """Where a sentence turns to what has been done up to the day of writing, which no earlier time governs: behind
        目前 of 2019年开工,目前完成90%, and behind 五年来; else where it starts."""
        turns = [match.end() for match in _to_this_day().finditer(self.facts.text, start, end)]
        return turns[-1] if turns else start

    def heading(self, section: Section | None) -> str | None:
        """The year in the nearest of the headings above that has one, three levels up at most."""
        for _ in range(_LEVELS):
            if section is None:
                return None
            if year := self._headed(section):
                return year
            section = self._by_id.get(section.parent or "")
        return None

    def above(self, start: int, section: Section | None) -> str | None:
        """The year of a table that begins at `start`: in its name, in a heading above, or of a plan for one year."""
        text = self.facts.text
        line = text.rfind("\n", 0, max(text.rfind("\n", 0, max(start - 1, 0)), 0)) + 1
        named = [time for time in self.within(line, start) if time.kind == "point"]
        return (year_of(named[-1]) if named else None) or self.heading(section) or self._only_year()

    def baseline(self, start: int, end: int) -> str | None:
        """The year that a value in the clause `start:end` is compared with, in it or before it: 与2020年相比,下降."""
        said = self._baselines.between(start, end)
        if not said:
            before = self._baselines.between(start - _LONGEST_BASELINE, start)
            said = [time for time in before if time.end + _APPOSITION >= start and self.facts.text[start - 1] in ",、"]
        return year_of(said[-1]) if said else None

    def _finished_behind(self, at: int, leading: re.Pattern[str]) -> Time | None:
        """The time in the rest of the sentence that only says by when it is all done: …54个,2021年10月底前全面完成.

        `leading` is what may stand between the value and the time.
        """
        text = self.facts.text
        time = next(iter(self.within(at, at + _LONGEST_SENTENCE)), None)
        if time is None or not leading.fullmatch(text, at, time.start):
            return None
        return time if _done().match(text, time.end) else None

    def _spans_the_plan(self, start: int, end: int) -> bool:
        """True where a stretch speaks of as many years as the plan has: 三年新建 in a plan for 2018-2020."""
        period = self.facts.period
        said = _YEARS.search(self.facts.text, start, end)
        return bool(said and period and parse(said[1]) == int(period[1]) - int(period[0]) + 1)

    def _recurs(self, start: int, end: int) -> bool:
        return bool(self._recurring.between(start, end))

    def _limit(self, task: Task) -> str | None:
        """The year of the task's time limits that fill a field, if it is one: behind a label, in a cell or bracket."""
        # Of times that say the same the deadline keeps the first, and the field may be a later one.
        ends = {limit.ends for limit in task.deadlines if limit.ends}
        alike = (time for time in self.within(task.start, task.end) if time.ends in ends)
        limits: list[Deadline | Time] = [*alike, *task.deadlines]
        years = {year_of(limit) for limit in limits if limit.ends and self._fills_a_field(limit)}
        return years.pop() if len(years) == 1 else None

    def _fills_a_field(self, limit: Deadline | Time) -> bool:
        text = self.facts.text
        labelled = _LABEL.search(text, max(limit.start - _LONGEST_LABEL, 0), limit.start)
        if labelled or self.edges.hold(limit.start, limit.end):
            return True
        return text[limit.start - 1 : limit.start] in _BEFORE_FIELD and text[limit.end : limit.end + 1] in _BEHIND_FIELD

    def _headed(self, section: Section) -> str | None:
        if section.id not in self._headings:
            said = self.within(section.start, section.body)
            # The title of an attached plan gives its period: 附件 三年行动方案(2023—2025年).
            titled = bool(said) and said[-1].kind == "span" and (section.number or "").startswith("附")
            self._headings[section.id] = year_of(said[-1]) if said and not titled else None
        return self._headings[section.id]

    @cached_property
    def _year_told(self) -> str | None:
        """The one year that news tell of, wherever they name it: that of 2022年全国完成造林, if no other is named."""
        if self.facts.kind != "summary":
            return None
        years = {year_of(time) for time in self._governing.between(0, len(self.facts.text))}
        return years.pop() if len(years) == 1 else None

    def _only_year(self, told: bool = False) -> str | None:
        """The year of a document for one year. What a report tells lies in the first year of its title or that of its
        issue, whichever comes first (2023年工作总结及2024年工作安排), and what it announces in the last of them."""
        period, issued = self.facts.period, self.facts.issued
        if period is None or period[0] != period[1]:
            return None
        if self.facts.kind not in _LOOKING_BACK:
            return period[1]
        titled = [str(each.first.year) for each in find_intervals(self.facts.title or "") if each.first.year]
        years = [period[1], *titled, *([issued[:4]] if issued else [])]
        return min(years) if told else max(years)


def proposes(text: str, start: int, end: int) -> bool:
    """True where news tell in `text[start:end]` what a plan sets: 《规划》提出, 方案明确; not 会议指出."""
    return _proposed().search(text, start, end) is not None


@cache
def _proposed() -> re.Pattern[str]:
    return pattern("statements", "setting_out", before=f"(?:》|{any_of('statements', 'plans')})")


@cache
def _to_this_day() -> re.Pattern[str]:
    """Words for the time up to the day of writing: 目前, 五年来; not in 项目前期."""
    return re.compile(rf"(?<!项)(?:{any_of('statements', 'to_this_day')})|(?:近|过去)?[{NUMERALS}\d多几]+年来")


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


def year_of(time: Time | Deadline) -> str:
    """The year of a time: that of its end, of 2024年起 that of its beginning."""
    return (time.ends or time.begins or "")[:4]
