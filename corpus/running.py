"""What every page says again: page numbers, running heads and feet, and tables of contents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from corpus.typesetting import Row
from corpus.wraps import PAGE_MARK

EDGE_ZONE = 0.12  # of a page's height: running heads and page numbers stand in it, at the top and at the bottom
EDGE_ROWS = 3  # so many rows at the top, and at the bottom, may be running heads or feet
REPEATED = 0.3  # a row on this share of the pages is a running head: left and right pages may have their own
PLACE = 8.0  # points by which a running head may move from page to page
BARE_NUMBER = re.compile(r"[·.\s]*\d{1,4}(?:\s*[/／]\s*\d{1,4})?[·.\s]*|[ivxIVX]{1,6}")
CONTENTS = re.compile(r".+(?:[.．·…‥⋯]\s?){5,}\s*[-—]?\s*\d{1,4}\s*[-—]?")
CONTENTS_HEADING = re.compile(r"目\s*[录錄次]")

Key = tuple[str, int]  # a row's words without its figures, and where on the page it stands


def without_running(pages: Sequence[tuple[list[Row], float]]) -> list[list[Row]]:
    """The rows of every page, given with its height, without what belongs to the page and not to the text.

    At its edge go `— 3 —`, `第3页 共9页` and a bare 3, and a title or a name that many pages have at the same place.
    """
    keys = Counter(key for rows, height in pages for key in {_key(row) for row in _edge(rows, height)})
    needed = max(2.0, REPEATED * len(pages))
    running = {key for key, count in keys.items() if count >= needed}
    return [_kept(rows, height, running) for rows, height in pages]


def _kept(rows: list[Row], height: float, running: set[Key]) -> list[Row]:
    """The rows of one page that are text."""
    edge = _edge(rows, height)
    dropped = {
        id(row)
        for row in edge
        if _key(row) in running or PAGE_MARK.fullmatch(row.text) or BARE_NUMBER.fullmatch(row.text)
    }
    contents = [CONTENTS.fullmatch(row.text) is not None for row in rows]
    if any(contents):
        dropped |= {id(row) for row, listed in zip(rows, contents, strict=True) if listed}
        dropped |= {id(row) for row in rows if CONTENTS_HEADING.fullmatch(row.text)}
    return [row for row in rows if id(row) not in dropped]


def _edge(rows: list[Row], height: float) -> list[Row]:
    """The rows at the top and at the bottom of a page that may be running heads or feet."""
    ordered = sorted(rows, key=lambda row: row.top)
    zone = EDGE_ZONE * height
    top = [row for row in ordered[:EDGE_ROWS] if row.bottom <= zone]
    bottom = [row for row in ordered[-EDGE_ROWS:] if row.top >= height - zone]
    return top + bottom


def _key(row: Row) -> Key:
    """A row as it may come again on other pages, with another number in it."""
    return re.sub(r"\d+|\s", "", row.text), round(row.top / PLACE)
