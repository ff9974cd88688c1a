"""The store as requests use it: one at a time, since neither engine's connection is made to be shared by threads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from threading import Lock
from typing import Annotated, Any, Concatenate, ParamSpec, TypeVar, cast

from fastapi import Depends, Request

from graph.answers import Answerer
from graph.search import Found, Searcher
from graph.store import Record, Store

_MOST_KEPT = 200  # lists of a hundred thousand characters each, at worst some tens of megabytes

P = ParamSpec("P")
T = TypeVar("T")


class Access:
    """A store with a lock, its searcher, and the answerer that knows its names, made when it is first needed."""

    def __init__(self, store: Store) -> None:
        """Takes over the store; `close` lets go of it."""
        self._store = store
        self._lock = Lock()
        self._searcher = Searcher(store)
        self._answerer: Answerer | None = None
        self._kept: dict[tuple[str, str], list[Record]] = {}

    def run(self, query: str, **parameters: Any) -> list[Record]:
        """The rows of a named query, which callers must not change.

        Rows of an embedded store are kept for the next who asks the same: as long as it is open here, nobody else can
        change it. A server is asked each time.
        """
        key = (query, repr(sorted(parameters.items())))
        with self._lock:
            if key in self._kept:
                return self._kept[key]
            rows = self._store.run(query, **parameters)
            if "://" not in self._store.uri:
                if len(self._kept) >= _MOST_KEPT:
                    self._kept.clear()
                self._kept[key] = rows
            return rows

    def search(self, text: str, k: int, facets: Mapping[str, str]) -> Found:
        """The passages that fit a text best; raises UnknownFacetError."""
        with self._lock:
            return self._searcher.search(text, k, facets)

    def ask(self, question: str, before: str = "") -> Record:
        """The answer to a question, or to the follow-up of the question `before`."""
        with self._lock:
            if self._answerer is None:
                self._answerer = Answerer(self._store)
            earlier = self._answerer.read(before) if before else None
            return self._answerer.ask(question, earlier)

    def apply(self, work: Callable[Concatenate[Store, P], T], *given: P.args, **named: P.kwargs) -> T:
        """What a function of `graph/` makes of the store, with nobody else at it."""
        with self._lock:
            return work(self._store, *given, **named)

    def change(self, work: Callable[Concatenate[Store, P], T], *given: P.args, **named: P.kwargs) -> T:
        """What a function of `graph/` makes of a store that it changes; what was learnt of the store is learnt anew."""
        with self._lock:
            try:
                return work(self._store, *given, **named)
            finally:
                self._searcher = Searcher(self._store)
                self._answerer = None
                self._kept.clear()

    def warm(self) -> None:
        """Reads what the first question and the first search need, so that nobody waits for it."""
        self.ask("任务")
        self.search("任务", 1, {})

    def close(self) -> None:
        """Closes the store."""
        with self._lock:
            self._store.close()


def access(request: Request) -> Access:
    """The access that the app was made with."""
    return cast(Access, request.app.state.access)


Graph = Annotated[Access, Depends(access)]
