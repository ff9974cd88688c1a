"""PDF files: pages put together to one text without what only pages need, ruled tables as rows in their place."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Lock

import pypdfium2 as pdfium

from corpus.formats.encoding import plausibility
from corpus.formats.refusal import RefusedError
from corpus.formats.signature import kind_of
from corpus.formats.wraps import join
from corpus.printed.lines import lines_of
from corpus.printed.page import Page, read_page
from corpus.printed.squares import install

BEGIN_WITHIN = 1024  # bytes; the mark of the beginning stands in them, behind whatever a server has sent before
END_WITHIN = 4096  # bytes; the mark of the end stands in them, whatever a server has padded
MOST_PAGES = 5000
MEANINGLESS = -0.5  # plausibility below which a text is what fonts without names for their characters give
PDFIUM = Lock()  # PDFium reads one file at a time


def text_of(data: bytes) -> str:
    """The text of a PDF file. Raises RefusedError where it is cut short, protected, scanned, or no PDF file at all."""
    if b"%PDF-" not in data[:BEGIN_WITHIN]:
        kind = kind_of(data)
        raise RefusedError(f"it is not a PDF file but a {kind}" if kind else "it is not a PDF file")
    if b"%%EOF" not in data[-END_WITHIN:]:
        raise RefusedError("the file is cut short (no end-of-file mark)")
    with PDFIUM:
        text = "\n".join(join(lines_of(_pages(data))))
    if not text:
        raise RefusedError("its pages hold no text, they may be scanned; run text recognition (OCR) on it first")
    if plausibility(text) < MEANINGLESS:
        raise RefusedError("its fonts do not tell which characters they show; run text recognition (OCR) on it first")
    return text


def _pages(data: bytes) -> Iterator[Page]:
    """The marks on each page of a file, one page at a time, since all together may not fit into memory."""
    install()
    try:
        file = pdfium.PdfDocument(data)
        if len(file) > MOST_PAGES:
            raise RefusedError(f"it has {len(file)} pages, the limit is {MOST_PAGES}")
        for page in file:
            yield read_page(page)
            page.close()
    except pdfium.PdfiumError as error:
        protected = "password" in str(error).lower()
        raise RefusedError("it is protected by a password" if protected else "the file is damaged") from error
