"""Which tasks a name stands in: shared by the components that find names in the whole text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from nlp.facts import Task


def names_by_task(tasks: Iterable[Task], found: Sequence[tuple[int, str]]) -> Iterator[tuple[Task, list[str]]]:
    """For every task the distinct names that begin inside its wording or its further evidence, in reading order.

    `found` holds the offset and name of every mention. A task over `治理太湖、滇池,保护太湖` gets `太湖, 滇池`;
    a name before or after the task's wording is none of its names.
    """
    ordered = sorted(found, key=lambda each: each[0])
    offsets = [offset for offset, _ in ordered]
    for task in tasks:
        names: dict[str, None] = {}
        for start, end in ((task.start, task.end), *task.evidence):
            names.update((name, None) for _, name in ordered[bisect_left(offsets, start) : bisect_left(offsets, end)])
        yield task, list(names)
