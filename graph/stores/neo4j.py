"""The Neo4j store: the same graph on a server, with what search needs of a passage on the passage itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import Any, Self, TypeVar

from neo4j import READ_ACCESS
from neo4j.exceptions import ClientError

from corpus.errors import StoreError
from graph.building.directory import Directory, entry_from
from graph.building.rows import Rows, batches
from graph.queries import query
from graph.search.segmentation import segment
from graph.store import Finding, Record, Slice, StatementError, Table, Window
from graph.stores.cypher import reading, shaped
from graph.stores.index import SHOWN, records_of, stored_records
from graph.stores.neo4j_connection import Connection
from graph.stores.neo4j_schema import FULL_TEXT, NEO4J, VERSION_LABEL, migrations
from graph.stores.soundness import graph_findings, index_findings, link_findings, unindexed
from graph.stores.stated import stated
from graph.stores.statements import Execute, put
from graph.stores.window import slice_of
from graph.stores.writing import Change, orphans, relink, remove, replace, sweep

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
_VERSION = f"MATCH (v:{VERSION_LABEL}) RETURN v.version AS version"
_SET_VERSION = f"MERGE (v:{VERSION_LABEL} {{id: 'version'}}) SET v.version = $number"

T = TypeVar("T")


class Neo4jStore:
    """A store in a database of a Neo4j server. A document and its passages are written in one transaction."""

    def __init__(self, uri: str, *, read_only: bool = False) -> None:
        """Connects to the server (see `Connection`) and makes the schema if it is not there.

        Raises StoreError, in one line.
        """
        self.uri = uri
        self._directory: Directory | None = None
        self._connection = Connection(uri)
        try:
            self._prepare(read_only)
        except BaseException:
            self.close()
            raise

    @property
    def retried(self) -> int:
        """See Store.retried."""
        return self._connection.retried

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
        return self._connection.read(lambda execute: _asked(execute, name, **parameters))

    def page(self, name: str, window: Window, /, **parameters: Any) -> Slice:
        """See Store.page."""
        text, values = query(name, "neo4j").bind(parameters)
        return self._connection.read(lambda execute: slice_of(execute, text, values, window))

    def read(self, statement: str, parameters: Mapping[str, Any], seconds: float, limit: int) -> Table:
        """See Store.read; the server's planner has a say of its own in whether a statement only reads."""
        text = reading(statement)
        try:
            with (
                self._connection.session(READ_ACCESS) as session,
                session.begin_transaction(timeout=seconds) as transaction,
            ):
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
        return self._connection.read(lambda execute: execute(statement, terms=terms, k=k, **given))

    def fingerprints(self) -> Mapping[str, str]:
        """See Store.fingerprints."""
        return {row["id"]: row["digest"] for row in self.run("fingerprints")}

    def stated(self, documents: Sequence[str]) -> list[Rows]:
        """See Store.stated."""
        return self._connection.read(lambda execute: stated(execute, documents))

    def check(self) -> list[Finding]:
        """See Store.check."""

        def found(execute: Execute) -> list[Finding]:
            return graph_findings(execute) + link_findings(execute, self._known(execute))

        graph = self._connection.read(found)
        return graph + index_findings(self.run("ledger"), self._digests())

    def heal(self) -> list[Finding]:
        """See Store.heal."""
        self._change(lambda execute, directory: _apply(execute, relink(execute, directory, NEO4J)))
        self._connection.write(lambda execute: sweep(execute, orphans(execute), NEO4J))
        for some in unindexed(index_findings(self.run("ledger"), self._digests())):
            self._connection.run(_SET_INDEX, **NEO4J.parameters(stored_records(self.run, some)))
        return self.check()

    def close(self) -> None:
        """See Store.close."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *details: object) -> None:
        self.close()

    def _prepare(self, read_only: bool) -> None:
        """Brings the schema up to date, or says why it cannot be."""
        version = self._connection.read(lambda execute: execute(_VERSION))
        done = version[0]["version"] if version else 0
        if done > len(migrations()):
            raise StoreError(f"{self.uri}: the graph was written by a newer Shanshui; install that one")
        if read_only and not done:
            raise StoreError(f"{self.uri}: there is no graph here; `shanshui ingest` makes one")
        if read_only:
            return
        for number, statements in enumerate(migrations()[done:], start=done + 1):
            for statement in (*statements, _AWAIT_INDEXES):
                self._connection.run(statement)
            self._connection.run(_SET_VERSION, number=number)

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
        rows = self._connection.read(lambda execute: execute(_DIGESTS))
        found: dict[str, list[tuple[str, int]]] = {}
        for row in rows:
            found.setdefault(row["document"], []).append((row["digest"], row["passages"]))
        return found

    def _change(self, work: Callable[[Execute, Directory], T]) -> T:
        """Changes documents in one transaction: programs take turns, so each knows what the others have written."""

        def in_turn(execute: Execute) -> T:
            execute(_TAKE_TURN)
            return work(execute, self._known(execute))

        try:
            return self._connection.write(in_turn)
        except BaseException:
            self._directory = None
            raise


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
