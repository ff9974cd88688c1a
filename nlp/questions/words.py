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
    return re.compile(f"(?:{'|'.join(alone(word).pattern for word in listed)})", re.IGNORECASE)


@cache
def alone(word: str) -> re.Pattern[str]:
    """A word as it stands, indifferent to case; a Latin one as a whole word."""
    return re.compile(rf"\b{re.escape(word)}\b" if word.isascii() else re.escape(word), re.IGNORECASE)


def language_of(text: str) -> Language:
    """Chinese where a question has more Chinese characters than Latin words: `PM2.5目标` is Chinese."""
    return "zh" if count_han(text) > len(_LATIN_WORD.findall(text)) else "en"
