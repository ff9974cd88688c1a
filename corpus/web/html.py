"""Web pages: the document on them, with its title first and its links' text kept, since citations are often links."""

from __future__ import annotations

import re

from lxml import etree, html
from lxml.html import HtmlElement

from corpus.formats.encoding import decode
from corpus.formats.refusal import RefusedError
from corpus.formats.wraps import unwrap
from corpus.web.article import find
from corpus.web.flow import lines_of
from corpus.web.furniture import DATE, is_furniture, tidy_head

DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
DECLARED_WITHIN = 4096  # bytes; browsers look no further
TAG = re.compile(r"<[a-z!/][^<>]*>", re.IGNORECASE)
PROLOGUE = re.compile(r"\s*(?:<\?xml[^>]*\?>)?\s*(?:<!DOCTYPE[^>\[]*(?:\[[^\]]*\])?\s*>)?", re.IGNORECASE)
BETWEEN_TITLES = re.compile(r"\s*[_|>»]+\s*|\s+[-—–]+\s+|[-—–]+(?=[^-—–_|）)]*(?:网|门户|平台)[^-—–]*$)")
SITE_NAME = re.compile(r"(?:网|网站|门户|平台|人民政府)$")
SHORTEST_TITLE = 5  # characters; shorter ones name a column of the site
PUBLISHED = ("PubDate", "publishdate", "firstpublishedtime", "article:published_time")
TITLE_WITHIN = 400  # characters at the beginning of a document in which its title is looked for


def text_of(data: bytes) -> str:
    """The text of the document on a web page. Raises RefusedError where there is none, or the page cannot be parsed."""
    found = DECLARED.search(data[:DECLARED_WITHIN])
    source = decode(data, found.group(1).decode("ascii", "replace") if found else None)
    if not TAG.search(source):
        return unwrap(source)
    page = _parse(source)
    title, published = _title(page), _meta(page, *PUBLISHED)
    article = find(page)
    shown = [line for element in (*article.head, article.body) for line in lines_of(element)]
    lines = tidy_head([line for line in shown if not is_furniture(line)])
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
        page = html.document_fromstring(PROLOGUE.sub("", source, count=1), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise RefusedError("the page has no content") from error
    if any("Excessive depth" in entry.message for entry in parser.error_log):
        raise RefusedError("its elements are nested too deep to be a page")
    return page


def _title(page: HtmlElement) -> str:
    """The title of the document: what the page declares, else the longest heading or part of its window's title.

    The names of sites and of their columns, which stand there too, are passed over or shorter.
    """
    declared = _meta(page, "ArticleTitle")
    if declared:
        return declared
    parts = [_words(heading) for heading in page.iter("h1")]
    parts += [part for window in page.iter("title") for part in BETWEEN_TITLES.split(_words(window))]
    named = [part for part in parts if len(part) >= SHORTEST_TITLE and not SITE_NAME.search(part)]
    return max(named, key=len, default="")


def _meta(page: HtmlElement, *names: str) -> str:
    """What the page's head declares under one of the names, or an empty string."""
    wanted = {name.lower() for name in names}
    entries = (meta for meta in page.iter("meta") if (meta.get("name") or meta.get("property") or "").lower() in wanted)
    return next((content for meta in entries if (content := " ".join((meta.get("content") or "").split()))), "")


def _words(element: HtmlElement) -> str:
    """The text of an element on one line."""
    return " ".join("".join(element.itertext()).split())
