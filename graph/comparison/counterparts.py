"""Tasks of one place that no task of another resembles, each with the nearest that there is."""

from __future__ import annotations

import math
from collections import Counter
from itertools import permutations
from typing import Any

from graph.grams import grams
from graph.shapes import task_shape
from graph.store import Record

# Set on the pairs of tests/counterparts.json, matched by hand: it parts 50 of 53 as the hand did. Of those with a
# counterpart two have less (0.093), of those without one has more (0.120); the rest are 0.110 and up, 0.099 and down.
_RESEMBLES = 0.105
_TITLE_TIMES = 3

Weights = dict[str, float]


def without_counterpart(tasks: dict[str, list[Record]]) -> list[dict[str, Any]]:
    """For each two places the tasks of the first that resemble no task of the second, with the nearest and how near.

    Likeness is the cosine of pairs of characters, rare ones weighing more and titles three times.
    """
    every = [row for rows in tasks.values() for row in rows]
    weights = dict(zip((row["task"] for row in every), _weigh(every), strict=True))
    found = []
    for one, other in permutations(tasks, 2):
        for row in tasks[one]:
            near = max(
                ((_cosine(weights[row["task"]], weights[each["task"]]), i) for i, each in enumerate(tasks[other])),
                default=(0.0, -1),
            )
            if near[0] < _RESEMBLES:
                nearest = task_shape(tasks[other][near[1]]) if near[1] >= 0 else None
                line = {"place": one, "other": other, "task": task_shape(row)}
                found.append(line | {"nearest": nearest, "likeness": round(near[0], 3)})
    return found


def _weigh(rows: list[Record]) -> list[Weights]:
    """The weighted pairs of characters of each task, of length one."""
    counts = [Counter(_all_grams(row["title"] * _TITLE_TIMES + "\n" + row["text"])) for row in rows]
    spread = Counter(gram for count in counts for gram in count)
    result = []
    for count in counts:
        raw = {gram: (1 + math.log(n)) * math.log(1 + len(rows) / spread[gram]) for gram, n in count.items()}
        length = math.sqrt(sum(value * value for value in raw.values())) or 1.0
        result.append({gram: value / length for gram, value in raw.items()})
    return result


def _all_grams(text: str) -> list[str]:
    known = grams(text)
    pairs = [text[i : i + 2] for i in range(len(text) - 1)]
    return [pair for pair in pairs if pair in known]


def _cosine(one: Weights, other: Weights) -> float:
    small, large = sorted((one, other), key=len)
    return sum(value * large[gram] for gram, value in small.items() if gram in large)
