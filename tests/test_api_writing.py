"""Writing over HTTP, on a real store that begins empty."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from waiting import until

from api.app import create_app
from api.keys import digest, known
from api.settings import Settings, settings
from corpus import reader
from graph.stores.opening import open_store

KEY = {"X-API-Key": "a key that only the test knows"}
PLAN = """凯里市水污染防治实施方案

一、重点任务
(一)整治城市黑臭水体。到2025年,城市黑臭水体消除比例达到95%。(牵头单位:市水务局;责任单位:市财政局)
(二)加强饮用水源保护。2025年6月底前完成水源地划定。(牵头单位:市生态环境局)
"""


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder = str(tmp_path_factory.mktemp("store"))
    with TestClient(create_app(Settings(store=folder, rate=0, keys=(digest(KEY["X-API-Key"]),)))) as running:
        yield running


def sent(client: TestClient, name: str, content: bytes) -> dict[str, Any]:
    response = client.post("/api/v1/documents", params={"name": name}, content=content, headers=KEY)
    assert response.status_code == 202
    job: dict[str, Any] = response.json()
    address = f"/api/v1/jobs/{job['id']}"
    until(lambda: client.get(address, headers=KEY).json()["finished"], "the end of the job")
    ended: dict[str, Any] = client.get(address, headers=KEY).json()
    return ended


def test_file_that_is_sent_in_is_read_searched_and_removed(client: TestClient) -> None:
    job = sent(client, "凯里方案.txt", PLAN.encode())
    assert (job["state"], job["documents"], job["report"]["tasks"]) == ("done", 1, 2)
    tasks = client.get("/api/v1/responsibilities", params={"department": "水务局", "role": "lead"}).json()["items"]
    assert [task["title"] for task in tasks] == ["整治城市黑臭水体"]
    document = tasks[0]["document"]
    assert client.get("/api/v1/search", params={"q": "黑臭水体"}).json()["hits"][0]["document"] == document
    assert client.get("/api/v1/ask", params={"q": "水务局牵头哪些任务"}).json()["tasks"]
    assert client.delete(f"/api/v1/documents/{document}", headers=KEY).status_code == 204
    assert client.get(f"/api/v1/documents/{document}").status_code == 404
    assert client.get("/api/v1/search", params={"q": "黑臭水体"}).json()["hits"] == []
    assert client.delete(f"/api/v1/documents/{document}", headers=KEY).status_code == 404


def test_file_that_is_sent_in_twice_changes_nothing(client: TestClient) -> None:
    first = sent(client, "再次.txt", PLAN.encode())
    held = client.get("/api/v1/documents").json()
    second = sent(client, "再次.txt", PLAN.encode())
    assert first["id"] == second["id"]
    assert (second["report"]["documents"], second["report"]["unchanged"]) == (0, 1)
    assert client.get("/api/v1/documents").json() == held


def test_file_that_cannot_be_read_fails_with_a_reason(client: TestClient) -> None:
    job = sent(client, "broken.pdf", b"%PDF-1.7 and nothing else")
    assert job["state"] == "failed" and job["reason"].startswith("broken.pdf: ")
    assert "/tmp" not in job["reason"]


@pytest.mark.parametrize("headers", [{}, {"X-API-Key": "guessed"}, {"X-API-Key": digest(KEY["X-API-Key"])}])
@pytest.mark.parametrize(
    ("method", "path"),
    [("POST", "/documents?name=a.txt"), ("DELETE", "/documents/plan-0000"), ("GET", "/jobs/0000")],
)
def test_writing_without_a_known_key_is_refused(
    client: TestClient, method: str, path: str, headers: dict[str, str]
) -> None:
    response = client.request(method, f"/api/v1{path}", headers=headers)
    assert (response.status_code, response.headers["content-type"]) == (401, "application/problem+json")


@pytest.mark.parametrize(
    "name",
    ["../a.txt", "/etc/a.txt", "a\\b.txt", ".hidden.txt", "~$a.docx", "a.exe", "a", "a\n.txt", "plan\u202etxt.txt"],
)
def test_name_that_is_no_plain_file_name_is_refused(client: TestClient, name: str) -> None:
    response = client.post("/api/v1/documents", params={"name": name}, content=b"x", headers=KEY)
    assert response.status_code == 422


def test_file_that_is_too_large_is_refused(client: TestClient) -> None:
    content = b" " * (reader.MAX_BYTES + 1)
    response = client.post("/api/v1/documents", params={"name": "a.txt"}, content=content, headers=KEY)
    assert (response.status_code, response.json()["detail"]) == (413, "the file is larger than 32 MB")


def test_file_without_content_is_refused(client: TestClient) -> None:
    response = client.post("/api/v1/documents", params={"name": "a.txt"}, headers=KEY)
    assert (response.status_code, response.json()["detail"]) == (422, "the file is empty")


def test_method_that_is_not_served_is_told_all_that_are(client: TestClient) -> None:
    response = client.put("/api/v1/documents/plan-0000")
    assert (response.status_code, response.headers["allow"]) == (405, "DELETE, GET")


def test_app_without_keys_has_nothing_that_writes(tmp_path: Path) -> None:
    open_store(str(tmp_path)).close()
    with TestClient(create_app(Settings(store=str(tmp_path)))) as running:
        assert running.post("/api/v1/documents", params={"name": "a.txt"}, headers=KEY).status_code == 405
        methods = {method for path in running.get("/openapi.json").json()["paths"].values() for method in path}
    assert methods == {"get"}


def test_keys_come_from_the_environment_as_digests(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHANSHUI_API_KEYS", f"{digest('one')}, {digest('two')}")
    assert [known(key, settings().keys) for key in ("one", "two", "three", "")] == [True, True, False, False]
