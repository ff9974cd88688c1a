"""How fast a store is: `python tests/measure_store.py URI [DOCUMENTS]` loads generated plans into an empty store.

Prints the machine, the time of the load, of one further document, and the median and 95th percentile of named queries
as a researcher asks them: of one bureau, one place, one river, one plan.
"""

from __future__ import annotations

import os
import platform
import random
import statistics
import sys
import time
from itertools import islice
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))
from handmade import generated, water_plan

from graph.building.build import build
from graph.store import Store
from graph.stores.opening import open_store

BATCH = 250
ROUNDS = 30


def load(store: Store, documents: int) -> tuple[float, int, int]:
    """Writes the generated plans; returns seconds, tasks and edges."""
    plans = generated(documents)
    seconds, tasks, edges = 0.0, 0, 0
    while batch := [build(facts, fingerprint=facts.id) for facts in islice(plans, BATCH)]:
        began = time.perf_counter()
        store.write_many(batch)
        seconds += time.perf_counter() - began
        tasks += sum(label == "Task" for rows in batch for label, _ in rows.nodes)
        edges += sum(len(rows.edges) for rows in batch)
    return seconds, tasks, edges


def questions(store: Store, chance: random.Random) -> dict[str, dict[str, Any]]:
    """One question a query, of a random document, its place, one of its bureaus, rivers and tasks."""
    document = f"gen-{chance.randrange(100)}"
    (held,) = store.run("document", document=document)
    place = held["places"][2]
    row = chance.choice(store.run("tasks_by_department", document=document))
    tasks = [each["task"] for each in store.run("tasks", document=document)]
    river = store.run("water_bodies", document=document, limit=1)[0]["name"]
    return {
        "tasks_by_department": {"function": "water", "place": place, "role": "lead"},
        "portfolio": {"body": row["department"]},
        "departments": {"place": place},
        "tasks": {"document": document},
        "owners_of_task": {"tasks": tasks},
        "targets_of_task": {"tasks": tasks},
        "deadlines_of_task": {"tasks": tasks},
        "targets": {"indicator": "完成率7", "place": place},
        "deadlines_up_to": {"date": "2025-12-31", "place": place, "limit": 50},
        "tasks_by_water_body": {"name": river},
        "citations_out": {"document": document},
        "citations_in": {"document": document},
        "documents": {"place": place},
        "document": {"document": document},
        "sections": {"document": document},
        "neighbourhood": {"label": "Task", "id": row["task"]},
    }


def ask(store: Store) -> dict[str, list[float]]:
    """Milliseconds of every named query over many rounds, the first ones left out."""
    chance = random.Random(0)
    times: dict[str, list[float]] = {}
    for _ in range(ROUNDS):
        for name, parameters in questions(store, chance).items():
            began = time.perf_counter()
            store.run(name, **parameters)
            times.setdefault(name, []).append(1000 * (time.perf_counter() - began))
    return {name: sorted(measured[3:]) for name, measured in times.items()}


def main(uri: str, documents: int = 2000) -> None:
    print(
        f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, {uri.partition('://')[0]}"
    )
    with open_store(uri) as store:
        seconds, tasks, edges = load(store, documents)
        print(f"{documents} documents, {tasks} tasks, {edges} edges loaded in {seconds:.1f} s")
        began = time.perf_counter()
        store.write(build(water_plan()))
        print(f"one further document in {time.perf_counter() - began:.2f} s")
        times = ask(store)
        for name, measured in sorted(times.items()):
            percentile = measured[int(0.95 * len(measured))]
            print(f"{name:22} median {statistics.median(measured):7.1f} ms   95 % under {percentile:7.1f} ms")
        everything = sorted(each for measured in times.values() for each in measured)
        print(f"{'all':22} median {statistics.median(everything):7.1f} ms", end="")
        print(f"   95 % under {everything[int(0.95 * len(everything))]:7.1f} ms")


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
