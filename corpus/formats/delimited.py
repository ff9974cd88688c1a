"""Delimited files (.csv, .tsv): records as rows, whichever delimiter and encoding they were exported with."""

from __future__ import annotations

import csv
from collections import Counter
from io import StringIO

from corpus.formats import rows
from corpus.formats.encoding import decode

DELIMITERS = ",\t;|，"
SAMPLE = 20_000  # characters that the delimiter is read from


def text_of(data: bytes) -> str:
    """The records of a delimited file as rows. Raises RefusedError where the bytes are no text."""
    text = decode(data)
    records = _records(text, delimiter_of(text))
    return "\n".join(rows.lines([[rows.one_line(field.splitlines()) for field in record] for record in records]))


def delimiter_of(text: str) -> str:
    """The delimiter that cuts most records of a text into the same number of fields, the comma where none does."""
    sample = text[:SAMPLE]
    if len(text) > SAMPLE and "\n" in sample:
        sample = sample[: sample.rindex("\n")]
    return max(DELIMITERS, key=lambda delimiter: _regularity(sample, delimiter))


def _regularity(sample: str, delimiter: str) -> float:
    """The share of records that have the most common number of fields; 0 where that is one field."""
    widths = Counter(len(record) for record in _records(sample, delimiter) if record)
    width, count = max(widths.items(), key=lambda item: (item[1], item[0]), default=(1, 0))
    return count / widths.total() if width > 1 else 0.0


def _records(text: str, delimiter: str) -> list[list[str]]:
    """The records of a text; quotes count as quotes unless one of them is never closed."""
    try:
        return list(csv.reader(StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error:
        return [line.split(delimiter) for line in text.splitlines()]
