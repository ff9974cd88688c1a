"""Plain text and Markdown files."""

from __future__ import annotations

import re

from corpus.encoding import decode

LINE_END = re.compile(r"\r\n|[\r\v\f\x85\u2028\u2029]")


def text_of(data: bytes) -> str:
    """The text of a plain file with its lines ended by newlines. Raises RefusedError for what is no text."""
    return LINE_END.sub("\n", decode(data)).strip("\ufeff\x1a\x00")
