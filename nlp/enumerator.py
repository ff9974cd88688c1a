"""Enumerators: the 一、 (一) 1. (1) ① 一是 第三条 —— that divide a plan, told from decimals, dates and references."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

_HAN = "[一二三四五六七八九十百零〇两]"
_NAMED = "任务|行动|专项行动|工程|问题|活动|措施|阶段|步骤|目标|专项|项目|事项"
# A step or clause counts as one only where its text begins with a character, not with the rest of a number or a unit.
_WORD = r"(?=[\u4e00-\u9fff“‘《\"(【])"

# Each style by its place in the usual order of Chinese official writing; the order only decides where a document's own
# nesting has not yet shown itself.
STYLES: dict[str, tuple[int, str]] = {
    "part": (1, rf"第{_HAN}{{1,3}}(?:部分|篇|编)(?![的])[、,:]?"),
    "chapter": (2, rf"第{_HAN}{{1,3}}章[、,:]?"),
    "section": (3, rf"第{_HAN}{{1,3}}节[、,:]?"),
    "article": (4, rf"第(?:{_HAN}{{1,4}}|\d{{1,3}})条(?![的、和至款]|规定的)[,:]?"),
    "han": (5, rf"{_HAN}{{1,3}}[、.．](?!{_HAN}[级类等期批次])"),
    "han_bracket": (6, rf"[(〔【﹝\[]?{_HAN}{{1,3}}[)〕】﹞\]]、?"),
    "named": (7, rf"(?:{_NAMED})(?:{_HAN}{{1,3}}|\d{{1,2}})[:、.]"),
    "arabic": (8, r"\d{1,3}(?:[、．]|\.、|\.(?!\d)|\.(?=(?:19|20)\d\d年))"),
    "dotted": (9, rf"\d{{1,2}}(?:\.\d{{1,2}}){{1,3}}[、.]?{_WORD}"),
    "arabic_bracket": (10, r"\(\d{1,2}\)[、.]?"),
    "arabic_half": (11, rf"\d{{1,2}}\){_WORD}"),
    "circled": (12, r"[①-⑳⑴-⒇][、.]?"),
    "letter": (13, rf"[A-Ha-h][.、)]{_WORD}"),
    "roman": (7, r"[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ][、.]"),
    "first": (14, rf"{_HAN}{{1,2}}[是要](?![否不]){_WORD}"),
    "bullet": (15, rf"(?:[—–―─-]{{1,2}}|[●■◆◇•·▲★※▪➢√□○►*])\s?(?![—–―─*-]){_WORD}"),
}
# Styles that are also read inside a line; the others stand in running text too often as references or as prose.
_INLINE = {"han", "han_bracket", "arabic", "arabic_bracket", "circled", "first", "named"}
_PATTERN = re.compile(
    r"(?:^|(?<=[。;:,、!?)\]】〕]))(?:" + "|".join(f"(?P<{style}>{pattern})" for style, (_, pattern) in STYLES.items()) + ")",
    re.M,
)
_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100}
_HAN_NUMBER = re.compile(f"{_HAN}+")
_SENTENCE_END = "。;!?:"


@dataclass(frozen=True, slots=True)
class Enumerator:
    """An enumerator at `start:end`; `value` is its number (0 for bullets), `at_line` whether it opens its line."""

    start: int
    end: int
    style: str
    text: str
    value: int
    at_line: bool

    @property
    def number(self) -> str:
        """The number as it stands in a task's key: 一、 gives 一, 1. gives 1, 一是 gives 一, (一) and 第三条 stay."""
        if self.style == "bullet":
            return ""
        text = self.text.rstrip("、.．:, ")
        return text[:-1] if self.style in ("first", "arabic_half") else text


def find(text: str) -> list[Enumerator]:
    """All enumerators of the text, in reading order.

    Those that open a line are taken as they are, except decimals; those inside a line only where they count on: `一是加强
    监管;二是严格执法` gives two, `(1)监测(2)执法` after a colon two, `达到2.5微克` and `2024.6.30` none, and neither does
    `第一是态度` nor a lone `一是`.
    """
    found = [enumerator for enumerator in _candidates(text)]
    return sorted(_counted(text, found), key=lambda enumerator: enumerator.start)


def value_of(number: str) -> int:
    """The number that an enumerator counts: 十二 gives 12, (3) gives 3, ④ gives 4, 1.2 gives 2; 0 for a bullet."""
    if number[:1] in "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳":
        return ord(number[0]) - ord("①") + 1
    if "⑴" <= number[:1] <= "⒇":
        return ord(number[0]) - ord("⑴") + 1
    if "Ⅰ" <= number[:1] <= "Ⅻ":
        return ord(number[0]) - ord("Ⅰ") + 1
    if digits := re.findall(r"\d+", number):
        return int(digits[-1])
    if han := _HAN_NUMBER.search(number):
        return _han_value(han[0])
    return ord(number[0].lower()) - ord("a") + 1 if number[:1].isascii() and number[:1].isalpha() else 0


def _han_value(han: str) -> int:
    total, digit = 0, 0
    for character in han:
        if character in _TENS:
            total += (digit or 1) * _TENS[character]
            digit = 0
        else:
            # Two digits side by side are places: 二七 is 27.
            digit = digit * 10 + _DIGITS[character]
    return total + digit


def _candidates(text: str) -> Iterator[Enumerator]:
    for match in _PATTERN.finditer(text):
        style = str(match.lastgroup)
        at_line = match.start() == 0 or text[match.start() - 1] == "\n"
        if at_line or style in _INLINE:
            yield Enumerator(match.start(), match.end(), style, match[0], value_of(match[0]), at_line)


def _counted(text: str, found: list[Enumerator]) -> Iterator[Enumerator]:
    """Keeps what opens a line, and inside lines the runs that count up from one or go on where the last line stopped."""
    last: dict[str, int] = {}
    for _, group in groupby(found, key=_line_number(text)):
        line = list(group)
        for style in {enumerator.style for enumerator in line}:
            yield from _runs(text, [enumerator for enumerator in line if enumerator.style == style], last.get(style, 0))
        last.update({enumerator.style: enumerator.value for enumerator in line})


def _runs(text: str, line: list[Enumerator], last: int) -> Iterator[Enumerator]:
    """The enumerators of one style in one line that belong to a series; `last` is where earlier lines left it."""
    at = 0
    while at < len(line):
        end = at + 1
        while end < len(line) and line[end].value == line[end - 1].value + 1:
            end += 1
        run = line[at:end]
        opens = run[0].at_line or (run[0].value == 1 and (len(run) > 1 or _follows_heading(text, run[0])))
        goes_on = run[0].value == last + 1 and last > 0 and text[run[0].start - 1] in _SENTENCE_END
        if opens or goes_on:
            yield from run
        last = run[-1].value
        at = end


def _follows_heading(text: str, enumerator: Enumerator) -> bool:
    """True for the first item right behind a short heading: `一、总体要求。(一)指导思想。` but not `见附表(一)`."""
    line_start = text.rfind("\n", 0, enumerator.start) + 1
    return enumerator.style == "han_bracket" and enumerator.start - line_start <= 40 and text[enumerator.start - 1] in "。:"


def _line_number(text: str) -> "_LineCounter":
    return _LineCounter(text)


class _LineCounter:
    """Names the line in which an enumerator stands by the offset at which the line ends; offsets must not fall."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._end = -1

    def __call__(self, enumerator: Enumerator) -> int:
        if enumerator.start > self._end:
            end = self._text.find("\n", enumerator.start)
            self._end = len(self._text) if end < 0 else end
        return self._end
