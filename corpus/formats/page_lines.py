"""Lines of a wrapped text that belong to its pages: their numbers, and what stands on each of them again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

PAGE_MARK = re.compile(
    r"\s*(?:[-—–―－·]+\s*\d{1,4}\s*[-—–―－·]+|第\s*\d{1,4}\s*页(?:\s*[,，/／]?\s*共\s*\d{1,4}\s*页)?"
    r"|共\s*\d{1,4}\s*页\s*[,，/／]?\s*第\s*\d{1,4}\s*页|[Pp]age\s*\d{1,4}(?:\s*of\s*\d{1,4})?)\s*"
)
BARE_NUMBER = re.compile(r"\s*\d{1,3}\s*")
FEWEST_BETWEEN = 10  # lines with text on a page, at least: numbers that follow closer are those of a list
BREAKING_SHARE = 0.3  # of the pages, this share ends within a sentence at least
FEWEST_HEADS, HEADS_SHARE = 3, 0.25  # what stands on so many pages, and on this share of all, stands on each again


def find_page_lines(lines: Sequence[str], broken: Sequence[bool]) -> set[int]:
    """The places of the lines that belong to pages; `broken` are the lines that end within a sentence at the edge.

    `- 3 -` and 第3页 do; so do bare numbers that count on from page to page, and what stands beside the marks of
    several pages in the same words: `濮阳市人民政府公报`. The numbers of rows, `1` above `清理河道` and `2` above
    `截污纳管`, do not.
    """
    text = [at for at, line in enumerate(lines) if line.strip()]
    marks = {at for at in text if PAGE_MARK.fullmatch(lines[at])}
    marks |= _numbers(lines, {below for above, below in pairwise(text) if broken[above]})
    beside = [at for pair in pairwise(text) for at, other in (pair, pair[::-1]) if other in marks and at not in marks]
    again = Counter(lines[at].strip() for at in beside)
    fewest = max(FEWEST_HEADS, HEADS_SHARE * len(marks))
    return marks | {at for at in beside if again[lines[at].strip()] >= fewest}


def _numbers(lines: Sequence[str], behind_broken: set[int]) -> set[int]:
    """The places of bare numbers each of which is the one before plus one, a page's lines further on.

    Many stand where a sentence breaks off; those of the rows of a list do not.
    """
    found: list[int] = []
    between = 0
    for at, line in enumerate(lines):
        if not BARE_NUMBER.fullmatch(line):
            between += bool(line.strip())
        elif between >= FEWEST_BETWEEN and (not found or int(line) == int(lines[found[-1]]) + 1):
            found.append(at)
            between = 0
    breaking = len(behind_broken.intersection(found))
    return set(found) if len(found) > 1 and breaking >= BREAKING_SHARE * len(found) else set()
