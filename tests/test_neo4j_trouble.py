"""What can be wrong with a Neo4j server: each in one line that says what to do."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest
from handmade import water_plan
from neo4j_server import Server
from store_suite import write

from corpus.errors import StoreError
from graph.stores.neo4j_trouble import require
from graph.stores.opening import open_store

AGREED_ON_4 = b"\x00\x00\x04\x04"
# What a server of version 4.4 says to every message: that all is well, what it is called, and which connection this is.
WELL = b"\xb1\x70\xa2\x86server\x8cNeo4j/4.4.36\x8dconnection_id\x86bolt-1"


def refused(uri: str) -> str:
    """What opening a store at an address says, which is one line."""
    with pytest.raises(StoreError) as caught:
        open_store(uri)
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.mark.neo4j
def test_wrong_password(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "not this one")
    assert "set NEO4J_USER and NEO4J_PASSWORD" in refused(server.uri)


@pytest.mark.neo4j
def test_unknown_database(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_DATABASE", "elsewhere")
    assert "set NEO4J_DATABASE" in refused(server.uri)


def test_wrong_port() -> None:
    assert "is it running, and is the port right" in refused("bolt://127.0.0.1:1")


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ([b"HTTP/1.1 400 Bad Request\r\n\r\n"], "the port for browsers"),
        ([b"\x00\x00\x00\x00"], "an older one must be upgraded"),
        ([b"\x00\x00\x00\x03"], "an older one must be upgraded"),
        ([AGREED_ON_4, *3 * [len(WELL).to_bytes(2) + WELL + b"\x00\x00"]], "an older one must be upgraded"),
    ],
    ids=["a web server", "a server that speaks no version of ours", "version 3", "version 4"],
)
def test_server_of_another_kind(answers: list[bytes], words: str) -> None:
    with answering(answers) as port:
        assert words in refused(f"bolt://127.0.0.1:{port}")


@contextmanager
def answering(answers: list[bytes]) -> Iterator[int]:
    """A port that gives its answers to whoever connects, one for each message, and then hangs up."""

    def answer() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            with connection, suppress(OSError):
                for each in answers:
                    connection.recv(1024)
                    connection.sendall(each)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=answer, daemon=True).start()
        yield int(listener.getsockname()[1])


def test_old_server_is_refused_by_its_name() -> None:
    with pytest.raises(StoreError, match=r"the server is Neo4j 4\.4\.36; Shanshui needs Neo4j 5 or later"):
        require("Neo4j/4.4.36", "bolt://old")
    require("Neo4j/5.26.0", "bolt://new")
    require("Neo4j/2025.06.0", "bolt://newer")


@pytest.mark.neo4j
def test_who_may_only_read_can_ask_but_not_write(server: Server) -> None:
    with open_store(server.uri) as store:
        write(store, water_plan())
    server.stop()
    server.start(**{"server.databases.read_only": "neo4j"})
    try:
        with open_store(server.uri, read_only=True) as store:
            assert store.run("tasks_by_department", function="water")
            assert store.search("新增污水管网")
            assert store.check() == []
        with open_store(server.uri) as store, pytest.raises(StoreError, match="user neo4j may only read here"):
            write(store, water_plan(year="2030"))
    finally:
        server.stop()
        server.start()
