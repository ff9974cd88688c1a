"""What became of a document that came in: held as it is already, or read into rows that wait to be written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Self

from corpus.document import Document, Rewording
from corpus.errors import UnreadableFileError
from graph.building.build import build
from graph.building.identity import digest
from graph.building.resemblance import encode
from graph.building.rows import Rows
from nlp.facts import Facts

_ROOMS = ("corpus", "nlp", "graph")

Held = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One document: `rows` is what it states, None where the store holds it as it is.

    `tally` counts its facts by kind, `rejected` what rules turned down by reason.
    """

    id: str
    source: str
    rows: Rows | None = None
    tally: Counter[str] = field(default_factory=Counter)
    rejected: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, facts: Facts, fingerprint: str, rewordings: Sequence[Rewording]) -> Self:
        """The outcome of a document that was read."""
        rows = build(facts, fingerprint, encode(facts.text), rewordings)
        return cls(facts.id, facts.source, rows, _tally(facts), Counter(facts.rejected))


Outcomes = Iterator[Outcome | UnreadableFileError]


def outcomes(found: Iterable[Document | UnreadableFileError], held: Held, workers: int = 1) -> Outcomes:
    """Reads the documents that are not held as they are; `workers` processes share the work.

    `held` has the fingerprints of the documents in the store, by id. What cannot be read stays in its place among them.
    """
    from nlp.pipeline import read

    aside: list[Outcome | UnreadableFileError] = []
    prints: dict[str, str] = {}
    rewordings: dict[str, list[Rewording]] = {}

    def changed() -> Iterator[Document]:
        for item in found:
            if isinstance(item, UnreadableFileError):
                aside.append(item)
            elif held.get(item.id) == prints.setdefault(item.id, fingerprint(item)):
                aside.append(Outcome(item.id, item.source))
            else:
                rewordings[item.id] = item.rewordings()
                yield item

    for facts in read(changed(), workers=workers):
        while aside:
            yield aside.pop(0)
        yield Outcome.of(facts, prints[facts.id], rewordings.pop(facts.id))
    yield from aside


def fingerprint(document: Document) -> str:
    """What a document is read from, in sixteen digits: its text, what was repaired, and the program that reads it."""
    damage = [[each.kind, each.start, each.end, each.note] for each in document.damage]
    return digest(document.text, damage, document.rewordings(), program())


@cache
def program() -> str:
    """The program in sixteen digits: its rules and word lists, so that a new rule reads everything again."""
    house = Path(__file__).parent.parent
    found = (file for room in _ROOMS for kind in ("**/*.py", "data/*") for file in (house / room).glob(kind))
    files = sorted(file for file in found if file.is_file())
    return digest(*(digest(file.name, file.read_bytes().hex()) for file in files))


def _tally(facts: Facts) -> Counter[str]:
    return Counter(
        tasks=len(facts.tasks),
        owners=sum(len(task.owners) for task in facts.tasks),
        targets=len(facts.targets),
        deadlines=sum(len(task.deadlines) for task in facts.tasks),
        water_bodies=len(facts.water_bodies),
        projects=len(facts.projects),
        citations=len(facts.citations),
        issues=len(facts.issues),
    )
