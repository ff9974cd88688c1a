"""Harm done to a text on purpose, as scanners, converters and typists do it, to measure how reading holds under it."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from functools import cache

import opencc

from corpus.characters import HAN

# Characters that scanners take for each other.
_LOOK_ALIKE = dict(zip("己未土日人入大干千于予木本天夫0O1l", "已末士曰入人太于干千子本木夫天O0l1", strict=True))
_FULL = {code: code + 0xFEE0 for code in range(0x21, 0x7F) if chr(code) not in "<>"}
_WIDTH = 36
_HAN = re.compile(rf"[{HAN}]")


def widen(text: str, _share: float) -> str:
    """Every Latin letter, digit and mark in full width: `2025年(PM2.5)` becomes `２０２５年（ＰＭ２．５）`."""
    return text.translate(_FULL)


def traditional(text: str, _share: float) -> str:
    """The text in traditional characters, words left alone."""
    return str(_converter("s2t").convert(text))


def taiwan(text: str, _share: float) -> str:
    """The text in traditional characters with the words of Taiwan: 信息 becomes 資訊."""
    return str(_converter("s2twp").convert(text))


def wrap(text: str, _share: float) -> str:
    """Every line broken after 36 characters, as text copied from a printed page is."""
    lines = text.split("\n")
    return "\n".join("\n".join(line[i : i + _WIDTH] for i in range(0, len(line) or 1, _WIDTH)) for line in lines)


def space(text: str, share: float) -> str:
    """A blank after a share of the Chinese characters."""
    return _changed(text, share, lambda character: character + " ")


def lose(text: str, share: float) -> str:
    """A share of the Chinese characters lost as question marks."""
    return _changed(text, share, lambda _: "?")


def confuse(text: str, share: float) -> str:
    """A share of the characters that scanners confuse taken for each other, out of all characters that can be."""
    chance = random.Random(len(text))
    pick = (_LOOK_ALIKE.get(c, c) if chance.random() < share * 10 else c for c in text)
    return "".join(pick)


HARMS: dict[str, Callable[[str, float], str]] = {
    "full width": widen,
    "traditional script": traditional,
    "traditional script, Taiwan wording": taiwan,
    "hard wraps": wrap,
    "blanks": space,
    "lost characters": lose,
    "look-alikes": confuse,
}
"""Harm by name; each takes a text and the share of characters to be harmed, which some do not need."""

PARTIAL = ("blanks", "lost characters", "look-alikes")
"""The harms that take a share of the characters; the others take all."""


def _changed(text: str, share: float, change: Callable[[str], str]) -> str:
    chance = random.Random(len(text))
    return _HAN.sub(lambda found: change(found[0]) if chance.random() < share else found[0], text)


@cache
def _converter(name: str) -> opencc.OpenCC:
    return opencc.OpenCC(name)
