"""What stands around every request: ids, lines, counts, limits, kept replies and keys."""

from __future__ import annotations

import asyncio
import io
import json
import logging
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from handmade import KAILI, water_plan
from starlette.types import Message
from store_suite import write
from test_api_writing import KEY, PLAN, sent

from api.app import create_app
from api.journal import Lines
from api.keys import digest
from api.limits import HEADERS, PAGE, Patience, Rate
from api.settings import SettingError, Settings, settings
from graph.stores.opening import open_store

KEYS = (digest(KEY["X-API-Key"]),)


@pytest.fixture
def folder(tmp_path: Path) -> str:
    with open_store(str(tmp_path)) as store:
        write(store, water_plan(), water_plan(KAILI, "kaili.txt", year="2027"))
    return str(tmp_path)


@pytest.fixture
def client(folder: str) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(store=folder, rate=0, keys=KEYS))) as running:
        yield running


def kept(client: TestClient) -> float:
    lines = client.get("/metrics").text.splitlines()
    return float(next(line.split()[-1] for line in lines if line.startswith("shanshui_replies_kept_total")))


# replies ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["tasks", "search?q=黑臭水体", "ask?q=水务局牵头哪些任务", "tasks.csv", "tasks.xlsx"])
def test_reply_is_kept_until_the_store_changes(client: TestClient, path: str) -> None:
    first = client.get(f"/api/v1/{path}")
    before = kept(client)
    second = client.get(f"/api/v1/{path}")
    assert (second.content, second.headers["etag"]) == (first.content, first.headers["etag"])
    assert kept(client) == before + 1
    assert sent(client, "新.txt", PLAN.encode())["state"] == "done"
    third = client.get(f"/api/v1/{path}")
    assert third.headers["etag"] != first.headers["etag"]
    assert kept(client) == before + 1


def test_reply_after_a_change_holds_the_change(client: TestClient) -> None:
    before = client.get("/api/v1/tasks").json()["total"]
    sent(client, "新.txt", PLAN.encode())
    assert client.get("/api/v1/tasks").json()["total"] == before + 2
    added = client.get("/api/v1/search", params={"q": "饮用水源保护"}).json()["hits"][0]["document"]
    client.delete(f"/api/v1/documents/{added}", headers=KEY)
    assert client.get("/api/v1/tasks").json()["total"] == before


def test_caller_who_has_the_reply_is_told_so(client: TestClient) -> None:
    tag = client.get("/api/v1/documents").headers["etag"]
    for given in (tag, f"W/{tag}", f'"other", {tag}'):
        response = client.get("/api/v1/documents", headers={"If-None-Match": given})
        assert (response.status_code, response.content, response.headers["etag"]) == (304, b"", tag)
    assert client.get("/api/v1/documents", headers={"If-None-Match": '"other"'}).status_code == 200


def test_replies_differ_by_what_is_accepted(client: TestClient) -> None:
    tags = {client.get("/api/v1/tasks", headers={"Accept": kind}).headers["etag"] for kind in ("*/*", "text/csv")}
    assert len(tags) == 2
    plain, packed = (
        client.get("/api/v1/tasks", headers={"Accept-Encoding": way}).headers.get("content-encoding")
        for way in ("identity", "gzip")
    )
    assert (plain, packed) == (None, "gzip")


def test_failures_are_not_kept(client: TestClient) -> None:
    response = client.get("/api/v1/documents/none-0000")
    assert response.status_code == 404 and "etag" not in response.headers


# journal ----------------------------------------------------------------------------------------------------------


def test_every_request_has_an_id_and_a_line(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "shanshui.access")
    response = client.get("/api/v1/search", params={"q": "河"}, headers={"X-Request-Id": "from-the-caller.1"})
    assert response.headers["x-request-id"] == "from-the-caller.1"
    line = json.loads(Lines().format(caplog.records[-1]))
    assert line["id"] == "from-the-caller.1"
    assert (line["method"], line["path"], line["status"]) == ("GET", "/api/v1/search", 200)
    assert line["milliseconds"] > 0 and line["bytes"] > 0
    assert len(client.get("/live", headers={"X-Request-Id": "a\tb"}).headers["x-request-id"]) == 16


def test_requests_are_counted_under_their_operation(client: TestClient) -> None:
    for document in ("a", "b"):
        client.get(f"/api/v1/documents/{document}")
    client.get("/nothing/of/the/kind")
    text = client.get("/metrics").text
    assert 'shanshui_requests_total{operation="get_document",status="404"} 2.0' in text
    assert 'shanshui_requests_total{operation="none",status="404"} 1.0' in text
    assert "shanshui_request_seconds_bucket" in text


def test_ready_tells_the_state_of_the_store(client: TestClient) -> None:
    before = client.get("/ready").json()
    assert (before["engine"], before["documents"], before["writable"]) == ("embedded", 2, True)
    sent(client, "新.txt", PLAN.encode())
    after = client.get("/ready").json()
    assert after["documents"] == 3 and after["version"] != before["version"]


# limits -----------------------------------------------------------------------------------------------------------


