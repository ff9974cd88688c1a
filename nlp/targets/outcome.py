"""Outcomes: words that state a value without a number, such as 全覆盖, 清零, 零填埋, 翻一番, 减半."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from corpus.characters import HAN, NUMERALS
from nlp.facts import Op
from nlp.targets.quantity import Quantity
from nlp.wording import any_of, pattern

# Every outcome has one of these in it, with at most so many characters before and behind.
_HINT = re.compile(r"[零翻半盖]")
_BEFORE_HINT, _BEHIND_HINT = 5, 8
_IN_A_SET = re.compile(r"“[一两二三四五六七八九十]个?$")  # “三清零” names a set
# “污水全收集、管网全覆盖” is a row of slogans.
_SLOGANS, _LONGEST_SLOGANS = re.compile(r"“[^“”\n]*、[^“”\n]*\Z"), 60
_SLOGANS_AHEAD = re.compile(r"、[^“”\n]{1,60}”")
_NO_NAME = f"(?!{any_of('statements', 'named_so')})"  # 零直排区 is the name of a thing
_NAMES = re.compile(rf"(?!{any_of('statements', 'named_no_more')})[{HAN}]")  # so is “零排放”庭院
_PICKING = re.compile(rf"的?[{HAN}]*?[县市区乡镇村园][()、市区]*[^,;。\n\d]{{0,6}}\d+个")  # 清零的县(市、区)|达到5个
_NUMBERED = re.compile(rf"(?:%|[\d{NUMERALS}]个)的?$")


def find(text: str, start: int = 0, end: int | None = None) -> Iterator[Quantity]:
    """The outcomes in `text[start:end]`, as quantities without digits, in reading order.

    `行政村全覆盖` is 100 %, `动态清零`, `零增长` and `“零填埋”` are 0, `翻一番` is an increase by 100 %, `减半` a
    decrease by 50 %. Not read: `100%全覆盖` (a number says it), `全覆盖排查` and `过程全覆盖` (a manner of working),
    `零容忍`, `零碳园区`, `管网清零的县区达到5个` (counts places).
    """
    end = len(text) if end is None else end
    for hit in _HINT.finditer(text, start, end):
        reach = min(end, hit.end() + _BEHIND_HINT)
        match = _pattern().search(text, max(start, hit.start() - _BEFORE_HINT), reach)
        if match is None or match.start() > hit.start():
            continue
        start = match.end()
        if not _is_value(match):
            continue
        value, unit, op = _meaning(match)
        yield Quantity(match.start(), match.end(), value, unit, None, op, False, match.end(), True)


def noun(text: str) -> str:
    """What an outcome adds to the thing measured: `零填埋` adds 填埋; `零增长` and `全覆盖` add nothing."""
    match = _pattern().match(text)
    return (match["of"] or "") if match else ""


def _meaning(match: re.Match[str]) -> tuple[float, str | None, Op]:
    """Value, unit and operator of an outcome."""
    if match["everything"]:
        return 100.0, "%", "="
    if match["twofold"] or match["fourfold"]:
        return (100.0 if match["twofold"] else 300.0), "%", "increase"
    if match["halved"]:
        return 50.0, "%", "decrease"
    return 0.0, None, "~" if match["nearly"] else "="


def _is_value(match: re.Match[str]) -> bool:
    """True where an outcome is reached; not in names (“三清零”, “零排放”庭院), slogans, or before what it picks out."""
    text, start, end = match.string, match.start(), match.end()
    quoted = "“" in text[start - 1 : start + 1]
    named = _IN_A_SET.search(text, max(start - 3, 0), start) or (match[0].endswith("”") and _NAMES.match(text, end))
    slogan = _SLOGANS.search(text, max(start - _LONGEST_SLOGANS, 0), start)
    if named or slogan or (quoted and _SLOGANS_AHEAD.match(text, end)) or _PICKING.match(text, end):
        return False
    return not match["everything"] or not (_NUMBERED.search(text[max(start - 8, 0) : start]) or _is_manner(match))


def _is_manner(match: re.Match[str]) -> bool:
    """True where 全覆盖 says how work is done and not what is reached."""
    text = match.string
    before = text[max(match.start() - 12, 0) : match.start()]
    slogan = pattern("statements", "slogans", after="(?:实现)?$")
    return bool(pattern("statements", "manner").match(text, match.end()) or slogan.search(before))


@cache
def _pattern() -> re.Pattern[str]:
    """Values without a number, their kinds as groups: 全覆盖, 清零, 零增长, 翻一番; not 健全覆盖全县的体系."""
    whole = "|".join(
        rf"(?P<{key}>{any_of('statements', key)})" for key in ("everything", "nothing", "twofold", "fourfold", "halved")
    )
    what, growth = any_of("statements", "nothing_of"), any_of("statements", "no_growth")
    zero = rf"[“‘]?(?P<nearly>趋|近)?零[”’]?(?:(?P<of>{what}){_NO_NAME}|(?:{growth}))"
    return re.compile(rf"[“‘]?(?<!健)(?:{whole}|{zero})[”’]?")
