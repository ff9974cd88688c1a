"""The API over a real Neo4j server, fuzzed as in test_api_schema.py: what the engines differ in stays below it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import schemathesis
from fastapi.testclient import TestClient
from handmade import KAILI, water_plan
from hypothesis import HealthCheck, settings
from neo4j_server import Server
from store_suite import write
from test_api_schema import KEYS, hold_to_its_description, schema
from waiting import PATIENCE

from api.app import create_app
from api.settings import Settings
from graph.stores.opening import open_store

pytestmark = pytest.mark.neo4j


@pytest.fixture(scope="module")
def client(started_server: Server) -> Iterator[TestClient]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NEO4J_USER", started_server.user)
        patch.setenv("NEO4J_PASSWORD", started_server.password)
        with open_store(started_server.uri) as store:
            write(store, water_plan(), water_plan(KAILI, "kaili.txt", year="2027"))
        app = create_app(Settings(store=started_server.uri, rate=0, keys=KEYS, cypher=True, seconds=PATIENCE))
        with TestClient(app, raise_server_exceptions=False) as running:
            yield running


@pytest.mark.filterwarnings("ignore:Setting per-request cookies", "ignore:Use 'content=<...>'")
@schema.parametrize()
@settings(max_examples=3, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_operation_over_neo4j_keeps_to_its_description(case: schemathesis.Case, client: TestClient) -> None:
    hold_to_its_description(case, client)
