"""Carried years: the time that carries on from sentence to sentence, and into the parts of a section of goals."""

from __future__ import annotations

import re
from functools import cache

from nlp.facts import Facts, Section, Time
from nlp.targets.dated import TOWARDS, Dates, year_of
from nlp.targets.writing import Writing
from nlp.wording import any_of, pattern

_LONGEST_LABEL_OF_GOAL = 6  # characters before a time that opens a goal: 行动目标:到2025年
_PROPOSED = pattern("statements", "proposing", before="[,》]?", after=",?$")


class CarriedYear:
    """The year that carries on while a document is read, `year`, and whether it is one of goals still `ahead`.

    A time carries on within its paragraph as long as every sentence states a value, to the end of a section of goals,
    and over the lines of a list that end in semicolons. `到2025年,甲达到5%。完成乙3万亩。` gives both 2025; a sentence
    without values between them would end that. Before all headings it carries on from a line that only says where
    all is to lead, `到2025年,水质总体好转。`, to the lines that follow.
    """

    def __init__(self, facts: Facts, dates: Dates, writing: Writing) -> None:
        self._text, self._kind = facts.text, facts.kind
        self._dates, self._writing = dates, writing
        self._section: Section | None = None
        self._first: str | None = None
        self._announced: str | None = None
        self._leads = False
        self.year: str | None = None
        self.ahead = False

    def enter(self, section: Section | None, headed: bool) -> None:
        """Begins a passage, whose headings have a year if `headed`: nothing carries on into it, but the first time of
        the goals into every part of them, and that of a line that announces them: 到2027年具体目标:"""
        goal = _is_goal(section)
        if not goal or not _is_goal(self._section):
            self._first = self._announced if goal else None
        self.year = None if headed else self._first
        self._section, self._leads = section, False

    def leave(self, start: int, end: int, stated: int | None, told: bool) -> None:
        """Ends a sentence whose last value stands at `stated`: carries the last time before that on to the next one.

        `造林5亩,公园2024年6月底前完工。` carries nothing on, since its time governs no value.
        """
        since = self._dates.since_when(start, end)
        said = self._dates.setting(since, end)
        opens = any(self._opens(time, start) for time in said)
        goal = _is_goal(self._section)
        if stated is not None and not goal:
            said = self._dates.setting(min(since, stated), stated)
        frame = self._frame(said, start, end, all_hold=goal or (told and self._kind == "summary"))
        year = year_of(frame) if frame else None
        towards = frame is not None and frame.text.startswith(TOWARDS)
        told_when = bool(said) and (stated is not None or opens or goal)
        if told_when:
            self.year = year
            aimed = towards or stated is not None or proposes(self._text, start, end)
            self.ahead = frame is not None and not told and aimed
            self._first = self._first or (year if goal else None)
        if since > start:
            self.year = year
        if said or stated is None:
            self._leads = towards and stated is None and self._section is None
        if not goal:
            self._announced = year if self._text[end - 1] == ":" else None
        self._end_line(end, goal, idle=stated is None and not told_when)

    def _frame(self, said: list[Time], start: int, end: int, all_hold: bool) -> Time | None:
        """The last of the times of a sentence that holds for what follows; each does where `all_hold`, or where parts
        follow: 2018—2020年造林30万亩。其中更新改造10万亩."""
        if all_hold or self._text.startswith("其中", end + 1):
            return said[-1] if said else None
        return next((time for time in reversed(said) if self._frames(time) or self._opens(time, start)), None)

    def _end_line(self, end: int, goal: bool, idle: bool) -> None:
        """Lets the year go behind an idle sentence and at the end of a line, unless the line is one of a list:
        到2020年,甲率达到85%;\\n乙率达到95%;"""
        if self._text[end - 1] == ";":
            return
        line_ends = self._text.startswith(("\n", "。\n"), end)
        if not goal and not self._leads and (idle or line_ends):
            self.year = None
        if line_ends:
            self.ahead = False

    def _opens(self, time: Time, start: int) -> bool:
        """True for a time that sets that of what follows in its paragraph, though its sentence states no value.

        到2025年,体系基本形成。 does, be it behind 《方案》提出, and so does 2021年,各地认真落实。, not 2021年底,完成。
        """
        if self._writing.is_past_period(time):
            return True
        before = self._text[start : time.start]
        if _PROPOSED.search(before) or (time.text.startswith("到") and len(before) <= _LONGEST_LABEL_OF_GOAL):
            return True
        return not before.strip(" ")[-1:].strip(",") and time.text.endswith("年") and self._frames(time)

    def _frames(self, time: Time) -> bool:
        """True for a time that holds for what follows as well: 到2025年, or a year set off: 2025年,全县…; not for
        2024年6月底前完成扩建."""
        set_off = self._text[time.end : time.end + 1] == ","
        return time.text.startswith(TOWARDS) or (set_off and time.ends is not None and "-" not in time.ends)


def proposes(text: str, start: int, end: int) -> bool:
    """True where news tell in `text[start:end]` what a plan sets: 《规划》提出, 方案明确; not 会议指出."""
    return _proposed().search(text, start, end) is not None


def _is_goal(section: Section | None) -> bool:
    """True for a section of goals: 二、主要目标."""
    return section is not None and section.role == "goal"


@cache
def _proposed() -> re.Pattern[str]:
    """What news tell that a plan sets: 《规划》|提出, 方案明确; not 会议指出."""
    return pattern("statements", "setting_out", before=f"(?:》|{any_of('statements', 'plans')})")
