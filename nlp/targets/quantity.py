"""Quantities: numbers with their units, as they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from nlp.facts import Op
from nlp.number import NUMBER, parse
from nlp.targets import operator, unit

_RANGE = r"(?:-|~|—{1,2}|–|至|到)"
# Digits begin no quantity behind 第 or a letter but that of a pollutant (VOCs1200吨); characters begin none behind
# others of a number (数十个, 上千亩).
_AHEAD = (
    r"(?:(?<![A-Za-z0-9.第〔\[号№#/+*×个])|(?<=VOCs)|(?<=COD)|(?<=NOx))"
    r"(?:(?=\d)|(?<![零〇一二两三四五六七八九十百千万亿几数初])(?<!(?<![跃迈登站])上))"
)
# A quantity is tried for only where one of these stands and no date or number of a document, which makes the search
# ten times as fast.
_BEGINS = re.compile(r"\d++(?!年(?!一遇)|[月日号])|[≥≧⩾≤≦⩽<>=﹥﹤〉〈一二两三四五六七八九十百千万亿半过每ⅠⅡⅢⅣⅤ]")
_LATE = r"[余多](?:[十百千]?[万亿]|[百千])?|[余多]"
_TENTHS = r"[一二两三四五六七八九](?=成(?![立为功员果效本熟型绩就长都]))"
# 12万农村人口 counts persons, though no word says so.
_PEOPLE = r"(?P<people>\d[\d.]{0,8}[万亿])多?(?=(?:农村|城镇|城乡|受益)?(?:人口|群众|居民))"
_LONGEST_LIST = 24  # numbers before the unit that they share
_BIG_UNITS = "千瓦|吨|亩|元|立方米|人次"
# 百万吨级, and behind a word of reaching without 级: 突破千亿元.
_BIG = rf"[十百千]?[万亿](?=(?:{_BIG_UNITS})级)|(?:(?<=突破)|(?<=超过)|(?<=达到))[十百千][万亿](?={_BIG_UNITS})"


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


def find(text: str, start: int = 0, end: int | None = None) -> Iterator[Quantity]:
    """The quantities in `text[start:end]`, in reading order.

    Finds `36.4万亩以上`, both of `42、48微克`, `≥95%`, `3至5个`, `百分之九十五`, `百分之百`, `三分之二`, `九成`,
    `5600余篇`, `每立方米28微克`, `50年一遇`, a class of water (`Ⅱ类以上`), and bare numbers, which only an operator
    makes a value (`0.6`, `2.2:1`, the 2 of `2×66万千瓦`). Finds nothing in `第90百分位`, `PM2.5`, `〔2024〕4号`,
    `2025年`, `十四五`, `5月`, `5万吨级码头`, `50年一遇洪水`, `数百个`, `三五个`.
    """
    end = len(text) if end is None else end
    pattern = _pattern()
    for begins in _BEGINS.finditer(text, start, end):
        match = pattern.match(text, begins.start(), end) if begins.start() >= start else None
        if match is not None and (quantity := _read(match)) is not None:
            yield quantity
            start = quantity.end


@cache
def _pattern() -> re.Pattern[str]:
    units, after = unit.pattern(), operator.suffix_pattern()
    plain = (
        rf"(?:每(?P<per>[万千百]?枚|立方米|升|千克|亩|公顷|人|平方公里|公里|日|天|小时)\s?)?"
        rf"(?P<first>{NUMBER})(?P<late>{_LATE})?"
        rf"(?:(?P<middle>{units})?{_RANGE}(?P<second>{NUMBER}))?(?P<unit>{units})(?!级)(?:\((?:{units}|段)\))?"
    )
    parts = rf"(?P<whole>[百千二三四五六七八九十]分之)(?P<part>{NUMBER}|百)"
    shares = rf"{parts}|(?P<tenths>{_TENTHS})成(?P<half>半)?"
    grade = r"(?P<grade>[ⅠⅡⅢⅣⅤ])类(?:水质|水体|水)?(?:标准)?(?=及?以上|[,;。、\s]|$)"
    special = rf"{grade}|{_PEOPLE}|(?P<halves>一半|半数|过半)|(?P<big>{_BIG})(?P<bigunit>{_BIG_UNITS})级?"
    further = rf"(?:[、和及与](?P<last>{NUMBER})){{1,{_LONGEST_LIST}}}"
    listed = rf"(?P<listed>{NUMBER})(?={further}(?P<shared>{units})(?!级))"
    ratio = r"(?:[:∶]1(?![\d.:∶万千百]))?"
    bare = (
        rf"(?P<bare>\d+(?:\.\d+)?){ratio}(?![\d.]|[A-Za-z年月日时号期届级类批轮条章节款版分%℃点]|[万亿千百]|[-~—–]\d)"
    )
    signed = rf"(?P<sign>{operator.SIGN})\s?(?P<minus>-)?"
    return re.compile(
        rf"(?:{signed}|{_AHEAD})(?:{shares}|{plain}|{special}|{listed}|{bare})(?P<full>的?全覆盖)?"
        rf"(?:\((?:[^()\d]{{1,6}}|\d[^(),;、]{{1,6}})\)(?={after}))?(?:[ ]?(?P<suffix>{after}))?"
    )


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
