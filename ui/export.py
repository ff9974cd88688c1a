"""What is shown, as files: tables for spreadsheets, references for papers. Each is made only when it is asked for."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import Any

import streamlit as st

from ui import references
from ui.words import say

SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CELL = 32_767  # characters that a cell of a workbook holds
Row = dict[str, Any]


def download(
    rows: list[Row], name: str, documents: list[Row] | None = None, whole: Callable[[], list[Row]] | None = None
) -> None:
    """Buttons for rows as CSV and as a workbook, and for the documents given as references in GB/T 7714 and BibTeX.

    `whole` gets all rows where those at hand are the first ones only; it is called when a button is pressed.
    """
    if not rows:
        return
    all_rows = whole or (lambda: rows)
    made = [
        (say("download"), lambda: as_csv(all_rows()).encode("utf-8-sig"), f"{name}.csv", "text/csv"),
        (say("workbook"), lambda: as_workbook(all_rows()), f"{name}.xlsx", SPREADSHEET),
    ]
    if documents:
        cited, listed = references.gbt7714, references.bibtex
        made += [
            (say("gbt7714"), lambda: cited(documents).encode(), f"{name}-references.txt", "text/plain"),
            (say("bibtex"), lambda: listed(documents).encode(), f"{name}.bib", "application/x-bibtex"),
        ]
    with st.container(horizontal=True, gap="small"):
        for label, make, file, kind in made:
            st.download_button(label, make, file, kind, on_click="ignore", key=f"download-{file}")


def as_csv(rows: list[Row]) -> str:
    """Rows as CSV under the columns of the first, to be written with the byte-order mark that spreadsheets need.

    A cell that a spreadsheet would run as a formula is kept as text.
    """
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), extrasaction="ignore")
    writer.writeheader()
    writer.writerows({name: kept_as_text(value) for name, value in row.items()} for row in rows)
    return text.getvalue()


def as_workbook(rows: list[Row]) -> bytes:
    """Rows as a workbook under the columns of the first; every text is a text, never a formula and never a link."""
    from xlsxwriter import Workbook

    written = io.BytesIO()
    book = Workbook(written, {"in_memory": True})
    sheet = book.add_worksheet("Shanshui")
    sheet.freeze_panes(1, 0)
    for column, name in enumerate(rows[0]):
        sheet.write_string(0, column, name)
        for line, row in enumerate(rows, 1):
            value = row.get(name)
            if isinstance(value, int | float):
                sheet.write_number(line, column, value)
            elif value is not None:
                sheet.write_string(line, column, str(value)[:CELL])
    book.close()
    return written.getvalue()


def kept_as_text(value: object) -> object:
    """A value that cannot become a formula: words that begin with `=`, `+`, `-` or `@` get an apostrophe in front."""
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@") else value
