"""Lines broken at the edge of a page, put together again as the paragraphs they were.

Used by the PDF format, which knows where a line stands, and by plain text copied out of such a page, where the width
of the lines has to tell.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from unicodedata import east_asian_width

# What opens a unit of its own: enumerators, bullets, and the labels of clauses that stand on a line of their own.
OPENING = re.compile(
    r"\s*(?:"
    r"[一二三四五六七八九十百]{1,4}[、.．](?![一二三四五六七八九十]、)"
    r"|[(（〔][一二三四五六七八九十]{1,3}[)）〕]"
    r"|[(（]?\d{1,3}[)）、](?!\d)"
    r"|\d{1,2}(?:\.\d{1,2})*[.．](?!\d)"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}\s+(?![万亿千百个吨公平立米元家项处座条次倍年月])[\u4e00-\u9fff]"
    r"|[一二三四五六七八九十]{1,2}是(?!否)"
    r"|[①-⑳●■◆◇□○★▲➢]"
    r"|——"
    r"|第[一二三四五六七八九十百零\d]{1,5}[章节条篇](?![第规的、和至及款]|[一二三四五六七八九十]*[款项])"
    r"|附(?:件|表|录)\s*\d*\s*[:：.]?"
    r"|[^，。；,;：:（(]{0,4}(?:单位|部门|主体|时限|时间|领导|牵头|配合|主办|协办|负责|督导)[:：]"
    r")"
)
SENTENCE_END = re.compile(r"[。；;！？!?：:][”’\"'）)】〕\]]*$")
UNFINISHED = re.compile(r"[，,、《〈“‘]$")
OPEN_BRACKET = re.compile(r"[（(〔\[][^（(〔\[）)〕\]]*$")
PAGE_MARK = re.compile(
    r"\s*(?:[-—–―－·]+\s*\d{1,4}\s*[-—–―－·]+|第\s*\d{1,4}\s*页(?:\s*[,，/／]?\s*共\s*\d{1,4}\s*页)?"
    r"|共\s*\d{1,4}\s*页\s*[,，/／]?\s*第\s*\d{1,4}\s*页|[Pp]age\s*\d{1,4}(?:\s*of\s*\d{1,4})?)\s*"
)

NARROWEST, WIDEST = 30, 120  # columns between which a page of Chinese text is set; a character takes two
RAGGED = 4  # columns by which a full line may fall short, for a character or a mark that did not fit
BRACKET_LINES = 3  # a bracket is closed within so many lines, or its end was lost
FEWEST_LINES = 8  # fewer lines do not show a width
FULL_SHARE = 0.3  # of the lines, this share reaches the edge where a text was wrapped
BROKEN_SHARE = 0.6  # of the full lines, this share ends within a sentence where a text was wrapped
INDENT_SHARE = 0.7  # of the paragraphs, this share is indented where indents can be relied on


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it stands on the page.

    `full`: it reaches the right margin. `indented`: it begins further right than the margin. `apart`: a blank line,
    a wide gap or another style of type stands between it and the line before.
    """

    text: str
    full: bool
    indented: bool
    apart: bool


def unwrap(text: str) -> str:
    """Plain text with its hard wraps undone, where the text is surely wrapped; otherwise the text as it is.

    Surely means: most lines reach one and the same width, none goes beyond, and most of those end within a sentence.
    Marks of pages (`- 3 -`, 第3页 共9页) go with the wraps.
    """
    lines = text.split("\n")
    width = _edge([_columns(line) for line in lines if line.strip()])
    full = [line for line in lines if width and "\t" not in line and _columns(line) >= width - RAGGED]
    if not full or sum(not SENTENCE_END.search(line.rstrip()) for line in full) < BROKEN_SHARE * len(full):
        return text
    placed: list[Line] = []
    blank = paged = False
    for line in lines:
        if PAGE_MARK.fullmatch(line):
            paged = True
        elif not line.strip():
            blank = True
        else:
            reaches = "\t" not in line and _columns(line) >= width - RAGGED
            placed.append(Line(line.strip(), reaches, line[0].isspace(), blank and not paged))
            blank = paged = False
    return "\n".join(join(placed)) + "\n"


def join(lines: Sequence[Line]) -> list[str]:
    """The paragraphs that wrapped lines were.

    `推进城镇污水处理` at the edge and `提质增效。` below are one paragraph; `…保障措施。` and `二、加强领导` are two.
    """
    after_short = [line for before, line in pairwise(lines) if not before.full and "\t" not in line.text]
    rely = sum(line.indented for line in after_short) >= max(2.0, INDENT_SHARE * len(after_short))
    paragraphs: list[list[str]] = []
    before: Line | None = None
    for line in lines:
        if before and _continues(before, line, rely, "".join(paragraphs[-1][-BRACKET_LINES:])):
            paragraphs[-1].append(f" {line.text}" if _are_words(before.text, line.text) else line.text)
        else:
            paragraphs.append([line.text])
        before = line
    return ["".join(pieces) for pieces in paragraphs]


def glue(first: str, second: str) -> str:
    """Two pieces of one line, with a space only between two Latin words: `Water`, `Quality` but not `水`, `质`."""
    return f"{first} {second}" if _are_words(first, second) else first + second


def opens(line: str) -> bool:
    """Whether a line opens a unit of its own.

    `(三)加强监管`, `2.实施截污工程` and `责任单位:市水务局` do; `3.5万吨/日` and `一、二、三产业` do not.
    """
    return OPENING.match(line) is not None


def _are_words(first: str, second: str) -> bool:
    """Whether Latin letters meet where two pieces meet."""
    return (first[-1:] + second[:1]).isascii() and first[-1:].isalpha() and second[:1].isalpha()


def _continues(before: Line, line: Line, rely: bool, tail: str) -> bool:
    """Whether a line goes on with the paragraph of the line before, whose last lines are `tail`.

    `rely` where indents tell paragraphs apart. In an open bracket `责任单位:` opens nothing: `(责任` goes on.
    """
    if not before.full or line.apart:
        return False
    if UNFINISHED.search(tail) or OPEN_BRACKET.search(tail):
        return True
    if opens(line.text):
        return False
    return not line.indented if rely else not SENTENCE_END.search(before.text)


def _edge(widths: Sequence[int]) -> int:
    """The width at which lines were broken, in columns, or 0 where they were not."""
    if len(widths) < FEWEST_LINES:
        return 0
    counts = Counter(widths)
    edge = max(counts, key=lambda width: sum(counts[width - short] for short in range(RAGGED + 1)))
    full = sum(counts[edge - short] for short in range(RAGGED + 1))
    beyond = sum(count for width, count in counts.items() if width > edge + 2)
    sure = NARROWEST <= edge <= WIDEST and full >= FULL_SHARE * len(widths) and beyond <= 0.02 * len(widths)
    return edge if sure else 0


def _columns(line: str) -> int:
    """The width of a line in columns: two for a Chinese character, one for a Latin one."""
    return sum(2 if east_asian_width(char) in "WFA" else 1 for char in line.rstrip())
