"""Plain text files."""

from __future__ import annotations

import re

from corpus.formats.drawn import undraw
from corpus.formats.encoding import decode
from corpus.formats.wraps import unwrap

LINE_END = re.compile(r"\r\n|[\r\v\f\x85\u2028\u2029]")


def text_of(data: bytes) -> str:
    """The text of a plain file: lines end with a newline, drawn tables are rows, wraps are undone.

    Raises RefusedError for no text.
    """
    return unwrap(undraw(LINE_END.sub("\n", decode(data)).strip("\ufeff\x1a\x00")))
