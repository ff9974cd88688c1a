"""Words of documents as HTML: escaped, with spans marked; nothing of a document is ever markup."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

COLOURS = {
    "owner": "#cfe3dd",
    "deadline": "#f3dfc1",
    "target": "#d9e2f3",
    "water": "#bfe0ee",
    "project": "#e9d8ee",
    "citation": "#ece7d3",
    "evidence": "#ffe9a8",
}
STYLE = """
<style>
.block-container { max-width: 1080px; padding-top: 2.2rem; }
.shanshui-text { white-space: pre-wrap; line-height: 1.95; font-size: 1rem; overflow-wrap: anywhere; }
.shanshui-text mark, .shanshui-legend mark { color: #1c2b2d; border-radius: 3px; padding: 0 2px; }
.shanshui-quote { border-left: 3px solid #7aa7a0; padding: .15rem 0 .15rem .8rem; margin: .35rem 0 .6rem; }
.shanshui-quote { line-height: 1.8; }
.shanshui-quote mark { background: #ffe9a8; color: #1c2b2d; border-radius: 3px; padding: 0 2px; }
.shanshui-where { opacity: .7; font-size: .86rem; }
</style>
"""

Span = Mapping[str, Any]


def marked(text: str, spans: Iterable[Span], first: int = 0) -> str:
    """Text with spans marked by kind, the name of the entry as a tooltip; of overlapping spans the earlier stays.

    `first` is the offset of the text's first character in the document that the spans refer to.
    """
    pieces, position = [], 0
    for span in sorted(spans, key=lambda span: (span["start"], -span["end"])):
        start, end = span["start"] - first, span["end"] - first
        if start < position or end > len(text):
            continue
        anchor = ' id="here"' if span["kind"] == "evidence" else ""
        opening = f'<mark{anchor} style="background:{COLOURS[span["kind"]]}" title="{escape(span["name"] or "")}">'
        pieces += [escape(text[position:start]), opening, escape(text[start:end]), "</mark>"]
        position = end
    return "".join([*pieces, escape(text[position:])])


def quotation(quote: str, words: str = "", where: str = "") -> str:
    """A quoted clause with the words in it that count, and where it stands."""
    before, found, after = quote.partition(words) if words else (quote, "", "")
    inner = f"{escape(before)}<mark>{escape(found)}</mark>{escape(after)}" if found else escape(quote)
    place = f'<div class="shanshui-where">{escape(where)}</div>' if where else ""
    return f'<div class="shanshui-quote">{inner}{place}</div>'
