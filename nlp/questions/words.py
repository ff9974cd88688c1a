"""The cue words of questions (`nlp/data/questions.yaml`) as patterns, and the language of a question."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from corpus.characters import count_han
from nlp.vocabulary import words

Language = Literal["zh", "en"]

_LATIN_WORD = re.compile(r"[A-Za-z]{2,}")


@cache
def cue(key: str) -> re.Pattern[str]:
    """The cues under a key as one pattern, indifferent to case."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in words("questions", key)), re.IGNORECASE)


@cache
def plain(key: str) -> re.Pattern[str]:
    """The plain words under a key as one pattern, the longest first; Latin words as whole words."""
    listed = sorted(words("questions", key), key=len, reverse=True)
    parts = (rf"\b{re.escape(word)}\b" if word.isascii() else re.escape(word) for word in listed)
    return re.compile(f"(?:{'|'.join(parts)})", re.IGNORECASE)


def language_of(text: str) -> Language:
    """Chinese where a question has more Chinese characters than Latin words: `PM2.5目标` is Chinese."""
    return "zh" if count_han(text) > len(_LATIN_WORD.findall(text)) else "en"
