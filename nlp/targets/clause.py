"""Sentences and clauses: where a statement begins and ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.characters import NUMERALS

Span = tuple[int, int]

BRACKET = re.compile(r"\([^()]*\)")
"""A bracket with no other inside it."""

# A lost character stands as ? or ! in a damaged text, so these two end a sentence only at the end of a line.
_SENTENCE = re.compile(r"[^。\n]+")
# The comma of a number (1,130吨) stands behind a digit and before just three, the colon of a ratio (2:1) before a 1.
_MARK = re.compile(r"(?<!\d),|,(?!\d{3}(?!\d))|(?<!\d):|:(?!1(?![\d.]))|[;…\t|()《》“”〔〕【】\[\]]")
_OPENING = dict(zip("(《“〔【[", ")》”〕】]", strict=True))
_CLOSING = frozenset(_OPENING.values())
_ENUMERATORS = (
    r"[—\-●■◆·▪★☆*]+",
    rf"第[{NUMERALS}百\d]+[条章节项]",
    rf"[{NUMERALS}]+是",  # 二是
    rf"[(〔]?[{NUMERALS}]{{1,3}}[)〕、.]",
    r"[(〔]\d{1,2}[)〕]",
    r"\d{1,2}(?:\.\d{1,2})*[.、)](?:(?=20\d\d年)|(?!\d))",  # 1., 2.1、, 2.2022年; not 1.5亿
    "[①-⑳]",
    "[a-zA-Z][.)、]",
)
_ENUMERATOR = re.compile(rf"\s*(?:{'|'.join(_ENUMERATORS)})[\s、.]*")


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """The spans of the sentences in `text[start:end]`, without their full stops; a line break ends a sentence too.

    `到2025年,优良率达到95%。建成湿地2处。` gives two; the comma in `到2025年,优良率` ends none.
    """
    for match in _SENTENCE.finditer(text, start, len(text) if end is None else end):
        yield match.span()


def clauses(text: str, start: int, end: int) -> list[Span]:
    """The spans of the clauses of one sentence: what stands between commas, semicolons, colons and cell borders.

    `森林覆盖率达到68%,湿地保护率达到50%` gives two. Marks in brackets or quotation marks divide nothing
    (`各县(市,区)完成3个` is one), nor do the comma of a number (`1,130吨`) and the colon of a ratio (`2.2:1`).
    A bracket never closed divides nothing.
    """
    bounds: list[Span] = []
    at = start
    awaited: list[str] = []
    for match in _MARK.finditer(text, start, end):
        mark, here = match[0], match.start()
        if mark in _CLOSING:
            if mark in awaited:
                del awaited[awaited.index(mark) :]
        elif mark in _OPENING:
            if text.find(_OPENING[mark], here, end) > 0:
                awaited.append(_OPENING[mark])
        elif not awaited:
            bounds.append((at, here))
            at = here + 1
    bounds.append((at, end))
    return [span for span in bounds if span[0] < span[1]]


def opening(text: str, start: int, end: int) -> int:
    """Where the wording of a line begins after its bullet or enumerator: `——森林覆盖率` and `(1)森林覆盖率` at 森.

    A number that belongs to the wording is kept: `30户以上自然村` begins at 3.
    """
    match = _ENUMERATOR.match(text, start, end)
    return match.end() if match else start
