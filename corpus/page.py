"""A page of a PDF file as marks on paper: characters and ruled lines with their places.

PDFium reads them (through pypdfium2), since it is several times as fast as readers written in Python and forgives
what browsers forgive. It hands out one number at a time; everything that knows its calls is here.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

NEST = 6  # forms within forms that ruled lines are looked for in
MOST_RULES = 20_000  # a page with more is a drawing or a map
SHORTEST_RULE = 3.0  # points; what is shorter is a dot or part of a letter
THICKEST_RULE = 3.0  # points; a filled box that is thicker both ways is a shade, not a line
SLANT = 1.0  # points by which a straight line may be off
SAMPLED = 4  # the angle of one character in so many is looked at, of all where these differ
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
Place = tuple[float, float, float, float]
Turn = Callable[[float, float, float, float], Place]


def read_page(page: pdfium.PdfPage) -> Page:
    """The characters and ruled lines of a page, turned so that most of its text stands upright.

    Text at any other angle, such as a watermark, is left out.
    """
    text = page.get_textpage()
    characters = _characters(text)
    visible = [i for i, char in enumerate(characters) if char > " "]
    angles = Counter(_angle(text, i) for i in visible[::SAMPLED])
    angle = max(angles, key=lambda angle: angles[angle], default=0)
    if len(angles) > 1:
        visible = [i for i in visible if _angle(text, i) == angle]
    turn, height = _turn(angle, *page.get_mediabox())
    return Page(list(_glyphs(text, characters, visible, turn)), list(_rules(page, turn)), height)


def _characters(text: pdfium.PdfTextPage) -> str:
    """The characters of a page in the order of the file, one for each index that PDFium counts."""
    count = text.count_chars()
    whole: str = text.get_text_range(0, count) if count else ""
    if len(whole) == count and "\x00" not in whole:
        return whole
    codes = (raw.FPDFText_GetUnicode(text, i) for i in range(count))
    return "".join(chr(code) if 0 < code < 0xFFFE and not 0xD800 <= code < 0xE000 else LOST for code in codes)


def _angle(text: pdfium.PdfTextPage, index: int) -> int:
    """The angle at which a character stands, in degrees clockwise."""
    return round(math.degrees(raw.FPDFText_GetCharAngle(text, index))) % 360


def _turn(angle: int, left: float, bottom: float, right: float, top: float) -> tuple[Turn, float]:
    """How a place in the file, measured from below, becomes one on the upright page, measured from above; its height.

    The turn takes left, bottom, right and top, and gives left, top, right and bottom.
    """
    if angle == 90:
        return (lambda x1, y1, x2, y2: (top - y2, right - x2, top - y1, right - x1)), right - left
    if angle == 180:
        return (lambda x1, y1, x2, y2: (right - x2, y1 - bottom, right - x1, y2 - bottom)), top - bottom
    if angle == 270:
        return (lambda x1, y1, x2, y2: (y1 - bottom, x1 - left, y2 - bottom, x2 - left)), right - left
    return (lambda x1, y1, x2, y2: (x1 - left, top - y2, x2 - left, top - y1)), top - bottom


def _glyphs(text: pdfium.PdfTextPage, characters: str, visible: list[int], turn: Turn) -> Iterator[Glyph]:
    """The visible characters with their places; one that is printed twice to look bold comes once."""
    box = raw.FS_RECTF()
    pointer = ctypes.byref(box)
    last = Glyph("", 0, 0, 0, 0, False)
    for i in visible:
        if not raw.FPDFText_GetLooseCharBox(text, i, pointer):
            continue
        left, top, right, bottom = turn(box.left, box.bottom, box.right, box.top)
        if characters[i] == last.char and abs(left - last.left) + abs(top - last.top) < DOUBLED:
            continue
        last = Glyph(characters[i], left, top, right, bottom, i > 0 and characters[i - 1] == " ")
        yield last


def _rules(page: pdfium.PdfPage, turn: Turn) -> Iterator[Rule]:
    """The horizontal and vertical lines that a page draws, as lines, as boxes, or as very thin boxes."""
    count = 0
    for path in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=NEST):
        left, bottom, right, top = path.get_bounds()
        if min(right - left, top - bottom) > THICKEST_RULE and not _is_drawn(path):
            continue
        for (x1, y1), (x2, y2) in _strokes(path):
            rule = Rule(*turn(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)))
            width, height = rule.right - rule.left, rule.bottom - rule.top
            if min(width, height) <= SLANT and max(width, height) >= SHORTEST_RULE:
                yield rule
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


def _on_page(path: pdfium.PdfObject, x: float, y: float) -> Point:
    """A point of a path on the page, through the forms that the path stands in."""
    holder: pdfium.PdfObject | None = path
    while holder is not None:
        x, y = holder.get_matrix().on_point(x, y)
        holder = holder.container
    return x, y
