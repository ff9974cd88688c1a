"""What all tests share: repeatable property tests in CI, and one Neo4j server for all tests that need a real one."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings
from neo4j import GraphDatabase
from neo4j_server import Server

settings.register_profile("repeatable", derandomize=True, deadline=None)
if os.environ.get("CI"):
    settings.load_profile("repeatable")


@pytest.fixture(scope="session")
def started_server() -> Iterator[Server]:
    """A server of our own, for what a shared one must not suffer."""
    started = Server()
    try:
        print(f"\nNeo4j started in {started.start():.1f} s")
        yield started
        print(f"\nNeo4j stopped in {started.stop():.1f} s")
    finally:
        started.remove()


@pytest.fixture
def server(started_server: Server, monkeypatch: pytest.MonkeyPatch) -> Server:
    """The server, running and empty, with its user and password in the environment."""
    if started_server.process is None:
        started_server.start()
    monkeypatch.setenv("NEO4J_USER", started_server.user)
    monkeypatch.setenv("NEO4J_PASSWORD", started_server.password)
    with GraphDatabase.driver(started_server.uri, auth=(started_server.user, started_server.password)) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")
    return started_server
