"""The embedded store: a folder that holds the graph (LadybugDB) and the index of passages (LanceDB). No server.

What only writing needs is imported when something is written, so that a command that asks one question starts fast.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing, suppress
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

import ladybug

from corpus.errors import StoreError, refusal
from graph.building.rows import Rows
from graph.queries import query
from graph.store import Finding, Record, Slice, StatementError, Table, Window
from graph.stores.arrears import Arrears
from graph.stores.bulk import copy
from graph.stores.cypher import reading, shaped
from graph.stores.embedded_trouble import GRAPH, LOG, PASSAGES, damaged, explain, missing, require, require_room
from graph.stores.index import PassageIndex, records_of, stored_records
from graph.stores.schema import LADYBUG, additions, tables
from graph.stores.soundness import graph_findings, index_findings, link_findings, text_findings, unindexed
from graph.stores.stated import stated
from graph.stores.statements import put
from graph.stores.window import slice_of

if TYPE_CHECKING:
    from graph.building.directory import Directory
    from graph.stores.writing import Change

# The most memory for pages of the graph. A commit to a graph of a million passages needs more at once than reading it.
_READING_BYTES, _WRITING_BYTES = 1 << 30, 3 << 30
# What was written waits in a log until the log is this long. Every opening reads it; to put what it holds in its place
# at every closing would take a second for one document in a large store.
_LONGEST_LOG = 1 << 19
_MANY_EDGES = 4000
# A connection keeps every statement that it has run, with the rows that went through it; a hundred statements filled
# the pool. So another takes its place after this many seconds of statements that were new to it or long.
_SECONDS_KEPT, _LONG = 1.5, 0.2

T = TypeVar("T")


class EmbeddedStore:
    """A store in a folder. The graph is the truth; the index is derived from it and follows after every write."""

    def __init__(self, folder: str, *, read_only: bool = False) -> None:
        """Opens the store in a folder, or makes one; raises StoreError where it is in use, damaged or missing."""
        self.uri, self.retried = folder, 0
        self._graph = _open(Path(folder), read_only)
        self._connection = ladybug.Connection(self._graph)
        self._kept: set[str] = set()
        self._seconds_kept = 0.0
        self._index = PassageIndex(Path(folder) / PASSAGES)
        self._arrears = Arrears(Path(folder))
        self._directory: Directory | None = None
        if not self._execute("CALL show_tables() RETURN name LIMIT 1"):
            if self._index.there:
                raise damaged(Path(folder), f"its file {GRAPH} is empty, or its log {LOG} is gone")
            if read_only:
                raise missing(Path(folder))
        if not read_only:
            self._execute("CALL force_checkpoint_on_close=false")
            for statement in chain(tables(), additions(self._columns)):
                self._execute(statement)
            self._make_good()

    def write(self, rows: Rows) -> None:
        """See Store.write."""
        self.write_many([rows])

    def write_many(self, batch: Sequence[Rows]) -> None:
        """See Store.write_many."""
        from graph.stores.writing import replace

        documents = [rows.document for rows in batch]
        with self._arrears.noted(documents):
            self._commit(lambda: self._apply(replace(self._execute, batch, self._known, LADYBUG)))
            self._index.replace(documents, [row for rows in batch for row in records_of(rows)])

    def remove(self, document: str) -> bool:
        """See Store.remove."""
        from graph.stores.writing import remove

        if document not in self._known:
            return False
        entry = self._known[document]
        with self._arrears.noted([document]):
            self._commit(lambda: self._apply(remove(self._execute, entry, self._known, LADYBUG)))
            self._index.replace([document], [])
        return True

    def run(self, name: str, /, **parameters: Any) -> list[Record]:
        """See Store.run."""
        self._relieve()
        return self._asked(name, **parameters)

    def page(self, name: str, window: Window, /, **parameters: Any) -> Slice:
        """See Store.page."""
        self._relieve()
        text, values = query(name, "embedded").bind(parameters)
        return slice_of(self._execute, text, values, window)

    def read(self, statement: str, parameters: Mapping[str, Any], seconds: float, limit: int) -> Table:
        """See Store.read."""
        text = reading(statement)
        with closing(ladybug.Connection(self._graph)) as own:
            own.set_query_timeout(int(seconds * 1000))
            own.execute("BEGIN TRANSACTION READ ONLY")
            try:
                answer = cast(ladybug.QueryResult, own.execute(text, dict(parameters)))
                rows = [shaped(row) for row in islice(iter(answer), limit + 1)]
                return Table(answer.get_column_names(), rows[:limit], len(rows) > limit)
            except RuntimeError as error:
                reason = str(error).splitlines()[0]
                slow = f"the statement took longer than {seconds:g} s; restrict it"
                raise StatementError(slow if reason.startswith("Interrupted") else reason) from error

    def search(self, text: str, /, k: int = 10, **facets: str) -> list[Record]:
        """See Store.search."""
        return self._index.search(text, k, facets)

    def fingerprints(self) -> Mapping[str, str]:
        """See Store.fingerprints."""
        return {row["id"]: row["digest"] for row in self.run("fingerprints")}

    def stated(self, documents: Sequence[str]) -> list[Rows]:
        """See Store.stated."""
        return stated(self._execute, documents)

    def check(self) -> list[Finding]:
        """See Store.check."""
        graph = graph_findings(self._execute) + link_findings(self._execute, self._known)
        graph += text_findings(self.run)
        if not self._index.readable():
            return [*graph, Finding("index", None, "the index of passages is damaged")]
        return graph + index_findings(self.run("ledger"), self._index.digests())

    def heal(self) -> list[Finding]:
        """See Store.heal."""
        from graph.stores.writing import orphans, relink, sweep

        self._commit(lambda: self._apply(relink(self._execute, self._known, LADYBUG)))
        self._commit(lambda: sweep(self._execute, orphans(self._execute), LADYBUG))
        if not self._index.readable():
            self._index.discard()
        for some in unindexed(self.check()):
            self._index.replace(some, stored_records(self.run, some))
        return self.check()

    def close(self) -> None:
        """See Store.close."""
        self._index.tidy()
        self._connection.close()
        self._graph.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *details: object) -> None:
        self.close()

    def _make_good(self) -> None:
        """Has the index follow where a program was ended before it could; a damaged one waits for `heal`."""
        if (waiting := self._arrears.documents()) and self._index.readable():
            self._index.replace(waiting, stored_records(self.run, waiting))
            self._arrears.clear()

    def _columns(self, table: str) -> set[str]:
        return {row["name"] for row in self._execute(f"CALL table_info('{table}') RETURN name")}

    def _apply(self, change: Change) -> None:
        """Writes a change, by the bulk path where it is large."""
        from graph.stores.writing import sweep

        if len(change.edges) > _MANY_EDGES:
            copy(self._execute, change.nodes, change.edges)
        else:
            put(self._execute, change.nodes, change.edges, LADYBUG)
        sweep(self._execute, change.loosened, LADYBUG)

    @property
    def _known(self) -> Directory:
        """The directory of held documents, read once and kept up to date by every write."""
        if self._directory is None:
            from graph.building.directory import Directory, entry_from

            self._directory = Directory(entry_from(row, row["id"]) for row in self._asked("directory"))
        return self._directory

    def _commit(self, work: Callable[[], T]) -> T:
        """Does some work in one transaction; whatever goes wrong in it leaves the graph as it was."""
        require_room(Path(self.uri))
        self._relieve()
        self._execute("BEGIN TRANSACTION")
        try:
            result = work()
            self._execute("COMMIT")
        except BaseException:
            self._directory = None
            with suppress(StoreError):  # where a statement failed, the engine has rolled back already
                self._execute("ROLLBACK")
            raise
        return result

    def _asked(self, name: str, /, **parameters: Any) -> list[Record]:
        """The rows of a named query, also inside a transaction."""
        text, values = query(name, "embedded").bind(parameters)
        return self._execute(text, **values)

    def _relieve(self) -> None:
        """Lets go of the memory of what was run before, where that may be much; not inside a transaction."""
        if self._seconds_kept > _SECONDS_KEPT:
            self._renew()

    def _renew(self) -> None:
        """Another connection in place of the one at hand."""
        self._connection.close()
        self._connection = ladybug.Connection(self._graph)
        self._kept, self._seconds_kept = set(), 0.0

    def _execute(self, statement: str, **parameters: Any) -> list[Record]:
        began = time.perf_counter()
        try:
            answer = cast(ladybug.QueryResult, self._connection.execute(statement, parameters))
            names, rows = answer.get_column_names(), answer.get_all()
        except (RuntimeError, UnicodeDecodeError) as error:
            raise explain(error, Path(self.uri)) from error
        took = time.perf_counter() - began
        if took > _LONG or statement not in self._kept:
            self._kept.add(statement)
            self._seconds_kept += took
        return [dict(zip(names, row, strict=True)) for row in rows]


def _open(folder: Path, read_only: bool) -> ladybug.Database:
    """The graph in a folder, with a sentence for each way in which that can fail."""
    require(folder, read_only)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        size = _READING_BYTES if read_only else _WRITING_BYTES
        return ladybug.Database(
            folder / GRAPH, buffer_pool_size=size, read_only=read_only, checkpoint_threshold=_LONGEST_LOG
        )
    except FileExistsError as error:
        raise StoreError(f"{folder}: this is a file; a store is a folder") from error
    except OSError as error:
        raise StoreError(f"{folder}: cannot be made ({refusal(error)})") from error
    except RuntimeError as error:
        raise explain(error, folder) from error
