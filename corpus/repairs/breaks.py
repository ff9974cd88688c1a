"""Sentences broken in two by a line end that is none of theirs, as pages leave them where a page or a frame ended."""

from __future__ import annotations

import re
from collections.abc import Iterator

import rjieba

from corpus.characters import HAN
from corpus.formats.wraps import opens
from corpus.repairs.draft import Draft, Edit
from corpus.repairs.running import may_join
from corpus.words import any_of

BREAK = re.compile(rf"\n(?<=[{HAN}、,]\n)\n?(?=[{HAN}“《\d])")
CLOSED = re.compile(r"[。;!?:)”》】〕.]$")
OPEN_BRACKET = re.compile(r"[(〔\[][^()〔〕\[\]]{0,80}$")
WHOLE_LABEL = re.compile(rf"(?:{any_of('lines', 'label_roles', 'label_deeds')})(?:{any_of('lines', 'label_nouns')}):")
LONGEST_LABEL = 5  # characters, with its colon
LONG = 40  # characters of a line that is running text, not a heading or a cell
FEWEST = 4  # lines of running text from which the habit of a page can be told
HABIT = 0.8  # of them end with a mark where the page closes its sentences


def join_sentences(draft: Draft) -> Draft:
    """The draft with sentences put together again that a line end broke in their middle.

    `…水质不反弹、国考` and `断面水质不降级。` become one line. Headings, cells, signatures, lines that open with an
    enumerator or a label (`责任单位:…`), and pages that leave out their full stops stay as they are.
    """
    text = draft.text
    breaks = [match.span() for match in BREAK.finditer(text)]
    return draft.edited(_joins(text, breaks)) if breaks else draft


def _joins(text: str, breaks: list[tuple[int, int]]) -> Iterator[Edit]:
    """The line ends to take out."""
    running = [line for line in text.split("\n") if len(line) >= LONG and "。" in line and "\t" not in line]
    closes = len(running) >= FEWEST and sum(bool(CLOSED.search(line)) for line in running) >= HABIT * len(running)
    for start, end in breaks:
        before = text[text.rfind("\n", 0, start) + 1 : start]
        rest = text.find("\n", end)
        after = text[end : rest if rest >= 0 else len(text)]
        if _tears_clause(before, after) or (
            _may_continue(before, after) and (("。" in before and closes) or _splits_word(before, after))
        ):
            yield start, end, ""


def _tears_clause(before: str, after: str) -> bool:
    """Whether a break falls into a label, `牵头⏎单位:`, or into a word of a bracket: `(责任单位:市农业农⏎村局)`."""
    if "\t" in before or "\t" in after:
        return False
    tail = before[-LONGEST_LABEL:]
    label = WHOLE_LABEL.search(tail + after[:LONGEST_LABEL])
    if label is not None:
        return label.start() < len(tail) < label.end()
    return OPEN_BRACKET.search(before) is not None and not opens(after) and _splits_word(before, after)


def _may_continue(before: str, after: str) -> bool:
    """Whether two lines can be one sentence: running text that is not closed, and more of it to its end."""
    return len(before) >= LONG and re.search("[。,;]", before) is not None and may_join(before, after)


def _splits_word(before: str, after: str) -> bool:
    """Whether a word stands across the break, as 防 / 治 in 污染防⏎治工作."""
    left, right = before[-6:], after[:6]
    whole = rjieba.cut(left + right, False)
    return len(whole) < len(rjieba.cut(left, False)) + len(rjieba.cut(right, False))
