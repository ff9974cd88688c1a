"""Characters on a page as rows of type, whatever order the file has them in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from corpus.printed.page import Glyph

BLANK = 0.25  # of the type size: a gap from here on between two Latin letters is a blank
WIDE_BLANK = 1.5  # of the type size: a gap from here on is a blank between any two characters
GUTTER, WIDEST_GUTTER = 1.0, 4.0  # of the type size: how wide the gap between two columns of running text is
GUTTER_ROWS = 10  # so many rows with the same gap in the middle make two columns
CROSSING = 0.15  # of the rows, at most so many may cross the gutter, such as titles over both columns


@dataclass(frozen=True, slots=True)
class Row:
    """A row of type: its text, its place in points from the top left, and the size of its type."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float


def rows_of(glyphs: Iterable[Glyph]) -> list[Row]:
    """The rows of type on a page or in a cell, from top to bottom; of a page in two columns, the left one first."""
    bands = _bands(glyphs)
    gutter = _gutter(bands)
    if gutter is None:
        return [_row(band) for band in bands]
    return list(_column_by_column(bands, gutter))


def _bands(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Characters at the same height together, from left to right; a raised ³ goes with the line that it stands in."""
    bands: list[list[Glyph]] = []
    middle = height = 0.0
    for glyph in sorted(glyphs, key=lambda glyph: glyph.top + glyph.bottom):
        own = glyph.bottom - glyph.top
        if bands and abs((glyph.top + glyph.bottom) / 2 - middle) < max(own, height) / 2:
            bands[-1].append(glyph)
        else:
            bands.append([glyph])
            height = 0.0
        if own > height:
            middle, height = (glyph.top + glyph.bottom) / 2, own
    return [sorted(band, key=lambda glyph: glyph.left) for band in bands]


def _row(band: list[Glyph]) -> Row:
    """Characters from left to right as a row; blanks only where they part words or columns."""
    size = median(glyph.bottom - glyph.top for glyph in band)
    text = band[0].char
    for before, glyph in pairwise(band):
        gap = glyph.left - before.right
        latin = before.char.isascii() and glyph.char.isascii() and (glyph.spaced or gap > BLANK * size)
        text += f" {glyph.char}" if latin or gap > WIDE_BLANK * size else glyph.char
    top, bottom = min(glyph.top for glyph in band), max(glyph.bottom for glyph in band)
    return Row(text, band[0].left, top, band[-1].right, bottom, size)


def _gutter(bands: list[list[Glyph]]) -> float | None:
    """The place between two columns, or None on a page of one.

    Two columns of running text leave a narrow gap at one place; a list of names and values leaves wide, uneven ones.
    """
    if len(bands) < GUTTER_ROWS:
        return None
    middle = (min(band[0].left for band in bands) + max(band[-1].right for band in bands)) / 2
    size = median(glyph.bottom - glyph.top for band in bands for glyph in band)
    gaps = [gap for band in bands if (gap := _gap_at(band, middle)) is not None]
    narrow = [(begin, end) for begin, end in gaps if GUTTER * size <= end - begin <= WIDEST_GUTTER * size]
    if len(narrow) < max(GUTTER_ROWS, len(gaps) / 2):
        return None
    gutter = median((begin + end) / 2 for begin, end in narrow)
    crossing = sum(_gap_at(band, gutter) is None and band[0].left < gutter < band[-1].right for band in bands)
    return gutter if crossing <= CROSSING * len(bands) else None


def _gap_at(band: list[Glyph], place: float) -> tuple[float, float] | None:
    """The gap of a row around a place, or None where type stands there or on one side only."""
    for before, glyph in pairwise(band):
        if before.right <= place <= glyph.left:
            return before.right, glyph.left
    return None


def _column_by_column(bands: list[list[Glyph]], gutter: float) -> Iterator[Row]:
    """The rows of two columns: the left ones, then the right ones, up to each row that runs over both.

    All are given the places that they would have in the left column, so that its margins hold for the right one too.
    """
    offset = min(glyph.left for band in bands for glyph in band if glyph.left >= gutter) - min(
        band[0].left for band in bands
    )
    right: list[Row] = []
    for band in bands:
        split = next((i for i, glyph in enumerate(band) if glyph.left >= gutter), len(band))
        if split and band[split - 1].right > gutter:
            yield from right
            right.clear()
            yield replace(_row(band), right=gutter)
            continue
        if split:
            yield _row(band[:split])
        if split < len(band):
            row = _row(band[split:])
            right.append(replace(row, left=row.left - offset, right=row.right - offset))
    yield from right
