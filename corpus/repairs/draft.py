"""A text on its way through repair, with the way back to its source. Every pass of repair maps a draft to a draft."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass

Edit = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Draft:
    """A text and, for each of its characters and its end, the offset in the source that it came from.

    `offsets` never falls and has one entry more than `text`.
    """

    text: str
    offsets: array[int]

    @classmethod
    def of(cls, source: str) -> Draft:
        """The draft that nothing has been done to yet."""
        return cls(source, array("I", range(len(source) + 1)))

    def rewritten(self, text: str) -> Draft:
        """The draft with every character replaced by the one in its place; `text` must be as long as the old text."""
        if len(text) != len(self.text):
            raise ValueError("a rewritten text must keep its length: use edited()")
        return Draft(text, self.offsets)

    def edited(self, edits: Iterable[Edit]) -> Draft:
        """The draft with spans replaced: `edits` are (start, end, new words), in order and not overlapping.

        A character of the new words maps to the character in its place in the span, or to the span's last one.
        """
        pieces: list[str] = []
        offsets: array[int] = array("I")
        last = 0
        for start, end, new in edits:
            pieces += self.text[last:start], new
            offsets.extend(self.offsets[last:start])
            if len(new) == end - start:
                offsets.extend(self.offsets[start:end])
            else:
                offsets.extend(self.offsets[min(start + i, max(start, end - 1))] for i in range(len(new)))
            last = end
        if not pieces:
            return self
        pieces.append(self.text[last:])
        offsets.extend(self.offsets[last:])
        return Draft("".join(pieces), offsets)

    def substituted(self, pattern: re.Pattern[str], new: str | Callable[[re.Match[str]], str | None]) -> Draft:
        """The draft with every match of a pattern replaced; a function may answer None to leave a match as it is."""
        edits: list[Edit] = []
        for match in pattern.finditer(self.text):
            words = new if isinstance(new, str) else new(match)
            if words is not None and words != match.group():
                edits.append((match.start(), match.end(), words))
        return self.edited(edits)
