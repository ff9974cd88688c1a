"""A tree of HTML elements as lines of text: blocks become lines, data tables rows, and lists keep their numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement

from corpus.formats import rows
from corpus.formats.rows import Cell
from corpus.formats.wraps import opens

BLOCKS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "div", "dl", "dt"),
        *("fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr"),
        *("legend", "li", "main", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr"),
        *("ul", "ucapcontent"),
    }
)
SPACE = re.compile(r"[\x00-\x20\x7f\xa0]+")
# A line end in the source between two Chinese characters is the editor's, not the writer's.
SOURCE_WRAP = re.compile(r"(?<=[\u2e80-\u9fff\uff01-\uff5e])[ \t]*[\r\n]\s*(?=[\u2e80-\u9fff\uff01-\uff5e])")
BREAK = "\u2028"  # a line end that is shown, where those of the source are not
LAYOUT_TEXT = 600  # characters; a cell longer than this that holds most of its table is a page, not a field
LAYOUT_SHARE = 0.8
DEEPEST_TABLE = 12  # tables around a table; beyond, nothing is data any more
PLAIN_LIST = re.compile(r"list-style(?:-type)?\s*:\s*none")


def lines_of(element: HtmlElement) -> list[str]:
    """The text below an element, one line for every block, empty lines left out.

    `<p>一、总体要求</p><p>到<b>2025年</b>底</p>` gives two lines, a table used for layout the lines of its cells.
    """
    lines: list[str] = []
    buffer: list[str] = []
    counts: Counter[HtmlElement] = Counter()
    walker = etree.iterwalk(element, events=("start", "end"))
    for event, node in walker:
        block = node.tag in BLOCKS
        if block:
            _flush(buffer, lines)
        if event == "end":
            if node is not element:
                buffer.append(_shown(node.tail, node.getparent()))
        elif node.tag == "table" and is_data(node):
            lines += rows.lines(rows.spread(_cells(node)))
            walker.skip_subtree()
        else:
            buffer.append(_number(node, counts) + _shown(node.text, node))
    _flush(buffer, lines)
    return lines


def is_data(table: HtmlElement) -> bool:
    """Whether a table shows data; a table whose one cell holds the whole article, or that lines up blocks, does not."""
    if sum(1 for _ in table.iterancestors("table")) > DEEPEST_TABLE:
        return False
    table_rows = _own_rows(table)
    grid = [[len(_squeezed(cell)) for cell in _own(row, "td", "th")] for row in table_rows]
    if sum(count >= 2 for count in _filled(table_rows, grid)) < 2:
        return False
    largest, whole = max(map(max, filter(None, grid))), sum(map(sum, grid))
    if largest <= LAYOUT_TEXT or largest < LAYOUT_SHARE * whole:
        return True
    head = grid[0]
    return len(head) >= 3 and all(0 < size <= 20 for size in head) and all(len(row) == len(head) for row in grid)


def _filled(table_rows: list[HtmlElement], grid: list[list[int]]) -> Iterator[int]:
    """For each row, how many of its cells have text, two at most of those included that reach down from above."""
    reaching: list[int] = []  # for each filled cell from above, how many rows it still covers
    for row, sizes in zip(table_rows, grid, strict=True):
        reaching = [left - 1 for left in reaching if left > 1]
        own = [_span(cell, "rowspan") for cell, size in zip(_own(row, "td", "th"), sizes, strict=True) if size]
        yield len(reaching) + len(own)
        reaching = sorted(reaching + own)[-2:]


def _cells(table: HtmlElement) -> Iterator[list[Cell]]:
    """The rows of a data table, each cell on one line."""
    for row in _own_rows(table):
        yield [
            Cell(rows.one_line(lines_of(cell) if len(cell) else [cell.text or ""]), *_spans(cell))
            for cell in _own(row, "td", "th")
        ]


def _own_rows(table: HtmlElement) -> list[HtmlElement]:
    """The rows of a table without those of tables inside it."""
    return [row for part in (table, *_own(table, "thead", "tbody", "tfoot")) for row in _own(part, "tr")]


def _own(element: HtmlElement, *tags: str) -> list[HtmlElement]:
    """The children of an element that carry one of the tags."""
    return [child for child in element if child.tag in tags]


def _spans(cell: HtmlElement) -> tuple[int, int]:
    """How many columns and rows a cell covers."""
    return _span(cell, "colspan"), _span(cell, "rowspan")


def _span(cell: HtmlElement, name: str) -> int:
    """An attribute that counts; what is no number counts as one."""
    value = (cell.get(name) or "").strip()
    return int(value) if value.isascii() and value.isdigit() and len(value) < 6 else 1


def _number(node: HtmlElement, counts: Counter[HtmlElement]) -> str:
    """The number that a browser draws before an item of an ordered list, unless the item brings its own."""
    parent = node.getparent()
    if node.tag != "li" or parent is None or parent.tag != "ol" or PLAIN_LIST.search(parent.get("style") or ""):
        return ""
    counts[parent] += 1
    return "" if opens(_squeezed(node)[:20]) else f"{_span(parent, 'start') + counts[parent] - 1}. "


def _shown(text: str | None, holder: HtmlElement | None) -> str:
    """Text as its holder shows it: in a `pre`, line ends are breaks, elsewhere blanks."""
    if not text or "\n" not in text or holder is None:
        return text or ""
    kept = any(element.tag == "pre" for element in (holder, *holder.iterancestors()))
    return text.replace("\n", BREAK) if kept else text


def _squeezed(element: HtmlElement) -> str:
    """All text below an element without white space."""
    return "".join("".join(element.itertext()).split())


def _flush(buffer: list[str], lines: list[str]) -> None:
    """Ends the line that was being collected."""
    for piece in "".join(buffer).split(BREAK):
        line = SPACE.sub(" ", SOURCE_WRAP.sub("", piece)).strip(" \u3000\u200b\ufeff")
        if line:
            lines.append(line)
    buffer.clear()
