"""Quantities: numbers with their units, as they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nlp.facts import Op
from nlp.number import parse
from nlp.targets import operator, quantity_form, unit


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit at `start:end`, comparison sign and bounding word (≥, 以上) included.

    `value` and `value2` (end of a range) are expanded, `unit` is as written without 万 and 亿, None for a bare number.
    `op` is what sign, range or bounding word say, None where they say nothing. `digits` is false for numbers in
    Chinese characters. `suffix` is where the bounding word begins (`end` where there is none). `word` is true for a
    value said without a number (全覆盖).
    """

    start: int
    end: int
    value: float
    unit: str | None
    value2: float | None = None
    op: Op | None = None
    digits: bool = True
    suffix: int = 0
    word: bool = False

    @property
    def kind(self) -> str | None:
        """Kind of the unit: share, area, count, …; None for a bare number."""
        return unit.kind(self.unit)

    @property
    def kind_alone(self) -> str:
        """Kind of the unit, by whatever time or space: mass for 吨 and 吨/日; the empty text for a bare number."""
        return (self.kind or "").removesuffix(" rate")


def find(text: str, start: int = 0, end: int | None = None) -> Iterator[Quantity]:
    """The quantities in `text[start:end]`, in reading order.

    Finds `36.4万亩以上`, both of `42、48微克`, `≥95%`, `3至5个`, `百分之九十五`, `百分之百`, `三分之二`, `九成`,
    `5600余篇`, `每立方米28微克`, `50年一遇`, a class of water (`Ⅱ类以上`), and bare numbers, which only an operator
    makes a value (`0.6`, `2.2:1`, the 2 of `2×66万千瓦`). Finds nothing in `第90百分位`, `PM2.5`, `〔2024〕4号`,
    `2025年`, `十四五`, `5月`, `5万吨级码头`, `50年一遇洪水`, `数百个`, `三五个`.
    """
    end = len(text) if end is None else end
    pattern = quantity_form.pattern()
    for begins in quantity_form.BEGINS.finditer(text, start, end):
        match = pattern.match(text, begins.start(), end) if begins.start() >= start else None
        if match is not None and (quantity := _read(match)) is not None:
            yield quantity
            start = quantity.end


def _read(match: re.Match[str]) -> Quantity | None:
    """The quantity of a match; None where the number is none (三五个)."""
    try:
        value, value2, named = _amount(match)
    except ValueError:
        return None
    sign, suffix = match["sign"], match["suffix"]
    more = match["late"] is not None or match["halves"] == "过半" or match["big"] is not None
    op = operator.strongest(
        "range" if value2 is not None else None,
        operator.of_suffix(suffix) if suffix else None,
        operator.of_sign(sign) if sign else None,
        ">" if more else None,
    )
    bound = match.start("suffix") if suffix else match.end()
    digits = match["grade"] is not None or any(character.isdigit() and character.isascii() for character in match[0])
    signed = -value if match["minus"] else value
    return Quantity(match.start(), match.end(), signed, named, value2, op, digits, bound)


def _amount(match: re.Match[str]) -> tuple[float, float | None, str | None]:
    """Value, end of the range and unit of a match. Raises ValueError where the number is none."""
    if match["part"]:
        return _share(match["whole"], parse(match["part"]))
    if match["tenths"]:
        return parse(match["tenths"]) * 10 + (5 if match["half"] else 0), None, "%"
    if match["halves"]:
        return 50.0, None, "%"
    if match["people"]:
        return parse(match["people"]), None, "人"
    if match["grade"]:
        return 1.0 + "ⅠⅡⅢⅣⅤ".index(match["grade"]), None, "类"
    if match["big"]:
        return parse("1" + match["big"]), None, match["bigunit"]
    if match["listed"]:
        return _scaled(match["listed"], match["last"]), None, match["shared"]
    if match["bare"]:
        return parse(match["bare"]), None, None
    return _plain(match)


def _share(whole: str, part: float) -> tuple[float, None, str]:
    """百分之九十五 is 95 %, 千分之三 is 3 ‰, 三分之二 is 66.67 %."""
    if whole[0] in "百千":
        return part, None, "%" if whole[0] == "百" else "‰"
    return round(100 * part / parse(whole[0]), 2), None, "%"


def _plain(match: re.Match[str]) -> tuple[float, float | None, str]:
    """A number with its unit: `300多万亩`, `3—5万亩` (where 万 goes for both), `每立方米28微克`."""
    first, late, second = match["first"], (match["late"] or "")[1:], match["second"]
    named = match["unit"] + (f"/{match['per']}" if match["per"] else "")
    low = parse(first + late)
    if second is None:
        return low, None, named
    high = parse(second)
    if not match["middle"]:
        low = _scaled(first + late, second)
    if low >= high:
        raise ValueError(f"{match[0]} is no range")
    return low, high, named


def _scaled(first: str, last: str) -> float:
    """The first of several numbers, with the multiplier that only the last of them bears: 3 in `3、5万吨` is 30000."""
    multiplier = last.lstrip("0123456789.,")
    return parse(first + multiplier) if first[-1].isdigit() and last[0].isdigit() else parse(first)
