"""Tables run into a line: the cells behind a header, parted by blanks or by nothing at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from corpus.characters import HAN
from nlp.bodies.torn import is_torn
from nlp.facts import Cell
from nlp.times.limit import LIMIT, STANDING

_TIME = re.compile(LIMIT)
_COUNT = rf"(?=\d{{1,3}}[{HAN}“(])"
_WHEN = rf"(?={LIMIT}|{STANDING})"
_BUREAU = f"(?=[省市县区州][{HAN}]{{1,10}}[局厅委办])"
_GOVERNMENT = f"(?=[{HAN}]{{1,5}}(?:[市县区州镇乡]人民政府|街道办事处))"
# Where one cell ends and the next begins: at blanks, behind a full stop, between a body and a time or another body,
# before the number of a row.
_BREAK = re.compile(
    rf" +|(?<=。)(?=[^)”])|(?<=[局厅处府室会委办道镇乡司部院站队心)])(?:{_WHEN}|{_COUNT})"
    rf"|(?<=[前底末内期持续施]){_COUNT}|(?<=[局厅府%\d]){_BUREAU}|(?<=/[日天年])(?=\d)|(?<=[局厅]){_GOVERNMENT}"
)
_NUMBER = re.compile(rf"(\d{{1,3}})(?=[{HAN}“(])(?![年月日个座家项吨公万亿米台条处类级%])")


def cells_of(lines: Iterable[Cell], *, counted: bool, glued: bool) -> Iterator[Cell]:
    """The cells that the lines behind such a header hold.

    `counted` says that numbers open the rows, `glued` that nothing parts the cells: `1疏浚内河。市水务局2024年底2清理`
    gives 1, 疏浚内河。, 市水务局, 2024年底, 2, 清理. A name that a blank tore apart is one cell: 市交通 运输局.
    """
    expected = 1
    for line in lines:
        before: Cell | None = None
        for start, end in _pieces(line.text):
            for cell in _split(line, start, end, expected if counted else 0, glued):
                expected += cell.text == str(expected)
                if before is not None and is_torn(before.text, cell.text):
                    before = _cell(line, before.start - line.start, cell.end - line.start)
                    continue
                if before is not None:
                    yield before
                before = cell
        if before is not None:
            yield before


def _pieces(words: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _BREAK.finditer(words):
        if start < match.start():
            yield start, match.start()
        start = match.end()
    if start < len(words):
        yield start, len(words)


def _split(line: Cell, start: int, end: int, expected: int, glued: bool) -> Iterator[Cell]:
    """A piece between two breaks, less the number that counts its row and the time behind a body's name."""
    number = _NUMBER.match(line.text, start, end)
    time = _TIME.match(line.text, start, end) if glued else None
    if number and int(number[1]) == expected:
        yield _cell(line, start, number.end())
        start = number.end()
    elif time and start:
        yield _cell(line, start, time.end())
        start = time.end()
    if start < end:
        yield _cell(line, start, end)


def _cell(line: Cell, start: int, end: int) -> Cell:
    return Cell(line.text[start:end], line.start + start, line.start + end)
