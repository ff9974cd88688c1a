"""Tables drawn with strokes, as collections of laws print them: `┃序号│任务│责任单位┃` between lines of dashes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from corpus.formats.rows import one_line
from corpus.formats.wraps import glue

UPRIGHT = re.compile("[│┃║]")
# A line of a drawn table begins with a stroke; one that parts its rows holds nothing else.
STROKES = "\u2500-\u257f"
DRAWN = re.compile(rf"[ \t\u3000]*[{STROKES}]")
# A cell with fewer blanks at its right edge is full, so that the next line goes on with its sentence.
FULL = re.compile(r"\S[ \u3000]{0,3}$")
RULE = re.compile(rf"[\s{STROKES}—-]+")


def undraw(text: str) -> str:
    """The text with the rows of drawn tables as lines of cells, a TAB between two.

    What stands below each other between two rules is one cell: `│关停造纸厂,│区经信委│` above `│拆除设备│　│` gives
    `关停造纸厂,拆除设备⇥区经信委`. Text without strokes stays as it is.
    """
    if UPRIGHT.search(text) is None:
        return text
    return "\n".join(_lines(text.split("\n")))


def _lines(lines: list[str]) -> Iterator[str]:
    row: list[list[str]] = []
    for line in lines:
        if DRAWN.match(line) is None:
            yield from _row(row)
            row = []
            yield line
        elif RULE.fullmatch(line):
            yield from _row(row)
            row = []
        else:
            cells = UPRIGHT.split(line.strip())[1:]
            if cells[0].strip().isdecimal():
                # A number opens a row, where no rule parts it from the one above.
                yield from _row(row)
                row = []
            row.append(cells)
    yield from _row(row)


def _row(lines: list[list[str]]) -> Iterator[str]:
    """The one line that stands for those of a row; the stroke at its right edge closes the last cell."""
    cells = [_cell(pieces) for pieces in zip_longest(*lines, fillvalue="")]
    if cells:
        yield "\t".join(cells[:-1] if not cells[-1] else cells)


def _cell(pieces: tuple[str, ...]) -> str:
    """What stands in one column of a row: sentences over several full lines, or an item to each line."""
    whole: list[str] = []
    full = False
    for piece in pieces:
        bare = piece.strip()
        if full and bare:
            whole[-1] = glue(whole[-1], bare)
        elif bare:
            whole.append(bare)
        full = FULL.search(piece) is not None
    return one_line(whole)
