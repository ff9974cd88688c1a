"""Restated tasks: the same task in the body of a plan and again in an annex is one task with two places."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from difflib import SequenceMatcher
from itertools import accumulate

from corpus.characters import HAN
from nlp.facts import Task

_NOISE = re.compile(rf"[^{HAN}A-Za-z0-9]+")
_OPENING = 10
_COMPARED = 160
_LIKE = 0.75
_TELLING = 5
_PART = 6  # characters of a title that tell it where it stands within another
_QUOTED = 12  # characters of a title that are not in two tasks by chance
_PARTED = "\n"


def fold(tasks: list[Task], restated: list[Task], text: str) -> list[Task]:
    """Adds to each task the spans of restated ones that say the same, and returns the restated ones that are new.

    Same are tasks of one title that stands once in the body, or of one opening and like wording: 加强监测 for two
    bureaus with different wording stays two. So are 入河排污口整治 of an annex and 开展入河排污口整治 of the body, and
    what an annex quotes from one task alone: 完成43个排污口规范化建设.
    """
    body = _Body(tasks, text)
    new: list[Task] = []
    for task in restated:
        same = body.titled(task) or body.opened(task) or body.quoted(task)
        if same is not None:
            same.evidence.append((task.start, task.end))
        else:
            new.append(task)
    return new


class _Body:
    """The tasks of the body of a plan, asked for the one that a task of an annex restates."""

    def __init__(self, tasks: list[Task], text: str) -> None:
        self._tasks = tasks
        self._text = text
        self._count = Counter(_bare(task.title) for task in tasks)
        self._titles = {_bare(task.title): task for task in tasks}
        self._openings = {self._wording(task)[:_OPENING]: task for task in tasks}
        self._headings = _Joined(list(self._titles))
        self._wordings = _Joined([self._wording(task) for task in tasks])

    def titled(self, task: Task) -> Task | None:
        """The task of the same title, or the only one whose title ends with this one: 开展入河排污口整治."""
        title = _bare(task.title)
        if len(title) >= _TELLING and self._count[title] == 1:
            return self._titles[title]
        at = self._headings.only(title) if len(title) >= _PART else None
        found = list(self._titles)[at] if at is not None else ""
        return self._titles[found] if found.endswith(title) and self._count[found] == 1 else None

    def opened(self, task: Task) -> Task | None:
        """The task of like wording that opens alike or has the same title."""
        same = self._titles.get(_bare(task.title)) or self._openings.get(self._wording(task)[:_OPENING])
        return same if same is not None and _alike(self._wording(same), self._wording(task)) else None

    def quoted(self, task: Task) -> Task | None:
        """The only task in whose wording the title of this one stands."""
        title = _bare(task.title)
        at = self._wordings.only(title) if len(title) >= _QUOTED else None
        return self._tasks[at] if at is not None else None

    def _wording(self, task: Task) -> str:
        return _bare(self._text[task.start : task.end])


class _Joined:
    """Wordings in one string, to find at once which of them holds some words."""

    def __init__(self, wordings: list[str]) -> None:
        self._all = _PARTED.join(wordings)
        self._starts = list(accumulate((len(wording) + 1 for wording in wordings), initial=0))

    def only(self, words: str) -> int | None:
        """The index of the only wording that holds the words; None where none does or several do."""
        first, last = self._all.find(words), self._all.rfind(words)
        at = bisect_right(self._starts, first) - 1
        return at if first >= 0 and bisect_right(self._starts, last) - 1 == at else None


def _alike(a: str, b: str) -> bool:
    a, b = a[:_COMPARED], b[:_COMPARED]
    short = min(len(a), len(b))
    return a[:short] == b[:short] or SequenceMatcher(None, a, b, autojunk=False).ratio() >= _LIKE


def _bare(text: str) -> str:
    return _NOISE.sub("", text)
