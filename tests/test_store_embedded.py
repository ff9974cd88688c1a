"""The embedded store: everything that a store must do, and what only a store in a folder can get wrong."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from handmade import generated, water_plan
from store_suite import StoreSuite, contents, write

from corpus.errors import StoreError
from graph.building.build import build
from graph.store import Finding, Store
from graph.stores import embedded
from graph.stores.embedded import EmbeddedStore
from graph.stores.opening import open_store

ROUNDS = int(os.environ.get("SHANSHUI_KILLS", "3"))
WRITER = """
import sys
sys.path[:0] = sys.argv[2:]
from handmade import generated
from graph.building.build import build
from graph.stores.opening import open_store
store = open_store(sys.argv[1])
held = set(store.fingerprints())
print("open", flush=True)
for number, facts in enumerate(generated(400, tasks=20)):
    if facts.id not in held:
        store.write(build(facts, fingerprint=facts.id))
        print(facts.id, flush=True)
"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(str(tmp_path / "store")) as opened:
        yield opened


class TestEmbeddedStore(StoreSuite):
    """The suite of all stores."""


def test_store_is_the_same_after_it_was_closed(tmp_path: Path) -> None:
    with open_store(str(tmp_path)) as store:
        write(store, water_plan())
        before = contents(store)
    with open_store(str(tmp_path), read_only=True) as store:
        assert contents(store) == before
        assert store.search("污水管网")


def test_store_can_be_read_by_several_at_once(tmp_path: Path) -> None:
    with open_store(str(tmp_path)) as store:
        write(store, water_plan())
    with open_store(str(tmp_path), read_only=True) as one, open_store(str(tmp_path), read_only=True) as other:
        assert contents(one) == contents(other)


def test_missing_store_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no store here"):
        open_store(str(tmp_path / "nowhere"), read_only=True)


def test_file_in_the_place_of_a_store_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text("某市方案", "utf-8")
    with pytest.raises(StoreError, match=r"plan\.txt"):
        open_store(str(tmp_path / "plan.txt"))


def test_damaged_store_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "graph.lbug").write_bytes(b"no graph at all" * 1000)
    with pytest.raises(StoreError) as caught:
        open_store(str(tmp_path))
    assert "\n" not in str(caught.value)


def test_store_of_an_older_program_says_so_and_is_mended_by_writing(tmp_path: Path) -> None:
    with open_store(str(tmp_path)) as store:
        write(store, water_plan())
        store._execute("ALTER TABLE Document DROP title")
    with open_store(str(tmp_path), read_only=True) as old, pytest.raises(StoreError, match="made by an older Shanshui"):
        old.run("documents")
    with open_store(str(tmp_path)) as store:
        write(store, water_plan())
        assert [row["plan"] for row in store.run("documents")] == [water_plan().title]


def test_store_in_use_names_the_process(tmp_path: Path) -> None:
    with writer(tmp_path) as process:
        with pytest.raises(StoreError, match=rf"in use by another program \(process {process.pid}\)"):
            open_store(str(tmp_path))
        process.kill()


def test_refused_statement_leaves_the_store_as_it_was_and_says_why(store: Store) -> None:
    write(store, water_plan())
    before = contents(store)

    def work() -> None:
        store._execute("MATCH (n:Task) DETACH DELETE n")
        store._execute("MATCH (n:Nonsense) RETURN n")

    with pytest.raises(StoreError, match="Nonsense"):
        store._commit(work)
    assert contents(store) == before


@pytest.mark.parametrize("damage", ["a document less", "an older state", "a stranger"])
def test_check_finds_an_index_that_differs_and_heal_rebuilds_it(store: Store, damage: str) -> None:
    write(store, water_plan())
    sound = store.search("污水管网")
    index = store._index
    rows = index._table.search().limit(100).to_list()
    if damage == "a document less":
        index.replace(["water.txt-id"], [])
    elif damage == "an older state":
        index.replace(["water.txt-id"], [{**row, "digest": "older"} for row in rows])
    else:
        index.replace(["stranger"], [{**rows[0], "id": "other", "document": "stranger"}])
    assert [finding.kind for finding in store.check()] == ["index"]
    assert store.heal() == []
    assert store.check() == []
    assert [hit["id"] for hit in store.search("污水管网")] == [hit["id"] for hit in sound]


