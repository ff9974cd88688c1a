"""Writing: when a document was written and which years it is about, by which its tense and bare years are told."""

from __future__ import annotations

from functools import cached_property

from nlp.facts import Facts, Time
from nlp.times.interval import find_intervals

_LOOKING_BACK = ("report", "summary", "speech")  # kinds of documents that tell of the year they were written for


class Writing:
    """The standpoint of a document: what lies behind its writer, and what is still ahead."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts

    @cached_property
    def now(self) -> int | None:
        """The year in which the document was written or in which its plan begins, the earlier one; None for neither.

        A report on one year was written when that was over, so there the later one counts; one on several years may
        stand anywhere in them. The day on which a page was published says little: plans are put on the web years later;
        but news are published when they are written.
        """
        facts = self._facts
        begun = facts.only_year if self.tells else facts.period and facts.period[0]
        written = facts.issued or (facts.published if facts.kind == "summary" else None)
        known = [int(year[:4]) for year in (written, begun) if year]
        return (max if self.tells else min)(known, default=None)

    @property
    def tells(self) -> bool:
        """True for a document of a kind that tells of the year it was written for."""
        return self._facts.kind in _LOOKING_BACK

    @cached_property
    def latest(self) -> int | None:
        """The last year in which the document can have been written, after which all lies ahead; None if unknown."""
        return self.now or (int(self._facts.published[:4]) if self._facts.published else None)

    def is_long_past(self, time: Time) -> bool:
        """True for a limit long over, which only tells since when a thing is there: 2021年以前堆存的灰渣."""
        return self.now is not None and time.text.endswith("以前") and int((time.ends or "")[:4]) < self.now

    def is_past_period(self, time: Time) -> bool:
        """True for the years before the plan: “十三五”期间,生态状况明显改善."""
        over = self.now is not None and int((time.ends or "9999")[:4]) < self.now
        return over and time.text.endswith(("期间", "时期"))

    def only_year(self, told: bool = False) -> str | None:
        """The year of a document for one year. What a report tells lies in the first year of its title or that of its
        issue, whichever comes first (2023年工作总结及2024年工作安排), and what it announces in the last of them."""
        year, issued = self._facts.only_year, self._facts.issued
        if year is None:
            return None
        if not self.tells:
            # What a plan for one year tells has been reached before that year.
            return None if told else year
        titled = [str(each.first.year) for each in find_intervals(self._facts.title or "") if each.first.year]
        years = [year, *titled, *([issued[:4]] if issued else [])]
        return min(years) if told else max(years)
