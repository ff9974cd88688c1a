"""Ingest: files become documents, documents facts, facts rows in a store; what is there already is left alone."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from corpus.document import Document
from corpus.errors import UnreadableFileError
from corpus.intake import documents
from graph.build import build
from graph.identity import digest
from graph.resemblance import encode
from graph.rows import Rows
from graph.store import Store
from nlp.facts import Facts

# A batch is one transaction; at this many edges the engine's bulk path pays, and a failure costs seconds of work.
_BATCH_EDGES = 20_000
_ROOMS = ("corpus", "nlp", "graph")


@dataclass(slots=True)
class Report:
    """What an ingest did: counts of what was read, files that could not be, and what rules turned down, by reason."""

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
    seconds: float = 0.0

    def count(self, facts: Facts) -> None:
        """Adds what one document says."""
        self.documents += 1
        self.tasks += len(facts.tasks)
        self.owners += sum(len(task.owners) for task in facts.tasks)
        self.targets += len(facts.targets)
        self.deadlines += sum(len(task.deadlines) for task in facts.tasks)
        self.water_bodies += len(facts.water_bodies)
        self.projects += len(facts.projects)
        self.citations += len(facts.citations)
        self.issues += len(facts.issues)
        self.rejected.update(facts.rejected)


def ingest(
    paths: Iterable[Path],
    store: Store,
    *,
    workers: int = 1,
    progress: Callable[[str], None] = lambda source: None,
) -> Report:
    """Reads files and folders into a store, and reports.

    A document whose text and reading program are those of before is left alone; a changed one replaces exactly its own
    facts; parts that a file no longer has are removed. `progress` hears the source of each document that is done.
    Raises StoreError where the store fails; a file that cannot be read is reported and passed over.
    """
    from nlp.pipeline import read

    began, report = time.perf_counter(), Report()
    intake = _Intake(paths, store, report, progress)
    batch: list[Rows] = []
    for facts in read(intake.changed(), workers=workers):
        report.count(facts)
        batch.append(build(facts, intake.fingerprints[facts.id], encode(facts.text)))
        progress(facts.source)
        if sum(len(rows.edges) for rows in batch) >= _BATCH_EDGES:
            store.write_many(batch)
            batch = []
    if batch:
        store.write_many(batch)
    intake.remove_gone()
    report.seconds = round(time.perf_counter() - began, 3)
    return report


class _Intake:
    """The documents that come in, told apart from those that are held as they are."""

    def __init__(self, paths: Iterable[Path], store: Store, report: Report, progress: Callable[[str], None]) -> None:
        self.fingerprints: dict[str, str] = {}
        self._paths = paths
        self._store = store
        self._report = report
        self._progress = progress
        self._sources: set[str] = set()

    def changed(self) -> Iterator[Document]:
        """The documents to be read; failures go into the report, unchanged documents are counted."""
        held = self._store.fingerprints()
        for item in documents(self._paths):
            if isinstance(item, UnreadableFileError):
                self._report.skipped.append({"path": item.path, "reason": item.reason})
                continue
            self.fingerprints[item.id] = fingerprint(item)
            self._sources.add(item.source)
            if held.get(item.id) == self.fingerprints[item.id]:
                self._report.unchanged += 1
                self._progress(item.source)
            else:
                yield item

    def remove_gone(self) -> None:
        """Removes held parts of the files that came in which those files no longer have."""
        for row in self._store.run("documents"):
            if row["source"] in self._sources and row["document"] not in self.fingerprints:
                self._store.remove(row["document"])
                self._report.removed += 1


def fingerprint(document: Document) -> str:
    """What a document is read from, in sixteen digits: its text, its damage, and the program that reads it."""
    damage = [[each.kind, each.start, each.end, each.note] for each in document.damage]
    return digest(document.text, damage, program())


@cache
def program() -> str:
    """The program in sixteen digits: its rules and word lists, so that a new rule reads everything again."""
    house = Path(__file__).parent.parent
    found = (file for room in _ROOMS for kind in ("*.py", "data/*") for file in (house / room).glob(kind))
    files = sorted(file for file in found if file.is_file())
    return digest(*(digest(file.name, file.read_bytes().hex()) for file in files))
