"""Pieces that sites for sharing documents cut a text into and number: `1、…加强领`, `2、导。…`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.repairs.draft import Draft, Edit

NUMBER = re.compile(r"^(\d{1,3})、[ \t]*(?=\S)", re.MULTILINE)
CLOSING = "。;!?:)”》】"
FEWEST = 2
LONG = 100  # characters of a piece on average; the items of a list are shorter
SHARE = 0.8  # of the lines are pieces, since the site has taken the text's own line ends away
TORN = 0.5  # of the cuts fall within a sentence


def join_pieces(draft: Draft) -> Draft:
    """The draft without the numbers of its pieces, and with what they tore apart in one line again.

    `1、…县政` and `2、府成立领导小组。` become `…县政府成立领导小组。`; a list of measures stays as it is.
    """
    return draft.edited(_edits(draft.text)) if NUMBER.search(draft.text) else draft


def _edits(text: str) -> Iterator[Edit]:
    pieces: list[re.Match[str]] = []
    for match in NUMBER.finditer(text):
        if int(match[1]) == len(pieces) + 1:
            pieces.append(match)
    if len(pieces) < FEWEST or len(text) - pieces[0].start() < LONG * len(pieces):
        return
    lines = [line for line in text[pieces[0].start() :].split("\n") if line.strip()]
    ends = [_end_before(text, piece.start()) for piece in pieces[1:]]
    torn = [text[end - 1] not in CLOSING for end in ends]
    if len(pieces) < SHARE * len(lines) or sum(torn) < TORN * len(torn):
        return
    yield pieces[0].start(), pieces[0].end(), ""
    for piece, end, within in zip(pieces[1:], ends, torn, strict=True):
        yield end, piece.end(), "" if within else "\n"


def _end_before(text: str, at: int) -> int:
    """Where the words before an offset end."""
    while text[at - 1].isspace():
        at -= 1
    return at
