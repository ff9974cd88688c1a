"""Search over the passages of a store: what a query means, held against every passage, the best first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

import numpy as np
import numpy.typing as npt

from graph.search.dense import Dense
from graph.search.facets import Facets, admitted
from graph.search.highlight import marks
from graph.search.holdings import Holdings
from graph.search.index import Index
from graph.search.leading import best_first
from graph.search.postings import Floats, Postings
from graph.search.ranking import Ranking, rank
from graph.search.repetition import distinct
from graph.search.semantics import Semantics
from graph.store import Record, Store
from nlp.embedding.transformer import Transformer, chosen
from nlp.query import LONGEST, Query, understand

# A passage answers where it has this share of the best passage's score; fewer are counted, not found.
_ANSWERS = 0.4
# The tasks of one bureau, asked for again and again, are a quarter of a second's reading of a large store.
_MOST_FACETS = 64


@dataclass(frozen=True, slots=True)
class Found:
    """The hits of a query, best first, a `note` where there is something to say about them, and `counts`: how many of
    all passages that answer, shown or not, are of each document, domain and kind, the most first."""

    hits: list[Record]
    note: str = ""
    counts: dict[str, dict[str, int]] = field(default_factory=dict)


class Searcher:
    """Searches one store; passages and index are read when they are first needed and then kept."""

    def __init__(self, store: Store, model: Transformer | None = None) -> None:
        """`store` must stay open as long as the searcher is used; a larger `model` joins in when it has read all."""
        self._store = store
        self._model = model or chosen()
        self._admitted = lru_cache(_MOST_FACETS)(self._admit)
        self._placed = lru_cache(_MOST_FACETS)(self._place)

    def search(self, text: str, k: int = 10, facets: Mapping[str, str] | None = None) -> Found:
        """The `k` passages that answer a query best, in Chinese or English, among those that the facets admit.

        Facets: see `graph/search/facets.py`. A query that says nothing (`?!`) finds nothing, and the note says so;
        of a very long one it says how much was read.
        Raises UnknownFacetError for a facet that names nothing known.
        """
        query = self.understand(text)
        if not query.concepts:
            return Found([], "the query holds no words to search for")
        among = self._admitted(Facets.read(facets or {}))
        scores = self._rank(query).scores
        if among is not None:
            scores = np.where(among, scores, 0.0)
        best = distinct(best_first(scores), k, self.holdings, scores)
        hits = self._hits(best, scores)
        for hit in hits:
            hit["marks"] = marks(hit["text"], query)
        note = f"only the first {LONGEST} characters were searched for" if len(text) > LONGEST else ""
        return Found(hits, note if hits else "no passage answers to the query", self._counts(scores))

    def like(self, task: str, k: int = 10) -> Found:
        """The passages of other tasks, of any plan, that say what is nearest to a task, by the sense of its words.

        Finds nothing, and says why, where there is no such task or the vectors were left out of the installation.
        """
        own = self.holdings.columns["task"].among({task})
        if not own.any():
            return Found([], "there is no such task")
        if not self.semantics:
            return Found([], "likeness needs the vectors, which were left out of the installation")
        scores = np.where(own, np.float32(0), self.semantics.near(own))
        best = distinct(best_first(scores), k, self.holdings, scores)
        return Found(self._hits(best, scores))

    def _admit(self, facets: Facets) -> npt.NDArray[np.bool_] | None:
        return admitted(self._store, self.holdings, facets)

    def _place(self, name: str) -> npt.NDArray[np.bool_]:
        """For every passage whether it stands in a plan of a place, named in full."""
        held = {row["document"] for row in self._store.run("documents", place=name)}
        return self.holdings.columns["document"].among(held)

    def _hits(self, best: Sequence[int], scores: Floats) -> list[Record]:
        """Passages as they are shown, without those of a document that was removed since the index was opened."""
        hits = (self.holdings.hit(number, float(scores[number])) for number in best)
        return [hit for hit in hits if hit["text"]]

    def _counts(self, scores: Floats) -> dict[str, dict[str, int]]:
        answering = np.flatnonzero(scores >= max(_ANSWERS * float(scores.max(initial=0.0)), 1e-9))
        return {name: self.holdings.columns[name].counts(answering) for name in ("document", "domain", "kind")}

    def understand(self, text: str) -> Query:
        """The query as search reads it, with the words of the index that lie near its own."""
        query = understand(text, self.knows)
        return self.semantics.widen(query) if self.semantics and query.concepts else query

    def explain(self, text: str, passage: str) -> dict[str, float]:
        """What each part of the score adds to a passage, given by its id."""
        number = self.holdings.ids.index(passage)
        parts = self._rank(self.understand(text)).parts
        return {name: float(part[number]) for name, part in parts.items()}

    def settle(self) -> None:
        """Waits until the larger model, where one was chosen, has read all passages; raises ModelError."""
        if self.dense:
            self.dense.settle()

    def _rank(self, query: Query) -> Ranking:
        model = self.dense.scores(query.text) if self.dense else None
        return rank(query, self.postings, self.semantics, self._placed, model)

    def knows(self, wording: str) -> bool:
        """Whether any passage holds a wording."""
        return self.postings.holds(wording)

    @cached_property
    def _index(self) -> Index:
        return Index.of(self._store)

    @property
    def holdings(self) -> Holdings:
        """The passages of the store."""
        return self._index.holdings

    @property
    def postings(self) -> Postings:
        """The index of their grams."""
        return self._index.postings

    @property
    def semantics(self) -> Semantics | None:
        """The passages as vectors; None where the embedder was left out of the installation."""
        return self._index.semantics

    @cached_property
    def dense(self) -> Dense | None:
        """The passages under the larger model; None where none was chosen."""
        return Dense(self._model, list(self.holdings.texts())) if self._model else None
