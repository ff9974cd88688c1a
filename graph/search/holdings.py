"""What a store holds to be searched: its passages in one order, with the texts they are cut from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from graph.search.segmentation import phrase
from graph.store import Record, Store

_SHARED = ("document", "task", "section", "heading", "kind", "domain")


@dataclass(frozen=True, slots=True)
class Column:
    """One property of all passages: the number of each different value, and for every passage that of its own."""

    values: dict[str | None, int]
    listed: list[str | None]
    numbers: npt.NDArray[np.int32]

    @classmethod
    def of(cls, values: Iterable[str | None], size: int) -> Self:
        """The column of `size` values."""
        known: dict[str | None, int] = {}
        numbers = np.fromiter((known.setdefault(value, len(known)) for value in values), np.int32, size)
        return cls(known, list(known), numbers)

    def __getitem__(self, passage: int) -> str | None:
        return self.listed[int(self.numbers[passage])]

    def among(self, wanted: Collection[str]) -> npt.NDArray[np.bool_]:
        """For every passage whether its value is among some."""
        chosen = np.zeros(len(self.listed), np.bool_)
        chosen[[self.values[value] for value in wanted if value in self.values]] = True
        return chosen[self.numbers]

    def counts(self, passages: npt.NDArray[np.int64]) -> dict[str, int]:
        """How many of some passages have each value, the most first; those without one are left out."""
        often = np.bincount(self.numbers[passages], minlength=len(self.listed)).tolist()
        counted = Counter({value: count for value, count in zip(self.listed, often, strict=True) if value and count})
        return dict(counted.most_common())


class Holdings:
    """The passages of a store, numbered in the order of documents and texts; read once."""

    def __init__(self, store: Store) -> None:
        """Reads the passages and the documents they stand in; raises StoreError where the store fails."""
        indexed = store.run("indexed")
        self.documents = {
            id: text
            for id in dict.fromkeys(row["document"] for row in indexed)
            for text in store.run("text", document=id)
        }
        # A document may be removed between the two queries: what is left of it is not held any more.
        rows = [row for row in indexed if row["document"] in self.documents]
        self.size = len(rows)
        self.columns = {name: Column.of((row[name] for row in rows), self.size) for name in _SHARED}
        self.ids = [row["id"] for row in rows]
        self._bounds = np.array([(row["start"], row["end"]) for row in rows], np.int32).reshape(-1, 2)
        self._pairs: dict[int, frozenset[str]] = {}

    def document(self, number: int) -> Record:
        """The document that a passage stands in."""
        return self.documents[self.columns["document"][number]]

    def text(self, number: int) -> str:
        """The wording of a passage."""
        start, end = self._bounds[number].tolist()
        whole: str = self.document(number)["text"]
        return whole[start:end]

    def texts(self) -> Iterator[str]:
        """The wordings of all passages, in order."""
        return map(self.text, range(self.size))

    def pairs(self, number: int) -> frozenset[str]:
        """The pairs of characters of a passage, kept once they were asked for."""
        if number not in self._pairs:
            self._pairs[number] = frozenset(phrase(self.text(number)))
        return self._pairs[number]

    def fields(self) -> Iterator[tuple[str, str, str]]:
        """Text, headings and document title of every passage, as the index wants them."""
        headings = self.columns["heading"]
        for number, text in enumerate(self.texts()):
            yield text, headings[number] or "", self.document(number)["title"] or ""

    def hit(self, number: int, score: float) -> Record:
        """A passage as search shows it."""
        document = self.document(number)
        start, end = self._bounds[number].tolist()
        shown: dict[str, Any] = {"id": self.ids[number], "document": document["id"]}
        shown |= {name: document[name] for name in ("source", "part", "title")}
        shown |= {name: self.columns[name][number] for name in ("task", "section", "heading", "kind")}
        return shown | {"text": self.text(number), "start": start, "end": end, "score": round(score, 4)}

    def holding(self, wording: str) -> set[str]:
        """The documents of which a passage holds a wording."""
        return {self.document(number)["id"] for number, text in enumerate(self.texts()) if wording in text}
