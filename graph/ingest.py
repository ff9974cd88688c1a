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

    `retried` counts the writes that began anew because another program held what they needed.
    """

    documents: int = 0
    unchanged: int = 0
    removed: int = 0
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
    for document in _gone(store, came):
        store.remove(document)
        report.removed += 1
    report.retried = store.retried - retried
    report.seconds = round(time.perf_counter() - began, 3)
    return report


def _gone(store: Store, came: dict[str, str]) -> list[str]:
    """The held parts of the files that came in (documents by id, with their source) which those no longer have."""
    sources = set(came.values())
    held = ((row["document"], row["source"]) for row in store.run("documents"))
    return [document for document, source in held if source in sources and document not in came]
