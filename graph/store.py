"""The store: where graphs are kept and asked, whichever engine does it (`graph/stores/opening.py` opens one)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from corpus.errors import StoreError
from graph.building.rows import Rows

Record = dict[str, Any]


class UnknownNameError(StoreError):
    """A name that nothing in the store goes by: the store is well, and the caller meant something else."""


class StatementError(StoreError):
    """A statement in Cypher that is not run, since it does more than read, or that the engine does not understand."""


@dataclass(frozen=True, slots=True)
class Table:
    """What a statement returned; `more` tells whether there was more than was asked for."""

    columns: list[str]
    rows: list[list[Any]]
    more: bool


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that `check` found amiss: in which document, and what; `heals` tells whether `heal` puts it right."""

    kind: Literal["index", "orphan", "edge", "schema"]
    document: str | None
    note: str
    heals: bool = True


@dataclass(frozen=True, slots=True)
class Window:
    """Which rows of a list are wanted: so many of them, from one on, in an order of choice.

    `sort` is a column, with `-` before it from the greatest down; rows that are equal in it, and all rows without it,
    stand as the query puts them. Rows without a value come last in either direction.
    """

    offset: int = 0
    limit: int = 100
    sort: str = ""


@dataclass(frozen=True, slots=True)
class Slice:
    """The rows in a window, and the number of all rows of the list."""

    rows: list[Record]
    total: int


class Store(Protocol):
    """Keeps the facts of documents and answers named queries.

    Each method raises StoreError, with one line that says what to do, where the engine cannot be reached or refuses.
    """

    uri: str

    @property
    def retried(self) -> int:
        """How many writes began anew because another program held what they needed."""

    def write(self, rows: Rows) -> None:
        """Writes one document in one transaction, in place of what was there under its id."""

    def write_many(self, batch: Sequence[Rows]) -> None:
        """Writes documents in one transaction, by the engine's bulk path where there are many."""

    def remove(self, document: str) -> bool:
        """Removes a document and whatever only it stated; False where there is no such document."""

    def run(self, name: str, /, **parameters: Any) -> list[Record]:
        """The rows of a named query (see `graph/queries/`); parameters that are not given do not restrict it."""

    def page(self, name: str, window: Window, /, **parameters: Any) -> Slice:
        """The rows of a named query that a window shows, with the number of all its rows."""

    def read(self, statement: str, parameters: Mapping[str, Any], seconds: float, limit: int) -> Table:
        """What a statement in Cypher returns that somebody sent in; it runs in a reading transaction.

        Raises StatementError for a statement that does more than read (see `graph/stores/cypher.py`), takes longer
        than some seconds, or means nothing to the engine.
        """

    def search(self, text: str, /, k: int = 10, **facets: str) -> list[Record]:
        """The passages that the engine's own index finds for a text, best first, restricted by `document` or `place`.

        Unlike `graph.search.search.Searcher` it learns nothing first. A question that concerns too many documents to
        read them all finds here which of them to read.
        """

    def fingerprints(self) -> Mapping[str, str]:
        """What each held document was read from, by id: its text and the program that read it."""

    def stated(self, documents: Sequence[str]) -> list[Rows]:
        """What some held documents state, as it was written (see `graph/stores/stated.py`)."""

    def check(self) -> list[Finding]:
        """What is amiss; an empty list where graph and index are sound and agree."""

    def heal(self) -> list[Finding]:
        """Puts right what `check` finds and can be put right; returns what is still amiss."""

    def close(self) -> None:
        """Lets go of files and connections; the store must not be used afterwards."""

    def __enter__(self) -> Store:
        """The store itself, closed at the end of the block."""

    def __exit__(self, *details: object) -> None:
        """Closes the store."""
