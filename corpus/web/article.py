"""Where the document stands on a web page: its head and its body, and nothing of the page around them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement

from corpus.web.flow import is_data
from corpus.web.furniture import head_fields, is_furniture, is_furniture_name, is_imprint, is_related_heading
from corpus.web.prose import HEAD_LENGTH, LISTS, Prose, is_links, link_lists, measure, squeezed

# What never shows text of the document. A form is not among them: some sites put whole pages into one.
SILENT = (
    *("head", "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "applet"),
    *("select", "input", "button", "textarea", "canvas", "audio", "video", "nav"),
)
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# Paragraphs beside the element with the prose belong to the document; other elements may be anything.
PARAGRAPHS = frozenset({"p", "h2", "h3", "h4", "h5", "h6", "center", "b", "strong", "font", "blockquote"})
WHOLE = frozenset({"p", "ul", "ol", "dl", "li", "tr"})  # never taken apart in search of the body

FURNITURE_SHARE = 0.3  # of the page's prose: what holds more is kept, whatever its name and style say
RELATED_LENGTH = 20  # characters; the heading of a list of other pages is no longer
IMPRINT_LENGTH = 500  # characters; the foot of a page is no longer


@dataclass(frozen=True, slots=True)
class Article:
    """The parts of a page that are the document: the elements of its head, in order, and the element of its body."""

    head: list[HtmlElement]
    body: HtmlElement


def find(page: HtmlElement) -> Article:
    """Takes the furniture out of a page, in place, and finds the document in what is left.

    The body is the smallest element that holds all the prose; the head is what stands outside it and names fields such
    as 索引号 or 发布日期.
    """
    etree.strip_tags(page, etree.Comment, etree.ProcessingInstruction)
    etree.strip_elements(page, *SILENT, with_tail=False)
    prose = _without_related(page, _without_furniture(page, measure(page)))
    body = page
    while (inner := _sole_holder(body, prose)) is not None:
        body = inner
    head = _head(body)
    _drop_link_lists(body, prose)
    return Article(head, body)


def _without_furniture(page: HtmlElement, prose: Prose) -> Prose:
    """Empties hidden parts, parts named as furniture and the imprint, unless they hold a good part of the prose.

    Returns the prose that is left.
    """
    most = FURNITURE_SHARE * prose.get(page, 0)
    less = False
    for element in list(page.iter()):
        held = prose.get(element, 0)
        if element is page:
            continue
        foot = _is_foot(element) and (held <= 2 * most or _is_named(element))
        if foot or (held <= most and (_is_hidden(element) or _is_named(element))):
            element.clear(keep_tail=True)
            less = less or held > 0
    return measure(page) if less else prose


def _without_related(page: HtmlElement, prose: Prose) -> Prose:
    """Empties lists of other pages with their headings, and returns the prose that is left."""
    most = FURNITURE_SHARE * prose.get(page, 0)
    less = False
    for heading in [element for element in page.iter() if element.text and is_related_heading(element.text)]:
        block = heading
        while (parent := block.getparent()) is not None and squeezed(parent, RELATED_LENGTH) == squeezed(heading):
            block = parent
        listed = [block, *block.itersiblings()]
        held = sum(prose.get(element, 0) for element in listed)
        if held <= most:
            for element in listed:
                element.clear()
            less = less or held > 0
    return measure(page) if less else prose


def _is_hidden(element: HtmlElement) -> bool:
    """Whether a browser would not show the element."""
    return element.get("hidden") is not None or HIDDEN.search(element.get("style") or "") is not None


def _is_named(element: HtmlElement) -> bool:
    """Whether an element's class or id names furniture, and it is not the head of the document all the same."""
    name = f"{element.get('class', '')} {element.get('id', '')}"
    return is_furniture_name(name) and len(head_fields(squeezed(element, HEAD_LENGTH))) < 2


def _is_foot(element: HtmlElement) -> bool:
    """Whether an element is the imprint of the site: short, and with the number under which sites are registered."""
    if element.tag not in LISTS | {"table", "p", "footer"}:
        return False
    text = squeezed(element, IMPRINT_LENGTH)
    return len(text) <= IMPRINT_LENGTH and is_imprint(text)


def _sole_holder(element: HtmlElement, prose: Prose) -> HtmlElement | None:
    """The child that holds all prose of an element, where nothing beside it looks like a paragraph of the document."""
    holders = [child for child in element if child in prose]
    if len(holders) != 1 or prose[holders[0]] < prose[element] or holders[0].tag in WHOLE:
        return None
    holder: HtmlElement = holders[0]
    if holder.tag == "table" and is_data(holder):
        return None
    texts = [element.text or "", *(child.tail or "" for child in element)]
    texts += [squeezed(child) for child in element if child.tag in PARAGRAPHS and not is_links(child)]
    beside = [text for text in texts if text.strip() and not is_furniture(text.strip())]
    return holder if not beside or holder.tag in ("body", "td") else None


def _head(body: HtmlElement) -> list[HtmlElement]:
    """The elements outside the body that name fields of the document, smallest that hold them, in order."""
    around = {body, *body.iterancestors()}
    heads: list[HtmlElement] = []
    for ancestor in reversed(list(body.iterancestors())):
        for element in ancestor:
            if element not in around and (head := _smallest_head(element)) is not None:
                heads.append(head)
    return heads


def _smallest_head(element: HtmlElement) -> HtmlElement | None:
    """The smallest element inside that names all the fields that the element names, or None where it is no head."""
    fields = head_fields(squeezed(element))
    if len(fields) < 2:
        return None
    smaller: HtmlElement | None = element
    while smaller is not None:
        element = smaller
        inside = [] if element.tag in ("table", "ul", "ol", "dl") else list(element)
        smaller = next((child for child in inside if head_fields(squeezed(child)) == fields), None)
    return element if len(squeezed(element, HEAD_LENGTH)) <= HEAD_LENGTH else None


def _drop_link_lists(body: HtmlElement, prose: Prose) -> None:
    """Drops lists of links from the body, but none that names attachments or, between its paragraphs, documents."""
    elements = list(body.iter())
    last = max((i for i, element in enumerate(elements) if element in prose), default=0)
    lists = link_lists(elements)
    gone: set[HtmlElement] = set()
    for i, element in enumerate(elements):
        if element.getparent() in gone:
            gone.add(element)
        elif element in lists and element is not body and element not in prose:
            text = squeezed(element)
            if "附件" not in text and not ("《" in text and i < last):
                gone.add(element)
    for element in gone:
        element.clear(keep_tail=True)
