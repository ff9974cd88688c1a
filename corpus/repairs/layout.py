"""Lines: indents and trailing blanks go, TABs stay only between the cells of a row, one empty line parts paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.characters import NUMERALS
from corpus.repairs.draft import Draft, Edit

EDGES = re.compile(r"(?<![^\n\t]) +|(?<! ) +(?=[\n\t]|\Z)")
PIPED = re.compile(r"^(?=(?:[^|\n]*\|){2})[^\n]*$", re.MULTILINE)
PIPE = re.compile(r"(?:(?<! ) +)?\| *")
# What was taken is never given back (+): a line of strokes can be parted in more ways than it has characters.
RULE = re.compile(r"^[ |]*+(?=[^\n]*--[^\n]*--)(?::?-{2,}+:?+ *+(?:\| *+)?+)++$\n?", re.MULTILINE)
# Stands where a page broke a table, and says nothing.
CONTINUED = re.compile(r"^[ \t]*[(（\[【]?(?:续表|续上表|接上表|續表|續上表)[)）\]】]?[ \t]*$\n?", re.MULTILINE)
EMPTY_ROW = re.compile(r"^[\t ]+$", re.MULTILINE)
WIDE_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
LISTED = re.compile(rf"\t*[(〔]?(?:第?[{NUMERALS}百]{{1,4}}|\d{{1,2}}(?:\.\d{{1,2}})*)[章节条、.)〕]+\t[^\t]+\t*")
# A row of a name and figures, a blank between two: 城关镇 500 1200 2.5.
FIGURES = re.compile(r"^(?![\d.≥≤><-])[^\s|。,;]{2,24}(?: (?:[≥≤><]?-?\d[\d.,]*%?|[-—/])){2,}$", re.MULTILINE)
FEWEST_ROWS = 2
HEADS = re.compile(r"[^\s|。,;]{1,24}(?: [^\s|。,;]{1,24}){2,}")
GAP = re.compile(" ")
BLANK_LINES = re.compile(r"\A\n+|\n{3,}|\n+\Z")


def lay_out(draft: Draft) -> Draft:
    """The draft with clean line edges and at most one empty line between lines.

    Lines with TABs, one below the other, are rows where one of them has a TAB between words; otherwise the TABs were
    indents. A single TAB behind an enumerator (`一、⇥总体要求`) is a space. Columns set with spaces, line below line,
    become rows with TABs, and so do lines of cells between upright strokes (`序号|任务|责任单位`) and rows of figures
    under a head. A line of nothing but (续表) goes.
    """
    if "|" in draft.text:
        draft = draft.substituted(RULE, "")
        draft = draft.edited(_strokes(draft.text))
    draft = (
        draft.substituted(CONTINUED, "")
        .substituted(EMPTY_ROW, "")
        .substituted(EDGES, "")
        .substituted(BLANK_LINES, _one_blank_line)
    )
    if WIDE_GAP.search(draft.text):
        draft = draft.edited(_columns(draft.text))
    if FIGURES.search(draft.text):
        draft = draft.edited(_rows_of_figures(draft.text))
    return draft.edited(_stray_tabs(draft.text)) if "\t" in draft.text else draft


def _one_blank_line(match: re.Match[str]) -> str:
    """What stands for a run of line ends: nothing at the edges of the text, one empty line within."""
    return "\n\n" if match.start() and match.end() < len(match.string) else ""


def _strokes(text: str) -> Iterator[Edit]:
    """The upright strokes of lines that have two or more: borders of cells; those at the edges of a line go.

    Where other rows of a table open with words, a stroke that opens a row stands behind an empty cell.
    """
    blocks: list[list[re.Match[str]]] = []
    for line in PIPED.finditer(text):
        if blocks and line.start() == blocks[-1][-1].end() + 1:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    for block in blocks:
        framed = all(line[0].lstrip().startswith("|") for line in block)
        for line in block:
            for stroke in PIPE.finditer(line[0]):
                inside = (stroke.start() > 0 or not framed) and stroke.end() < len(line[0])
                yield line.start() + stroke.start(), line.start() + stroke.end(), "\t" if inside else ""


def _columns(text: str) -> Iterator[Edit]:
    """The wide gaps that stand between columns: as many in line after line, none of which is running text."""
    block: list[tuple[int, int]] = []
    height = width = at = 0
    for line in [*text.split("\n"), "。"]:
        gaps = [] if "。" in line or "\t" in line else [gap.span() for gap in WIDE_GAP.finditer(line)]
        if len(gaps) != width and line:
            if width and height >= (2 if width > 1 else 3):
                yield from ((start, end, "\t") for start, end in block)
            block, height, width = [], 0, len(gaps)
        block += ((at + start, at + end) for start, end in gaps)
        height += bool(line)
        at += len(line) + 1


def _rows_of_figures(text: str) -> Iterator[Edit]:
    """The blanks between the cells of rows of figures, and those of the line with as many names above the first.

    `乡镇 造林(亩) 抚育(亩)` above `城关镇 500 1200` and `东山乡 800 1500`.
    """
    above: list[tuple[int, str]] = []
    at = 0
    for line in [*text.split("\n"), ""]:
        cells = line.count(" ")
        if above and FIGURES.match(line) and above[-1][1].count(" ") == cells:
            above.append((at, line))
        else:
            if len(above) > FEWEST_ROWS:
                for start, row in above:
                    yield from ((start + gap.start(), start + gap.end(), "\t") for gap in GAP.finditer(row))
            heads = cells > 1 and not FIGURES.match(line) and HEADS.fullmatch(line)
            above = [(at, line)] if heads else []
        at += len(line) + 1


def _stray_tabs(text: str) -> Iterator[Edit]:
    """The TABs that are no borders of cells."""
    block: list[tuple[int, str]] = []
    at = 0
    for line in [*text.split("\n"), "end"]:
        if "\t" in line:
            block.append((at, line))
        elif line:
            if not any("\t" in row.strip("\t") and not LISTED.fullmatch(row) for _, row in block):
                for start, row in block:
                    yield from _stray_tabs_of(row, start)
            block = []
        at += len(line) + 1


def _stray_tabs_of(line: str, at: int) -> Iterator[Edit]:
    """The TABs of a line that is no row: those around it go, the one behind its enumerator is a space."""
    words = line.strip("\t")
    first = line.index(words)
    if first:
        yield at, at + first, ""
    if "\t" in words:
        between = at + first + words.index("\t")
        yield between, between + 1, " "
    if first + len(words) < len(line):
        yield at + first + len(words), at + len(line), ""
