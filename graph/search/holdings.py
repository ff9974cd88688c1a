"""What a store holds to be searched: its passages in one order, with the texts they are cut from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graph.search.segmentation import phrase
from graph.store import Record, Store


class Holdings:
    """The passages of a store, numbered in the order of documents and texts; read once."""

    def __init__(self, store: Store) -> None:
        """Reads the passages and the documents they stand in; raises StoreError where the store fails."""
        self._store = store
        self._pairs: dict[int, frozenset[str]] = {}
        self.passages = store.run("indexed")
        self.documents = {row["id"]: row for id in self._held() for row in store.run("text", document=id)}

    def _held(self) -> Iterator[str]:
        return iter(dict.fromkeys(row["document"] for row in self.passages))

    def text(self, number: int) -> str:
        """The wording of a passage."""
        passage = self.passages[number]
        whole: str = self.documents[passage["document"]]["text"]
        return whole[passage["start"] : passage["end"]]

    def texts(self) -> Iterator[str]:
        """The wordings of all passages, in order."""
        return map(self.text, range(len(self.passages)))

    def pairs(self, number: int) -> frozenset[str]:
        """The pairs of characters of a passage, kept once they were asked for."""
        if number not in self._pairs:
            self._pairs[number] = frozenset(phrase(self.text(number)))
        return self._pairs[number]

    def fields(self) -> Iterator[tuple[str, str, str]]:
        """Text, headings and document title of every passage, as the index wants them."""
        for number, passage in enumerate(self.passages):
            title = self.documents[passage["document"]]["title"] or ""
            yield self.text(number), passage["heading"] or "", title

    def hit(self, number: int, score: float) -> Record:
        """A passage as search shows it."""
        passage = self.passages[number]
        document = self.documents[passage["document"]]
        shown: dict[str, Any] = {
            "id": passage["id"],
            "document": passage["document"],
            "source": document["source"],
            "part": document["part"],
            "title": document["title"],
            "task": passage["task"],
            "section": passage["section"],
            "heading": passage["heading"],
            "kind": passage["kind"],
            "text": self.text(number),
            "start": passage["start"],
            "end": passage["end"],
            "score": round(score, 4),
        }
        return shown

    def holding(self, wording: str) -> set[str]:
        """The documents of which a passage holds a wording."""
        return {passage["document"] for number, passage in enumerate(self.passages) if wording in self.text(number)}
