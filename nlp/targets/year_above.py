"""Years above: those that headings, time limits and the names of tables give to the values under them."""

from __future__ import annotations

import re

from nlp.facts import Deadline, Facts, Section, Task, Time
from nlp.tables.cell_edges import CellEdges
from nlp.targets.dated import Dates, year_of

_LEVELS = 3  # headings above a value whose year may govern it
# A time limit fills a field behind a label (完成时限:立行立改,2025年底), or between the borders of a cell or bracket.
_LABEL = re.compile(r"(?:时限|时间|期限|日期)[^:\n。;]{0,4}:[^\n。;]*\Z")
_LONGEST_LABEL = 40
_BEFORE_FIELD, _BEHIND_FIELD = ("", "\t", "\n", "("), ("", "\t", "\n", ")")


class YearAbove:
    """The years of the headings of a document, of the time limits of its tasks and of the names of its tables."""

    def __init__(self, facts: Facts, dates: Dates, edges: CellEdges) -> None:
        self._facts, self._dates, self._edges = facts, dates, edges
        self._by_id = {section.id: section for section in facts.sections}
        self._headings: dict[str, str | None] = {}

    def heading(self, section: Section | None) -> str | None:
        """The year in the nearest of the headings above that has one, three levels up at most."""
        for _ in range(_LEVELS):
            if section is None:
                return None
            if year := self._headed(section):
                return year
            section = self._by_id.get(section.parent or "")
        return None

    def table(self, start: int) -> str | None:
        """The year in the name of a table that begins at `start`."""
        text = self._facts.text
        line = text.rfind("\n", 0, max(text.rfind("\n", 0, max(start - 1, 0)), 0)) + 1
        named = [time for time in self._dates.governing.between(line, start) if time.kind == "point"]
        return year_of(named[-1]) if named else None

    def limit(self, task: Task) -> str | None:
        """The year of the task's time limits that fill a field, if it is one: behind a label, in a cell or bracket."""
        # Of times that say the same the deadline keeps the first, and the field may be a later one.
        ends = {limit.ends for limit in task.deadlines if limit.ends}
        alike = (time for time in self._dates.governing.between(task.start, task.end) if time.ends in ends)
        limits: list[Deadline | Time] = [*alike, *task.deadlines]
        years = {year_of(limit) for limit in limits if limit.ends and self._fills_a_field(limit)}
        return years.pop() if len(years) == 1 else None

    def _fills_a_field(self, limit: Deadline | Time) -> bool:
        """True for a limit that stands alone behind a label, in a cell or in a bracket: 完成时限:2025年底."""
        text = self._facts.text
        labelled = _LABEL.search(text, max(limit.start - _LONGEST_LABEL, 0), limit.start)
        if labelled or self._edges.hold(limit.start, limit.end):
            return True
        return text[limit.start - 1 : limit.start] in _BEFORE_FIELD and text[limit.end : limit.end + 1] in _BEHIND_FIELD

    def _headed(self, section: Section) -> str | None:
        """The year that a heading names, but for that of the title of an attached plan."""
        if section.id not in self._headings:
            said = self._dates.governing.between(section.start, section.body)
            # The title of an attached plan gives its period: 附件 三年行动方案(2023—2025年).
            titled = bool(said) and said[-1].kind == "span" and (section.number or "").startswith("附")
            self._headings[section.id] = year_of(said[-1]) if said and not titled else None
        return self._headings[section.id]
