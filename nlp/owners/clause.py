"""Clauses that say who carries a task: in brackets, behind a label, on a line of their own.

`(牵头单位:州林业局、州水务局;责任单位:各县〔市〕人民政府)`, `[市水务局牵头,市住建局配合]`, `责任单位:市水务局。`
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from nlp.facts import Owner
from nlp.owners.bracket import brackets_in, read_bracket, read_labelled, vouched
from nlp.owners.label import Label, labels_in
from nlp.owners.label_value import names_end, value_end
from nlp.owners.segment import listed_owner, read_segments
from nlp.vocabulary import words

_BEHIND = re.compile(r"(?<=[。;—])[^。;—\n]{3,80}(?=\n|\Z)|(?<=—)[^。;—\n]{3,80}(?=[。;])")


@dataclass(slots=True)
class Clauses:
    """The owners that clauses name, the spans of those clauses, and the number of labels with no body behind them."""

    owners: list[Owner] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    empty: int = 0

    def add(self, start: int, end: int, owners: list[Owner]) -> None:
        """Takes in one clause; a clause without owners leaves no span."""
        self.owners += owners
        self.spans += [(start, end)] if owners else []


def clauses_in(text: str, start: int, end: int) -> Clauses:
    """The clauses of owners in `text[start:end]`.

    A bracket is one where a label or a verb of carrying stands in it, or where it closes a sentence and holds nothing
    but bodies; a label outside brackets opens one up to the end of its sentence or line. `(2023年底前完成)` is none.
    Where there is neither, bodies alone behind the last full stop of a line are one, `清淤。★市水务局 市住建局`, or
    behind a dash, `清淤——市水务局;2025年6月`.
    """
    clauses = Clauses()
    brackets = brackets_in(text, start, end)
    outside, inside = _placed(labels_in(text, start, end), brackets, end)
    for label, stop in outside:
        if label.role is not None:
            stop = names_end(text, label, value_end(text, label, stop))
            owners = list(read_segments(text, label.value, stop, label.role, "label"))
            clauses.add(label.start, stop, owners)
            clauses.empty += label.sure and not owners and not text.startswith(words("roles", "dittos"), label.value)
    opened = sorted(clauses.spans)
    starts = [a for a, _ in opened]
    for at, (a, b) in enumerate(brackets):
        before = bisect_right(starts, a) - 1
        if before < 0 or a >= opened[before][1]:
            labels = inside.get(at, [])
            clauses.add(a, b, list(read_labelled(text, a, b, labels)) if labels else read_bracket(text, a, b, end))
    if not clauses.owners:
        for line in _BEHIND.finditer(text, start, end):
            clauses.add(
                *line.span(), [listed_owner(listed, "responsible", "bracket") for listed in vouched(text, *line.span())]
            )
    return clauses


def _placed(
    labels: list[Label], brackets: list[tuple[int, int]], end: int
) -> tuple[list[tuple[Label, int]], dict[int, list[Label]]]:
    """The labels outside brackets, each with where the next label begins, and those inside by number of the bracket."""
    starts = [a for a, _ in brackets]
    outside: list[tuple[Label, int]] = []
    inside: dict[int, list[Label]] = {}
    for label, following in zip(labels, [*(later.start for later in labels[1:]), end], strict=False):
        at = bisect_right(starts, label.start) - 1
        if at >= 0 and label.value <= brackets[at][1]:
            inside.setdefault(at, []).append(label)
        else:
            outside.append((label, following))
    return outside, inside
