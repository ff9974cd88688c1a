"""Tables of contents: which lines only name the parts of the document that follow."""

from __future__ import annotations

import re

from nlp.sections.line import Line

_HEAD = re.compile("目[录次]:?$")
# All in one line: 目录 一、总体要求 二、重点任务.
_IN_LINE = re.compile(r"目[录次][: ](?=[第一前1(])[^。;]*$")
# A run of dots or figures is looked at once, from its beginning.
_LEADERS = re.compile(r"(?<![.…·])[.…·]{2,}+\s?\d*$")
_PAGE = re.compile(r"(?:(?<![.…·\s])[.…·\s]++|(?<!\d))\d*+$")
_SENTENCE = re.compile("[。;]|[,:]$")
_LONGEST = 45
_LEAST_WITHOUT_HEAD = 4


def without_contents(lines: list[Line]) -> list[Line]:
    """The lines without 目录 and its entries, a list of headings that all stand again, and lines with dot leaders."""
    at = next((i for i, line in enumerate(lines[:-1]) if _HEAD.match(line.text)), None)
    if at is not None:
        lines = lines[:at] + lines[_end_of_contents(lines, at + 1) :]
    elif (first := next((i for i, line in enumerate(lines) if line.opener), None)) is not None:
        lines = lines[:first] + lines[_end_of_repeated(lines, first) :]
    return [line for line in lines if not _is_leader(line) and not _IN_LINE.match(line.text)]


def _end_of_contents(lines: list[Line], first: int) -> int:
    """Where contents end: at a sentence, where the first entry stands again, or where the count of parts restarts.

    Contents that nothing follows are dropped as well. But headings under 目录 with text between them, which come only
    once, are those of the document itself, whose contents were lost.
    """
    entry = _PAGE.sub("", lines[first].text)
    parts = next((line.opener for line in lines[first:] if line.opener), None)
    style, value = (parts.style, parts.value) if parts else ("", 0)
    entries = next((i for i in range(first, len(lines)) if not _is_entry(lines[i])), len(lines))
    for at in range(first + 1, len(lines)):
        opener = lines[at].opener
        restarts = opener is not None and opener is not parts and opener.style == style and opener.value <= value
        if restarts or (entry and lines[at].text.startswith(entry)):
            return min(at, entries)
    return entries if entries == len(lines) else first


def _end_of_repeated(lines: list[Line], first: int) -> int:
    """Where contents without the word 目录 end: headings one upon another, each of which stands again further down."""
    entry = _PAGE.sub("", lines[first].text)
    last = first + 1
    while last < len(lines) and _is_entry(lines[last]) and lines[last].text != entry:
        last += 1
    if last - first < _LEAST_WITHOUT_HEAD:
        return first
    headings = {line.text for line in lines[last:]}
    return last if all(_PAGE.sub("", line.text) in headings for line in lines[first:last]) else first


def _is_entry(line: Line) -> bool:
    """True for a line such as a table of contents has: short and without the end of a sentence."""
    return not line.is_table and len(line.text) <= _LONGEST and _SENTENCE.search(line.text) is None


def _is_leader(line: Line) -> bool:
    return "。" not in line.text and _LEADERS.search(line.text) is not None
