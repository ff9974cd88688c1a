"""Lines that belong to the pages of a print, not to its text, and the sentences that they stand in the middle of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.characters import HAN
from corpus.formats.page_lines import PAGE_MARK, find_page_lines
from corpus.repairs.draft import Draft, Edit
from corpus.repairs.running import may_join

DASHED = re.compile(r"^[ \t]*[-—–―]+ *\d{1,4} *[-—–―]+[ \t]*$", re.MULTILINE)
# A mark that stuck to the words below it, within a sentence.
STUCK = re.compile(rf"(?<=[{HAN}、,])\n[ \t]*[-—–―]+ ?\d{{1,3}} ?[-—–―]+ ?(?=[{HAN}])")
# A line that runs on: a mark stands in it, and it is not closed by one.
RUNNING = re.compile(r"(?=.*[,。;、])(?:.{16,}[^。;!?:)”》】〕.]|.*[、,])$")
FEWEST_HEAD = 6  # characters of a running head; a shorter line beside a mark may be a cell
MOST_WORDS = 2  # that blanks part in it; the head of a table has more


def drop_page_lines(draft: Draft) -> Draft:
    """The draft without `— 3 —` and what stands beside several such marks, and with the sentences they cut whole.

    `…推广低氮燃`, `— 3 —` and `烧技术。` become one line, and so do `…低氮燃` and `-3-烧技术。`; behind `…燃烧技术。`
    the next paragraph keeps its own.
    """
    draft = draft.substituted(STUCK, "")
    if DASHED.search(draft.text) is None:
        return draft
    return draft.edited(_edits(draft.text))


def _edits(text: str) -> Iterator[Edit]:
    """The page lines to take out, each run of them with the line ends around it."""
    lines = text.split("\n")
    dropped = {at for at in find_page_lines(lines, [False] * len(lines)) if _is_of_page(lines[at])}
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    at = 0
    while at < len(lines):
        if at not in dropped:
            at += 1
            continue
        first, last = at, at
        while first and not lines[first - 1].strip():
            first -= 1
        while last + 1 < len(lines) and (last + 1 in dropped or not lines[last + 1].strip()):
            last += 1
        at = last + 1
        if not first or at == len(lines):
            yield max(starts[first] - 1, 0), min(starts[at], len(text)), ""
        else:
            yield starts[first] - 1, starts[at], "" if _goes_on(lines[first - 1], lines[at].strip()) else "\n"


def _is_of_page(line: str) -> bool:
    """Whether a line that was found is a mark or long enough for a running head, and no row of a table."""
    words = line.strip()
    return PAGE_MARK.fullmatch(words) is not None or (
        len(words) >= FEWEST_HEAD and "\t" not in words and words.count(" ") < MOST_WORDS
    )


def _goes_on(above: str, below: str) -> bool:
    """Whether the line below a page's edge goes on with the sentence of the line above it."""
    return RUNNING.fullmatch(above.strip()) is not None and may_join(above, below)
