"""Two programs that wait for each other on one server: the write that the server ends begins anew, and is counted."""

from __future__ import annotations

import threading
from contextlib import closing

import pytest
from neo4j import GraphDatabase, Session
from neo4j_server import Server
from waiting import until

from graph.stores.neo4j_connection import Connection
from graph.stores.statements import Execute

pytestmark = pytest.mark.neo4j
HOLD = "MATCH (d:Department {{id: '{}'}}) SET d.name = '{}'"


def test_write_that_meets_another_in_a_deadlock_begins_anew_and_is_counted(server: Server) -> None:
    driver = GraphDatabase.driver(server.uri, auth=(server.user, server.password))
    with closing(Connection(server.uri)) as ours, driver, driver.session() as session:
        ours.run("CREATE (:Department {id: 'water'}), (:Department {id: 'ecology'})")
        other = session.begin_transaction()
        other.run(HOLD.format("water", "other")).consume()
        ours_held = threading.Event()

        def wait_for_ours() -> None:
            ours_held.wait()
            other.run(HOLD.format("ecology", "other")).consume()
            other.commit()

        waiting = threading.Thread(target=wait_for_ours)
        waiting.start()

        def work(execute: Execute) -> None:
            execute(HOLD.format("ecology", "ours"))
            ours_held.set()
            if not ours.retried:
                with driver.session() as watching:
                    until(lambda: is_blocked(watching), "a transaction that waits for ours")
            execute(HOLD.format("water", "ours"))

        ours.write(work)
        waiting.join()
        assert ours.retried == 1
        names = ours.read(lambda execute: execute("MATCH (d:Department) RETURN DISTINCT d.name AS name"))
        assert names == [{"name": "ours"}]


def is_blocked(session: Session) -> bool:
    """Whether a transaction of the server waits for a lock."""
    states = session.run("SHOW TRANSACTIONS YIELD status RETURN status").values()
    return any("Blocked" in status for (status,) in states)
