"""A Neo4j server that stops in the middle of work: a clear line or a retry, nothing doubled and nothing lost."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path

import pytest
from handmade import generated
from neo4j import WRITE_ACCESS
from neo4j_server import Server
from store_suite import Records, contents
from waiting import PATIENCE

from corpus.errors import StoreError
from graph.building.directory import Directory
from graph.building.rows import Rows
from graph.ingest import ingest
from graph.stores import neo4j as neo4j_store
from graph.stores import neo4j_connection
from graph.stores.opening import open_store
from graph.stores.statements import Execute

pytestmark = pytest.mark.neo4j
PLANS = 16
SLOW = "UNWIND range(1, 100000) AS x UNWIND range(1, 100000) AS y RETURN sum(x * y) AS total"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("plans")
    for number, facts in enumerate(generated(PLANS, tasks=10)):
        (made / f"{number}.txt").write_text(facts.text, "utf-8")
    return made


@pytest.fixture(scope="module")
def undisturbed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Records]:
    """What a store answers that took the plans without trouble."""
    with open_store(str(tmp_path_factory.mktemp("store"))) as store:
        ingest([folder], store)
        return contents(store)


@pytest.fixture(autouse=True)
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Some transactions for these few plans, so that a server can stop between them and in one of them."""
    monkeypatch.setattr(neo4j_store, "_EDGES_AT_ONCE", 100)


def kill_in_fourth(server: Server, monkeypatch: pytest.MonkeyPatch, then: Callable[[], object] = lambda: None) -> None:
    """Kills the server between what the fourth transaction writes and its commit, and does something then."""
    write, parts = neo4j_store._write_part, count(1)

    def write_part(execute: Execute, directory: Directory, part: Sequence[Rows]) -> None:
        write(execute, directory, part)
        if next(parts) == 4:
            server.stop(kill=True)
            then()

    monkeypatch.setattr(neo4j_store, "_write_part", write_part)


def test_ingest_goes_on_when_a_killed_server_is_back(
    server: Server, folder: Path, undisturbed: dict[str, Records], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(neo4j_connection._SECONDS_TO_RETRY, WRITE_ACCESS, PATIENCE)  # a busy machine starts it slowly
    with open_store(server.uri) as store:
        starting = threading.Thread(target=server.start)
        kill_in_fourth(server, monkeypatch, starting.start)
        ingest([folder], store)
        starting.join()
        assert store.retried
        assert contents(store) == undisturbed
        assert store.check() == []


def test_ingest_that_a_server_did_not_outlive_is_finished_by_the_next(
    server: Server, folder: Path, undisturbed: dict[str, Records], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(neo4j_connection._SECONDS_TO_RETRY, WRITE_ACCESS, 1.0)
    with open_store(server.uri) as store:
        kill_in_fourth(server, monkeypatch)
        with pytest.raises(StoreError, match="is it running, and is the port right"):
            ingest([folder], store)
    server.start()
    with open_store(server.uri) as store:
        assert len(store.run("documents")) == 3
        report = ingest([folder], store)
        assert (report.unchanged, report.documents) == (3, PLANS - 3)
        assert contents(store) == undisturbed
        assert store.check() == []


def test_query_that_a_server_did_not_outlive_says_so_and_the_next_is_answered(
    server: Server, folder: Path, undisturbed: dict[str, Records]
) -> None:
    with open_store(server.uri) as store:
        ingest([folder], store)
        stopping = threading.Timer(1.0, server.stop)
        stopping.start()
        with pytest.raises(StoreError) as caught:
            store.read(SLOW, {}, PATIENCE, 10)
        assert "\n" not in str(caught.value)
        print(caught.value)
        stopping.join()
        with pytest.raises(StoreError, match="is it running, and is the port right"):
            store.run("documents")
        server.start()
        assert contents(store) == undisturbed
