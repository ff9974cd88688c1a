"""Traces of web pages in plain text: entities and tags that a copy left standing, and `?` for no-break spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from corpus.characters import HAN
from corpus.repairs.draft import Draft, Edit

ENTITY = re.compile(
    "&(?:nbsp|ensp|emsp|thinsp|amp|lt|gt|quot|apos|[lr][ds]quo|[lr]aquo|middot|bull|[mn]dash|hellip|times|ge|le|deg"
    r"|permil|micro|sup[23]|#\d{2,6}|#x[0-9a-fA-F]{2,5});"
)
TAG = re.compile(
    r"</?(?P<name>p|br|div|tr|li|ul|ol|h[1-6]|table|tbody|section|center|td|th|span|strong|b|em|i|u|font|a|img|o:p)"
    r"(?:\s[^<>\n]{0,400}|/)?\s?/?>",
    re.IGNORECASE,
)
BETWEEN_CELLS = re.compile(r"</t[dh]>\s*<t[dh](?:\s[^<>\n]{0,400})?>", re.IGNORECASE)
# Markdown in the cells of a row: a break between two items, and an emphasis on the whole of a cell.
ROW = re.compile(r"^[ \t]*\|.*\|[ \t]*$", re.MULTILINE)
BREAK = re.compile(r"\s*<br\s?/?>\s*", re.IGNORECASE)
STRONG = re.compile(r"(?<=\|)( *)\*\*([^*|\n]+)\*\*( *)(?=\|)")
INLINE = frozenset({"span", "strong", "b", "em", "i", "u", "font", "a", "img", "o:p", "td", "th"})
LOST_INDENT = re.compile(r"^\?+[ \t]*(?=[^\s?]|$)", re.MULTILINE)
HEADING = re.compile(r"^#{1,6}[ \t]+(?=\S)", re.MULTILINE)
FEWEST_HEADINGS = 2
CODE = re.compile(r"`([^`\n]{1,80})`")  # what Markdown sets off as code: 达到`85%`
MARKS = re.compile("@{2,}")  # what pages that must not be copied strew into their text
# What sites for sharing documents put where a paragraph ended: a Cyrillic letter, or the sign of a line end spelt out.
ENDED = re.compile(rf"(?<=[{HAN}。;:!?)”》%\d])(?:Р|(?:\\r)?\\n)+(?=[{HAN}\d(“《【])")
FEWEST_ENDED = 3
FEWEST_INDENTS = 2  # lines that begin with ? on a page where no-break spaces became question marks


def strip_markup(draft: Draft) -> Draft:
    """The draft without tags and entities: `<p>总体要求</p>` on a line of its own, `PM2.5&lt;35` as PM2.5<35.

    Marks strewn into the words go: 空气质量@@改善 becomes 空气质量改善. A letter in the place of line ends is read as
    them: `制定本方案。Р一、工作目标Р到2023年…`. Question marks at the beginning of lines are the no-break spaces of an
    indent: `????2019年` becomes 2019年. One line alone may have lost a character instead and stays.
    """
    if "&" in draft.text:
        draft = draft.substituted(ENTITY, lambda match: unescape(match.group()))
    if "|" in draft.text and ("<br" in draft.text or "**" in draft.text):
        draft = draft.edited(_in_rows(draft.text))
    if "<" in draft.text:
        draft = draft.substituted(BETWEEN_CELLS, "\t").substituted(TAG, _in_place_of_tag)
    if "#" in draft.text and len(HEADING.findall(draft.text)) >= FEWEST_HEADINGS:
        draft = draft.substituted(HEADING, "")
    if "`" in draft.text:
        draft = draft.substituted(CODE, lambda match: match[1])
    if ("Р" in draft.text or "\\n" in draft.text) and len(ENDED.findall(draft.text)) >= FEWEST_ENDED:
        draft = draft.substituted(ENDED, "\n")
    if "@@" in draft.text:
        draft = draft.substituted(MARKS, "")
    if "?" in draft.text and len(LOST_INDENT.findall(draft.text)) >= FEWEST_INDENTS:
        draft = draft.substituted(LOST_INDENT, "")
    return draft


def _in_rows(text: str) -> Iterator[Edit]:
    """The edits for the cells of Markdown rows: `| **治水** | 市水务局<br>市住建局 |` holds 市水务局、市住建局."""
    for row in ROW.finditer(text):
        found = [(match.start(), match.end(), "、") for match in BREAK.finditer(text, *row.span())]
        for match in STRONG.finditer(text, *row.span()):
            found.append((match.start(), match.start(2), match[1]))
            found.append((match.end(2), match.end(), match[3]))
        yield from sorted(found)


def _in_place_of_tag(match: re.Match[str]) -> str:
    """What stands for a tag: nothing for one within a line, otherwise a line end."""
    return "" if match["name"].lower() in INLINE else "\n"
