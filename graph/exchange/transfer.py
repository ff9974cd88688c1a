"""Documents moved between stores: read back as rows, written as rows, linked to what the other store holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from graph.building.citation import unlinked
from graph.building.rows import Rows, batches
from graph.store import Store

# Read by some tens, so that an engine without an index on what owns a node looks through its tables now and then only.
_READ_AT_ONCE = 50

Progress = Callable[[Rows], None]


@dataclass(frozen=True, slots=True)
class Transfer:
    """How many documents were written, and how many were there already as they are."""

    written: int
    unchanged: int


def held(store: Store, documents: Iterable[str] | None = None) -> Iterator[Rows]:
    """What the documents of a store state (or some of them), in the order of their ids."""
    waiting = iter(sorted(store.fingerprints() if documents is None else documents))
    while some := list(islice(waiting, _READ_AT_ONCE)):
        yield from store.stated(some)


def copy(source: Store, target: Store, progress: Progress = lambda rows: None) -> Transfer:
    """Copies all documents of one store into another, of whichever engine; see `write`.

    A document that the target holds with the same fingerprint is left alone; what only the target holds stays. The
    index of passages is derived from the graph and written anew.
    """
    wanted, there = source.fingerprints(), target.fingerprints()
    missing = [id for id, fingerprint in wanted.items() if not fingerprint or there.get(id) != fingerprint]
    write(held(source, missing), target, progress)
    return Transfer(len(missing), len(wanted) - len(missing))


def write(documents: Iterable[Rows], target: Store, progress: Progress = lambda rows: None) -> int:
    """Writes documents that were read back into a store, in place of what it holds of them; returns how many."""
    written = 0
    for batch in batches(map(unlinked, documents)):
        target.write_many(batch)
        written += len(batch)
        for rows in batch:
            progress(rows)
    return written
