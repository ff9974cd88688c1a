"""Ingest: files become documents, documents facts, facts rows in a store; what is there already is left alone."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from corpus.errors import UnreadableFileError
from corpus.intake import documents
from graph.building.rows import Rows, batches
from graph.outcome import Outcome, Outcomes, outcomes
from graph.store import Store

Progress = Callable[[str], None]


@dataclass(slots=True)
class Report:
    """What an ingest did: counts of what was read, files that could not be, and what rules turned down, by reason.

    `removed` counts parts that their file no longer has, `others` the held documents of files that did not come in,
    `retried` the writes that began anew because another program held what they needed.
    """

    documents: int = 0
    unchanged: int = 0
    removed: int = 0
    others: int = 0
    skipped: list[dict[str, str]] = field(default_factory=list)
    tasks: int = 0
    owners: int = 0
    targets: int = 0
    deadlines: int = 0
    water_bodies: int = 0
    projects: int = 0
    citations: int = 0
    issues: int = 0
    rejected: Counter[str] = field(default_factory=Counter)
    retried: int = 0
    seconds: float = 0.0

    def count(self, outcome: Outcome) -> None:
        """Adds one document."""
        self.documents += outcome.rows is not None
        self.unchanged += outcome.rows is None
        for kind, number in outcome.tally.items():
            setattr(self, kind, getattr(self, kind) + number)
        self.rejected.update(outcome.rejected)


def ingest(
    paths: Iterable[Path], store: Store, *, workers: int = 1, progress: Progress = lambda source: None
) -> Report:
    """Reads files and folders into a store, and reports; see `keep`. `workers` processes share the reading."""
    return keep(outcomes(documents(paths), store.fingerprints(), workers), store, progress)


def keep(read: Outcomes, store: Store, progress: Progress = lambda source: None) -> Report:
    """Writes what became of documents, in whichever order they come, and reports.

    A document whose text and reading program are those of before is left alone; a changed one replaces exactly its own
    facts; parts that a file no longer has are removed. `progress` hears the source of each document that is done.
    Raises StoreError where the store fails; a file that cannot be read is reported and passed over.
    """
    began, retried, report = time.perf_counter(), store.retried, Report()
    came: dict[str, str] = {}

    def changed() -> Iterator[Rows]:
        for outcome in read:
            if isinstance(outcome, UnreadableFileError):
                report.skipped.append({"path": outcome.path, "reason": outcome.reason})
                continue
            came[outcome.id] = outcome.source
            report.count(outcome)
            progress(outcome.source)
            if outcome.rows:
                yield outcome.rows

    for batch in batches(changed()):
        store.write_many(batch)
    sources = set(came.values())
    for held in store.run("documents"):
        if held["source"] not in sources:
            report.others += 1
        elif held["document"] not in came:
            store.remove(held["document"])
            report.removed += 1
    report.retried = store.retried - retried
    report.seconds = round(time.perf_counter() - began, 3)
    return report
