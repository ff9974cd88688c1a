"""A line of a document, as its outline is read from."""

from __future__ import annotations

from dataclasses import dataclass

from nlp.sections.enumerator import Enumerator


@dataclass(slots=True)
class Line:
    """A line of text with the enumerators that stand in it, or a whole table, which has no text here."""

    start: int
    end: int
    text: str
    enumerators: list[Enumerator]
    is_table: bool = False

    @property
    def opener(self) -> Enumerator | None:
        """The enumerator that opens the line, or None."""
        first = self.enumerators[0] if self.enumerators else None
        return first if first is not None and first.start == self.start else None
