"""Lines broken at the edge of a page, put together again as the paragraphs they were.

Used by the PDF format, which knows where a line stands, and by plain text copied out of such a page, where the width
of the lines has to tell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.characters import HAN, NUMERALS
from corpus.formats.edge import CLOSING, reach
from corpus.formats.page_lines import find_page_lines
from corpus.words import any_of

# What opens a unit of its own: enumerators, bullets, and the labels of clauses that stand on a line of their own.
OPENING = re.compile(
    r"\s*(?:"
    rf"[{NUMERALS}百]{{1,4}}[、.．](?![{NUMERALS}]、)"
    rf"|[(（〔][{NUMERALS}]{{1,3}}[)）〕]"
    r"|[(（]?\d{1,3}[)）、](?!\d)"
    r"|\d{1,2}(?:\.\d{1,2})*[.．](?!\d)"
    rf"|\d{{1,2}}(?:\.\d{{1,2}}){{1,3}}\s+(?![万亿千百个吨公平立米元家项处座条次倍年月])[{HAN}]"
    rf"|[{NUMERALS}]{{1,2}}是(?!否)"
    r"|[①-⑳●■◆◇□○★▲➢]"
    r"|——"
    rf"|第[{NUMERALS}百零\d]{{1,5}}[章节節条條篇](?![第规的、和至及款]|[{NUMERALS}]*[款项])"
    r"|附(?:件|表|录)\s*\d*\s*[:：.]?"
    rf"|[^，。；,;:：（(]{{0,6}}(?:{any_of('lines', 'label_nouns', 'label_roles', 'label_alone')})[:：]"
    r")"
)
SENTENCE_END = re.compile(r"[。；;！？!?：:][”’\"'）)】〕\]]*$")
UNFINISHED = re.compile(r"[，,、《〈“‘]$")
OPEN_BRACKET = re.compile(r"[（(〔\[][^（(〔\[）)〕\]]*$")
MARK = re.compile("[，。、；：,;:（(]")
# A row of a Markdown table, which goes beyond the edge of the page: | 1 | 用水总量 |.
PIPED = re.compile(r"\s*\|[^|\n]*\|")
# A row of cells with blanks between them, without the marks of a sentence.
ROW = re.compile(r"[^，。；,;\s]+(?:[ \t\u3000]+[^，。；,;\s]+){3,}")
# The first half of a label that the edge cut: `责任` before `单位:市水务局`.
CUT_LABEL = re.compile(f"(?:{any_of('lines', 'label_roles', 'label_deeds')})$")
LABEL_REST = re.compile(f"(?:{any_of('lines', 'label_nouns')})[:：]")
# What stands on a line of its own: the number of a document and its date.
ALONE = re.compile(
    r"[^，。；,;:：]{1,12}[〔\[(（【﹝［]\d{4}[〕\])）】﹞］]\s?\d{1,5}\s?号"
    r"|[12二][\d〇○零一二三四五六七八九]{3}年\S{1,3}月\S{1,3}日"
)

BRACKET_LINES = 3  # a bracket is closed within so many lines, or its end was lost
MARKED_SHARE = 0.2  # of the broken lines of running text, this share has a comma or a stop within
BROKEN_SHARE = 0.6  # of the full lines, this share ends within a sentence where a text was wrapped
INDENT_SHARE = 0.7  # of the paragraphs, this share is indented where indents can be relied on
SPACED_SHARE = 0.5  # of the broken lines, this share has a blank line behind it where blank lines tell nothing


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it stands on the page.

    `full`: it reaches the right margin. `indented`: it begins further right than the margin. `apart`: a blank line,
    a wide gap or another style of type stands between it and the line before. `tight`: nothing more would have
    fitted into it, so that it was broken even if a sentence ends there.
    """

    text: str
    full: bool
    indented: bool
    apart: bool
    tight: bool = False


def unwrap(text: str) -> str:
    """Plain text with its hard wraps undone, where the text is surely wrapped; otherwise the text as it is.

    Surely means: many lines reach one and the same width, none goes beyond, and most of those end within a sentence.
    Cells of a table, one a line, may be as wide, but no commas stand in them.
    What belongs to pages and not to the text (`- 3 -`, 第3页 共9页) goes with the wraps.
    """
    lines = text.split("\n")
    reaches = reach(["" if PIPED.match(line) else line for line in lines], [opens(line) for line in lines])
    broken = [each.full and not SENTENCE_END.search(line.rstrip()) for line, each in zip(lines, reaches, strict=True)]
    if sum(broken) < max(BROKEN_SHARE * sum(each.full for each in reaches), 1):
        return text
    marked = sum(MARK.search(line) is not None for line, cut in zip(lines, broken, strict=True) if cut)
    if marked < MARKED_SHARE * sum(broken):
        return text
    blanks = sum(not below.strip() for cut, below in zip(broken, lines[1:], strict=False) if cut)
    spaced = blanks >= SPACED_SHARE * sum(broken)
    page_lines = find_page_lines(lines, broken)
    placed: list[Line] = []
    blank = paged = False
    for number, (line, each) in enumerate(zip(lines, reaches, strict=True)):
        if number in page_lines:
            paged = True
        elif not line.strip():
            blank = True
        else:
            apart = blank and not paged and not spaced
            placed.append(Line(line.strip(" \u3000\xa0"), each.full, line[0].isspace(), apart, each.tight))
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

    `rely` where indents tell paragraphs apart. In an open bracket `责任单位:` opens nothing: `(责任` goes on, and so
    does `责任` before `单位:`. Rows of cells, `优良比例 85.7 100 100`, are lines of
    their own. No line opens with the mark that closes what is before it. A number of a document (`通政发〔2021〕12号`)
    and a date stand alone.
    """
    if (
        not before.full
        or line.apart
        or PIPED.match(line.text)
        or (ROW.fullmatch(before.text) and ROW.fullmatch(line.text))
    ):
        return False
    if UNFINISHED.search(tail) or OPEN_BRACKET.search(tail) or line.text[0] in CLOSING:
        return True
    if opens(line.text):
        return CUT_LABEL.search(tail) is not None and LABEL_REST.match(line.text) is not None
    if ALONE.fullmatch(line.text):
        return False
    return not line.indented if rely else before.tight or not SENTENCE_END.search(before.text)
