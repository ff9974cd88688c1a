"""The Neo4j store: the same graph on a server, with what search needs of a passage on the passage itself."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import islice
from typing import Any, Self, TypeVar

from neo4j import READ_ACCESS, WRITE_ACCESS, Bookmarks, GraphDatabase, ManagedTransaction, Session, unit_of_work
from neo4j.exceptions import ClientError, DriverError, IncompleteCommit, Neo4jError

from corpus.errors import StoreError
from graph.building.directory import Directory, entry_from
from graph.building.rows import Rows, batches
from graph.queries import query
from graph.search.segmentation import segment
from graph.store import Finding, Record, Slice, StatementError, Table, Window
from graph.stores.cypher import reading, shaped
from graph.stores.index import SHOWN, records_of, stored_records
from graph.stores.neo4j_schema import FULL_TEXT, NEO4J, VERSION_LABEL, migrations
from graph.stores.neo4j_trouble import explain, require
from graph.stores.soundness import graph_findings, index_findings, link_findings, unindexed
from graph.stores.stated import stated
from graph.stores.statements import Execute, put
from graph.stores.window import slice_of
from graph.stores.writing import Change, orphans, relink, remove, replace, sweep

_SECONDS_TO_READ = 60
_SECONDS_TO_WRITE = 600
_SECONDS_TO_CONNECT = 10
# A reader hears at once that the server is gone; a writer waits for one that is starting again, and for its turn.
_SECONDS_TO_RETRY = {READ_ACCESS: 1.0, WRITE_ACCESS: 60.0}
_MOST_ROWS = 500_000
_EDGES_AT_ONCE = 20_000
_SPECIAL = re.compile(r'([+\-&|!(){}\[\]^"~*?:\\/])')

_SET_INDEX = f"{NEO4J.rows} MATCH (p:Passage {{id: row.id}}) SET p += row"
_SEARCH = f"CALL db.index.fulltext.queryNodes('{FULL_TEXT}', $terms) YIELD node AS p, score WHERE true"

_DIGESTS = """
MATCH (p:Passage)
WHERE p.digest IS NOT NULL
RETURN p.document AS document, p.digest AS digest, count(p) AS passages ORDER BY document, digest
"""
_TAKE_TURN = f"MATCH (v:{VERSION_LABEL} {{id: 'version'}}) SET v.version = v.version"
# A server fills a new index beside its other work, and turns down a search in one that is not full.
_AWAIT_INDEXES = "CALL db.awaitIndexes(500)"
_SET_VERSION = f"MERGE (v:{VERSION_LABEL} {{id: 'version'}}) SET v.version = $number"

T = TypeVar("T")

# The driver warns of every attempt it repeats; that is for those who set up logging, not for a researcher's screen.
logging.getLogger("neo4j").addHandler(logging.NullHandler())


class Neo4jStore:
    """A store in a database of a Neo4j server. A document and its passages are written in one transaction."""

    def __init__(self, uri: str, *, read_only: bool = False) -> None:
        """Connects as NEO4J_USER with NEO4J_PASSWORD to the database NEO4J_DATABASE (all from the environment).

        Raises StoreError, in one line, for a server that is not there, too old, or does not let the user in.
        """
        self.uri, self.retried = uri, 0
        self._user = os.environ.get("NEO4J_USER", "neo4j")
        self._database = os.environ.get("NEO4J_DATABASE") or None
        self._directory: Directory | None = None
        self._written: Bookmarks | None = None
        with self._explained():
            self._driver = GraphDatabase.driver(
                uri,
                auth=(self._user, os.environ.get("NEO4J_PASSWORD", "")),
                connection_timeout=_SECONDS_TO_CONNECT,
                initial_retry_delay=0.2,
                notifications_min_severity="OFF",
            )
        try:
            self._prepare(read_only)
        except BaseException:
            self.close()
            raise

    def write(self, rows: Rows) -> None:
        """See Store.write."""
        self.write_many([rows])

    def write_many(self, batch: Sequence[Rows]) -> None:
        """See Store.write_many; a large batch is several transactions, each of whole documents."""
        for part in batches(batch, _EDGES_AT_ONCE):
            self._change(partial(_write_part, part=part))

    def remove(self, document: str) -> bool:
        """See Store.remove."""

        held = False

        def taken_out(execute: Execute, directory: Directory) -> None:
            nonlocal held
            if document in directory:
                held = True
                _apply(execute, remove(execute, directory[document], directory, NEO4J))

        self._change(taken_out)
        return held

    def run(self, name: str, /, **parameters: Any) -> list[Record]:
        """See Store.run."""
        return self._read(lambda execute: _asked(execute, name, **parameters))

    def page(self, name: str, window: Window, /, **parameters: Any) -> Slice:
        """See Store.page."""
        text, values = query(name, "neo4j").bind(parameters)
        return self._read(lambda execute: slice_of(execute, text, values, window))

    def read(self, statement: str, parameters: Mapping[str, Any], seconds: float, limit: int) -> Table:
        """See Store.read; the server's planner has a say of its own in whether a statement only reads."""
        text = reading(statement)
        try:
            with self._session(READ_ACCESS) as session, session.begin_transaction(timeout=seconds) as transaction:
                if transaction.run(f"EXPLAIN {text}", dict(parameters)).consume().query_type != "r":
                    raise StatementError("the statement does more than read")
                result = transaction.run(text, dict(parameters))
                rows = [shaped(record.values()) for record in islice(result, limit + 1)]
                return Table(list(result.keys()), rows[:limit], len(rows) > limit)
        except StoreError as error:
            if isinstance(error.__cause__, ClientError):
                raise StatementError(str(error).removeprefix(f"{self.uri}: ")) from error
            raise

    def search(self, text: str, /, k: int = 10, **facets: str) -> list[Record]:
        """See Store.search."""
        terms = " ".join(_SPECIAL.sub(r"\\\1", term) for term in segment(text).split())
        if not terms:
            return []
        given = {name: value for name, value in facets.items() if value}
        conditions = [f"${name} IN p.places" if name == "place" else f"p.`{name}` = ${name}" for name in given]
        shown = ", ".join(f"p.`{name}` AS `{name}`" for name in SHOWN)
        statement = f"{' AND '.join([_SEARCH, *conditions])} RETURN {shown}, score ORDER BY score DESC, id LIMIT $k"
        return self._read(lambda execute: execute(statement, terms=terms, k=k, **given))

    def fingerprints(self) -> Mapping[str, str]:
        """See Store.fingerprints."""
        return {row["id"]: row["digest"] for row in self.run("fingerprints")}

    def stated(self, documents: Sequence[str]) -> list[Rows]:
        """See Store.stated."""
        return self._read(lambda execute: stated(execute, documents))

    def check(self) -> list[Finding]:
        """See Store.check."""
        graph = self._read(lambda execute: graph_findings(execute) + link_findings(execute, self._known(execute)))
        return graph + index_findings(self.run("ledger"), self._digests())

    def heal(self) -> list[Finding]:
        """See Store.heal."""
        self._change(lambda execute, directory: _apply(execute, relink(execute, directory, NEO4J)))
        self._write(lambda execute: sweep(execute, orphans(execute), NEO4J))
        for some in unindexed(index_findings(self.run("ledger"), self._digests())):
            self._command(_SET_INDEX, **NEO4J.parameters(stored_records(self.run, some)))
        return self.check()

    def close(self) -> None:
        """See Store.close."""
        self._driver.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *details: object) -> None:
        self.close()

    def _prepare(self, read_only: bool) -> None:
        """Makes sure of a server that is new enough and a schema that is up to date, or says what is missing."""
        with self._explained():
            require(self._driver.get_server_info().agent, self.uri)
        version = self._read(lambda execute: execute(f"MATCH (v:{VERSION_LABEL}) RETURN v.version AS version"))
        done = version[0]["version"] if version else 0
        if done > len(migrations()):
            raise StoreError(f"{self.uri}: the graph was written by a newer Shanshui; install that one")
        if read_only and not done:
            raise StoreError(f"{self.uri}: there is no graph here; `shanshui ingest` makes one")
        for number, statements in enumerate(migrations()[done:], start=done + 1) if not read_only else ():
            for statement in (*statements, _AWAIT_INDEXES):
                self._command(statement)
            self._command(_SET_VERSION, number=number)

    def _known(self, execute: Execute) -> Directory:
        """The directory of held documents, brought up to date with what other programs wrote since it was last read."""
        execute = _steady(execute)
        if self._directory is None:
            rows = _asked(execute, "directory")
            self._directory = Directory(entry_from(row, row["id"]) for row in rows)
            return self._directory
        directory, held = self._directory, {row["id"]: row["digest"] for row in _asked(execute, "fingerprints")}
        for id in directory:
            if id not in held:
                directory.discard(id)
        missing = [id for id, digest in held.items() if id not in directory or directory[id].digest != digest]
        for row in _asked(execute, "directory", documents=missing) if missing else ():
            directory.add(entry_from(row, row["id"]))
        return directory

    def _digests(self) -> dict[str, list[tuple[str, int]]]:
        """The digests that the passages of each document carry, with the number of passages."""
        rows = self._read(lambda execute: execute(_DIGESTS))
        found: dict[str, list[tuple[str, int]]] = {}
        for row in rows:
            found.setdefault(row["document"], []).append((row["digest"], row["passages"]))
        return found

    def _change(self, work: Callable[[Execute, Directory], T]) -> T:
        """Changes documents in one transaction: programs take turns, so each knows what the others have written."""

        def in_turn(execute: Execute) -> T:
            execute(_TAKE_TURN)
            return work(execute, self._known(execute))

        return self._write(in_turn)

    def _command(self, statement: str, **parameters: Any) -> None:
        """Runs one statement in a writing transaction of its own."""
        self._write(lambda execute: execute(statement, **parameters))

    def _read(self, work: Callable[[Execute], T]) -> T:
        """Does some work in one reading transaction, again where the server says that this may help."""
        with self._session(READ_ACCESS) as session:
            return session.execute_read(unit_of_work(timeout=_SECONDS_TO_READ)(_in_transaction(work)))

    def _write(self, work: Callable[[Execute], T]) -> T:
        """Does some work in one writing transaction, again where the server says that this may help (a deadlock)."""
        begun = False

        def counted(execute: Execute) -> T:
            nonlocal begun
            self.retried += begun
            begun = True
            return work(execute)

        try:
            with self._session(WRITE_ACCESS) as session:
                transaction = unit_of_work(timeout=_SECONDS_TO_WRITE)(_in_transaction(counted))
                try:
                    result = session.execute_write(transaction)
                except IncompleteCommit:  # whether it was done or not, to do it again changes nothing
                    result = session.execute_write(transaction)
                self._written = session.last_bookmarks()
                return result
        except BaseException:
            self._directory = None
            raise

    @contextmanager
    def _session(self, access: str) -> Iterator[Session]:
        """A session that sees what this store wrote, also on another member of a cluster."""
        with (
            self._explained(),
            self._driver.session(
                database=self._database,
                default_access_mode=access,
                max_transaction_retry_time=_SECONDS_TO_RETRY[access],
                bookmarks=self._written,
            ) as session,
        ):
            yield session

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Turns what the driver and the server complain of into one line that says what to do."""
        try:
            yield
        except (DriverError, Neo4jError) as error:
            raise explain(error, self.uri, self._user) from error


def _in_transaction(work: Callable[[Execute], T]) -> Callable[[ManagedTransaction], T]:
    """The work as a function of a transaction, as the driver wants it."""

    def run(transaction: ManagedTransaction) -> T:
        def execute(statement: str, **parameters: Any) -> list[Record]:
            result = transaction.run(statement, parameters)
            names = result.keys()
            rows = [dict(zip(names, record.values(), strict=True)) for record in islice(result, _MOST_ROWS + 1)]
            if len(rows) > _MOST_ROWS:
                raise StoreError(f"the answer has more than {_MOST_ROWS} rows; restrict the query or give a limit")
            return rows

        return work(execute)

    return run


def _asked(execute: Execute, name: str, /, **parameters: Any) -> list[Record]:
    """The rows of a named query inside a transaction."""
    text, values = query(name, "neo4j").bind(parameters)
    return execute(text, **values)


def _steady(execute: Execute) -> Execute:
    """Runs statements by the plan that the server first made: what reads all documents needs no other later."""
    return lambda statement, **parameters: execute(f"{NEO4J.begin}{statement}", **parameters)


def _write_part(execute: Execute, directory: Directory, part: Sequence[Rows]) -> None:
    """Writes some documents inside a transaction, with what search needs of their passages."""
    _apply(execute, replace(execute, part, directory, NEO4J))
    execute(_SET_INDEX, **NEO4J.parameters([record for rows in part for record in records_of(rows)]))


def _apply(execute: Execute, change: Change) -> None:
    """Writes a change inside a transaction."""
    put(execute, change.nodes, change.edges, NEO4J)
    sweep(execute, change.loosened, NEO4J)
