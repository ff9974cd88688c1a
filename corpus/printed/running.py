"""What every page says again: page numbers, running heads and feet, and tables of contents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from corpus.formats.page_lines import PAGE_MARK
from corpus.printed.typesetting import Row

EDGE_ZONE = 0.12  # of a page's height: running heads and page numbers stand in it, at the top and at the bottom
EDGE_ROWS = 3  # so many rows at the top, and at the bottom, may be running heads or feet
REPEATED = 0.3  # a row on this share of the pages is a running head: left and right pages may have their own
MOST = 0.6  # rows apart from the text at one place on this share of the pages are running heads, whatever they say
APART = 1.5  # of the usual distance between rows: what is further away stands apart from the text
PLACE = 8.0  # points by which a running head may move from page to page
BARE_NUMBER = re.compile(r"[·.\s]*\d{1,4}(?:\s*[/／]\s*\d{1,4})?[·.\s]*|[ivxIVX]{1,6}")
CONTENTS = re.compile(r".+(?:[.．·…‥⋯]\s?){5,}\s*[-—]?\s*\d{1,4}\s*[-—]?")
CONTENTS_HEADING = re.compile(r"目\s*[录錄次]")

Key = tuple[str, int]  # a row's words without its figures, and where on the page it stands


def without_running(pages: Sequence[tuple[list[Row], float]]) -> list[list[Row]]:
    """The rows of every page, given with its height, without what belongs to the page and not to the text.

    At its edge go `— 3 —`, `第3页 共9页` and a bare 3; what many pages have in the same words at the same place; and
    what stands apart from the text at one place on most pages, such as the names of chapters.
    """
    edges = [_edge(rows, height) for rows, height in pages]
    words = Counter(key for edge in edges for key in {_key(row) for row, _ in edge})
    places = Counter(place for edge in edges for place in {_place(row) for row, apart in edge if apart})
    running = {key for key, count in words.items() if count >= max(2.0, REPEATED * len(pages))}
    taken = {place for place, count in places.items() if count >= max(3.0, MOST * len(pages))}
    return [
        _text_rows(rows, [row for row, apart in edge if _is_running(row, apart, running, taken)])
        for (rows, _), edge in zip(pages, edges, strict=True)
    ]


def _is_running(row: Row, apart: bool, running: set[Key], taken: set[int]) -> bool:
    """Whether a row at the edge of a page belongs to the page."""
    number = PAGE_MARK.fullmatch(row.text) or BARE_NUMBER.fullmatch(row.text)
    return bool(number) or _key(row) in running or (apart and _place(row) in taken)


def _text_rows(rows: list[Row], running: list[Row]) -> list[Row]:
    """The rows of one page that are neither running nor part of a table of contents."""
    dropped = {id(row) for row in running}
    contents = {id(row) for row in rows if CONTENTS.fullmatch(row.text)}
    if contents:
        dropped |= contents | {id(row) for row in rows if CONTENTS_HEADING.fullmatch(row.text)}
    return [row for row in rows if id(row) not in dropped]


def _edge(rows: list[Row], height: float) -> list[tuple[Row, bool]]:
    """The rows at the top and the bottom of a page that may be running, each with whether it stands apart."""
    ordered = sorted(rows, key=lambda row: row.top)
    zone = EDGE_ZONE * height
    top = [row for row in ordered[:EDGE_ROWS] if row.bottom <= zone]
    bottom = [row for row in ordered[-EDGE_ROWS:] if row.top >= height - zone]
    inner = ordered[len(top) : len(ordered) - len(bottom)]
    steps = [below.top - row.top for row, below in pairwise(inner)]
    gap = APART * median(steps) if steps else height
    first, last = (inner[0].top, inner[-1].top) if inner else (0.0, height)
    return [(row, first - row.top > gap) for row in top] + [(row, row.top - last > gap) for row in bottom]


def _place(row: Row) -> int:
    """Where on the page a row stands, so that small moves from page to page do not count."""
    return round(row.top / PLACE)


def _key(row: Row) -> Key:
    """A row as it may come again on other pages, with another number in it."""
    return re.sub(r"\d+|\s", "", row.text), _place(row)
