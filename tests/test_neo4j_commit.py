"""A connection that is lost in the middle of a commit: the driver cannot know whether the server has done it.

A relay stands between the driver and a real server. It passes everything on until it sees a COMMIT, and hangs up:
either before the server hears of the commit, or when the server has answered that it is done.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from socket import SHUT_RDWR, create_connection, socket
from socketserver import BaseRequestHandler, ThreadingTCPServer

import pytest
from handmade import KAILI, water_plan
from neo4j_server import Server
from store_suite import Records, contents, write

from corpus.errors import StoreError
from graph.stores.opening import open_store

pytestmark = pytest.mark.neo4j
# Length, message and end, as Bolt sends them. A driver waits for the answer, so nothing is ever sent behind a COMMIT.
COMMIT = b"\x00\x02\xb0\x12\x00\x00"
EARLIER, LATER, OTHER = water_plan(year="2023"), water_plan(year="2025"), water_plan(KAILI, "kaili.txt")
BOTH = pytest.mark.parametrize("done", [False, True], ids=["the server never heard of it", "the server had done it"])


class Relay(ThreadingTCPServer):
    """Passes bytes between a driver and a server, and hangs up at the next `cuts` commits."""

    daemon_threads = True

    def __init__(self, server: Server, done: bool) -> None:
        """`done` tells whether the server does what it is asked to commit before the relay hangs up."""
        super().__init__(("127.0.0.1", 0), Passage)
        self.neo4j, self.done, self.cuts = server, done, 0
        self.uri = f"bolt://127.0.0.1:{self.server_address[1]}"


class Passage(BaseRequestHandler):
    """One connection of the driver, with the one to the server that belongs to it."""

    server: Relay
    request: socket
    cut = False

    def handle(self) -> None:
        with create_connection(("127.0.0.1", self.server.neo4j.port)) as neo4j, suppress(OSError):
            answers = threading.Thread(target=self.bring_answers, args=(neo4j,))
            answers.start()
            while (sent := self.request.recv(1 << 16)) and not self.is_cut(sent):
                neo4j.sendall(sent)
            neo4j.shutdown(SHUT_RDWR)  # while its thread still reads, closing alone would not tell the server
            answers.join()

    def is_cut(self, sent: bytes) -> bool:
        """Whether what the driver sent goes no further."""
        if not (self.server.cuts and sent.endswith(COMMIT)):
            return False
        self.server.cuts -= 1
        self.cut = True
        return not self.server.done

    def bring_answers(self, neo4j: socket) -> None:
        with suppress(OSError):
            while (answer := neo4j.recv(1 << 16)) and not self.cut:
                self.request.sendall(answer)
            self.request.shutdown(SHUT_RDWR)


@contextmanager
def relay(server: Server, done: bool) -> Iterator[Relay]:
    with Relay(server, done) as between:
        threading.Thread(target=between.serve_forever, daemon=True).start()
        yield between
        between.shutdown()


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Records]:
    """What a store answers that took the later plan in place of the earlier one, and another, without trouble."""
    with open_store(str(tmp_path_factory.mktemp("store"))) as store:
        write(store, EARLIER, LATER, OTHER)
        return contents(store)


@BOTH
def test_changes_whose_commits_are_cut_off_are_made_once(
    server: Server, undisturbed: dict[str, Records], done: bool
) -> None:
    gone = water_plan(KAILI, "gone.txt", river="清水江")
    with relay(server, done) as between, open_store(between.uri) as store:
        write(store, EARLIER, gone)
        for plan in (LATER, OTHER):
            between.cuts = 1
            write(store, plan)
            assert between.cuts == 0
        between.cuts = 1
        assert store.remove(gone.id)
        assert (between.cuts, store.retried) == (0, 3)
        assert contents(store) == undisturbed
        assert store.check() == []


@BOTH
def test_write_that_is_cut_off_twice_says_so_and_the_next_makes_it_whole(
    server: Server, undisturbed: dict[str, Records], done: bool
) -> None:
    with relay(server, done) as between, open_store(between.uri) as store:
        write(store, EARLIER)
        between.cuts = 2
        with pytest.raises(StoreError, match="no Neo4j server answers"):
            write(store, LATER)
        assert ("2025" in {row["year"] for row in store.run("targets")}) == done
        write(store, LATER, OTHER)
        assert contents(store) == undisturbed
        assert store.check() == []
