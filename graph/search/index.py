"""The index of a store: its passages, the postings of their grams and their vectors, kept beside an embedded store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np

from graph.building.identity import digest
from graph.search.holdings import Column, Holdings
from graph.search.postings import Postings
from graph.search.semantics import Semantics
from graph.search.shelf import Array, Shelf, Words
from graph.store import Store
from nlp.embedding.static import Embedding, embedding

# To be raised whenever an index of the same passages would come out otherwise.
_FORM = 1
_FOLDER = "search"
_POSTINGS = ("codes", "bounds", "passages", "impacts")
_SEMANTICS = ("vectors", "senses", "signs")


@dataclass(frozen=True, slots=True)
class Index:
    """What search reads; `semantics` is None where the embedder was left out of the installation."""

    holdings: Holdings
    postings: Postings
    semantics: Semantics | None

    @classmethod
    def of(cls, store: Store) -> Self:
        """The index of a store as it stands: opened where it was kept, else built and, beside a folder, kept.

        Raises StoreError where the store fails.
        """
        model = embedding()
        shelf = _shelf(store, model)
        kept = shelf.open() if shelf else None
        if kept:
            return cls._opened(store, model, *kept)
        holdings = Holdings.read(store)
        index = cls(
            holdings,
            Postings.build(holdings.fields()),
            Semantics.build(model, holdings.texts()) if model else None,
        )
        if shelf:
            shelf.keep(*index._parts())
        return index

    @classmethod
    def _opened(cls, store: Store, model: Embedding | None, arrays: Mapping[str, Array], words: Words) -> Self:
        columns = {name: Column(values, arrays[name]) for name, values in words["columns"].items()}
        holdings = Holdings(store, columns, words["ids"], arrays["places"])
        postings = Postings(**{name: arrays[name] for name in _POSTINGS}, size=holdings.size)
        if not model:
            return cls(holdings, postings, None)
        weights = dict(zip(words["known"], arrays["weights"].tolist(), strict=True))
        vectors, senses, signs = (arrays[name] for name in _SEMANTICS)
        return cls(holdings, postings, Semantics(model, words["known"], vectors, weights, senses, signs))

    def _parts(self) -> tuple[dict[str, Array], Words]:
        columns = self.holdings.columns
        arrays: dict[str, Array] = {name: column.numbers for name, column in columns.items()}
        arrays |= {"places": self.holdings.bounds} | {name: getattr(self.postings, name) for name in _POSTINGS}
        if self.semantics:
            arrays |= {name: getattr(self.semantics, name) for name in _SEMANTICS}
            arrays["weights"] = np.array(list(self.semantics.weights.values()), np.float32)
        known = self.semantics.words if self.semantics else []
        listed = {name: column.listed for name, column in columns.items()}
        return arrays, {"ids": self.holdings.ids, "columns": listed, "known": known}


def _shelf(store: Store, model: Embedding | None) -> Shelf | None:
    """Where the index of an embedded store lies, named by its documents and by what reads them; servers have none."""
    if "://" in store.uri:
        return None
    read_by = (_FORM, model.digest if model else "")
    return Shelf(Path(store.uri) / _FOLDER, digest(*read_by, sorted(store.fingerprints().items())))
