"""A document as it comes in: repaired text, the way back to its source, and the damage that was found."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import PurePath


@dataclass(frozen=True, slots=True)
class Damage:
    """A place in the repaired text where something is missing or doubtful.

    `kind` is one of lost-characters, redaction, placeholder, repeated-text, mixed-script, page-chrome (what a website
    sets around a text) and lead-in (words before the first part of a compilation); `start` and `end` are offsets
    in the repaired text; `note` says in a few words what was seen.
    """

    kind: str
    start: int
    end: int
    note: str


Rewording = tuple[int, int, str]  # a line of the repaired text, start and end, and its words as they came in


@dataclass(frozen=True, slots=True)
class Document:
    """One document, or one part of a compilation, ready to be read.

    `text` is the repaired text that every later offset refers to. `offsets[i]` is the offset in `original` of the
    character that became `text[i]`; it has one entry more than `text`, so that ends can be mapped as well.
    """

    source: str
    part: str | None
    text: str
    original: str = ""
    offsets: Sequence[int] = ()
    damage: tuple[Damage, ...] = field(default=())

    @property
    def id(self) -> str:
        """Stable name of the document: a readable slug of source and part, then 16 hexadecimal digits."""
        key = json.dumps([self.source, self.part], ensure_ascii=False)
        slug = re.sub(r"[^\w]+", "-", PurePath(self.source).stem + (f"-{self.part}" if self.part else "")).strip("-")
        return f"{slug[:40]}-{hashlib.sha256(key.encode()).hexdigest()[:16]}"

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """Span in `original` that became `text[start:end]`; the same span where no map was kept."""
        if not self.offsets:
            return start, end
        first = self.offsets[start]
        return first, max(first, self.offsets[end - 1] + 1) if end > start else first

    def rewordings(self) -> list[Rewording]:
        """The lines that repair changed, changes of width and white space aside.

        生態(tài)保護 that became 生态保护 is one, `1．2％` that became `1.2%` is none.
        """
        found = []
        for line in re.finditer(r"[^\n]+", self.text if self.offsets else ""):
            first, last = self.original_span(*line.span())
            came = self.original[first:last]
            if _bare(came) != _bare(line[0]):
                found.append((*line.span(), came))
        return found


def _bare(words: str) -> str:
    """Words without the differences of width and white space that every text has."""
    return "".join(unicodedata.normalize("NFKC", words).split())
