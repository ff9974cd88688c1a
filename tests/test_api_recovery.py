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
from waiting import PATIENCE, until

from api.app import create_app
from api.settings import Settings
from graph.stores.opening import open_store

pytestmark = pytest.mark.neo4j
PATHS = ("tasks", "search?q=河", "ask?q=水务局牵头哪些任务")
# Seconds. While the state of the store is trusted, what was learnt before may still be answered from memory; one second
# of the API's own, and more for a thread that is not let run.
TRUSTED = 5.0
AT_ONCE, DRIVERS_OWN = 3.0, 30.0  # seconds; the latter is how long the driver tries again when it is not told otherwise
PROBLEM = (503, "application/problem+json")


@dataclass(frozen=True)
class Reply:
    """What came back on a request for a path, when it was sent and after how many seconds."""

    path: str
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
            replies.append(Reply(path, sent, time.monotonic() - sent, kind))

    app = create_app(Settings(store=server.uri, rate=0, seconds=PATIENCE))
    with TestClient(app, raise_server_exceptions=False) as client:
        callers = [threading.Thread(target=ask, args=(client, path)) for path in PATHS]
        for caller in callers:
            caller.start()
        try:
            until(lambda: all(answers(replies, 200, 0.0).values()), "an answer to every caller")
            server.stop(kill=True)
            distrusted = time.monotonic() + TRUSTED
            until(lambda: all(each[2:] for each in answers(replies, 503, distrusted).values()), "three refusals each")
            started = time.monotonic()
            server.start()
            back = time.monotonic()
            until(lambda: all(answers(replies, 200, back).values()), "an answer to every caller again")
        finally:
            over.set()
            for caller in callers:
                caller.join()
    gone = [reply for reply in replies if distrusted < reply.sent < reply.sent + reply.seconds < started]
    assert {reply.kind for reply in gone} == {PROBLEM}
    assert max(reply.seconds for reply in gone) < DRIVERS_OWN
    for path, refusals in answers(gone, 503, distrusted).items():  # on a busy machine any of them may take longer
        assert min(reply.seconds for reply in refusals) < AT_ONCE, path
    assert {reply.kind[0] for reply in replies} == {200, 503}
    print(f"\n{len(gone)} answered 503, the last after {max(reply.seconds for reply in gone):.2f} s")


def answers(replies: list[Reply], status: int, since: float) -> dict[str, list[Reply]]:
    """The replies of a status to what was asked after a moment, for each path."""
    found = [reply for reply in replies if reply.kind[0] == status and reply.sent > since]
    return {path: [reply for reply in found if reply.path == path] for path in PATHS}
