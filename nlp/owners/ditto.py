"""Clauses that name the owners of the task before: `(责任单位:同上)`, `牵头单位同上;配合单位:市财政局`."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from nlp.facts import Role, Task
from nlp.owners.label import role_of_label
from nlp.wording import any_of

_DITTO = re.compile(
    rf"(?<![^\s(\[【〔,;。、])(?P<label>[^\s:,;。()\[\]【】]{{2,8}}?):?(?:{any_of('roles', 'dittos')})"
    r"(?=[\s,;。)\]】〕]|\Z)"
)
_MEANT: dict[Role, tuple[Role, ...]] = {"responsible": ("responsible", "lead")}


def give_dittos(text: str, tasks: list[Task]) -> None:
    """Gives a task whose clause says 同上 the owners of the task before it, those of the role that the clause names.

    `责任单位:同上` below `责任单位:市水务局` names the bureau, and so does `责任单位同上`; it means those who lead too.
    `标准同上` names nobody, nor does the first task.
    """
    for before, task in pairwise(tasks):
        for clause in _DITTO.finditer(text, task.start, task.end):
            role = role_of_label(clause["label"])
            named = {owner.name for owner in task.owners}
            meant = _MEANT.get(role, (role,)) if role else ()
            task.owners += [replace(one) for one in before.owners if one.role in meant and one.name not in named]
