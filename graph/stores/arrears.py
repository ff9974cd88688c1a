"""Arrears: documents that the graph holds as they are now, and the index of passages perhaps not yet.

A program may be ended between the two, and what is ingested again then is left alone, since the graph holds it. So a
file beside both names the documents of a write before it begins; whoever opens the store to write makes good for them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

FILE = "unindexed.json"


class Arrears:
    """The documents that are named in the file of a store."""

    def __init__(self, folder: Path) -> None:
        """`folder` is that of the store; the file need not be there."""
        self._file = folder / FILE

    @contextmanager
    def noted(self, documents: Iterable[str]) -> Iterator[None]:
        """Names documents while they are written; they stay named where the block does not come to its end."""
        before = self.documents()
        self._name({*before, *documents})
        yield
        self._name(before)

    def clear(self) -> None:
        """Names nothing any more."""
        self._name(())

    def documents(self) -> list[str]:
        """The documents that are named, sorted."""
        try:
            return sorted(json.loads(self._file.read_text("utf-8")))
        except (FileNotFoundError, ValueError):  # one that was cut off while it was written names nothing yet begun
            return []

    def _name(self, documents: Iterable[str]) -> None:
        if named := sorted(documents):
            self._file.write_text(json.dumps(named, ensure_ascii=False), "utf-8")
        else:
            self._file.unlink(missing_ok=True)
