"""Words of documents as HTML and as Markdown: escaped, with spans marked; nothing of a document is ever markup."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from html import escape
from typing import Any, NamedTuple

NONE = "–"  # in a cell that holds nothing
KINDS = ("owner", "deadline", "target", "water", "project", "citation")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!$:<>|~&])")

CLAUSE = re.compile(r"[^,。;:!?、\n]*(?=[,。;:!?、\n])")
REST = 24  # characters of a clause that an excerpt goes on for

Span = Mapping[str, Any]


def marked(text: str, spans: Iterable[Span], first: int = 0, link: Callable[[Span], str] = lambda span: "") -> str:
    """Text with spans marked by kind, the name of the entry as a tooltip; of overlapping spans the earlier stays.

    `first` is the offset of the text's first character in the document that the spans refer to; `link` gives the
    address that a mark leads to, "" for none. The first span of the kind `evidence` is the place to scroll to.
    """
    pieces, position, anchor = [], 0, ' id="here"'
    for span in sorted(spans, key=lambda span: (span["start"], -span["end"])):
        start, end = span["start"] - first, span["end"] - first
        if start < position or end > len(text):
            continue
        inner, address = escape(text[start:end]), link(span)
        if address:
            inner = f'<a href="{escape(address)}" target="_self">{inner}</a>'
        here = anchor if span["kind"] == "evidence" else ""
        opening = f'<mark{here} class="{span["kind"]}" title="{escape(span.get("name") or "")}">'
        pieces += [escape(text[position:start]), opening, inner, "</mark>"]
        position, anchor = end, "" if here else anchor
    return "".join([*pieces, escape(text[position:])])


def evidence(spans: Iterable[tuple[int, int]]) -> list[Span]:
    """Plain spans as marks of the kind `evidence`."""
    return [{"start": start, "end": end, "kind": "evidence"} for start, end in spans]


def excerpt(text: str, spans: Iterable[Span], around: int = 60, most: int = 4) -> str:
    """The beginning of a text and the words around its first spans, as HTML, with `…` for what is left out.

    Clauses are shown whole where they end soon. Further spans are marked where they stand among the words shown.
    """
    wanted = sorted(spans, key=lambda span: (span["start"], span["end"]))
    stretches = [widened(text, 0, 2 * around)]
    for span in wanted[:most]:
        low, high = widened(text, span["start"] - around, span["end"] + around)
        if low <= stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], max(high, stretches[-1][1]))
        else:
            stretches.append((low, high))
    shown = [
        marked(text[low:high], (span for span in wanted if low <= span["start"] and span["end"] <= high), low)
        for low, high in stretches
    ]
    return " … ".join(shown) + (" …" if stretches[-1][1] < len(text) else "")


def widened(text: str, low: int, high: int) -> tuple[int, int]:
    """A stretch of a text with the rest of the clauses that it begins and ends in, where that is short.

    Of a long clause that it begins in, a short end is left out.
    """
    low, high = max(0, low), min(len(text), high)
    begun, left = CLAUSE.match(text[max(0, low - REST) : low][::-1]), CLAUSE.match(text[high - 1 : high + REST])
    over = CLAUSE.match(text[low : low + REST]) if low and not begun else None
    start = low - begun.end() if begun else low + over.end() + 1 if over else low
    return start, high + (left.end() if left else 0)


def block(style: str, inner: str) -> str:
    """A block of HTML that is escaped already."""
    return f'<div class="{style}">{inner}</div>'


class Chip(NamedTuple):
    """Short words with their style and the address that they lead to, "" for none."""

    words: str
    style: str = ""
    link: str = ""


def chips(shown: Iterable[Chip]) -> str:
    """Short words side by side."""
    return "".join(map(_chip, shown))


def _chip(chip: Chip) -> str:
    """A chip; one that leads somewhere is a link."""
    tag, leads = ("a", f' href="{escape(chip.link)}" target="_self"') if chip.link else ("span", "")
    return f'<{tag} class="chip {chip.style}"{leads}>{escape(chip.words)}</{tag}>'


def heading(words: str, link: str) -> str:
    """A headline that leads somewhere."""
    return f'<h2 class="heading"><a href="{escape(link)}" target="_self">{escape(words)}</a></h2>'


def table(columns: Iterable[str], rows: Iterable[Iterable[str]], style: str = "") -> str:
    """A table; cells are HTML that is escaped already, columns are plain.

    In the style `even` all columns are of one width, in `values` the short ones share a line where there is no head.
    """
    named = [escape(column) for column in columns]
    head = "".join(f'<th scope="col">{column}</th>' for column in named)
    body = "".join(f"<tr>{''.join(map(_cell, row, named))}</tr>" for row in rows)
    return block(f"table-frame {style}", f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>")


def _cell(inner: str, column: str) -> str:
    """A cell with its column, which stands before it where a phone leaves no room for a head, nor for cells of none."""
    if inner.startswith("<td"):
        return inner
    style = ' class="none"' if inner == NONE else ""
    return f'<td{style} data-label="{column}">{inner}</td>'


def tiles(figures: Iterable[tuple[int, str, str]]) -> str:
    """Counts side by side, each over what it counts, as a link to the page that lists it."""
    drawn = (
        f'<a href="{escape(link)}" target="_self"><b>{count:,}</b>{escape(name)}</a>' for count, name, link in figures
    )
    return block("tiles", "".join(drawn))


def bars(counts: Mapping[str, int], link: Callable[[str], str]) -> str:
    """Counts as columns, each with its number above and its name below, as a link to what was counted."""
    most = max(counts.values(), default=1)
    drawn = (
        f'<a href="{escape(link(name))}" target="_self">{count}<i style="height:{120 * count / most:.0f}px"></i>'
        f"<span>{escape(name)}</span></a>"
        for name, count in counts.items()
    )
    return block("bars", "".join(drawn))


def plain(text: str) -> str:
    """Text for places that read Markdown: every character that could be markup stands for itself."""
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))
