"""Limits of time that hold on any machine: what they mean is how work grows, not how fast or how busy a machine is.

Only the time of the processor counts, and where a run is over its limit, what the machine needs at that moment for a
fixed piece of work is counted against it: one that is three times slower, or shared, is given three times as long.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from statistics import median
from time import process_time
from typing import TypeVar

USUAL = 0.01  # seconds that the fixed piece of work takes on the machine on which the limits were set, idle
TRIES = 3
PIECES = re.compile(r"(?P<body>\w{2,6}局)|(?P<year>\d{4})年|[^。]{40}(?=。)")
LINE = "推进城镇污水处理厂和污水管网建设(责任单位:市水务局,2025年6月底前完成)。"

T = TypeVar("T")


def finish_within(seconds: float, work: Callable[[int], T]) -> T:
    """Holds the fastest of a few runs of some work to a limit, and returns what that run gave.

    The work is told the number of its run, so that it can do something new each time where the program keeps results.
    Fails with all times that were measured.
    """
    said = []
    for run in range(TRIES):
        began = process_time()
        found = work(run)
        took = process_time() - began
        if took < seconds or took / (slow := slowness()) < seconds:
            return found
        said.append(f"{took:.2f} s of a machine {slow:.1f} times as slow")
    raise AssertionError(f"the limit is {seconds:g} s, but it took {', '.join(said)}")


def slowness(clock: Callable[[], float] = process_time) -> float:
    """How many times longer than usual this machine now takes; 1.0 for a faster one, which is given no less time.

    By the clock on the wall in place of the processor's, this counts as well what other programs take of it.
    """
    return max(1.0, median(_exercised(clock) for _ in range(25)) / USUAL)


def _exercised(clock: Callable[[], float]) -> float:
    """The seconds that the fixed piece of work takes: expressions over Chinese text, dictionaries and strings."""
    began = clock()
    found: dict[tuple[int, int], str] = {}
    for number in range(60):
        text = f"{number}{LINE * 20}"
        found |= {(number, piece.start()): piece[0] for piece in PIECES.finditer(text)}
        found[number, -1] = "".join(sorted(text))
    return clock() - began
