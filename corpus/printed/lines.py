"""Pages of a printed document as lines: the margins tell where a line was broken and where a paragraph begins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from corpus.formats import rows
from corpus.formats.wraps import Line, glue
from corpus.printed.page import Page
from corpus.printed.ruled import Table, take_tables
from corpus.printed.running import without_running
from corpus.printed.setting import Setting, settings
from corpus.printed.typesetting import Row, rows_of

INDENT, RAGGED = 1.2, 2.1  # of the type size: from where a row is indented, up to where it may fall short of the margin
LATIN_WIDTH = 0.6  # of the type size: the width of a Latin letter or figure
LATIN_WORD = re.compile(r"[\x21-\x7e]+")
FULL_WIDTH = 0.5  # of the width of the text: a full row is at least as wide; a date at the right margin is not
NARROWEST = 12  # of the type size: a text that is set narrower is a list, and none of its rows is full
TITLE = 1.15  # of the size of the body: larger type is a title
OTHER_STYLE = 1.12  # of the size of the row before: another kind of text
PARAGRAPH_GAP = 1.7  # of the usual distance between rows
TITLE_GAP = 2.5  # of the type size: rows of one title are no further apart

Block = Row | Table


def lines_of(pages: Iterable[Page]) -> list[Line]:
    """All pages as lines that can be joined to paragraphs; the rows of tables are lines with TABs."""
    raw: list[tuple[list[Row], float]] = []
    tables_of: list[list[Table]] = []
    for page in pages:
        tables, glyphs = take_tables(page)
        tables_of.append(tables)
        raw.append((rows_of(glyphs), page.height))
    texts = without_running(raw)
    placed: list[tuple[Block, Setting]] = []
    for text, tables, setting in zip(texts, tables_of, settings(texts, [height for _, height in raw]), strict=True):
        for block in _blocks(list(_with_whole_titles(text, setting)), tables):
            last = placed[-1][0] if placed else None
            if isinstance(last, Table) and isinstance(block, Table) and last.goes_on_in(block):
                last.append(block)
            else:
                placed.append((block, setting))
    blocks = [None, *(block for block, _ in placed), None]
    around = zip(blocks, blocks[2:], strict=False)
    return [
        line
        for (block, setting), (before, after) in zip(placed, around, strict=True)
        for line in _lines(block, before, after, setting)
    ]


def _blocks(text: list[Row], tables: list[Table]) -> Iterator[Block]:
    """The rows of a page with each table before the first row below it."""
    waiting = list(tables)
    for row in text:
        while waiting and waiting[0].top < row.top:
            yield waiting.pop(0)
        yield row
    yield from waiting


def _lines(block: Block, before: Block | None, after: Block | None, setting: Setting) -> list[Line]:
    """A row as a line, by how it stands to margins and neighbours; a table as lines that join with nothing."""
    if isinstance(block, Table):
        return [Line(text, full=False, indented=False, apart=True) for text in rows.lines(block.grid)]
    apart = not isinstance(before, Row) or not _goes_with(block, before, PARAGRAPH_GAP * setting.leading)
    indented = block.left - setting.left > INDENT * block.size
    return [Line(block.text, _is_full(block, after, setting), indented, apart)]


def _is_full(row: Row, after: Block | None, setting: Setting) -> bool:
    """Whether a row goes as far to the right as it can: the word that opens the next row would not fit any more."""
    word = LATIN_WORD.match(after.text) if isinstance(after, Row) else None
    needed = (RAGGED + (LATIN_WIDTH * len(word.group()) if word else 0)) * row.size
    width = setting.right - setting.left
    wide = width >= NARROWEST * row.size and row.right - row.left >= FULL_WIDTH * width
    return wide and setting.right - row.right <= needed


def _goes_with(row: Row, before: Row, gap: float) -> bool:
    """Whether a row has the type of the row before and stands no further below it than a gap, or on the next page."""
    larger, smaller = max(row.size, before.size), min(row.size, before.size)
    return larger <= OTHER_STYLE * smaller and row.top - before.top <= gap


def _with_whole_titles(text: Iterable[Row], setting: Setting) -> Iterator[Row]:
    """The rows of a page with the rows of one title put together: a title is centred and larger than the body."""
    held: Row | None = None
    for row in text:
        if held and _is_title(row, setting) and _goes_with(row, held, TITLE_GAP * row.size):
            held = replace(row, text=glue(held.text, row.text))
            continue
        if held:
            yield held
        held = row if _is_title(row, setting) else None
        if held is None:
            yield row
    if held:
        yield held


def _is_title(row: Row, setting: Setting) -> bool:
    """Whether a row is set as a title."""
    off = abs(row.left + row.right - setting.left - setting.right) / 2
    return row.size >= TITLE * setting.size and off <= row.size
