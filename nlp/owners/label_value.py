"""Where the value of a label ends, and the names in it: `责任单位:市水务局、` may go on in the next line."""

from __future__ import annotations

import re

from nlp.bodies.body import is_body
from nlp.bodies.body_list import split_strictly
from nlp.bodies.torn import is_torn
from nlp.owners.label import Label

_LINE = re.compile(r"\n+[^\n。:]{2,60}(?=\n|$)")
_TORN = re.compile(r"(?<=[、,;:])(?P<left>[^、,;:\s]{1,12})\n(?P<right>[^、,;:。\s]{1,12})(?=[、,;。\n]|$)")
_STOP = re.compile(r"[。\n]")
_PAUSE = re.compile("[, ]")
_REACH = 120  # characters behind a label without a colon that can hold its names


def names_end(text: str, label: Label, end: int) -> int:
    """Where the names behind a label end; one that is not sure has them as far as a list of bodies goes, or none.

    `责任单位 市水务局,市住建局 2025年底` ends behind 市住建局, `明确责任单位 加快推进` where it begins.
    """
    if label.sure:
        return end
    pauses = [mark.start() for mark in _PAUSE.finditer(text, label.value, min(end, label.value + _REACH))]
    ends = (end, *reversed(pauses))
    return next((at for at in ends if split_strictly(text, label.value, at, weak=True)), label.value)


def value_end(text: str, label: Label, stop: int) -> int:
    """Where the value of a label outside brackets ends: at its full stop or line end, unless a list runs on.

    `责任单位:市水务局、` over `市住建局` ends with the second line, `责任单位:市水务局` over `(二)清淤` with the first.
    """
    at = label.value
    while (found := _STOP.search(text, at, stop)) is not None:
        if found.group() == "。" or not _runs_on(text, found.start(), stop):
            return found.start()
        at = found.end()
    return stop


def _runs_on(text: str, at: int, stop: int) -> bool:
    """True where a list goes on after the line that ends at `at`: at a comma, in a torn name, in bodies alone."""
    if text[at - 1] in "、," or text[at + 1 : at + 2] in ("、", ","):
        return True
    torn = _TORN.search(text, max(0, at - 24), min(stop, at + 24))
    if torn is not None and is_torn(torn["left"], torn["right"]):
        return True
    line = _LINE.match(text, at, stop)
    names = split_strictly(text, *line.span(), weak=True) if line is not None else []
    return any(listed.collective or is_body(listed.name) for listed in names)
