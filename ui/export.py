"""What is shown, as a file for a spreadsheet."""

from __future__ import annotations

import csv
import io
from typing import Any

import streamlit as st

from ui.words import say


def download(rows: list[dict[str, Any]], name: str) -> None:
    """A button for the rows as CSV, with the byte-order mark without which spreadsheets misread Chinese."""
    if rows:
        table = as_csv(rows).encode("utf-8-sig")
        st.download_button(say("download"), table, f"{name}.csv", "text/csv", on_click="ignore", key=f"download-{name}")


def as_csv(rows: list[dict[str, Any]]) -> str:
    """Rows as CSV under the columns of the first; a cell that a spreadsheet would run as a formula is kept as text."""
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), extrasaction="ignore")
    writer.writeheader()
    writer.writerows({name: kept_as_text(value) for name, value in row.items()} for row in rows)
    return text.getvalue()


def kept_as_text(value: object) -> object:
    """A value that cannot become a formula: words that begin with `=`, `+`, `-` or `@` get an apostrophe in front."""
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@") else value
