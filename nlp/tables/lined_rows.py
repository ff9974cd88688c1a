"""Rows of a table without a header, a line to each cell: bodies end a row, and the line of a number opens the next."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from corpus.characters import HAN, NUMERALS
from nlp.bodies.body import is_body
from nlp.bodies.body_list import split_strictly
from nlp.facts import Cell, Table

_LEAST_ROWS = 2
_NUMBER = re.compile(rf"^(?P<no>\d{{1,3}})\n(?=[{HAN}])", re.M)
_NAME_LENGTH = 60
# Where the last row ends: at an annex, or at a numbered heading.
_STOP = re.compile(rf"^(?:附件|[{NUMERALS}]{{1,3}}、|\([{NUMERALS}]{{1,3}}\))", re.M)


def lined_rows(text: str) -> Iterator[Table]:
    """The tables without a header whose cells stand a line each: two rows or more, numbered one after another.

    `2 / 养殖污染 / 1、摸清底数。 / 岳阳市人民政府 / 省农委 / 3 / 化肥污染 / …` with a line break at each slash. What
    stands above the first number is the rest of a row where it ends with bodies.
    """
    series: list[re.Match[str]] = []
    last = 0
    for number, following in pairwise([*_NUMBER.finditer(text), None]):
        if number is None:
            continue
        counts = bool(series) and int(number["no"]) == int(series[-1]["no"]) + 1
        if not counts or _bodies_above(text, number.start()) == number.start():
            if len(series) >= _LEAST_ROWS:
                yield _table(text, series, last, number.start())
                last = number.start()
            series = []
        series.append(number)
        if following is None and len(series) >= _LEAST_ROWS:
            yield _table(text, series, last, len(text))


def _table(text: str, numbers: list[re.Match[str]], first: int, end: int) -> Table:
    """The table of the rows that the numbers open, and of the one above them that ends with bodies, from `first` on."""
    stop = _STOP.search(text, numbers[-1].end(), end)
    starts = [number.end() for number in numbers]
    ends = [*(number.start() for number in numbers[1:]), stop.start() if stop else end]
    counts = [Cell(number["no"], *number.span("no")) for number in numbers]
    if _bodies_above(text, numbers[0].start()) < numbers[0].start():
        starts, ends = [first, *starts], [numbers[0].start(), *ends]
        counts.insert(0, Cell("", first, first))
    rows = [[count, *_row(text, *span)] for count, *span in zip(counts, starts, ends, strict=True)]
    return Table(rows[0][0].start, rows[-1][-1].end, None, rows)


def _row(text: str, start: int, end: int) -> list[Cell]:
    """What a row says, and the bodies at its end."""
    bodies = max(_bodies_above(text, end), start)
    return [_cell(text, start, bodies), _cell(text, bodies, end)]


def _bodies_above(text: str, at: int) -> int:
    """Where the lines begin that stand right above an offset and hold nothing but bodies; the offset for none."""
    first, sure = at, False
    while first > 0:
        start = text.rfind("\n", 0, first - 1) + 1
        names = split_strictly(text, start, first, weak=True) if 1 < first - start <= _NAME_LENGTH else []
        if not names:
            break
        first, sure = start, sure or any(is_body(listed.name) for listed in names)
    return first if sure else at


def _cell(text: str, start: int, end: int) -> Cell:
    words = text[start:end].rstrip()
    return Cell(words, start, start + len(words))
