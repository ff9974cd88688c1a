"""The API fuzzed from its own OpenAPI description, against the real app on a real store: it keeps to what it says.

Here each operation gets a few cases. The long run asks a server from outside, in all phases, links between operations
among them; `SHANSHUI_API_KEYS=… SHANSHUI_CYPHER=1 SHANSHUI_RATE=0 shanshui serve --only api` starts one:

    schemathesis --config-file tests/schemathesis.toml run http://127.0.0.1:8600/openapi.json -H 'X-API-Key: …' -n 40
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import schemathesis
from handmade import KAILI, water_plan
from hypothesis import HealthCheck, settings
from schemathesis.openapi import from_dict
from schemathesis.specs.openapi.checks import ignored_auth, positive_data_acceptance
from starlette.testclient import TestClient
from store_suite import write

from api.app import create_app
from api.keys import digest
from api.settings import Settings
from graph.stores.opening import open_store

KEY = {"X-API-Key": "a key that only the test knows"}
KEYS = (digest(KEY["X-API-Key"]),)
schema = from_dict(create_app(Settings(keys=KEYS, cypher=True)).openapi())


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder = str(tmp_path_factory.mktemp("store"))
    with open_store(folder) as store:
        write(store, water_plan(), water_plan(KAILI, "kaili.txt", year="2027"))
    app = create_app(Settings(store=folder, rate=0, keys=KEYS, cypher=True))
    with TestClient(app, raise_server_exceptions=False) as running:
        yield running


@pytest.mark.filterwarnings("ignore:Setting per-request cookies", "ignore:Use 'content=<...>'")
@schema.parametrize()
@settings(max_examples=2, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_operation_keeps_to_its_description(case: schemathesis.Case, client: TestClient) -> None:
    hold_to_its_description(case, client)


def hold_to_its_description(case: schemathesis.Case, client: TestClient) -> None:
    response = client.request(**case.as_transport_kwargs(base_url=str(client.base_url), headers=KEY))
    # The request carries the key whatever the case holds; tests/test_api_writing.py holds refusals to account.
    # No schema says what is Cypher: most texts are refused there.
    excluded = [ignored_auth, *([positive_data_acceptance] if case.path.endswith("/cypher") else [])]
    case.validate_response(response, excluded_checks=excluded)
