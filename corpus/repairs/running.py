"""Running text: whether two lines that something parts can be one sentence."""

from __future__ import annotations

import re

from corpus.formats.wraps import opens

STOP = re.compile("[。;!?)]")
LABEL = re.compile(r"[^。;,、]{1,12}:")


def may_join(above: str, below: str) -> bool:
    """Whether a line can go on in the one below it, which opens nothing of its own and holds the end of a sentence.

    `…推广低氮燃` can in `烧技术。`, not in `(二)加强监管。`, `责任单位:市水务局。` or `推广技术`; cells of rows cannot.
    """
    if "\t" in above or "\t" in below or opens(below) or LABEL.match(below):
        return False
    return STOP.search(below) is not None
