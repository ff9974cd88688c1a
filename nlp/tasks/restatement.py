"""Restated tasks: the same task in the body of a plan and again in an annex is one task with two places."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher

from corpus.characters import HAN
from nlp.facts import Task

_NOISE = re.compile(rf"[^{HAN}A-Za-z0-9]+")
_OPENING = 10
_COMPARED = 160
_LIKE = 0.75
_TELLING = 5


def fold(tasks: list[Task], restated: list[Task], text: str) -> list[Task]:
    """Adds to each task the spans of restated ones that say the same, and returns the restated ones that are new.

    Same are tasks of one title that stands once in the body, or of one opening and like wording: 加强监测 for two
    bureaus with different wording stays two.
    """
    count = Counter(_bare(task.title) for task in tasks)
    titles = {_bare(task.title): task for task in tasks}
    openings = {_bare(text[task.start : task.end])[:_OPENING]: task for task in tasks}
    new: list[Task] = []
    for task in restated:
        title = _bare(task.title)
        same = titles.get(title) or openings.get(_bare(text[task.start : task.end])[:_OPENING])
        telling = len(title) >= _TELLING and count[title] == 1
        if same is not None and (telling or _alike(text[same.start : same.end], text[task.start : task.end])):
            same.evidence.append((task.start, task.end))
        else:
            new.append(task)
    return new


def _alike(a: str, b: str) -> bool:
    a, b = _bare(a)[:_COMPARED], _bare(b)[:_COMPARED]
    short = min(len(a), len(b))
    return a[:short] == b[:short] or SequenceMatcher(None, a, b, autojunk=False).ratio() >= _LIKE


def _bare(text: str) -> str:
    return _NOISE.sub("", text)
