"""Numbers as plans write them: Arabic, Chinese, and mixtures of both."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from corpus.han_number import DIGITS, LARGE, SMALL, read

# A unit such as 千瓦 or 百分点 begins with a character that would otherwise multiply.
_MULTIPLIER = r"(?:[十百千]?[万亿]亿?|[百千](?![分瓦米克伏卡焦帕赫]))"
_ARABIC = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
_FRACTION = "点[零〇一二三四五六七八九]+"
_CHINESE = rf"(?:[一二两三四五六七八九十][零〇一二两三四五六七八九十百千万亿]*(?:{_FRACTION})?|零{_FRACTION})"

NUMBER = rf"(?:{_ARABIC}{_MULTIPLIER}?|{_CHINESE})"
"""Pattern of one number with its multiplier and without its unit: `36.4万`, `1,130`, `两千`, `九十八点五`."""

_ABOUT = re.compile("[一二两三四五六七八九]{2}")
_MIXED = re.compile(rf"({_ARABIC})([十百千万亿]*)")


@lru_cache(maxsize=4096)
def parse(text: str) -> float:
    """The value of one number as written, with its multiplier expanded.

    `1.8亿` is 180000000, `3千` is 3000, `一百二十` is 120, `两千` is 2000, `九十八点五` is 98.5. Raises ValueError for
    a text that is no number, such as `若干` or `十四五`, or only about one (`三五`).
    """
    mixed = _MIXED.fullmatch(text)
    if mixed:
        value = Decimal(mixed[1].replace(",", ""))
        for multiplier in mixed[2]:
            value *= SMALL.get(multiplier) or LARGE[multiplier]
        return float(value)
    whole, _, fraction = text.partition("点")
    if _ABOUT.fullmatch(whole):
        raise ValueError(f"{whole} is only about a number")
    if not DIGITS.keys() >= set(fraction):
        raise ValueError(f"{fraction} is no fraction")
    digits = "".join(str(DIGITS[character]) for character in fraction)
    return float(Decimal(f"{read(whole)}.{digits or 0}"))
