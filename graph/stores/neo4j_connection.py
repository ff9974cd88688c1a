"""The connection to a Neo4j server: work is done in transactions, and whatever goes wrong is told in one line."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any, TypeVar

from neo4j import READ_ACCESS, WRITE_ACCESS, Bookmarks, GraphDatabase, ManagedTransaction, Session, unit_of_work
from neo4j.exceptions import DriverError, IncompleteCommit, Neo4jError

from corpus.errors import StoreError
from graph.store import Record
from graph.stores.neo4j_trouble import explain, require
from graph.stores.statements import Execute

_SECONDS_TO_READ = 60
_SECONDS_TO_WRITE = 600
_SECONDS_TO_CONNECT = 10
# A reader hears at once that the server is gone; a writer waits for one that is starting again, and for its turn.
_SECONDS_TO_RETRY = {READ_ACCESS: 1.0, WRITE_ACCESS: 60.0}
_MOST_ROWS = 500_000

T = TypeVar("T")

# The driver warns of every attempt it repeats; that is for those who set up logging, not for a researcher's screen.
logging.getLogger("neo4j").addHandler(logging.NullHandler())


class Connection:
    """A connection to one database of a server; `retried` counts the writes that had to begin anew."""

    def __init__(self, uri: str) -> None:
        """Connects as NEO4J_USER with NEO4J_PASSWORD to the database NEO4J_DATABASE (all from the environment).

        Raises StoreError for a server that is not there, is too old, or does not let the user in.
        """
        self.uri, self.retried = uri, 0
        self._user = os.environ.get("NEO4J_USER", "neo4j")
        self._database = os.environ.get("NEO4J_DATABASE") or None
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
            with self._explained():
                require(self._driver.get_server_info().agent, uri)
        except BaseException:
            self.close()
            raise

    def read(self, work: Callable[[Execute], T]) -> T:
        """Does some work in one reading transaction, again where the server says that this may help."""
        with self.session(READ_ACCESS) as session:
            return session.execute_read(unit_of_work(timeout=_SECONDS_TO_READ)(_in_transaction(work)))

    def write(self, work: Callable[[Execute], T]) -> T:
        """Does some work in one writing transaction, again where the server says that this may help (a deadlock).

        The work must be such that doing it twice changes nothing: where the server goes in the middle of a commit,
        nobody knows whether it was done, and it is done once more.
        """
        begun = False

        def counted(execute: Execute) -> T:
            nonlocal begun
            self.retried += begun
            begun = True
            return work(execute)

        transaction = unit_of_work(timeout=_SECONDS_TO_WRITE)(_in_transaction(counted))
        with self.session(WRITE_ACCESS) as session:
            try:
                result = session.execute_write(transaction)
            except IncompleteCommit:
                result = session.execute_write(transaction)
            self._written = session.last_bookmarks()
            return result

    def run(self, statement: str, **parameters: Any) -> None:
        """Runs one statement in a writing transaction of its own."""
        self.write(lambda execute: execute(statement, **parameters))

    @contextmanager
    def session(self, access: str) -> Iterator[Session]:
        """A session that sees what this connection wrote, also on another member of a cluster."""
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

    def close(self) -> None:
        """Lets go of the connection; it must not be used afterwards."""
        self._driver.close()

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
