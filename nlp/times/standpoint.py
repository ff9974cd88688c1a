"""Where a writer stands in time: what 今年 means to him, and what still lies ahead."""

from __future__ import annotations

from dataclasses import dataclass

from nlp.times.date import Date


@dataclass(frozen=True, slots=True)
class Standpoint:
    """The day of issue, and the first and last year of the plan, where they are known."""

    issued: str | None = None
    period: tuple[str, str] | None = None

    @property
    def year(self) -> int | None:
        """The year that 今年 means: that of a plan for a single year, else the year of issue."""
        year = self._only_year or self.issued
        return int(year[:4]) if year else None

    @property
    def _only_year(self) -> str | None:
        return self.period[0] if self.period and self.period[0] == self.period[1] else None

    def year_of(self, part: Date) -> int | None:
        """The year of a part of one: for a month over on the day of issue the year after, as 3月底前 in July."""
        if self.issued is None or self.year != int(self.issued[:4]) or self._only_year:
            return self.year
        month = part.month if part.month and not part.first_month else 12
        return self.year + (month < int(self.issued[5:7] or 1))

    def is_before(self, date: Date) -> bool:
        """Whether a date lies ahead of the writer for certain: 2023年底 for what was issued in July 2023."""
        if date.year is None or self.year is None:
            return False
        if self.issued and date.year == int(self.issued[:4]):
            return (date.month or 12) > int(self.issued[5:7] or 12)
        return date.year > self.year or (self.issued is None and date.year == self.year)

    def complete(self, damaged: str, first: Date) -> Date:
        """The year meant by 202(略), if the plan's period begins as the stretch does and its end fits the digits."""
        if self.period and str(first.year) == self.period[0] and self.period[1].startswith(damaged[:3]):
            return Date(int(self.period[1]))
        return Date(None)
