"""What is shown, as files: tables for spreadsheets, references for papers. Each is made only when it is asked for."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import Any

import streamlit as st

from ui import references
from ui.titles import document_of
from ui.words import say

SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CELL = 32_767  # characters that a cell of a workbook holds
Row = dict[str, Any]


def download(rows: list[Row], name: str, whole: Callable[[], list[Row]] | None = None) -> None:
    """Buttons for rows as CSV and as a workbook, and for the documents they are of as references, in two styles.

    `whole` gets all rows where those at hand are the first ones only; it is called when a button is pressed.
    """
    if not rows:
        return
    all_rows = whole or (lambda: rows)
    made = [
        (say("download"), lambda: as_csv(all_rows()).encode("utf-8-sig"), f"{name}.csv", "text/csv"),
        (say("workbook"), lambda: as_workbook(all_rows()), f"{name}.xlsx", SPREADSHEET),
    ]
    if documents := list({row["document"]: document_of(row) for row in rows if row.get("document")}.values()):
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
    writer.writerows({name: kept_as_text(told(value)) for name, value in row.items()} for row in rows)
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
            value = told(row.get(name))
            if isinstance(value, int | float):
                sheet.write_number(line, column, value)
            elif value is not None:
                sheet.write_string(line, column, str(value)[:CELL])
    book.close()
    return written.getvalue()


def told(value: object) -> object:
    """A value as a cell holds it: a list in one line, a fact in it by its name or its words, with its role."""
    if isinstance(value, list):
        return "、".join(str(told(each)) for each in value)
    if isinstance(value, dict):
        name, role = value.get("name") or value.get("text") or "", value.get("role")
        return f"{name}({role})" if role else name
    return value


def kept_as_text(value: object) -> object:
    """A value that cannot become a formula: words that begin with `=`, `+`, `-` or `@` get an apostrophe in front."""
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@") else value
