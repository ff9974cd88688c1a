"""Placing the lines of a flattened table in its columns: the most plausible path through lines and columns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nlp.tables.column import BODIES
from nlp.tables.fit import fit

# What a row loses without a column before its first cell: little where a merged cell above covers it.
_MERGED = {"field": 0.2, "task": 0.4, "no": 0.4, "unit": 1.0, "owner": 1.5, "lead": 1.5, "time": 1.5}
_MISSING = 3.0
# What it loses without a column in its midst or at its end.
_OPTIONAL = {"field": 0.5, "unit": 1.0, "remark": 0.5, "cooperating": 0.5, "person": 0.5, "property": 0.5}
_LACKING = 2.0
_PROSE = ("measure", "problem", "goal", "remark")
# The number of the first row stands in one of this many lines: a field and a task may stand before it.
_FIRST_ROW = 4
_STEP = re.compile(r"\(?(\d{1,2})[.、)](?!\d)")


def is_merged(kind: str) -> bool:
    """True for a kind of column whose cells often stand for several rows: a field, a task, its number, unit, owner."""
    return kind in _MERGED


def place(kinds: Sequence[str], cells: Sequence[str]) -> list[tuple[int, bool]]:
    """For every line its column and whether it opens a row.

    `kinds` are the kinds of the columns from left to right, `cells` the lines below the header. Lines run through the
    columns to the right; a line may continue the cell above, leave columns out, or open the next row. Among all such
    paths the one is taken in which lines fit their columns best. Under 序号, 任务, 责任单位 the lines 1, 加强监测,
    市水务局, 市水利局, 2, 严格执法, 市公安局 make two rows, the first with two bodies in one cell.
    """
    anchors = _anchors(cells) if "no" in kinds else set()
    skips, wraps = _skips(kinds), _wraps(kinds)
    scores: list[float] = []
    steps: list[list[tuple[int, bool]]] = []
    for at, cell in enumerate(cells):
        fits = [_fit(cell, kind, at in anchors, bool(anchors)) for kind in kinds]
        if at == 0:
            scores = [fitting + wraps[-1][column] for column, fitting in enumerate(fits)]
            steps.append([(0, True)] * len(kinds))
            continue
        stays = [-_continuing(kind, cells[at - 1], cell) for kind in kinds]
        best = [_best(scores, column, stays[column], skips, wraps) for column in range(len(kinds))]
        scores = [score + fitting for (score, _, _), fitting in zip(best, fits, strict=True)]
        steps.append([(before, opens) for _, before, opens in best])
    return _path([score + wrap[0] for score, wrap in zip(scores, wraps, strict=True)] if scores else [], steps)


def _best(
    scores: list[float], column: int, stay: float, skips: list[list[float]], wraps: list[list[float]]
) -> tuple[float, int, bool]:
    """The best score with which a line comes to a column, the column of the line before, and whether a row opens."""
    best = (scores[column] + stay, column, False)
    for before, score in enumerate(scores):
        if before < column and score + skips[before][column] > best[0]:
            best = (score + skips[before][column], before, False)
        if score + wraps[before][column] > best[0]:
            best = (score + wraps[before][column], before, True)
    return best


def _path(scores: list[float], steps: list[list[tuple[int, bool]]]) -> list[tuple[int, bool]]:
    column = max(range(len(scores)), key=scores.__getitem__) if scores else 0
    placed: list[tuple[int, bool]] = []
    for row in reversed(steps):
        before, opens = row[column]
        placed.append((column, opens))
        column = before
    return placed[::-1]


def _anchors(cells: Sequence[str]) -> set[int]:
    """The lines that count rows up, from one or, on a later page, from the first number that stands in a line."""
    found: set[int] = set()
    expected = next((int(cell) for cell in cells[:_FIRST_ROW] if cell.isdecimal()), 1)
    for at, cell in enumerate(cells):
        if cell == str(expected):
            found.add(at)
            expected += 1
    return found


def _fit(cell: str, kind: str, anchor: bool, counted: bool) -> float:
    """How well a line fits a column; where rows are counted, the count alone tells which numbers open them."""
    if counted and kind == "no":
        return 8.0 if anchor else -20.0
    return -12.0 if anchor else fit(cell, kind)


def _skips(kinds: Sequence[str]) -> list[list[float]]:
    """What a row loses between the line before, in the one column, and a line in the other."""
    lost = [-_OPTIONAL.get(kind, _LACKING) for kind in kinds]
    columns = range(len(kinds))
    return [[sum(lost[before + 1 : column]) for column in columns] for before in columns]


def _wraps(kinds: Sequence[str]) -> list[list[float]]:
    """What is lost where a row ends in the one column and the next opens in the other."""
    ending = [-_OPTIONAL.get(kind, _LACKING) for kind in kinds]
    opening = [-_MERGED.get(kind, _MISSING) for kind in kinds]
    columns = range(len(kinds))
    return [[sum(ending[before + 1 :]) + sum(opening[:column]) for column in columns] for before in columns]


def _continuing(kind: str, above: str, cell: str) -> float:
    """What it costs to read a line as more of the cell above; less than nothing where it can hardly be else."""
    if cell.startswith("(") and kind != "task":
        return -3.0
    if kind in BODIES:
        return 0.0
    if kind in ("no", "unit"):
        return 12.0
    step, before = _STEP.match(cell), _STEP.match(above)
    if step and before and int(step[1]) == int(before[1]) + 1:
        return -3.0
    return 1.0 if kind in _PROSE else 2.5
