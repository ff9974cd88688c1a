"""What all tests share: repeatable property tests in CI, and one Neo4j server for all tests that need a real one."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from neo4j_server import Account, Server, running
from waiting import PATIENCE

# No deadline for one example: on a busy machine any may take long. That time stays in proportion is tested by itself.
# Nor is one that takes long to draw a failure.
settings.register_profile("free", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("repeatable", settings.get_profile("free"), derandomize=True)
settings.load_profile("repeatable" if os.environ.get("CI") else "free")


# Tests start and stop the server more than they work it: half the seconds of a start go into compiling for later.
QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")


def pytest_itemcollected(item: Any) -> None:
    """Gives each operation that is fuzzed an id of its own: of tests that share one, processes side by side run one."""
    if (label := getattr(item, "operation_label", None)) and item.id.params is None:
        item._id = item.id.with_params(label)


@pytest.fixture(autouse=True)
def main_module() -> Iterator[None]:
    """Streamlit makes the page under test the main module, which processes started by later tests would run."""
    before = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = before


@pytest.fixture(scope="session")
def starter_store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store of the starter corpus that nobody writes to: many files of tests ask it, and to make it takes seconds."""
    from serving import STARTER, filled

    return filled(tmp_path_factory.mktemp("starter"), STARTER)


@pytest.fixture(scope="session")
def started_server() -> Iterator[Server]:
    """A server of our own, for what a shared one must not suffer."""
    with running(*QUICK) as started:
        yield started


@pytest.fixture
def server(started_server: Server, monkeypatch: pytest.MonkeyPatch) -> Server:
    """The server, running and empty, with its user and password in the environment."""
    if started_server.process is None:
        started_server.start()
    monkeypatch.setenv("NEO4J_USER", started_server.user)
    monkeypatch.setenv("NEO4J_PASSWORD", started_server.password)
    monkeypatch.setattr("graph.stores.neo4j_connection._SECONDS_TO_CONNECT", PATIENCE)
    started_server.empty()
    return started_server


@pytest.fixture(scope="module")
def account(request: pytest.FixtureRequest) -> Iterator[Account]:
    """The server at NEO4J_URI, or else ours, with its account in the environment; it ends up without a graph."""
    if uri := os.environ.get("NEO4J_URI"):
        given = Account(uri, os.environ.get("NEO4J_USER", "neo4j"), os.environ["NEO4J_PASSWORD"])
        if given.execute("MATCH (n) RETURN n LIMIT 1"):
            pytest.fail(f"the database at {uri} is not empty, and these tests would empty it")
    else:
        given = request.getfixturevalue("started_server")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NEO4J_USER", given.user)
        patch.setenv("NEO4J_PASSWORD", given.password)
        yield given
        given.execute("MATCH (n) DETACH DELETE n")
