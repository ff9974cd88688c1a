"""Statements of strangers over a real Neo4j server: what reads is answered, what does more is turned down twice."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from handmade import KAILI, water_plan
from neo4j_server import Server
from store_suite import write
from test_api_writing import KEY
from test_cypher import READS, REFUSED, asked
from waiting import PATIENCE

from api.app import create_app
from api.keys import digest
from api.settings import Settings
from graph.store import StatementError
from graph.stores.opening import open_store

pytestmark = pytest.mark.neo4j
KEYS = (digest(KEY["X-API-Key"]),)


@pytest.fixture(scope="module")
def server(started_server: Server) -> Iterator[Server]:
    """The server with two plans, which no test here changes."""
    with pytest.MonkeyPatch.context() as patch:
        started_server.empty()
        patch.setenv("NEO4J_USER", started_server.user)
        patch.setenv("NEO4J_PASSWORD", started_server.password)
        with open_store(started_server.uri) as store:
            write(store, water_plan(), water_plan(KAILI, "kaili.txt", year="2027"))
        yield started_server


@pytest.fixture
def client(server: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """An API that gives a statement the time that a server just started may take to plan its first."""
    monkeypatch.setattr("api.cypher.SECONDS", PATIENCE)
    app = create_app(Settings(store=server.uri, rate=0, keys=KEYS, cypher=True, seconds=PATIENCE))
    with TestClient(app, raise_server_exceptions=False) as running:
        yield running


@pytest.mark.parametrize("statement", READS)
def test_statement_that_reads_is_answered_by_the_server(client: TestClient, statement: str) -> None:
    status, found = asked(client, statement)
    assert status == 200, found


@pytest.mark.parametrize("statement", ["MATCH (t:Task) RETURN", "RETURN nobody", *REFUSED[:9]])
def test_statement_that_is_not_run_is_a_problem(client: TestClient, statement: str) -> None:
    assert asked(client, statement)[0] == 422


@pytest.mark.parametrize("statement", REFUSED[:7])
def test_server_itself_turns_down_what_changes(server: Server, statement: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.stores.neo4j.reading", lambda statement: statement)
    with open_store(server.uri, read_only=True) as store, pytest.raises(StatementError):
        store.read(statement, {}, 5.0, 10)


def test_statement_that_takes_too_long_is_stopped_by_the_server(server: Server) -> None:
    slow = "UNWIND range(1, 100000) AS x UNWIND range(1, 100000) AS y RETURN sum(x * y) AS total"
    with open_store(server.uri, read_only=True) as store, pytest.raises(StatementError, match="took too long"):
        store.read(slow, {}, 1.0, 10)
