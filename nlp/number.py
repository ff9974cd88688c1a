"""Numbers as plans write them: Arabic, Chinese, and mixtures of both."""

from __future__ import annotations

import re
from decimal import Decimal

_DIGITS = dict(zip("零〇一二两三四五六七八九", (0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}
_PLACES = frozenset({*_SMALL, *_LARGE})

# A unit such as 千瓦 or 百分点 begins with a character that would otherwise multiply.
_MULTIPLIER = r"(?:[十百千]?[万亿]亿?|[百千](?![分瓦米克伏卡焦帕赫]))"
_ARABIC = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
_FRACTION = "点[零〇一二三四五六七八九]+"
_CHINESE = rf"(?:[一二两三四五六七八九十][零〇一二两三四五六七八九十百千万亿]*(?:{_FRACTION})?|零{_FRACTION})"

NUMBER = rf"(?:{_ARABIC}{_MULTIPLIER}?|{_CHINESE})"
"""Pattern of one number with its multiplier and without its unit: `36.4万`, `1,130`, `两千`, `九十八点五`."""

_MIXED = re.compile(rf"({_ARABIC})([十百千万亿]*)")


def parse(text: str) -> float:
    """The value of one number as written, with its multiplier expanded.

    `1.8亿` is 180000000, `3千` is 3000, `一百二十` is 120, `两千` is 2000, `九十八点五` is 98.5. Raises ValueError for
    a text that is no number, such as `若干` or `十四五`, or only about one (`三五`).
    """
    mixed = _MIXED.fullmatch(text)
    if mixed:
        value = Decimal(mixed[1].replace(",", ""))
        for multiplier in mixed[2]:
            value *= _SMALL.get(multiplier) or _LARGE[multiplier]
        return float(value)
    whole, _, fraction = text.partition("点")
    digits = "".join(str(_digit(character)) for character in fraction)
    return float(Decimal(f"{_whole(whole)}.{digits or 0}"))


def _digit(character: str) -> int:
    try:
        return _DIGITS[character]
    except KeyError as error:
        raise ValueError(f"{character} is no digit") from error


def _whole(text: str) -> int:
    """A whole number in Chinese characters, with places (三千五百) or digit by digit (二〇二五)."""
    if not text:
        raise ValueError("there is no number")
    if all(character in _DIGITS for character in text):
        if len(text) == 2 and not set(text) & set("零〇"):
            raise ValueError(f"{text} is only about a number")
        return int("".join(str(_DIGITS[character]) for character in text))
    return _placed(text)


def _placed(text: str) -> int:
    """A number written with its places; a last digit without one takes the next lower: 两千五 is 2500."""
    total = section = 0
    digit: int | None = None
    place = 1
    for before, character in zip(" " + text, text, strict=False):
        if character in _DIGITS:
            if _DIGITS.get(before):
                raise ValueError(f"{text} is no number")
            digit = _DIGITS[character]
        elif character in _SMALL:
            place = _SMALL[character]
            section += (digit or 1) * place
            digit = None
        else:
            place = _LARGE[_large(character)]
            section += digit or 0
            total = (total + section) * place if total < place else total + section * place
            section, digit = 0, None
    return total + section + (digit or 0) * (place // 10 if place > 10 and text[-2:-1] in _PLACES else 1)


def _large(character: str) -> str:
    if character not in _LARGE:
        raise ValueError(f"{character} is no part of a number")
    return character
