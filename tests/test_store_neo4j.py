"""The Neo4j store on a real server: everything that a store must do, and what only a server can get wrong.

The server is the one at NEO4J_URI, whose database must be empty, or one that is started for these tests.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from handmade import KAILI, bare, generated, water_plan
from neo4j_server import Account
from store_suite import StoreSuite, contents, write

from corpus.errors import StoreError
from graph.building.build import build
from graph.store import Store
from graph.stores.neo4j_schema import FULL_TEXT, VERSION_LABEL, migrations
from graph.stores.opening import open_store

pytestmark = pytest.mark.neo4j


@pytest.fixture
def store(account: Account) -> Iterator[Store]:
    account.empty()
    with open_store(account.uri) as opened:
        yield opened


class TestNeo4jStore(StoreSuite):
    """The suite of all stores."""


# the same answers ---------------------------------------------------------------------------------------------------


def test_both_stores_answer_alike_on_a_generated_corpus(store: Store, tmp_path: Path) -> None:
    batch = [build(facts, fingerprint=facts.id) for facts in generated(25, tasks=10)]
    with open_store(str(tmp_path)) as embedded:
        for each in (store, embedded):
            each.write_many(batch)
        assert contents(store) == contents(embedded)


def test_both_stores_rank_the_same_passage_first(store: Store, tmp_path: Path) -> None:
    with open_store(str(tmp_path)) as embedded:
        for each in (store, embedded):
            write(each, water_plan(), water_plan(KAILI, "kaili.txt", river="清水江"), *generated(3, tasks=5))
        for words in ("新增污水管网", "清水江整治", "水质优良比例"):
            found = [[hit["id"] for hit in each.search(words, k=2)] for each in (store, embedded)]
            assert found[0] == found[1] != []


# schema -------------------------------------------------------------------------------------------------------------


def test_migrations_run_once(store: Store, account: Account) -> None:
    before = account.execute("SHOW INDEXES YIELD name, state RETURN name, state ORDER BY name")
    with open_store(account.uri):
        pass
    assert account.execute("SHOW INDEXES YIELD name, state RETURN name, state ORDER BY name") == before
    assert account.execute(f"MATCH (v:{VERSION_LABEL}) RETURN v.version AS version") == [{"version": len(migrations())}]


def test_graph_of_an_older_program_gets_the_migrations_that_came_since(
    store: Store, account: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(store, water_plan())
    before, added = contents(store), "CREATE INDEX added IF NOT EXISTS FOR (n:Task) ON (n.kind)"
    monkeypatch.setattr("graph.stores.neo4j.migrations", lambda: [*migrations(), [added]])
    with open_store(account.uri) as newer:
        assert contents(newer) == before
    assert account.execute("SHOW INDEXES YIELD name, state WHERE name = 'added' RETURN state") == [{"state": "ONLINE"}]
    assert account.execute(f"MATCH (v:{VERSION_LABEL}) RETURN v.version AS version") == [
        {"version": len(migrations()) + 1}
    ]
    account.execute("DROP INDEX added")
    account.execute("MATCH (n) DETACH DELETE n")


def test_graph_that_was_filled_without_indexes_can_be_searched_at_once(store: Store, account: Account) -> None:
    store.write_many([build(facts) for facts in generated(20)])
    account.execute(f"DROP INDEX {FULL_TEXT}")
    account.execute(f"MATCH (v:{VERSION_LABEL}) DELETE v")
    with open_store(account.uri) as opened:
        assert opened.search("入河排口溯源")


def test_graph_of_a_newer_program_is_refused(store: Store, account: Account) -> None:
    account.execute(f"MATCH (v:{VERSION_LABEL}) SET v.version = 999")
    with pytest.raises(StoreError, match="newer Shanshui"):
        open_store(account.uri)
    account.execute("MATCH (n) DETACH DELETE n")


def test_reading_an_empty_database_says_how_to_fill_it(account: Account) -> None:
    account.execute("MATCH (n) DETACH DELETE n")
    with pytest.raises(StoreError, match="`shanshui ingest` makes one"):
        open_store(account.uri, read_only=True)


def test_check_finds_passages_without_terms_and_heal_sets_them(store: Store, account: Account) -> None:
    write(store, water_plan())
    account.execute("MATCH (p:Passage {kind: 'task'}) REMOVE p.terms, p.digest")
    assert [finding.kind for finding in store.check()] == ["index"]
    assert store.heal() == []
    assert store.search("新增污水管网")


def test_writers_at_the_same_time_share_bureaus_without_loss(store: Store, account: Account) -> None:
    plans = [build(bare(f"{n}.txt", f"凯里市第{n}号行动计划", place=KAILI)) for n in range(4)]
    plans += [build(water_plan(KAILI, f"water{n}.txt")) for n in range(6)]
    failures: list[StoreError] = []

    def write_some(part: list[int]) -> None:
        try:
            with open_store(account.uri) as own:
                for number in part:
                    own.write(plans[number])
        except StoreError as error:
            failures.append(error)

    threads = [threading.Thread(target=write_some, args=(list(range(start, len(plans), 2)),)) for start in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(store.run("documents")) == len(plans)
    assert len([row for row in store.run("departments") if row["canonical"] == "凯里市水务局"]) == 1
    assert store.check() == []
