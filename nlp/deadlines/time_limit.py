"""Time limits given as a field or a column: 完成时限:2025年12月, or a cell under the heading 整改时限."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nlp.facts import Cell, Table
from nlp.wording import any_of

FIELD_RULE = "time-limit field"
_LABELS = any_of("times", "limit_labels")
_OTHERS = any_of("times", "other_labels")
_FIELD = re.compile(
    rf"(?:{_LABELS})(?:要求|安排)?(?::|】:?)\n?"
    rf"(?P<value>(?:\([^()\n]{{0,40}}\)|(?!(?:{_OTHERS})[^,。;\n]{{0,6}}:)[^。;\n\t()【】\[]){{1,60}})"
)
_COLUMN = re.compile(rf"(?:{_LABELS})(?:要求|安排)?(?:\([^()]*\))?")
# 2024年度目标: the year of what stands in the column
_YEARS = re.compile(r"20\d\d年度?[^\d完]{0,4}(?:目标|任务|计划|内容|安排|要求)(?:\([^()]*\))?")
_NO_VALUE = re.compile(r"[\s/—\-、,.]*")


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """A time limit that stands at `start:end` and governs what begins in `first:last` of the text.

    One that `yields`, of a whole column or of a row elsewhere, counts where the task names no time of its own.
    """

    text: str
    start: int
    end: int
    first: int
    last: int
    yields: bool = False


def find_time_limits(text: str) -> Iterator[TimeLimit]:
    """The values of time-limit fields in a text, in reading order; each governs the place where it stands.

    Reads 2025年12月 of `完成时限:2025年12月;` and 立即整改,长期坚持 of `整改时限:立即整改,长期坚持。`; nothing of
    `整改时限要求严`.
    """
    for match in _FIELD.finditer(text):
        value = match["value"].rstrip(" ,、")
        if not _NO_VALUE.fullmatch(value):
            start = match.start("value")
            yield TimeLimit(value, start, start + len(value), start, start + len(value))


def column_limits(tables: list[Table]) -> Iterator[TimeLimit]:
    """The cells under a time-limit heading; each governs its row, a merged cell every row that it spans.

    Under 完成时限 the cells 2025年6月 and 长期坚持 are time limits; an empty cell and `/` are none. The heading
    2024年度目标 is itself the limit of what stands under it.
    """
    for table in tables:
        for column, heading in enumerate(table.header or ()):
            name = re.sub(r"\s", "", heading.text)
            general = _YEARS.fullmatch(name) is not None
            if not general and not _COLUMN.fullmatch(name):
                continue
            above: list[Cell] = []
            for row in table.rows:
                if column < len(row) and not _NO_VALUE.fullmatch(row[column].text):
                    yield _row_limit(heading if general else row[column], row, above, yields=general)
                above = row


def _row_limit(cell: Cell, row: list[Cell], above: list[Cell], *, yields: bool) -> TimeLimit:
    """The limit of a row, which begins with its own cells: a merged one that goes on from above is none of them."""
    own = [each for each in row if each not in above] or row
    first, last = min(each.start for each in own), max(each.end for each in own)
    return TimeLimit(cell.text, cell.start, cell.end, first, last, yields)
