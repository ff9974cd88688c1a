"""What a store holds to be searched: its passages in one order, with the texts they are cut from."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from graph.search.segmentation import phrase
from graph.store import Record, Store

_SHARED = ("document", "task", "section", "heading", "kind", "domain")
# Documents are read so many at once.
_AT_ONCE = 50
# The pairs of so many passages are kept: those of 250 characters take 28 kB, too much to keep for every passage shown.
_MOST_PAIRS = 2000


@dataclass(frozen=True, slots=True)
class Column:
    """One property of all passages: the number of each different value, and for every passage that of its own."""

    listed: list[str | None]
    numbers: npt.NDArray[np.int32]

    def __getitem__(self, passage: int) -> str | None:
        return self.listed[int(self.numbers[passage])]

    def among(self, wanted: Collection[str]) -> npt.NDArray[np.bool_]:
        """For every passage whether its value is among some."""
        sought = set(wanted)
        return np.fromiter((value in sought for value in self.listed), np.bool_, len(self.listed))[self.numbers]

    def counts(self, passages: npt.NDArray[np.int64]) -> dict[str, int]:
        """How many of some passages have each value, the most first; those without one are left out."""
        often = np.bincount(self.numbers[passages], minlength=len(self.listed)).tolist()
        counted = Counter({value: count for value, count in zip(self.listed, often, strict=True) if value and count})
        return dict(counted.most_common())


class Gathering:
    """A column that grows value by value."""

    def __init__(self) -> None:
        """Starts empty."""
        self._values: dict[str | None, int] = {}
        self._numbers = array("i")

    def add(self, value: str | None) -> None:
        """Takes in the value of the next passage."""
        self._numbers.append(self._values.setdefault(value, len(self._values)))

    def done(self) -> Column:
        """The column of all values."""
        return Column(list(self._values), np.array(self._numbers, np.int32))


class Holdings:
    """The passages of a store, numbered in the order of documents and texts."""

    def __init__(
        self,
        store: Store,
        columns: Mapping[str, Column],
        ids: list[str],
        bounds: npt.NDArray[np.int32],
        documents: Mapping[str, Record] | None = None,
    ) -> None:
        """`ids` and `bounds` (start and end in the document) are those of every passage; the `columns` as in `read`.

        Of the documents, those that are not given are read as they are asked for.
        """
        self.columns, self.ids, self.bounds = columns, ids, bounds
        self.size = len(ids)
        self._store = store
        self._documents = dict(documents or {})
        self.pairs = lru_cache(_MOST_PAIRS)(self._pairs)

    @classmethod
    def read(cls, store: Store) -> Self:
        """Reads the passages and the documents they stand in; raises StoreError where the store fails."""
        documents: dict[str, Record] = {}
        ids: list[str] = []
        bounds, gathered = array("i"), {name: Gathering() for name in _SHARED}
        for row in _rows(store, documents):
            ids.append(row["id"])
            bounds.extend((row["start"], row["end"]))
            for name, column in gathered.items():
                column.add(row[name])
        columns = {name: column.done() for name, column in gathered.items()}
        return cls(store, columns, ids, np.array(bounds, np.int32).reshape(-1, 2), documents)

    def document(self, number: int) -> Record:
        """The document that a passage stands in; one without words where it was removed since."""
        id = self.columns["document"][number] or ""
        if id not in self._documents:
            found = self._store.run("text", documents=[id])
            self._documents[id] = found[0] if found else {"id": id, "source": "", "part": None, "title": "", "text": ""}
        return self._documents[id]

    def text(self, number: int) -> str:
        """The wording of a passage."""
        start, end = self.bounds[number].tolist()
        whole: str = self.document(number)["text"]
        return whole[start:end]

    def texts(self) -> Iterator[str]:
        """The wordings of all passages, in order."""
        return map(self.text, range(self.size))

    def _pairs(self, number: int) -> frozenset[str]:
        """The pairs of characters of a passage; `pairs` keeps those that were asked for last."""
        return frozenset(phrase(self.text(number)))

    def fields(self) -> Iterator[tuple[str, str, str]]:
        """Text, headings and document title of every passage, as the index wants them."""
        headings = self.columns["heading"]
        for number, text in enumerate(self.texts()):
            yield text, headings[number] or "", self.document(number)["title"] or ""

    def hit(self, number: int, score: float) -> Record:
        """A passage as search shows it."""
        document = self.document(number)
        start, end = self.bounds[number].tolist()
        shown: dict[str, Any] = {"id": self.ids[number], "document": document["id"]}
        shown |= {name: document[name] for name in ("source", "part", "title")}
        shown |= {name: self.columns[name][number] for name in ("task", "section", "heading", "kind")}
        return shown | {"text": self.text(number), "start": start, "end": end, "score": round(score, 4)}

    def holding(self, wording: str) -> set[str]:
        """The documents of which a passage holds a wording."""
        return {self.document(number)["id"] for number, text in enumerate(self.texts()) if wording in text}


def _rows(store: Store, documents: dict[str, Record]) -> Iterator[Record]:
    """The passages in order, some documents at a time: those of a large store are too many to hold as rows.

    The documents that they stand in are added to `documents`.
    """
    listed = sorted(store.fingerprints())
    for first in range(0, len(listed), _AT_ONCE):
        some = listed[first : first + _AT_ONCE]
        documents |= {document["id"]: document for document in store.run("text", documents=some)}
        # A document may be removed between the two queries: what is left of it is not held any more.
        yield from (row for row in store.run("indexed", documents=some) if row["document"] in documents)
