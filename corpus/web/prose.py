"""What stands in the parts of a web page: how much prose, and how much of it is links."""

from __future__ import annotations

import re
from collections import Counter

from lxml.html import HtmlElement

from corpus.web.flow import BLOCKS, is_data
from corpus.web.furniture import head_fields, is_furniture, is_imprint

PROSE_MARK = re.compile(r"[，,、。；;]")
PROSE_LENGTH = 15  # characters; a shorter paragraph is no prose, whatever marks it has
DATA_LENGTH = 100  # characters; a data table with more text outside links counts as prose
HEAD_LENGTH = 1500  # characters; the head of an official document is no longer
LINK_SHARE = 0.7  # a list with this share of its text in links is a list of links
LISTS = frozenset({"ul", "ol", "dl", "div", "td", "section", "aside"})

Prose = dict[HtmlElement, int]


def measure(page: HtmlElement) -> Prose:
    """Characters of prose below each element that has some: paragraphs with marks, outside links, and data tables."""
    own: dict[HtmlElement, list[str]] = {}
    block_of: dict[HtmlElement, HtmlElement] = {}
    linked: set[HtmlElement] = set()
    for element in page.iter():
        parent = element.getparent() if element is not page else None
        block_of[element] = element if element.tag in BLOCKS or parent is None else block_of[parent]
        if element.tag == "a" or parent in linked:
            linked.add(element)
        elif element.text:
            own.setdefault(block_of[element], []).append(element.text)
        if parent is not None and element.tail and parent not in linked:
            own.setdefault(block_of[parent], []).append(element.tail)
    prose = {block: length for block, texts in own.items() if (length := _prose_length("".join(texts).strip()))}
    prose.update({table: length for table in page.iter("table") if (length := _data_length(table))})
    for element in reversed(list(page.iter())):
        if element in prose and element is not page:
            parent = element.getparent()
            prose[parent] = prose.get(parent, 0) + prose[element]
    return prose


def squeezed(element: HtmlElement, limit: int | None = None) -> str:
    """The text below an element without white space; with a limit, no more than shows whether it is longer."""
    pieces: list[str] = []
    length = 0
    for text in element.itertext():
        pieces.append("".join(text.split()))
        length += len(pieces[-1])
        if limit is not None and length > limit:
            break
    return "".join(pieces)


def is_links(element: HtmlElement) -> bool:
    """Whether most of an element's text is links."""
    length = len(squeezed(element))
    return length > 0 and _linked_length(element) >= LINK_SHARE * length


def link_lists(elements: list[HtmlElement]) -> set[HtmlElement]:
    """Of elements in the order of the page, those that are lists of two links or more with little text beside them."""
    length: Counter[HtmlElement] = Counter()
    linked: Counter[HtmlElement] = Counter()
    links: Counter[HtmlElement] = Counter()
    for element in reversed(elements):
        parent = element.getparent()
        length[element] += _length(element.text)
        if element.tag == "a":
            linked[element], links[element] = length[element], 1
        if parent is not None:
            length[parent] += length[element] + _length(element.tail)
            linked[parent] += linked[element]
            links[parent] += links[element]
    dense = (element for element in elements if element.tag in LISTS and links[element] > 1)
    return {element for element in dense if linked[element] >= LINK_SHARE * length[element]}


def _prose_length(text: str) -> int:
    """The length of a paragraph of prose, 0 for a label, a date or a line of furniture."""
    is_prose = len(text) >= PROSE_LENGTH and PROSE_MARK.search(text) and not is_furniture(text) and not is_imprint(text)
    return len(text) if is_prose else 0


def _data_length(table: HtmlElement) -> int:
    """The length of a table's text where it is data and neither the head of the document nor links."""
    if not is_data(table):
        return 0
    text = squeezed(table)
    length = len(text) - _linked_length(table)
    return length if length >= DATA_LENGTH and len(head_fields(text[:HEAD_LENGTH])) < 2 else 0


def _linked_length(element: HtmlElement) -> int:
    """How many characters of an element's text stand in links."""
    return sum(len(squeezed(link)) for link in element.iter("a"))


def _length(text: str | None) -> int:
    """The number of characters in a text that are no white space."""
    return len("".join(text.split())) if text else 0
