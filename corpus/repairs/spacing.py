"""Spaces within a line: none stands inside a word, between separate items one stays.

A space goes where it is surely typography: beside a Chinese mark, around a number in running text, between the
characters of a justified line, inside a word that only its two sides together make. It stays between separate items,
behind an enumerator, and in a line that looks like a row of a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import rjieba

from corpus.characters import HAN, NUMERALS, is_han
from corpus.repairs.draft import Draft, Edit
from corpus.words import any_of

GAP = re.compile(" +")
SINGLES = re.compile(rf"(?<![^ \t\n、。,;:()《》“”])[{HAN}〇](?: +[{HAN}〇](?![^ \t\n、。,;:()《》“”]))+")
SIGHT = 16  # characters looked at on either side of a gap
LABELLED = re.compile(" *[:A-Za-z0-9]")
FEWEST_SINGLES = 4  # no list names that many things by one character each

NUMERAL = f"[{NUMERALS}百]"
ANNEXES = any_of("lines", "annexes")
ENUMERATOR = re.compile(
    rf"(?:附件:)?(?:第?[(〔]?(?:{NUMERAL}{{1,4}}|\d{{1,3}}(?:\.\d{{1,3}}){{0,3}})(?:[章节条篇款部]|部分|[、.)〕])*"
    rf"|(?:{ANNEXES})(?:{NUMERAL}+|\d+(?:[-.]\d+)?)?[:.]?"
    r"|[①-⑳⑴-⒛●■◆□○★▲➢√·*#+-]+|[A-Za-z][.、)])"
)
LABEL = re.compile(f"(?:{ANNEXES}|第)$")
OPENS = re.compile(
    rf"[(〔]?(?:{NUMERAL}{{1,3}}|\d{{1,2}})[、.)〕](?!\d)|[①-⑳●■◆★▲➢]|第{NUMERAL}+[章节条]|[{HAN}〇]{{2,6}}:"
)
PROSE = re.compile("[。;!?,]|:$")
OPENING, CLOSING = set("“‘《〈(〔【["), set("”’》〉)〕】]、。,;:!?")
REDACTED = "(略)"
STOPS = set("、,;:")
YEARS = re.compile(r"(?:19|20)\d\d年? ?[-—–] ?(?:19|20)\d\d(?!\d)")
DAY = re.compile(r"(?:19|20)\d\d ?年 ?\d{1,2} ?月(?: ?\d{1,2} ?日)?|(?:19|20)\d\d ?年(?!均)")
TIMES, LIMITS = set("年月日底末"), set("底末前")  # 2025年 底 前
UNITS = set("年月日时个项家条座处类级万亿元吨亩公里米倍人户次天辆台套张%")
OPERATORS = set("≥≤><=~-—–/")
# Thousands set apart by a blank, between a word and what is counted: 整治1 200个, 投资12 500万元; not 表1 200个
HIGHER = re.compile(rf"(?![表图第件年月栏])[{HAN}] ?[1-9]\d{{0,2}}(?: \d{{3}})*\Z")
LOWER = re.compile(rf"\d{{3}}(?: \d{{3}})*(?:\.\d+)? ?(?:[{HAN}%]|\Z)")


def close_gaps(draft: Draft) -> Draft:
    """The draft without spaces inside words; between separate items one space stays.

    到 2025 年, 重点问 题整改率, 生 态 环 境 局 close up; 市水务局 市住建局, 1. 2024年任务, 第一章 总则 keep a space.
    """
    if " " not in draft.text:
        return draft
    draft = draft.substituted(SINGLES, _justified)
    return draft.edited(_gaps(draft.text))


def _justified(match: re.Match[str]) -> str | None:
    """The single characters of a justified line joined: 生 态 环 境 局, 通 知, 索 引 号:, but not the list 市 县 乡."""
    singles = match.group().replace(" ", "")
    label = LABELLED.match(match.string, match.end()) is not None
    sure = label or len(singles) >= FEWEST_SINGLES or len(rjieba.cut(singles, False)) == 1
    return singles if sure else None


def _gaps(text: str) -> Iterator[Edit]:
    """What to do with every gap of the text that is not one space already."""
    at = 0
    for line in text.split("\n"):
        start = at
        for cell in line.split("\t"):
            if " " in cell:
                yield from _cell_gaps(cell, start)
            start += len(cell) + 1
        at += len(line) + 1


def _cell_gaps(cell: str, at: int) -> Iterator[Edit]:
    """The edits for the gaps of one line, or of one cell of a row."""
    gaps = [gap.span() for gap in GAP.finditer(cell)]
    prose = PROSE.search(cell) is not None
    row = not prose and len(gaps) > 2
    for start, end in gaps:
        left, right = cell[max(0, start - SIGHT) : start], cell[end : end + SIGHT]
        if start <= SIGHT and _enumerates(left.replace(" ", ""), right):
            closes = LABEL.search(left) is not None and right[:1].isdigit()
        else:
            closes = bool(left and right) and _closes(left, right, prose, row)
        if closes or end - start > 1:
            yield at + start, at + end, "" if closes else " "


def _enumerates(left: str, right: str) -> bool:
    """Whether what stands before the first gap of a line is its enumerator: `1.`, `附件1`, but not 15 of 15 个."""
    return ENUMERATOR.fullmatch(left) is not None and not (left[-1:].isdigit() and right[:1] in UNITS)


def _closes(left: str, right: str, prose: bool, row: bool) -> bool:
    """Whether the gap between two sides of a line is typography; `prose` and `row` tell what the line looks like."""
    before, after = left[-1], right[0]
    if before in OPENING or after in CLOSING:
        return True
    if left.endswith(REDACTED) or right.startswith(REDACTED) or (before.isdigit() and after == "%"):
        return True
    if OPENS.match(right):
        return False
    if _latin(before) and _latin(after):
        thousands = prose and LOWER.match(right) is not None and HIGHER.search(left) is not None
        return thousands or (left.endswith("PM") and right.startswith(("2.5", "10")))
    if before in STOPS or (before in TIMES and after in LIMITS):
        return True
    if before in OPERATORS or after in OPERATORS:
        return _spans_figures(left, right, row)
    if row:
        return _within_day(left, right)
    if before in CLOSING or after in OPENING:
        return prose or _han(before) or _latin(before)
    if _latin(before) or _latin(after):
        return prose or _stands_alone(left, right)
    return _han(before) and _han(after) and _splits_word(left, right)


def _latin(char: str) -> bool:
    """Whether a character is a digit, a Latin letter or the percent sign."""
    return char.isascii() and (char.isalnum() or char == "%")


def _han(char: str) -> bool:
    """Whether a character is Chinese, 〇 among the figures included."""
    return is_han(char) or char == "〇"


def _within_day(left: str, right: str) -> bool:
    """Whether a gap stands within a day or a month, as in the row 完成时限: 2022 年 12 月; not in 2022年 12件."""
    return any(day.start() < len(left) < day.end() - 1 for day in DAY.finditer(f"{left} {right}"))


def _spans_figures(left: str, right: str, row: bool) -> bool:
    """Whether a gap stands within a figure: 2021 - 2025, ≥ 90; not between 一 — 二 or a star and a name.

    In a row a stroke alone is a cell without a value, but between two years: 28 - 25, 2021 - 2025; ≤ 25 opens a cell.
    """
    before, after = left[-1], right[0]
    if row and (after in "≥≤><" or before in "-—–" or after in "-—–"):
        return YEARS.search(f"{left} {right}", max(0, len(left) - 8)) is not None
    if before in OPERATORS:
        return after.isdigit() and (len(left) < 2 or before in "≥≤" or left[-2] in " 0123456789")
    return after in "≥≤" or (before.isdigit() and right[1:2] != "" and right[1] in " 0123456789")


def _stands_alone(left: str, right: str) -> bool:
    """Whether the figure beside a gap has a gap, a mark or a line's end on its other side too: 杭州市 2025 年工作."""
    if _latin(left[-1]):
        outer = left.rstrip("0123456789.%ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")[-1:]
    else:
        outer = right.lstrip("0123456789.%ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")[:1]
    return not _han(outer) if outer else True


def _splits_word(left: str, right: str) -> bool:
    """Whether a word stands across a gap: the two sides are read in fewer words together than apart.

    重点问 题整改率 is five words apart and four together; 市水务局 市住建局 is as many both ways. A numeral before a
    gap belongs to what it counts: 任务一 部分园区.
    """
    left, right = left[-8:].rpartition(" ")[2], right[:8].partition(" ")[0]
    if (len(left) == 1 and len(right) == 1) or left[-1] in f"{NUMERALS}百":
        return False
    return len(rjieba.cut(left + right, False)) < len(rjieba.cut(left, False)) + len(rjieba.cut(right, False))
