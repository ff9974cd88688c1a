"""Markdown files: the text without its marks, pipe tables and embedded HTML tables as rows."""

from __future__ import annotations

import re

from lxml import etree, html

from corpus.formats import plain, rows
from corpus.web.flow import lines_of

FENCE = re.compile(r"^[ \t]*(?:```|~~~).*$", re.MULTILINE)
HTML_TABLE = re.compile(r"<table\b(?:(?!<table\b|</table).){0,100000}</table\s*>", re.IGNORECASE | re.DOTALL)
IMAGE = re.compile(r"!\[[^\[\]\n]{0,300}\]\([^()\n]{0,1000}\)")
LINK = re.compile(r"(?<!\\)\[([^\[\]\n]{1,300})\]\((?:https?:|/|\.|#|mailto:)(?:[^()\n]|\([^()\n]{0,99}\)){0,1000}\)")
EMPHASIS = re.compile(r"(?<![\\*_])(\*\*\*|\*\*|__)(?=[^\s*_])([^\n*_]{0,300}?[^\s*_\\])\1(?![*_])")
# A line in bold that was set in several pieces: **整改完成情况****的公示**
BOLD_LINE = re.compile(r"^[ \t]*\*\*(?=[^\s*]).{1,1000}[^\s*]\*\*[ \t]*$", re.MULTILINE)
RESUMED = re.compile(r"(?<=[^\s*])\*{4}(?=[^\s*])")
HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$", re.MULTILINE)
# Where a page stands in its site, above its text: 1. [首页](/) over 2. [政策文件](/zc)
CRUMBS = re.compile(rf"\A(?:\s*1\.[ \t]+{LINK.pattern}[ \t]*\n)(?:\s*\d\.[ \t]+{LINK.pattern}[ \t]*\n)+")
UNDERLINE = re.compile(r"^ {0,3}(?:=+|-{3,}|\*{3,}|_{3,})[ \t]*$\n?", re.MULTILINE)
QUOTE = re.compile(r"^ {0,3}>[ \t]?", re.MULTILINE)
BULLET = re.compile(r"^([ \t]*)[-*+][ \t]+", re.MULTILINE)
ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|~>-])")
RULE_ROW = re.compile(r"\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*(?::?-{2,}:?)?\s*")


def text_of(data: bytes) -> str:
    """The text of a Markdown file. Raises RefusedError where the bytes are no text.

    `## 二、重点任务` is 二、重点任务, `**责任单位**:[市水务局](/sw)` is 责任单位:市水务局; a redaction `***` stays.
    Links that count up from the first line on, 1. 首页 over 2. 政策文件, are the way to the page and go.
    """
    text = HTML_TABLE.sub(_html_rows, FENCE.sub("", plain.text_of(data)))
    text = CRUMBS.sub("", "\n".join(_with_rows(text.split("\n"))))
    for mark, kept in ((IMAGE, ""), (LINK, r"\1"), (HEADING, r"\1"), (UNDERLINE, ""), (QUOTE, ""), (BULLET, r"\1● ")):
        text = mark.sub(kept, text)
    text = BOLD_LINE.sub(lambda line: RESUMED.sub("", line[0]), text)
    return ESCAPE.sub(r"\1", EMPHASIS.sub(r"\2", text))


def _with_rows(lines: list[str]) -> list[str]:
    """The lines of a file with the rows of pipe tables cut into cells; a table is known by the rule below its head."""
    result: list[str] = []
    in_table = False
    for i, line in enumerate(lines):
        below = lines[i + 1] if i + 1 < len(lines) else ""
        in_table = "|" in line and (in_table or RULE_ROW.fullmatch(below) is not None)
        if in_table and RULE_ROW.fullmatch(line):
            continue
        result.append("\t".join(_cells(line)) if in_table else line)
    return result


def _cells(line: str) -> list[str]:
    """The cells of a row of a pipe table."""
    inner = line.strip().removeprefix("|")
    cells = re.split(r"(?<!\\)\|", inner.removesuffix("|") if not inner.endswith("\\|") else inner)
    return [rows.one_line(re.split(r"<br\s*/?>", cell, flags=re.IGNORECASE)) for cell in cells]


def _html_rows(match: re.Match[str]) -> str:
    """The rows of a table that stands in the file as HTML."""
    try:
        return "\n" + "\n".join(lines_of(html.fragment_fromstring(match.group()))) + "\n"
    except (etree.LxmlError, ValueError):
        return match.group()
