"""A store that many threads use: calls that need turns get them, and rows are kept until something changes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from threading import Lock
from time import monotonic
from typing import Any, TypeVar

from graph.building.identity import digest
from graph.building.rows import Rows
from graph.store import Finding, Record, Slice, Store, Table, Window

_MOST_KEPT = 400
_LONGEST_KEPT = 5000  # rows; what learns the whole store asks for more, and asks once
_TRUSTED_SECONDS = 1.0

T = TypeVar("T")


class Turns:
    """A store around another one, which it takes over.

    The connection of an embedded store serves one thread at a time, for as long as one query takes; a server takes care
    of many readers itself. Rows of an embedded store are kept for the next who asks the same, who must not change them:
    as long as it is open here, nobody else can change it. A server is asked each time.
    """

    def __init__(self, store: Store) -> None:
        """Nothing is asked of the store yet."""
        self.uri = store.uri
        self._store = store
        self._lock = Lock()
        self._served = "://" in store.uri
        self._turn: AbstractContextManager[Any] = nullcontext() if self._served else self._lock
        self._kept: OrderedDict[object, Any] = OrderedDict()
        self._version = ""
        self._trusted = 0.0

    @property
    def retried(self) -> int:
        """See Store.retried."""
        return self._store.retried

    @property
    def known_version(self) -> str:
        """The version where it is known without asking the store, "" otherwise."""
        return self._version if monotonic() <= self._trusted else ""

    @property
    def version(self) -> str:
        """The state of the store in sixteen digits, another after every change; a server is asked once a second."""
        if known := self.known_version:
            return known
        with self._turn:
            self._version = version = digest(sorted(self._store.fingerprints().items()))
            self._trusted = monotonic() + _TRUSTED_SECONDS if self._served else float("inf")
        return version

    def run(self, name: str, /, **parameters: Any) -> list[Record]:
        """See Store.run."""
        return self._read((name, repr(sorted(parameters.items()))), lambda: self._store.run(name, **parameters))

    def page(self, name: str, window: Window, /, **parameters: Any) -> Slice:
        """See Store.page."""
        key = (name, window, repr(sorted(parameters.items())))
        return self._read(key, lambda: self._store.page(name, window, **parameters))

    def read(self, statement: str, parameters: Mapping[str, Any], seconds: float, limit: int) -> Table:
        """See Store.read."""
        with self._turn:
            return self._store.read(statement, parameters, seconds, limit)

    def search(self, text: str, /, k: int = 10, **facets: str) -> list[Record]:
        """See Store.search."""
        with self._turn:
            return self._store.search(text, k=k, **facets)

    def fingerprints(self) -> Mapping[str, str]:
        """See Store.fingerprints."""
        with self._turn:
            return self._store.fingerprints()

    def stated(self, documents: Sequence[str]) -> list[Rows]:
        """See Store.stated."""
        with self._turn:
            return self._store.stated(documents)

    def write(self, rows: Rows) -> None:
        """See Store.write."""
        self._change(lambda: self._store.write(rows))

    def write_many(self, batch: Sequence[Rows]) -> None:
        """See Store.write_many."""
        self._change(lambda: self._store.write_many(batch))

    def remove(self, document: str) -> bool:
        """See Store.remove."""
        return self._change(lambda: self._store.remove(document))

    def check(self) -> list[Finding]:
        """See Store.check."""
        with self._lock:
            return self._store.check()

    def heal(self) -> list[Finding]:
        """See Store.heal."""
        return self._change(self._store.heal)

    def close(self) -> None:
        """See Store.close."""
        with self._lock:
            self._store.close()

    def __enter__(self) -> Turns:
        return self

    def __exit__(self, *details: object) -> None:
        self.close()

    def _read(self, key: object, read: Callable[[], T]) -> T:
        """What a reading gives, kept where nobody else can change the store, the last that were asked for; the turn
        lasts as long as the query."""
        with self._turn:
            if key in self._kept:
                self._kept.move_to_end(key)
                kept: T = self._kept[key]
                return kept
            found = read()
            if not self._served and not (isinstance(found, list) and len(found) > _LONGEST_KEPT):
                self._kept[key] = found
                if len(self._kept) > _MOST_KEPT:
                    self._kept.popitem(last=False)
            return found

    def _change(self, change: Callable[[], T]) -> T:
        """What a change gives; whatever was kept is forgotten, also where the change failed half-way."""
        with self._lock:
            try:
                return change()
            finally:
                self._kept.clear()
                self._version = ""
