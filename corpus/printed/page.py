"""A page of a PDF file as marks on paper: characters and ruled lines with their places.

PDFium reads them (through pypdfium2), since it is several times as fast as readers written in Python and forgives
what browsers forgive. It hands out one number at a time; everything that knows its calls is here.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

NEST = 6  # forms within forms that ruled lines are looked for in
MOST_RULES = 20_000  # a page with more is a drawing or a map
SHORTEST_RULE = 3.0  # points; what is shorter is a dot or part of a letter
THICKEST_RULE = 3.0  # points; a filled box that is thicker both ways is a shade, not a line
SLANT = 1.0  # points by which a straight line may be off
TELLING_TEXTS = 200  # pieces of text that show which way a page is turned
SAMPLED = 4  # one character in so many is asked whether it stands upright, and all where one does not
DOUBLED = 1.0  # points; the same character nearer than this to itself is printed twice to look bold
LOST = "\ufffd"  # stands for a character that the file's fonts do not name


class Glyph(NamedTuple):
    """A character where it stands, in points from the top left of the upright page; `spaced` where a blank precedes."""

    char: str
    left: float
    top: float
    right: float
    bottom: float
    spaced: bool


class Rule(NamedTuple):
    """A ruled line, horizontal or vertical, in the same measures as a glyph, its ends in order."""

    left: float
    top: float
    right: float
    bottom: float


class Page(NamedTuple):
    """The marks on one page, and its height in points."""

    glyphs: list[Glyph]
    rules: list[Rule]
    height: float


Point = tuple[float, float]


def read_page(page: pdfium.PdfPage) -> Page:
    """The characters and ruled lines of a page, turned so that most of its text stands upright.

    Text at any other angle, such as a watermark, is left out.
    """
    left, top, height = _set_upright(page)
    text = page.get_textpage()
    characters = _characters(text)
    visible = [i for i, char in enumerate(characters) if char > " "]
    if not all(_is_upright(text, i) for i in visible[::SAMPLED]):
        visible = [i for i in visible if _is_upright(text, i)]
    return Page(list(_glyphs(text, characters, visible, left, top)), list(_rules(page, left, top)), height)


def _set_upright(page: pdfium.PdfPage) -> tuple[float, float, float]:
    """Turns what stands on a page so that most text runs to the right; its left and top then, and its height.

    What stands on the page is turned, not the places read from it, so that one turn serves characters and lines.
    """
    left, bottom, right, top = page.get_mediabox()
    angles = Counter(_angle(item) for item in islice(page.get_objects([raw.FPDF_PAGEOBJ_TEXT], NEST), TELLING_TEXTS))
    angle = max(angles, key=lambda angle: angles[angle], default=0)
    if angle not in (90, 180, 270):
        return left, top, top - bottom
    for item in page.get_objects(max_depth=1):
        item.transform(pdfium.PdfMatrix().rotate(angle))
    turned = {90: (bottom, -left, right - left), 180: (-right, -bottom, top - bottom), 270: (-top, right, right - left)}
    return turned[angle]


def _angle(item: pdfium.PdfObject) -> int:
    """The direction in which a piece of text runs, in degrees against the clock: 0 to the right, 90 upwards."""
    (x1, y1), (x2, y2) = _on_page(item, 0.0, 0.0), _on_page(item, 1.0, 0.0)
    return round(math.degrees(math.atan2(y2 - y1, x2 - x1))) % 360


def _characters(text: pdfium.PdfTextPage) -> str:
    """The characters of a page in the order of the file, one for each index that PDFium counts."""
    count = text.count_chars()
    whole: str = text.get_text_range(0, count) if count else ""
    if len(whole) == count and "\x00" not in whole:
        return whole
    codes = (raw.FPDFText_GetUnicode(text, i) for i in range(count))
    return "".join(chr(code) if 0 < code < 0xFFFE and not 0xD800 <= code < 0xE000 else LOST for code in codes)


def _is_upright(text: pdfium.PdfTextPage, index: int) -> bool:
    """Whether a character stands upright."""
    return round(math.degrees(raw.FPDFText_GetCharAngle(text, index))) % 360 == 0


def _glyphs(text: pdfium.PdfTextPage, characters: str, visible: list[int], left: float, top: float) -> Iterator[Glyph]:
    """The visible characters with their places; one that is printed twice to look bold comes once."""
    box = raw.FS_RECTF()
    pointer = ctypes.byref(box)
    last = Glyph("", 0, 0, 0, 0, False)
    for i in visible:
        if not raw.FPDFText_GetLooseCharBox(text, i, pointer):
            continue
        x, y = box.left - left, top - box.top
        if characters[i] == last.char and abs(x - last.left) + abs(y - last.top) < DOUBLED:
            continue
        last = Glyph(characters[i], x, y, box.right - left, top - box.bottom, i > 0 and characters[i - 1] == " ")
        yield last


def _rules(page: pdfium.PdfPage, left: float, top: float) -> Iterator[Rule]:
    """The horizontal and vertical lines that a page draws, as lines, as boxes, or as very thin boxes."""
    count = 0
    for path in page.get_objects([raw.FPDF_PAGEOBJ_PATH], NEST):
        x1, y1, x2, y2 = path.get_bounds()
        if min(x2 - x1, y2 - y1) > THICKEST_RULE and not _is_drawn(path):
            continue
        for first, second in _strokes(path):
            (x1, x2), (y1, y2) = sorted((first[0], second[0])), sorted((first[1], second[1]))
            if min(x2 - x1, y2 - y1) <= SLANT and max(x2 - x1, y2 - y1) >= SHORTEST_RULE:
                yield Rule(x1 - left, top - y2, x2 - left, top - y1)
                count += 1
        if count > MOST_RULES:
            return


def _is_drawn(path: pdfium.PdfObject) -> bool:
    """Whether a path is drawn as lines, and not only filled."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, fill, stroke)
    return bool(stroke.value)


def _strokes(path: pdfium.PdfObject) -> Iterator[tuple[Point, Point]]:
    """The straight pieces of a path, from point to point in the measures of the page."""
    begin = last = (0.0, 0.0)
    x, y = ctypes.c_float(), ctypes.c_float()
    for i in range(raw.FPDFPath_CountSegments(path)):
        segment = raw.FPDFPath_GetPathSegment(path, i)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = _on_page(path, x.value, y.value)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            begin = point
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield last, point
        last = point
        if raw.FPDFPathSegment_GetClose(segment):
            yield last, begin


def _on_page(item: pdfium.PdfObject, x: float, y: float) -> Point:
    """A point of an object on the page, through the forms that the object stands in."""
    holder: pdfium.PdfObject | None = item
    while holder is not None:
        x, y = holder.get_matrix().on_point(x, y)
        holder = holder.container
    return x, y