@pytest.mark.parametrize("lost", ["_indices/*/part_*_docs.lance", "data/*.lance"])
def test_check_finds_a_lost_file_of_the_index_and_heal_begins_it_anew(tmp_path: Path, lost: str) -> None:
    with open_store(str(tmp_path)) as store:
        write(store, water_plan())
        sound = store.search("污水管网")
    for file in (tmp_path / "passages" / "passages.lance").glob(lost):
        file.unlink()
    with open_store(str(tmp_path)) as store:
        assert [(finding.kind, finding.heals) for finding in store.check()] == [("index", True)]
        assert store.heal() == []
        assert store.search("污水管网") == sound


def test_heal_rebuilds_the_index_of_many_documents_in_few_writes(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    plans = [build(water_plan(source=f"{number}.txt")) for number in range(7)]
    store.write_many(plans)
    index = store._index
    index.replace([rows.document for rows in plans], [])
    assert len(store.check()) == 7
    monkeypatch.setattr("graph.stores.soundness._HEALED_AT_ONCE", 3)
    versions = index._table.version
    assert store.heal() == []
    assert index._table.version - versions == 3


def test_check_finds_an_orphan_and_heal_removes_it(store: Store) -> None:
    write(store, water_plan())
    store._execute("CREATE (:Department {id: 'stray', name: '无人提及的局'})")
    assert store.check() == [Finding("orphan", None, "1 Department nodes are stated by no document")]
    assert store.heal() == []


def test_store_loses_nothing_when_killed_while_it_writes(tmp_path: Path) -> None:
    """SIGKILL at random moments: the store opens, holds all that was written before, and is sound or heals."""
    chance, written = random.Random(0), set()
    for _ in range(ROUNDS):
        with writer(tmp_path) as process:
            time.sleep(chance.uniform(0, 1.5))
            process.send_signal(signal.SIGKILL)
            written |= set(process.communicate()[0].split())
        with open_store(str(tmp_path)) as store:
            held = {row["document"]: row["tasks"] for row in store.run("documents")}
            assert written <= held.keys()
            assert set(held.values()) <= {20}
            assert all(finding.heals for finding in store.check())
            assert store.heal() == []


def test_ingest_goes_on_after_a_kill_to_the_graph_of_an_undisturbed_one(tmp_path: Path) -> None:
    plans = [build(facts, fingerprint=facts.id) for facts in islice(generated(400, tasks=20), 3)]
    with writer(tmp_path / "killed") as process:
        assert process.stdout
        process.stdout.readline()
        process.kill()
        process.communicate()
    with open_store(str(tmp_path / "killed")) as killed, open_store(str(tmp_path / "calm")) as calm:
        for store in (killed, calm):
            for row in store.run("documents"):
                if row["document"] not in {rows.document for rows in plans}:
                    store.remove(row["document"])
            for rows in plans:
                store.write(rows)
        assert contents(killed) == contents(calm)


class writer:  # noqa: N801 — used as a context, like the standard library's own
    """A process that writes plans into a store one by one and says which; it is killed at the end at the latest."""

    def __init__(self, folder: Path) -> None:
        here = Path(__file__).parent
        command = [sys.executable, "-c", WRITER, str(folder), str(here), str(here.parent)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)

    def __enter__(self) -> subprocess.Popen[str]:
        assert self.process.stdout
        assert self.process.stdout.readline() == "open\n"
        return self.process

    def __exit__(self, *details: object) -> None:
        self.process.kill()
        self.process.wait()
        if self.process.stdout:
            self.process.stdout.close()


# memory -------------------------------------------------------------------------------------------------------------


def test_statements_of_many_wordings_do_not_use_up_the_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """LadybugDB keeps with a statement what went through it, five megabytes each time here."""
    with open_store(str(tmp_path)) as store:
        write(store, water_plan())
    monkeypatch.setattr(embedded, "_READING_BYTES", 1 << 27)
    monkeypatch.setattr(embedded, "_LONG", 0.0)
    monkeypatch.setattr(embedded, "_SECONDS_KEPT", 0.1)
    with EmbeddedStore(str(tmp_path), read_only=True) as store:
        for n in range(60):
            rows = (
                f"UNWIND range(1, 4000) AS x MATCH (d:Document) WHERE d.id <> $id RETURN d.text AS text{n} ORDER BY x"
            )
            assert store.run("stats")
            assert store._execute(rows, id="")
            assert store.read(rows, {"id": ""}, 60, 1).more