def test_rate_lets_a_burst_pass_and_then_one_at_a_time() -> None:
    clock = [0.0]
    rate = Rate(10, 3, lambda: clock[0])
    assert [rate.wait("a") for _ in range(3)] == [0.0, 0.0, 0.0]
    assert rate.wait("a") == pytest.approx(0.1)
    assert rate.wait("b") == 0.0
    clock[0] = 0.1
    assert rate.wait("a") == 0.0
    assert rate.wait("a") == pytest.approx(0.1)


def test_caller_who_asks_too_fast_is_told_when_to_come_again(folder: str) -> None:
    with TestClient(create_app(Settings(store=folder, rate=0.001, burst=2, keys=KEYS))) as running:
        answers = [running.get("/api/v1/documents", headers={"X-API-Key": f"made up {n}"}) for n in range(3)]
        assert [answer.status_code for answer in answers] == [200, 200, 429]
        assert answers[2].headers["content-type"] == "application/problem+json"
        assert 900 < int(answers[2].headers["retry-after"]) <= 1000, "one in a thousand seconds, less what has passed"
        assert running.get("/api/v1/documents", headers=KEY).status_code == 200, "a known key has a limit of its own"
        assert running.get("/live").status_code == running.get("/metrics").status_code == 200


def test_answer_that_takes_too_long_is_given_up() -> None:
    async def slow(scope: Any, receive: Any, send: Any) -> None:
        await asyncio.sleep(30)

    sent_out: list[Message] = []

    async def send(message: Message) -> None:
        sent_out.append(message)

    scope = {"type": "http", "method": "GET", "path": "/x", "headers": [], "query_string": b"", "server": ("x", 80)}
    asyncio.run(Patience(slow, 0.05)(scope, lambda: None, send))
    assert sent_out[0]["status"] == 503
    assert "longer than 0.05 s" in json.loads(sent_out[1]["body"])["detail"]


@pytest.mark.parametrize("path", ["/live", "/api/v1/documents", "/api/v1/nothing"])
def test_every_answer_has_the_headers_that_keep_browsers_careful(client: TestClient, path: str) -> None:
    found = client.get(path).headers
    assert {name: found[name] for name in HEADERS} == HEADERS


def test_page_of_documentation_has_all_that_it_loads_from_this_server(client: TestClient) -> None:
    answer = client.get(PAGE)
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'self'")
    loaded = re.findall(r'(?:src|href)="([^"]+)"', answer.text)
    assert len(loaded) == 3
    assert [client.get(address).status_code for address in loaded] == [200] * 3


# keys and settings ------------------------------------------------------------------------------------------------


def test_closed_server_reads_to_those_with_a_key_only(folder: str) -> None:
    with TestClient(create_app(Settings(store=folder, rate=0, keys=KEYS, closed=True))) as running:
        for path in ("documents", "tasks.csv", "ask?q=任务", "search?q=河"):
            assert running.get(f"/api/v1/{path}", headers=KEY).status_code == 200
            assert running.get(f"/api/v1/{path}").status_code == 401, "not from kept replies either"
        assert running.get("/live").status_code == 200


@pytest.mark.parametrize(
    ("variable", "value"), [("SHANSHUI_RATE", "fast"), ("SHANSHUI_RATE", "-1"), ("SHANSHUI_CLOSED", "perhaps")]
)
def test_setting_that_cannot_be_read_is_named(monkeypatch: pytest.MonkeyPatch, variable: str, value: str) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(SettingError, match=variable):
        settings()


def test_server_that_nobody_could_use_does_not_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHANSHUI_CLOSED", "yes")
    with pytest.raises(SettingError, match="nobody"):
        settings()


# uploads ----------------------------------------------------------------------------------------------------------


def archive(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name.replace("__", "/"), content)
    return file.getvalue()


ENTITIES = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><document>&b;</document>'
OUTSIDE = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><document>&a;</document>'


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (archive(**{"word__document.xml": b" " * (130 * 1024 * 1024)}), "unfolds to more than"),
        (archive(**{"word__document.xml": ENTITIES}), "entities"),
        (archive(**{"word__document.xml": OUTSIDE}), "entities"),
    ],
    ids=["bomb", "entities", "file of the server"],
)
def test_file_that_attacks_its_reader_is_turned_down(client: TestClient, content: bytes, reason: str) -> None:
    job = sent(client, "plan.docx", content)
    assert job["state"] == "failed" and reason in job["reason"]


def test_job_is_followed_to_its_end_by_events(client: TestClient) -> None:
    job = client.post("/api/v1/documents", params={"name": "新.txt"}, content=PLAN.encode(), headers=KEY).json()
    with client.stream("GET", f"/api/v1/jobs/{job['id']}/events", headers=KEY) as stream:
        assert stream.headers["content-type"].startswith("text/event-stream")
        lines = [line for line in stream.iter_lines() if line]
    names = [line.removeprefix("event: ") for line in lines if line.startswith("event: ")]
    assert names[-1] == "done"
    last = json.loads(lines[-1].removeprefix("data: "))
    assert last["report"]["tasks"] == 2 and last["finished"]
    assert client.get("/api/v1/jobs/0000/events", headers=KEY).status_code == 404
