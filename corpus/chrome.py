"""Page chrome: what a website sets around a text, cut from the head and the tail of the page. The wording is data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from corpus.repairs.repaired import Repaired
from corpus.words import load

LINE = re.compile(r"[^\n]+\n*")
ORNAMENT = re.compile(r"[\s()【】\[\]《》〈〉“”<>»›>|·:.…>+-]+")
HEAD, TAIL = 15, 60  # lines with text at either end that can belong to the page
SHORT = 60  # characters of a line that can be chrome
NUMBER = re.compile(r"第\d+页,?共\d+页|共\d+页,?第\d+页")  # of the page a reader is on
TELLING = re.compile(r"\d{4}[-年/.]\d|来源:|文号")  # what tells of the document itself
DENSE = 0.5  # of the lines behind the text, this share is known chrome where all of them are


def cut_chrome(repaired: Repaired) -> Repaired:
    """The text without the chrome of its page: 发送至邮箱 at the head, 相关推荐 … 首页 登录 热门搜索 at the tail.

    At the tail unknown short lines between known ones go as well (招投标平台 between 相关推荐 and 登录); at the head
    each line is judged alone, since the title stands among them. A mark with the words that went is left behind.
    """
    spans = [line.span() for line in LINE.finditer(repaired.text)]
    lines = [repaired.text[slice(*span)].rstrip("\n") for span in spans]
    tail = _tail(lines)
    cut = [spans[number] for number in _head(lines[: min(HEAD, tail)])]
    if tail < len(lines):
        cut.append((spans[tail][0], len(repaired.text)))
    if not cut:
        return repaired
    rest = repaired.without(cut, "page-chrome", "what the web page sets around its text was left out: {}")
    return rest.part(0, len(rest.text))


def is_chrome(line: str) -> bool:
    """Whether a line is known to belong to a page, not to its text.

    `查看详情》`, `第 [1] 页 共 [2] 页`, `浏览次数:328` and `免责声明:本站…` are; `点击数:374 发布日期:2018-07-02`
    tells of the document and is not.
    """
    known = _wording()
    if line.lstrip("-·•* ").startswith(known.notes):
        return True
    if len(line) > SHORT or TELLING.search(line):
        return False
    words = [bare for word in line.split() if (bare := ORNAMENT.sub("", word))]
    return bool(
        "".join(words) in known.lines
        or NUMBER.fullmatch("".join(words))
        or (words and all(word in known.lines for word in words))
        or line.lstrip("-·• ").startswith(known.starts)
        or any(sign in line for sign in known.holds)
    )


def _head(lines: list[str]) -> list[int]:
    """The numbers of the lines at the head that are chrome, weak words only beside others."""
    known = [is_chrome(line) for line in lines]
    beside = [any(known[max(0, number - 1) : number + 2]) for number in range(len(lines))]
    weak = _wording().weak
    return [number for number, line in enumerate(lines) if known[number] or (beside[number] and line in weak)]


def _tail(lines: list[str]) -> int:
    """The number of the line from which on all is chrome, or the number of lines where the text ends with the text."""
    first = len(lines)
    known = 0
    for number in range(len(lines) - 1, max(0, len(lines) - TAIL) - 1, -1):
        line = lines[number]
        if is_chrome(line) or (line in _wording().weak and first == number + 1):
            known += 1
            if known >= DENSE * (len(lines) - number):
                first = number
        elif len(line) > SHORT or "。" in line:
            break
    return first


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of chrome: whole lines, weak ones, beginnings, those of long notes, and signs anywhere in a line."""

    lines: frozenset[str]
    weak: frozenset[str]
    starts: tuple[str, ...]
    notes: tuple[str, ...]
    holds: tuple[str, ...]


@cache
def _wording() -> Wording:
    """The words of the data file, read once."""
    data = load("page_chrome")
    lines = frozenset(ORNAMENT.sub("", line) for group in data["lines"].values() for line in group)
    starts = tuple(start for group in data["starts"].values() for start in group)
    return Wording(lines, frozenset(data["weak"]), starts, tuple(data["notes"]), tuple(data["holds"]))
