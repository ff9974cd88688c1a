"""Facts of low confidence and the verdicts on them, over HTTP; verdicts outlive the server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from serving import filled

from api.app import create_app
from api.keys import digest
from api.settings import Settings
from graph.judgement import Ledger, beside

KEY = {"X-API-Key": "spring water"}
TEXT = "临河市水污染防治工作方案\n\n一、重点任务\n(一)治理黑臭水体。到2025年,完成12条河道清淤。(牵头单位:市水务局)\n"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("judged")
    (folder / "plan.txt").write_text(TEXT, "utf-8")
    return filled(folder / "store", folder / "plan.txt")


@pytest.fixture
def asked(store: str) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(store=store, keys=(digest("spring water"),)))) as client:
        yield client


def facts(asked: TestClient, **given: object) -> list[dict[str, object]]:
    document = asked.get("/api/v1/documents").json()["items"][0]["document"]
    return list(asked.get("/api/v1/doubtful", params={"document": document, **given}).json())


def test_doubtful_facts_come_with_their_words_least_certain_first(asked: TestClient) -> None:
    found = facts(asked, at_most=1)
    assert {"owner", "deadline", "target"} == {fact["kind"] for fact in found}
    assert [fact["confidence"] for fact in found] == sorted(fact["confidence"] for fact in found)
    assert facts(asked, at_most=0) == []


def test_verdict_is_kept_by_the_next_server_and_can_be_taken_back(asked: TestClient, store: str) -> None:
    fact = next(fact for fact in facts(asked, at_most=1) if fact["name"] == "市水务局")
    judged = {name: fact[name] for name in ("document", "kind", "name", "start", "end")}
    assert asked.post("/api/v1/judgements", json=judged | {"verdict": "reject"}, headers=KEY).status_code == 201
    assert [kept.verdict for kept in Ledger(beside(store)).standing()] == ["reject"]
    assert next(f for f in facts(asked, at_most=1) if f["name"] == "市水务局")["verdict"] == "reject"
    asked.post("/api/v1/judgements", json=judged | {"verdict": "open"}, headers=KEY)
    assert asked.get("/api/v1/judgements").json() == []


def test_judging_needs_a_key_and_a_document_that_is_held(asked: TestClient, tmp_path: Path) -> None:
    judged = {"document": "none", "kind": "owner", "name": "水务局", "start": 0, "end": 3, "verdict": "accept"}
    assert asked.post("/api/v1/judgements", json=judged).status_code == 401
    assert asked.post("/api/v1/judgements", json=judged, headers=KEY).status_code == 404
    assert asked.post("/api/v1/judgements", json=judged | {"verdict": "maybe"}, headers=KEY).status_code == 422
