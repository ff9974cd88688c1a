"""Measures search over many passages: `python -m tests.measure_search PASSAGES FOLDER`; prints machine and figures.

Passages are made of clauses of our own plans (`tests/plans`), joined anew with a fixed seed, 60 to 220 characters each,
5,000 a document. They are written to an embedded store in the folder, unless one is there; a new process then reads
them, builds the index, opens it from where it was kept, and asks every query of `tests/relevance` once, as
`shanshui search` does: ten hits with their words marked, and the counts of all that answer.
"""

from __future__ import annotations

import os
import platform
import random
import re
import resource
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from graph.building.build import build
from graph.search.relevance import load_cases
from graph.search.search import Searcher
from graph.stores.opening import open_store
from nlp.facts import Facts, Section

HERE = Path(__file__).parent
_CLAUSE = re.compile(r"[㐀-鿿0-9A-Za-z.%“”《》]{6,40}")
_SHORTEST, _LONGEST = 60, 220
_IN_SECTION, _IN_DOCUMENT = 20, 5000


def clauses() -> list[str]:
    """The different clauses of our plans."""
    texts = (path.read_text("utf-8") for path in sorted((HERE / "plans").glob("*/*.txt")))
    return sorted({clause for text in texts for clause in _CLAUSE.findall(text)})


def passage(draw: random.Random, listed: list[str]) -> str:
    """One passage."""
    text, length = "", draw.randint(_SHORTEST, _LONGEST)
    while len(text) < length:
        text += draw.choice(listed) + ","
    return text[:-1] + "。"


def documents(count: int) -> Iterator[Facts]:
    """Documents that hold so many passages together, the same at every run."""
    draw, listed = random.Random(3), clauses()
    for number, first in enumerate(range(0, count, _IN_DOCUMENT)):
        lines, sections, at = [f"{draw.choice(listed)}实施方案"], [], 0
        for written in range(min(_IN_DOCUMENT, count - first)):
            if written % _IN_SECTION == 0:
                at = sum(map(len, lines)) + len(lines) if not sections else at
                lines.append(draw.choice(listed))
                sections.append((at, at + len(lines[-1]) + 1))
                at = sections[-1][1]
            lines.append(passage(draw, listed))
            at += len(lines[-1]) + 1
        text = "\n".join(lines) + "\n"
        facts = Facts(f"generated-{number}", f"{number}.txt", None, text, title=lines[0], kind="plan")
        ends = [start for start, _ in sections[1:]] + [len(text)]
        facts.sections = [
            Section(f"s{order}", None, text[start : body - 1], 1, start, body, end, None, "measure")
            for order, ((start, body), end) in enumerate(zip(sections, ends, strict=True))
        ]
        yield facts


def write(count: int, folder: str) -> None:
    """Writes the documents into a store."""
    began = time.perf_counter()
    with open_store(folder) as store:
        for facts in documents(count):
            store.write_many([build(facts, fingerprint=facts.id)])
    print(f"{count} passages written in {time.perf_counter() - began:.0f} s, {memory()}", flush=True)


def search(folder: str) -> None:
    """Builds the index of a store, opens it once more from where it was kept, and asks every query."""
    shutil.rmtree(Path(folder) / "search", ignore_errors=True)
    with open_store(folder, read_only=True) as store:
        began = time.perf_counter()
        size = Searcher(store).holdings.size
        built = time.perf_counter()
        searcher = Searcher(store)
        assert searcher.holdings.size == size
        opened = time.perf_counter()
        print(
            f"{size} passages indexed in {built - began:.0f} s, {memory()}; opened in {opened - built:.1f} s",
            flush=True,
        )
        searcher.search("水", 1)
        times, worked = [], []
        for case in load_cases(HERE / "relevance"):
            began, work = time.perf_counter(), time.process_time()
            searcher.search(case.query)
            times.append(1000 * (time.perf_counter() - began))
            worked.append(1000 * (time.process_time() - work))
    for name, figures in (("by the clock", times), ("of processor time", worked)):
        centiles = statistics.quantiles(figures, n=100)
        print(f"a query, {name}: median {centiles[49]:.0f} ms, p95 {centiles[94]:.0f} ms ({len(figures)} queries)")
    print(f"{memory()}, load at the end {os.getloadavg()[0]:.1f}")


def memory() -> str:
    """The most memory that this process has held."""
    return f"memory at its highest {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20:.2f} GiB"


def main(count: int, folder: str) -> None:
    """Writes where nothing is written yet, each step in a process of its own so that its memory is told apart."""
    load = os.getloadavg()[0]
    print(
        f"{platform.machine()}, {os.cpu_count()} cores, load {load:.1f}, Python {platform.python_version()}", flush=True
    )
    steps = [] if Path(folder).is_dir() else [f"write({count}, {folder!r})"]
    for step in [*steps, f"search({folder!r})"]:
        subprocess.run([sys.executable, "-c", f"from tests.measure_search import *; {step}"], check=True)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
