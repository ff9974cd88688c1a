"""Sections by place: which one holds an offset, and the numbers that lead to it."""

from __future__ import annotations

from bisect import bisect_right

from nlp.facts import Section


class SectionIndex:
    """The sections of a document in reading order, nested, for many look-ups."""

    def __init__(self, sections: list[Section]) -> None:
        """Takes the sections as the component sections leaves them: each behind the one that holds it."""
        self._sections = sections
        self._starts = [section.start for section in sections]
        self._by_id = {section.id: section for section in sections}

    def at(self, offset: int) -> Section | None:
        """The innermost section that holds the offset, or None."""
        before = bisect_right(self._starts, offset)
        section = self._sections[before - 1] if before else None
        while section is not None and offset >= section.end:
            section = self._by_id.get(section.parent or "")
        return section

    def numbers_to(self, section: Section | None) -> list[str]:
        """The numbers of the sections down to this one as they stand in keys: 二、 and (一) give 二, (一)."""
        path: list[str] = []
        while section is not None:
            if section.number:
                path.insert(0, section.number.rstrip("、.:, "))
            section = self._by_id.get(section.parent or "")
        return path
