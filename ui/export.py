"""What is shown, as files: tables for spreadsheets, references for papers. Each is made only when it is asked for."""

from __future__ import annotations

import csv
import io
from typing import Any

import streamlit as st

from ui import references
from ui.words import say

SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Row = dict[str, Any]


def download(rows: list[Row], name: str, documents: list[Row] | None = None) -> None:
    """Buttons for rows as CSV and as a workbook, and for the documents given as references in GB/T 7714 and BibTeX."""
    if not rows:
        return
    made = [
        (say("download"), lambda: as_csv(rows).encode("utf-8-sig"), f"{name}.csv", "text/csv"),
        (say("workbook"), lambda: as_workbook(rows), f"{name}.xlsx", SPREADSHEET),
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
    """Rows as a workbook under the columns of the first; every text is a text, never a formula."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Shanshui")
    sheet.freeze_panes = "A2"
    sheet.append(list(rows[0]))
    for row in rows:
        cells = []
        for name in rows[0]:
            value = row.get(name)
            kept = value if isinstance(value, int | float) or value is None else str(value)
            cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", kept) if isinstance(kept, str) else kept)
            if isinstance(kept, str):
                cell.data_type = "s"
            cells.append(cell)
        sheet.append(cells)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def kept_as_text(value: object) -> object:
    """A value that cannot become a formula: words that begin with `=`, `+`, `-` or `@` get an apostrophe in front."""
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@") else value
