"""What a stranger may try on the API: each attempt is answered with a problem, and the server answers on."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import httpx
import pytest
from fastapi.testclient import TestClient
from handmade import KAILI, water_plan
from serving import api_over
from store_suite import write
from test_api_writing import KEY, PLAN, sent
from waiting import PATIENCE, until

from api.app import create_app
from api.keys import digest
from api.settings import SettingError, Settings, settings
from graph.stores.opening import open_store

KEYS = (digest(KEY["X-API-Key"]),)
PROBLEM = "application/problem+json"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("store"))
    with open_store(path) as store:
        write(store, water_plan(), water_plan(KAILI, "kaili.txt", year="2027"))
    return path


@pytest.fixture(scope="module")
def client(folder: str) -> Iterator[TestClient]:
    app = create_app(Settings(store=folder, rate=0, keys=KEYS, cypher=True))
    with TestClient(app, raise_server_exceptions=False) as running:
        yield running


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        (b"text/csv;q=\xb2", "text/csv"),
        (b"text/csv;q=1e999", "text/csv"),
        (b"text/csv;q=-1", "text/csv"),
        (b"text/csv; q=0.3, application/json; q=0.2", "text/csv"),
        (b"text/csv;q=0", "application/json"),
        (b"text/csv;q=0.1, */*", "application/json"),
        (b"," * 8000, "application/json"),
        (b"text/html", "application/json"),
    ],
)
def test_header_that_says_what_is_accepted_never_fails(client: TestClient, accept: bytes, kind: str) -> None:
    response = client.get("/api/v1/tasks", headers={b"Accept": accept})
    assert (response.status_code, response.headers["content-type"].partition(";")[0]) == (200, kind)


def test_nobody_is_told_to_have_what_is_not_there(client: TestClient, folder: str) -> None:
    assert client.get("/api/v1/documents/none-0000", headers={"If-None-Match": "*"}).status_code == 404
    with TestClient(create_app(Settings(store=folder, rate=0, keys=KEYS, closed=True))) as closed:
        assert closed.get("/api/v1/documents", headers={"If-None-Match": "*"}).status_code == 401


@pytest.mark.parametrize(
    "body",
    [
        b"[" * 200_000,
        b'{"statement": "RETURN $x AS x", "parameters": {"x": "\\ud800"}}',
        b'{"statement": "RETURN 1 AS x", "parameters": {"x": {"y": {}}}}',
        b"\xff\xfe",
        b"",
    ],
    ids=["deep", "half a character", "object", "no text", "nothing"],
)
def test_body_that_is_no_statement_is_a_problem(client: TestClient, body: bytes) -> None:
    response = client.post("/api/v1/cypher", content=body, headers={"Content-Type": "application/json"})
    assert response.status_code in (400, 422)
    assert response.headers["content-type"] == PROBLEM


def test_number_beyond_what_engines_count_with_is_taken_as_near_as_can_be(client: TestClient) -> None:
    asked = {"statement": "RETURN $x AS x", "parameters": {"x": 10**30}}
    assert client.post("/api/v1/cypher", json=asked).json()["rows"] == [[1e30]]


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "x/../y"])
def test_statement_of_another_kind_is_a_problem(client: TestClient, kind: str) -> None:
    response = client.post("/api/v1/cypher", content=b'{"statement": "RETURN 1 AS x"}', headers={"Content-Type": kind})
    assert (response.status_code, response.headers["content-type"]) == (422, PROBLEM)


def test_body_that_is_too_large_is_not_read_to_its_end(client: TestClient) -> None:
    body = b'{"statement": "' + b" " * 2_000_000 + b'"}'
    response = client.post("/api/v1/cypher", content=body, headers={"Content-Type": "application/json"})
    assert (response.status_code, response.headers["content-type"]) == (413, PROBLEM)


def test_reading_goes_on_while_documents_come_and_go(client: TestClient) -> None:
    document = sent(client, "来去.txt", PLAN.encode())["id"]
    document = next(
        row["document"] for row in client.get("/api/v1/documents").json()["items"] if row["source"] == "来去.txt"
    )
    seen: list[tuple[str, int]] = []
    over = threading.Event()
    paths = ("/text", "/plan", "/links", "", "/../../ask?q=凯里水务局牵头哪些任务", "/../../search?q=饮用水源")

    def read(path: str) -> None:
        while not over.is_set():
            address = f"/api/v1/documents/{document}{path}" if ".." not in path else f"/api/v1{path[6:]}"
            seen.append((path, client.get(address, headers={"X-API-Key": str(len(seen))}).status_code))

    readers = [threading.Thread(target=read, args=(path,)) for path in paths]
    for reader in readers:
        reader.start()
    try:
        for _ in range(5):
            client.delete(f"/api/v1/documents/{document}", headers=KEY)
            sent(client, "来去.txt", PLAN.encode())
        until(lambda: {path for path, status in seen if status == 200} == set(paths), "an answer to every reader")
    finally:
        over.set()
        for reader in readers:
            reader.join()
    assert {status for _, status in seen} <= {200, 404}, [each for each in seen if each[1] not in (200, 404)][:5]


# a real server --------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def address(folder: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    other = str(tmp_path_factory.mktemp("other"))
    with open_store(other) as store:
        write(store, water_plan())
    with api_over(other, keys=KEYS, cypher=True) as running:
        yield running


@pytest.fixture
def hasty(tmp_path: Path) -> Iterator[str]:
    """An API that waits a second for what is sent."""
    open_store(str(tmp_path)).close()
    with api_over(str(tmp_path), keys=KEYS, cypher=True, seconds=1) as running:
        yield running


def test_huge_head_of_a_request_is_refused(address: str) -> None:
    with suppress(httpx.TransportError):  # the line may be cut before the answer is read
        long = httpx.get(f"{address}/api/v1/tasks", headers={"X-Long": "a" * 200_000}, timeout=PATIENCE)
        assert long.status_code in (400, 431)
    assert httpx.get(f"{address}/live", timeout=PATIENCE).status_code == 200


@pytest.mark.parametrize(
    ("path", "key", "status"), [("/cypher", "", b"503"), ("/documents?name=a.txt", KEY["X-API-Key"], b"408")]
)
def test_body_that_stops_coming_is_given_up(hasty: str, path: str, key: str, status: bytes) -> None:
    host, port = hasty.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=PATIENCE) as line:
        head = f"POST /api/v1{path} HTTP/1.1\r\nHost: {host}\r\nX-API-Key: {key}\r\nContent-Type: application/json\r\n"
        line.sendall(f"{head}Content-Length: 1000\r\n\r\n{{".encode())
        answer = b""
        while b" 1 s" not in answer and (more := line.recv(4096)):
            answer += more
    assert answer.split(b" ")[1] == status
    assert b" 1 s" in answer, "it tells after which time it was given up"


@pytest.mark.parametrize(
    "path",
    ["/api/v1/documents/..%2f..%2fetc%2fpasswd", "/api/v1/documents/%00", "//etc/passwd", "/api/v1/tasks%0d%0aX: y"],
)
def test_path_that_leads_elsewhere_leads_nowhere(address: str, path: str) -> None:
    response = httpx.get(address + path, timeout=PATIENCE)
    assert (response.status_code, response.headers["content-type"]) == (404, PROBLEM)


def test_key_in_the_place_of_its_digest_stops_the_start(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SHANSHUI_API_KEYS", f"{digest('one').upper()}, the key itself")
    with pytest.raises(SettingError, match="SHA-256"):
        settings()
    monkeypatch.setenv("SHANSHUI_API_KEYS", digest("one").upper())
    assert settings().keys == (digest("one"),)
