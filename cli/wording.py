"""Words of plans, and the marks beside them, as a line of a terminal shows them."""

from __future__ import annotations

import re
from collections.abc import Iterable

_BETWEEN_CELLS = str.maketrans({"\t": "｜"})
_MARKS = (
    (re.compile(r"(?<![^/])无\d"), "无2 is the second there without a number of its own"),
    (re.compile(r"#\d"), "1#2 the second that is numbered 1"),
)
SHARE = "A percentage says how often what the same rule read was right where it could be checked (docs/quality.md)."


def between_cells(words: str) -> str:
    """Words of a plan with a bar for each TAB, so that all characters keep their places: `州水务局｜2025年`."""
    return words.translate(_BETWEEN_CELLS)


def in_line(words: str) -> str:
    """Words of a plan in one line, with bars between what stood in cells of a table."""
    return between_cells(words).replace("\n", " ")


def legend(keys: Iterable[str]) -> str:
    """What the keys of some tasks mean, with those marks that stand in them; "" where there are none."""
    shown = list(dict.fromkeys(keys))
    if not shown:
        return ""
    plain = [key for key in shown if not any(mark.search(key) for mark, _ in _MARKS)]
    example = max(plain or shown, key=lambda key: key.count("/"))
    told = [told for mark, told in _MARKS if any(mark.search(key) for key in shown)]
    return "; ".join([f"{example} is where a task stands in the outline of its plan", *told]) + "."
