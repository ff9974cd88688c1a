"""Marks what is missing: characters that were lost, words that were struck out, blanks that were never filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.document import Damage

HAN = "[㐀-鿿]"
MARKS = re.compile(
    "(?P<lost>\ufffd+|[\ue000-\uf8ff]+|□{2,}|"
    rf"(?<={HAN})[?!]+[、。”〈《](?={HAN})|(?<={HAN})\?+(?={HAN})|\?!?/p>)"
    rf"|(?P<redaction>\(略\)|(?<![A-Za-z*])\*{{2,}}(?![A-Za-z*])|(?<={HAN})[×Xx]{{1,4}}(?={HAN}))"
    r"|(?P<placeholder>(?<![A-Za-z])[12]?\d?[xX×_*]{2,4}(?=年)|(?<![A-Za-z.])[xX]+(?:\.[xX]+)?%?(?![A-Za-z])|_{1,})"
)
KINDS = {"lost": "lost-characters", "redaction": "redaction", "placeholder": "placeholder"}
NOTES = {
    "lost": "characters were lost here and are not guessed",
    "redaction": "words were struck out at the source",
    "placeholder": "a blank that was never filled in",
}


def find_gaps(text: str) -> Iterator[Damage]:
    """The places in repaired text where something is missing, in order.

    `(略) 委市政府`, `**日`, `20xx年` and `环?；顿` are marked; `住建局*` (a star of a lead) and `500×300` are not.
    """
    for match in MARKS.finditer(text):
        kind = match.lastgroup or "lost"
        yield Damage(KINDS[kind], match.start(), match.end(), NOTES[kind])
