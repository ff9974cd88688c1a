"""Rows as files: JSON for programs, CSV and XLSX for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Any

import orjson
from xlsxwriter import Workbook

JSON = "application/json"
CSV = "text/csv"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_LONGEST = 32_767  # characters that a cell of a spreadsheet holds
_CUT = "…(the rest does not fit a cell)"
_WIDTH, _WIDEST = 12, 60

Row = dict[str, Any]


def as_json(value: Any) -> bytes:
    """A value as JSON."""
    return orjson.dumps(value)


def as_csv(rows: Sequence[Row]) -> bytes:
    """Rows as CSV with a byte-order mark, without which spreadsheet programs take Chinese for something else."""
    text = io.StringIO()
    if rows:
        writer = csv.writer(text)
        writer.writerow(rows[0])
        writer.writerows(map(cells, rows))
    return text.getvalue().encode("utf-8-sig")


def as_xlsx(rows: Sequence[Row], name: str) -> bytes:
    """Rows as one sheet with its head in place and a filter; words are words, whatever they look like."""
    file = io.BytesIO()
    with Workbook(file, {"in_memory": True, "strings_to_urls": False, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet(name[:31])
        head = book.add_format({"bold": True})
        for column, title in enumerate(rows[0] if rows else ()):
            longest = max(len(str(row[title])) for row in rows[:100])
            sheet.set_column(column, column, min(max(_WIDTH, longest + 2), _WIDEST))
            sheet.write_string(0, column, title, head)
        for number, row in enumerate(rows, 1):
            for column, value in enumerate(cells(row)):
                sheet.write(number, column, fitting(value))
        if rows:
            sheet.freeze_panes(1, 0)
            sheet.autofilter(0, 0, len(rows), len(rows[0]) - 1)
    return file.getvalue()


def cells(row: Row) -> Iterator[Any]:
    """The values of a row, lists joined: 贵州省、520000."""
    return ("、".join(map(str, value)) if isinstance(value, list) else value for value in row.values())


def fitting(value: Any) -> Any:
    """A value that a cell can hold; longer words end in a note that they go on."""
    if isinstance(value, str) and len(value) > _LONGEST:
        return value[: _LONGEST - len(_CUT)] + _CUT
    return value
