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
Turn = Callable[[float, float], Point]


def read_page(page: pdfium.PdfPage) -> Page:
    """The characters and ruled lines of a page, turned so that most of its text stands upright.

    Text at any other angle, such as a watermark, is left out.
    """
    text = page.get_textpage()
    characters = _characters(text)
    visible = [i for i, char in enumerate(characters) if char > " "]
    angle = _angle(text, visible[::SAMPLED])
    if any(_angle(text, [i]) != angle for i in visible[::SAMPLED]):
        visible = [i for i in visible if _angle(text, [i]) == angle]
    turn, height = _turn(angle, *page.get_mediabox())
    return Page(list(_glyphs(text, characters, visible, turn)), list(_rules(page, turn)), height)


def _characters(text: pdfium.PdfTextPage) -> str:
    """The characters of a page in the order of the file, one for each index that PDFium counts."""
    count = text.count_chars()
    whole: str = text.get_text_range(0, count) if count else ""
    if len(whole) == count:
        return whole
    codes = (raw.FPDFText_GetUnicode(text, i) for i in range(count))
    return "".join(chr(code) if 0 < code < 0xFFFE and not 0xD800 <= code < 0xE000 else LOST for code in codes)


def _angle(text: pdfium.PdfTextPage, indexes: list[int]) -> int:
    """The angle at which most of some characters stand, in degrees clockwise."""
    angles = Counter(round(math.degrees(raw.FPDFText_GetCharAngle(text, i))) % 360 for i in indexes)
    return angles.most_common(1)[0][0] if angles else 0


def _turn(angle: int, left: float, bottom: float, right: float, top: float) -> tuple[Turn, float]:
    """The way from a point of the file, measured from below, to the upright page, measured from above; its height."""
    if angle == 90:
        return (lambda x, y: (top - y, right - x)), right - left
    if angle == 180:
        return (lambda x, y: (right - x, y - bottom)), top - bottom
    if angle == 270:
        return (lambda x, y: (y - bottom, x - left)), right - left
    return (lambda x, y: (x - left, top - y)), top - bottom


def _box(first: Point, second: Point) -> Rule:
    """Two corners as left, top, right and bottom."""
    (x1, y1), (x2, y2) = first, second
    return Rule(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))


def _glyphs(text: pdfium.PdfTextPage, characters: str, visible: list[int], turn: Turn) -> Iterator[Glyph]:
    """The visible characters with their places; one that is printed twice for weight comes once."""
    box = raw.FS_RECTF()
    pointer = ctypes.byref(box)
    last = Glyph("", 0, 0, 0, 0, False)
    for i in visible:
        if not raw.FPDFText_GetLooseCharBox(text, i, pointer):
            continue
        place = _box(turn(box.left, box.bottom), turn(box.right, box.top))
        doubled = characters[i] == last.char and abs(place.left - last.left) + abs(place.top - last.top) < DOUBLED
        if not doubled:
            last = Glyph(characters[i], *place, i > 0 and characters[i - 1] == " ")
            yield last


def _rules(page: pdfium.PdfPage, turn: Turn) -> Iterator[Rule]:
    """The horizontal and vertical lines that a page draws, as lines, as boxes, or as very thin boxes."""
    count = 0
    for path in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=NEST):
        left, bottom, right, top = path.get_bounds()
        if min(right - left, top - bottom) > THICKEST_RULE and not _is_drawn(path):
            continue
        for first, second in _strokes(path):
            rule = _box(turn(*first), turn(*second))
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
