"""Page chrome: what a website sets around a text, cut from the head and the tail of the page. The wording is data."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import yaml

from corpus.repaired import Repaired

LINE = re.compile(r"[^\n]+\n*")
ORNAMENT = re.compile(r"[\s()【】\[\]《》〈〉“”<>»›>|·:.…>+-]+")
HEAD, TAIL = 15, 60  # lines with text at either end that can belong to the page
SHORT = 60  # characters of a line that can be chrome
TELLING = re.compile(r"\d{4}[-年/.]\d|来源:|文号")  # what tells of the document itself
DENSE = 0.5  # of the lines behind the text, this share is known chrome where all of them are


def cut_chrome(repaired: Repaired) -> Repaired:
    """The text without the chrome of its page: 发送至邮箱 at the head, 相关推荐 … 首页 登录 热门搜索 at the tail.

    At the tail unknown short lines between known ones go as well (招投标平台 between 相关推荐 and 登录); at the head
    each line is judged alone, since the title stands among them. A mark with the words that went is left behind.
    """
    lines = [line.span() for line in LINE.finditer(repaired.text)]
    tail = _tail(repaired.text, lines)
    head = [span for span in lines[: min(HEAD, tail)] if is_chrome(repaired.text[slice(*span)].rstrip("\n"))]
    spans = head if tail == len(lines) else [*head, (lines[tail][0], len(repaired.text))]
    if not spans:
        return repaired
    cut = repaired.without(spans, "page-chrome", "what the web page sets around its text was left out: {}")
    return cut.part(0, len(cut.text))


def is_chrome(line: str) -> bool:
    """Whether a line is known to belong to a page, not to its text.

    `查看详情》` and `浏览次数:328` are; `点击数:374 发布日期:2018-07-02` tells of the document and is not.
    """
    whole, starts = _wording()
    bare = ORNAMENT.sub("", line)
    if len(line) > SHORT or TELLING.search(line):
        return False
    words = [ORNAMENT.sub("", word) for word in line.split()]
    return bare in whole or line.lstrip("-·• ").startswith(starts) or all(word in whole or not word for word in words)


def _tail(text: str, lines: list[tuple[int, int]]) -> int:
    """The number of the line from which on all is chrome, or the number of lines where the text ends with the text."""
    first = len(lines)
    known = 0
    for number in range(len(lines) - 1, max(0, len(lines) - TAIL) - 1, -1):
        line = text[slice(*lines[number])].rstrip("\n")
        if is_chrome(line):
            known += 1
            if known >= DENSE * (len(lines) - number):
                first = number
        elif len(line) > SHORT or "。" in line:
            break
    return first


@cache
def _wording() -> tuple[frozenset[str], tuple[str, ...]]:
    """The whole lines and the beginnings of lines that are chrome."""
    data = yaml.safe_load((files("corpus") / "data" / "page_chrome.yaml").read_text("utf-8"))
    whole = frozenset(ORNAMENT.sub("", line) for lines in data["lines"].values() for line in lines)
    return whole, tuple(start for starts in data["starts"].values() for start in starts)
