"""Characters spelt once for the expressions of every room: Chinese ones, the numerals among them, and stars."""

from __future__ import annotations

import re

HAN = "㐀-鿿"
"""The Chinese characters as part of a class: `[{HAN}]` matches 河, not 〇, 3 or 。"""

NUMERALS = "一二三四五六七八九十"
"""What units are numbered with, as part of a class: `[{NUMERALS}]+、` matches 十二、"""

STARS = "*★☆▲△※"
"""What singles one out of many, as part of a class: `[{STARS}]` matches the mark of 市水务局* and of ★3.淘汰锅炉."""

_RUN = re.compile(f"[{HAN}]+")


def is_han(char: str) -> bool:
    """Whether a character is a Chinese one; no character is none."""
    return "㐀" <= char <= "鿿"


def has_han(text: str) -> bool:
    """Whether a Chinese character stands in a text: 治理COD, not COD."""
    return _RUN.search(text) is not None


def count_han(text: str) -> int:
    """How many Chinese characters stand in a text: 2 in 治理COD。"""
    return sum(map(len, _RUN.findall(text)))
