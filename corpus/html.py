"""Web pages: the document on them, with its title first and its links' text kept, since citations are often links."""

from __future__ import annotations

import re

from lxml import etree, html
from lxml.html import HtmlElement

from corpus.article import find
from corpus.encoding import decode
from corpus.flow import lines_of
from corpus.furniture import DATE, is_furniture
from corpus.refusal import RefusedError
from corpus.wraps import unwrap

DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
DECLARED_WITHIN = 4096  # bytes; browsers look no further
XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
SITE_NAME = re.compile(
    r"\s*[_|>»]+\s*|\s+[-—–]+\s+|[-—–]+(?=[^-—–_|）)]*(?:网|门户|平台)[^-—–]*$)"
)
TITLE_WITHIN = 400  # characters at the beginning of a document in which its title is looked for


def text_of(data: bytes) -> str:
    """The text of the document on a web page. Raises RefusedError where there is none, or the page cannot be parsed."""
    found = DECLARED.search(data[:DECLARED_WITHIN])
    page = _parse(decode(data, found.group(1).decode("ascii", "replace") if found else None))
    title, published = _title(page), _meta(page, "PubDate")
    article = find(page)
    lines = [line for element in (*article.head, article.body) for line in lines_of(element) if not is_furniture(line)]
    if not lines:
        raise RefusedError("the page shows no text of its own; it may be drawn by scripts")
    opening = "".join("".join(lines).split())[:TITLE_WITHIN]
    if title and "".join(title.split()) not in opening:
        lines.insert(0, title)
    if published and not DATE.search(opening):
        lines.insert(1, f"发布时间：{published}")
    return unwrap("\n".join(lines))


def _parse(source: str) -> HtmlElement:
    """The tree of a page; nothing outside it is ever fetched."""
    parser = html.HTMLParser(huge_tree=True, no_network=True, remove_comments=True, remove_pis=True)
    try:
        page = html.document_fromstring(XML_DECLARATION.sub("", source), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise RefusedError("the page has no content") from error
    if any("Excessive depth" in entry.message for entry in parser.error_log):
        raise RefusedError("its elements are nested too deep to be a page")
    return page


def _title(page: HtmlElement) -> str:
    """The title of the document: what the page declares, else its only first-level heading, else its window's title."""
    declared = _meta(page, "ArticleTitle")
    if declared:
        return declared
    headings = [text for heading in page.iter("h1") if (text := _words(heading))]
    if len(headings) == 1:
        return headings[0]
    window = next((_words(title) for title in page.iter("title")), "")
    return max(SITE_NAME.split(window), key=len)


def _meta(page: HtmlElement, name: str) -> str:
    """What the page's head declares under a name, or an empty string."""
    entries = (meta for meta in page.iter("meta") if (meta.get("name") or "").lower() == name.lower())
    return next((" ".join((meta.get("content") or "").split()) for meta in entries), "")


def _words(element: HtmlElement) -> str:
    """The text of an element on one line."""
    return " ".join("".join(element.itertext()).split())
