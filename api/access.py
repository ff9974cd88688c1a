"""The store as requests use it, with the searcher and the answerer that know what it holds."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from threading import Lock
from typing import Annotated, Any, Generic, TypeVar, cast

from fastapi import Depends, Request

from api.turns import Turns
from corpus.errors import StoreError
from graph.answers.answers import Answerer
from graph.search.search import Found, Searcher
from graph.store import Record, Slice, Store, Window

T = TypeVar("T")
log = logging.getLogger("shanshui.api")


class Access:
    """A store that requests share; `store` is for the functions of `graph/` that want one."""

    def __init__(self, store: Store) -> None:
        """Takes over the store; `close` lets go of it."""
        self.store = Turns(store)
        self._searcher = Learnt(self.store, learnt_searcher)
        self._answerer = Learnt(self.store, learnt_answerer)

    @property
    def version(self) -> str:
        """The state of the store in sixteen digits, another after every change."""
        return self.store.version

    @property
    def known_version(self) -> str:
        """The version where it is known without asking the store, "" otherwise."""
        return self.store.known_version

    def run(self, query: str, /, **parameters: Any) -> list[Record]:
        """The rows of a named query, which callers must not change."""
        return self.store.run(query, **parameters)

    def page(self, query: str, window: Window, **parameters: Any) -> Slice:
        """The rows of a named query in a window, with the number of all."""
        return self.store.page(query, window, **parameters)

    def search(self, text: str, k: int, facets: Mapping[str, str]) -> Found:
        """The passages that fit a text best; raises UnknownFacetError."""
        return self._searcher.current().search(text, k, facets)

    def like(self, task: str, k: int) -> Found:
        """The passages that say what is nearest to a task; see Searcher.like."""
        return self._searcher.current().like(task, k)

    def ask(self, question: str, before: str = "") -> Record:
        """The answer to a question, or to the follow-up of the questions `before`, one a line."""
        return self._answerer.current().ask_after(question, before.splitlines())

    def warm(self) -> None:
        """Learns what the first question and search need; where the store is away, they learn it themselves."""
        try:
            self._searcher.current()
            self._answerer.current()
        except StoreError as error:
            log.warning("nothing learnt ahead: %s", error)

    def close(self) -> None:
        """Closes the store."""
        self.store.close()


class Learnt(Generic[T]):
    """Something learnt of a store, and learnt anew once the store has changed; meanwhile the store answers others."""

    def __init__(self, store: Turns, learn: Callable[[Store], T]) -> None:
        """Nothing is learnt yet."""
        self._store = store
        self._learn = learn
        self._lock = Lock()
        self._of: tuple[str, T] | None = None

    def current(self) -> T:
        """What is to be known of the store as it is; raises StoreError where it cannot be read."""
        version = self._store.version
        known = self._of
        if known is None or known[0] != version:
            with self._lock:
                known = self._of
                if known is None or known[0] != version:
                    known = self._of = (version, self._learn(self._store))
        return known[1]


def learnt_searcher(store: Store) -> Searcher:
    """A searcher that has read all passages."""
    searcher = Searcher(store)
    searcher.search("任务", 1)
    return searcher


def learnt_answerer(store: Store) -> Answerer:
    """An answerer that has answered once, so that nobody waits for the vocabularies that a first question loads."""
    answerer = Answerer(store)
    answerer.ask("水务局牵头哪些任务")
    return answerer


def access(request: Request) -> Access:
    """The access that the app was made with."""
    return cast(Access, request.app.state.access)


Graph = Annotated[Access, Depends(access)]
