"""Sections by place: which one holds an offset, and the numbers that lead to it."""

from __future__ import annotations

import re
from bisect import bisect_right

from nlp.facts import Section

_SENTENCE = re.compile("[。;,]")
_WORDS = 60  # characters behind a title that are its own: 一、控源截污 区住建局牵头 2023年12月


def heading_end(text: str, section: Section) -> int:
    """Where the line of a heading ends, with the words behind its title; behind the title where a sentence follows.

    `一、控源截污 区住建局牵头` above its items is a heading as a whole, `(一)控源截污。新建管网…` only up to the stop.
    """
    line = text.find("\n", section.start, section.end)
    title = min(section.body - 1, section.end)
    last = line if line >= 0 else section.end
    short = last - title <= _WORDS and _SENTENCE.search(text, title, last) is None
    return max(title, last) if short else title


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
