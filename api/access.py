"""The store as requests use it: one at a time, since neither engine's connection is made to be shared by threads."""

from __future__ import annotations

from threading import Lock
from typing import Annotated, Any, cast

from fastapi import Depends, Request

from graph.answers import Answerer
from graph.store import Record, Store


class Access:
    """A store with a lock, and the answerer that knows its names, made when it is first needed."""

    def __init__(self, store: Store) -> None:
        """Takes over the store; `close` lets go of it."""
        self._store = store
        self._lock = Lock()
        self._answerer: Answerer | None = None

    def run(self, query: str, **parameters: Any) -> list[Record]:
        """The rows of a named query."""
        with self._lock:
            return self._store.run(query, **parameters)

    def search(self, text: str, k: int, **facets: str) -> list[Record]:
        """The passages that fit a text best."""
        with self._lock:
            return self._store.search(text, k, **facets)

    def ask(self, question: str) -> Record:
        """The answer to a question."""
        with self._lock:
            if self._answerer is None:
                self._answerer = Answerer(self._store)
            return self._answerer.ask(question)

    def close(self) -> None:
        """Closes the store."""
        with self._lock:
            self._store.close()


def access(request: Request) -> Access:
    """The access that the app was made with."""
    return cast(Access, request.app.state.access)


Graph = Annotated[Access, Depends(access)]
