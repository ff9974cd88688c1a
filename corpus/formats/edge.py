"""The edge at which the lines of a text were broken, told by their widths alone."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from unicodedata import east_asian_width

NARROWEST, WIDEST = 20, 120  # columns or characters between which lines are broken
FEWEST_LINES = 8  # fewer lines do not show a width
FEWEST_FULL, FULL_SHARE = 3, 0.15  # so many lines, and this share of all, reach the edge where a text was wrapped
BEYOND_SHARE = 0.02  # of the lines, this share may go beyond the edge
HANGING = 2  # columns or characters by which a mark at the end of a line may stand out
CLOSING = "。，、；：！？）》」』】〕”’,;:!?)]%％"  # marks that no line of a page begins with
# What is never parted at the edge: a character, a Latin word or a figure, with the marks behind it.
FIRST_WORD = re.compile(rf"\s*((?:[!-~]{{1,12}}|.)?[{re.escape(CLOSING)}]{{0,3}})")

Measure = Callable[[str], int]


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a line goes: `full`, about to the edge; `tight`, so far that the next word did not fit any more."""

    full: bool = False
    tight: bool = False


def reach(lines: Sequence[str], opening: Sequence[bool]) -> list[Reach]:
    """For each line how far it goes to the edge at which the lines were broken; no line reaches one where none was.

    A page breaks its lines at a width in columns, of which a mark or a Latin word may leave some free; a program
    often after a number of characters, exactly. The measure that more lines keep to is taken. `opening` are the lines
    that surely open a paragraph: where their indents were lost they end that much before the edge, as do others
    behind a line that is not full. Most texts were never wrapped: their longest lines show it before any is measured.
    """
    beyond = sum("\t" not in line and len(line.rstrip().rstrip(CLOSING)) > WIDEST + HANGING for line in lines)
    if beyond > BEYOND_SHARE * len(lines):
        return [Reach()] * len(lines)
    found = (_reach(lines, opening, *measured) for measured in MEASURES)
    return max(found, key=lambda reaches: sum(each.full for each in reaches))


def _reach(lines: Sequence[str], opening: Sequence[bool], measure: Measure, ragged: int, indent: int) -> list[Reach]:
    """How far lines go, if a full one may fall short of the edge by `ragged`; a page never breaks rows of a table."""
    bare = [line.rstrip() if not ragged or "\t" not in line else "" for line in lines]
    widths = [measure(line) for line in bare]
    edge = _edge(widths, [measure(line.rstrip(CLOSING)) for line in bare], ragged)
    if not edge:
        return [Reach()] * len(lines)
    shortest = edge - ragged - indent - HANGING
    firsts = [width for width, opens in zip(widths, opening, strict=True) if opens and width >= shortest]
    lost = indent + HANGING if len(firsts) >= FEWEST_FULL and max(firsts) <= edge - indent + 1 else 0
    words = [measure(first[1]) if (first := FIRST_WORD.match(line)) else 0 for line in [*lines[1:], ""]]
    found: list[Reach] = []
    for width, word, opens in zip(widths, words, opening, strict=True):
        own_edge = edge - lost if opens or not (found and found[-1].full) else edge
        found.append(Reach(width >= own_edge - max(ragged, word - 1), width + word > own_edge))
    return found


def _edge(widths: Sequence[int], without_marks: Sequence[int], ragged: int) -> int:
    """The width that most lines reach of those beyond which hardly any goes, or 0 where too few lines reach any."""
    counts = Counter(filter(None, widths))
    lines, ordered = counts.total(), sorted(without_marks)

    def reaching(edge: int) -> int:
        return sum(counts[edge - short] for short in range(ragged + 1))

    edges = (
        edge
        for edge in range(NARROWEST, WIDEST + 1)
        if counts[edge] and len(ordered) - bisect_right(ordered, edge + HANGING) <= BEYOND_SHARE * lines
    )
    best = max(edges, key=reaching, default=0)
    enough = lines >= FEWEST_LINES and reaching(best) >= max(FEWEST_FULL, FULL_SHARE * lines)
    return best if enough else 0


def _columns(line: str) -> int:
    """The width of a line in columns: two for a Chinese character, one for a Latin one."""
    return sum(map(_columns_of, line))


@cache
def _columns_of(char: str) -> int:
    return 2 if east_asian_width(char) in "WFA" else 1


def _set_columns(line: str) -> int:
    """The width of a line whose Chinese marks were made half as wide after it was broken."""
    return _columns(line.translate(_SET_WIDE))


_SET_WIDE = str.maketrans(",;:!?()", "，；：！？（）")
# How lines are measured, by how much a full one may fall short, and how deep an indent is.
MEASURES: tuple[tuple[Measure, int, int], ...] = ((_columns, 4, 4), (_set_columns, 4, 4), (len, 0, 2))
