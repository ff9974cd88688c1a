"""Whole numbers in Chinese characters, for headings and enumerators as for the values of targets."""

from __future__ import annotations

DIGITS = dict(zip("零〇一二两三四五六七八九", (0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
SMALL = {"十": 10, "百": 100, "千": 1000}
LARGE = {"万": 10**4, "亿": 10**8}
_PLACES = frozenset({*SMALL, *LARGE})


def read(text: str) -> int:
    """The value of a number written with its places (三千五百) or digit by digit (二〇二五).

    Raises ValueError for a text that is no number, such as 若干 or 十四五.
    """
    if not text:
        raise ValueError("there is no number")
    if all(character in DIGITS for character in text):
        return int("".join(str(DIGITS[character]) for character in text))
    return _placed(text)


def count(text: str) -> int:
    """The number that counts a heading, in Chinese characters or digits: 二十一 and 21 are 21; 0 for what is none."""
    try:
        return int(text) if text.isdecimal() else read(text)
    except ValueError:
        return 0


def _placed(text: str) -> int:
    """A number written with its places; a last digit without one takes the next lower: 两千五 is 2500."""
    total = section = 0
    digit: int | None = None
    place = 1
    for before, character in zip(" " + text, text, strict=False):
        if character in DIGITS:
            if DIGITS.get(before):
                raise ValueError(f"{text} is no number")
            digit = DIGITS[character]
        elif character in SMALL:
            place = SMALL[character]
            section += (digit or 1) * place
            digit = None
        elif character in LARGE:
            place = LARGE[character]
            section += digit or 0
            total = (total + section) * place if total < place else total + section * place
            section, digit = 0, None
        else:
            raise ValueError(f"{character} is no part of a number")
    return total + section + (digit or 0) * (place // 10 if place > 10 and text[-2:-1] in _PLACES else 1)
