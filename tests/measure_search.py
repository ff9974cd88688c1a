"""Measures search over many passages: `python -m tests.measure_search PASSAGES`; prints the machine and the figures.

Passages are made of clauses of our own plans (`tests/plans`), joined anew with a fixed seed, 60 to 220 characters each.
What is measured is the index itself (postings, vectors, ranking, top ten), without the store that it is read from.
"""

from __future__ import annotations

import os
import platform
import random
import re
import resource
import statistics
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from graph.search.postings import Postings
from graph.search.ranking import best_first, rank
from graph.search.relevance import load_cases
from graph.search.semantics import Semantics
from nlp.embedding.static import embedding
from nlp.query import understand

HERE = Path(__file__).parent
_CLAUSE = re.compile(r"[㐀-鿿0-9A-Za-z.%“”《》]{6,40}")
_SHORTEST, _LONGEST = 60, 220


def clauses() -> list[str]:
    """The different clauses of our plans."""
    texts = (path.read_text("utf-8") for path in sorted((HERE / "plans").glob("*/*.txt")))
    return sorted({clause for text in texts for clause in _CLAUSE.findall(text)})


def passages(count: int) -> Iterator[tuple[str, str, str]]:
    """Text, heading and title of each passage, the same at every run."""
    draw, listed = random.Random(3), clauses()
    titles = [f"{clause}实施方案" for clause in draw.sample(listed, 200)]
    for number in range(count):
        text, length = "", draw.randint(_SHORTEST, _LONGEST)
        while len(text) < length:
            text += draw.choice(listed) + ","
        yield text[:-1] + "。", draw.choice(listed), titles[number * len(titles) // count]


def measure(count: int) -> None:
    """Builds the index, asks every query of `tests/relevance` once, prints what it took."""
    load = os.getloadavg()[0]
    print(f"{platform.machine()}, {os.cpu_count()} cores, load {load:.1f}, Python {platform.python_version()}")
    began = time.perf_counter()
    postings = Postings.build(passages(count))
    middle = time.perf_counter()
    model = embedding()
    semantics = Semantics.build(model, (text for text, _, _ in passages(count))) if model else None
    done = time.perf_counter()
    print(f"{count} passages: postings in {middle - began:.0f} s, vectors in {done - middle:.0f} s", flush=True)
    times, worked = [], []
    for case in load_cases(HERE / "relevance"):
        began, work = time.perf_counter(), time.process_time()
        query = understand(case.query, lambda wording: len(postings.find_phrase(wording)[0]) > 0)
        query = semantics.widen(query) if semantics and query.concepts else query
        list(islice(best_first(rank(query, postings, semantics).scores), 10))
        times.append(1000 * (time.perf_counter() - began))
        worked.append(1000 * (time.process_time() - work))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    for name, figures in (("by the clock", times), ("of processor time", worked)):
        centiles = statistics.quantiles(figures, n=100)
        print(f"a query, {name}: median {centiles[49]:.0f} ms, p95 {centiles[94]:.0f} ms ({len(figures)} queries)")
    print(f"memory at its highest {peak:.2f} GiB, load at the end {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    measure(int(sys.argv[1]))
