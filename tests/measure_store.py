"""How fast the stores are: `python -m tests.measure_store [DOCUMENTS [URI]]` loads generated plans and asks.

Without an address both are measured: an embedded store in a folder of its own, and a Neo4j server that is started for
it. Printed are the machine, what was loaded, seconds of each stage, and median and 95th percentile of the named queries
as a researcher asks them: of one bureau, one place, one river, one plan. Reading documents is not in the figures.
"""

from __future__ import annotations

import os
import platform
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
from handmade import KAILI, generated, water_plan
from neo4j_server import running

from graph.building.build import build
from graph.building.resemblance import encode
from graph.building.rows import Rows, batches
from graph.store import Store
from graph.stores.opening import open_store

ROUNDS = 60
WARMING = 3
WHOLE = ("bodies", "cited", "domains", "fingerprints", "functions", "indicators", "jurisdictions", "ledger", "stats")


@contextmanager
def stage(name: str) -> Iterator[None]:
    """Prints how long the block took."""
    began = time.perf_counter()
    yield
    print(f"  {name:44} {time.perf_counter() - began:8.2f} s", flush=True)


def plans(documents: int) -> list[Rows]:
    """Generated plans as an ingest hands them to a store: with fingerprint and signature.

    One besides has every kind of fact, as real plans do (a generated one has neither works nor a number of its own).
    """
    read = chain(generated(documents), [water_plan(KAILI, "kaili.txt")])
    return [build(facts, fingerprint=facts.id, signature=encode(facts.text)) for facts in read]


def load(uri: str, rows: list[Rows]) -> None:
    """Fills an empty store in the batches of an ingest; the closing is part of it, since it tidies the index."""
    with open_store(uri) as store:
        if store.fingerprints():
            raise SystemExit(f"{uri}: the store is not empty")
        for batch in batches(rows):
            store.write_many(batch)


def questions(store: Store, chance: random.Random, documents: int) -> dict[str, dict[str, Any]]:
    """One question a query, of a random document, its place, one of its bureaus, rivers and tasks."""
    document = f"gen-{chance.randrange(documents)}"
    (held,) = store.run("document", document=document)
    place = held["places"][2]
    row = chance.choice(store.run("tasks_by_department", document=document))
    tasks = [each["task"] for each in store.run("tasks", document=document)]
    river = store.run("water_bodies", document=document, limit=1)[0]["name"]
    return {
        "tasks_by_department": {"function": "water", "place": place, "role": "lead"},
        "carried": {"function": "water", "place": place},
        "portfolio": {"body": row["department"]},
        "departments": {"place": place},
        "tasks": {"document": document},
        "owners_of_task": {"tasks": tasks},
        "targets_of_task": {"tasks": tasks},
        "deadlines_of_task": {"tasks": tasks},
        "things_of_task": {"tasks": tasks},
        "targets": {"indicator": "完成率7", "place": place},
        "partners": {"function": "water", "place": place},
        "deadlines_up_to": {"date": "2025-12-31", "place": place, "limit": 50},
        "tasks_by_water_body": {"name": river},
        "citations_out": {"document": document},
        "citations_in": {"document": document},
        "documents": {"place": place},
        "document": {"document": document},
        "documents_holding": {"document": document, "term": river},
        **{name: {"document": document} for name in ("issues", "mentions", "passages", "projects", "resembling")},
        **{name: {"documents": [document]} for name in ("text", "indexed", "directory")},
        "sections": {"document": document},
        **{name: {"label": "Task", "id": row["task"]} for name in ("edges_from", "edges_to")},
        "path": {"label": "Task", "id": row["task"], "other_label": "Document", "other": document},
    }


def ask(store: Store, documents: int) -> dict[str, list[float]]:
    """Milliseconds of every named query over many rounds, from least to most, the first rounds left out."""
    chance = random.Random(0)
    times: dict[str, list[float]] = {}
    for each in range(ROUNDS + WARMING):
        for name, parameters in questions(store, chance, documents).items():
            began = time.perf_counter()
            store.run(name, **parameters)
            if each >= WARMING:
                times.setdefault(name, []).append(1000 * (time.perf_counter() - began))
    return {name: sorted(measured) for name, measured in times.items()}


def ask_all(store: Store) -> dict[str, list[float]]:
    """Milliseconds of the queries that read the whole store: what search and answers learn once after each change."""
    times: dict[str, list[float]] = {name: [] for name in WHOLE}
    for name in WHOLE * (WARMING + 1):
        began = time.perf_counter()
        store.run(name)
        times[name].append(1000 * (time.perf_counter() - began))
    return {name: sorted(measured[1:]) for name, measured in times.items()}


def tell(name: str, measured: list[float]) -> None:
    percentile = measured[int(0.95 * len(measured))]
    print(f"  {name:22} median {statistics.median(measured):7.1f} ms   95 % under {percentile:7.1f} ms")


def measure(uri: str, rows: list[Rows]) -> None:
    """Loads the plans, adds a further one as a program of its own would and again as one that has the store open."""
    print(uri.partition("://")[0] if "://" in uri else "embedded")
    with stage("load"):
        load(uri, rows)
    add_one(uri, "one further document, opening and closing")
    with open_store(uri) as store:
        for year in ("2026", "2027"):
            with stage("the same document, changed"):
                store.write(build(water_plan(year=year)))
        times = ask(store, len(rows) - 1)
        whole = ask_all(store)
    for name, measured in sorted(times.items()):
        tell(name, measured)
    tell("all", sorted(each for measured in times.values() for each in measured))
    print("  of the whole store")
    for name, measured in whole.items():
        tell(name, measured)


def add_one(uri: str, name: str) -> None:
    """Adds a further plan, as a program of its own would."""
    with stage(name), open_store(uri) as store:
        store.write(build(water_plan()))


def measure_both(rows: list[Rows]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        measure(folder, rows)
    with running() as server:
        os.environ |= {"NEO4J_USER": server.user, "NEO4J_PASSWORD": server.password}
        measure(server.uri, rows)
        server.stop()
        server.start()
        add_one(server.uri, "the same, by a server that has just started")


def main(documents: str = "2000", uri: str = "") -> None:
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    print(f"{machine}, load {os.getloadavg()[0]:.1f}")
    with stage("rows from facts (in no other figure)"):
        rows = plans(int(documents))
    tasks = sum(label == "Task" for each in rows for label, _ in each.nodes)
    nodes, edges = sum(len(each.nodes) for each in rows), sum(len(each.edges) for each in rows)
    print(f"{documents} documents, {tasks} tasks, {nodes} nodes and {edges} edges as stated")
    if uri:
        measure(uri, rows)
    else:
        measure_both(rows)


if __name__ == "__main__":
    main(*sys.argv[1:])
