"""The API while its Neo4j server is killed: callers hear of it at once, and are answered again when it is back."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass

import pytest
from fastapi.testclient import TestClient
from handmade import water_plan
from neo4j_server import Server
from store_suite import write

from api.app import create_app
from api.settings import Settings
from graph.stores.opening import open_store

pytestmark = pytest.mark.neo4j
PATHS = ("tasks", "search?q=河", "ask?q=水务局牵头哪些任务")
TRUSTED = 1.0  # seconds
PATIENCE = 60.0  # seconds that a server just started may take to answer its first questions
PROBLEM = (503, "application/problem+json")


@dataclass(frozen=True)
class Reply:
    """What came back on a request, when it was sent and after how many seconds."""

    sent: float
    seconds: float
    kind: tuple[int, str]


def test_server_that_is_killed_under_load_is_missed_at_once_and_found_again(server: Server) -> None:
    with open_store(server.uri) as store:
        write(store, water_plan())
    replies: list[Reply] = []
    over = threading.Event()

    def ask(client: TestClient, path: str) -> None:
        while not over.wait(0.05):
            sent = time.monotonic()
            response = client.get(f"/api/v1/{path}", headers={"X-API-Key": str(sent)})  # so that no reply is a kept one
            kind = (response.status_code, response.headers["content-type"])
            replies.append(Reply(sent, time.monotonic() - sent, kind))

    with TestClient(create_app(Settings(store=server.uri, rate=0)), raise_server_exceptions=False) as client:
        callers = [threading.Thread(target=ask, args=(client, path)) for path in PATHS]
        for caller in callers:
            caller.start()
        try:
            time.sleep(2)
            server.stop(kill=True)
            killed = time.monotonic()
            time.sleep(5)
            started = time.monotonic()
            server.start()
            back = time.monotonic()
            while time.monotonic() - back < PATIENCE and not answered_since(back, replies):
                time.sleep(0.2)
        finally:
            over.set()
            for caller in callers:
                caller.join()
    # While the state of the store is trusted, what was learnt before may still be answered from memory.
    gone = [reply for reply in replies if killed + TRUSTED < reply.sent < started - 1]
    assert {reply.kind for reply in gone} == {PROBLEM}
    assert max(reply.seconds for reply in gone) < 3
    assert {reply.kind[0] for reply in replies} == {200, 503}
    assert {reply.kind[0] for reply in answered_since(back, replies)} == {200}
    print(f"\n{len(gone)} answered 503, the last after {max(reply.seconds for reply in gone):.2f} s")


def answered_since(back: float, replies: list[Reply]) -> list[Reply]:
    """The replies to what was asked after the server was back; none until there are as many as callers."""
    since = [reply for reply in replies if reply.sent > back]
    return since if len(since) >= len(PATHS) else []
