"""Owners in rows of a table that came as lines with spaces between the cells, as pages of a PDF give them.

`序号 任务 牵头单位 配合单位` above `1 清淤 市水利局 市住建局、市财政局` says what the last words of the row are.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from nlp.bodies.body_list import split, split_strictly
from nlp.facts import Owner, Role, Task
from nlp.owners.clause import TIME, read_segments
from nlp.owners.label import role_of_label

_HEADER = re.compile(r"^(?=[^\n]*(?:单位|部门))[^\n\t。,;:]{2,20}(?: +[^\s。,;:]{2,16}){2,}$", re.M)
# A full stop parts cells as well, since no space is kept behind it.
_WORD = re.compile(r"[^\s。]+")
_LEAST = 2  # fewer columns of owners are read well enough without their header


@dataclass(frozen=True, slots=True)
class _Header:
    """A header line that ends at `end`, with the roles of its columns of owners, which stand side by side."""

    end: int
    roles: tuple[Role, ...]


def owners_of_spaced_rows(text: str, tasks: list[Task]) -> dict[int, list[Owner]]:
    """The owners in spaced rows by number of their task; nothing for a task that does not end as the header says."""
    headers = list(filter(None, map(_header, _HEADER.finditer(text))))
    found: dict[int, list[Owner]] = {}
    for index, task in enumerate(tasks if headers else ()):
        above = bisect_right([header.end for header in headers], task.start) - 1
        if above >= 0 and (owners := _read_row(text, task, headers[above].roles)):
            found[index] = owners
    return found


def _header(line: re.Match[str]) -> _Header | None:
    roles = [role_of_label(word) for word in line.group().split()]
    named = [role for role in roles if role is not None]
    first = next((at for at, role in enumerate(roles) if role is not None), 0)
    together = roles[first : first + len(named)] == named
    return _Header(line.end(), tuple(named)) if together and len(named) >= _LEAST else None


def _read_row(text: str, task: Task, roles: tuple[Role, ...]) -> list[Owner]:
    """The owners of a row whose last words, but for a time, are as many lists of bodies as the header has roles."""
    words = [word.span() for word in _WORD.finditer(text, task.start, task.end)]
    while words and TIME.fullmatch(text, *words[-1]) and not split_strictly(text, *words[-1]):
        words.pop()
    cells = words[-len(roles) :]
    if len(words) <= len(roles) or not all(_lists_bodies(text, *cell) for cell in cells):
        return []
    return [
        owner for cell, role in zip(cells, roles, strict=True) for owner in read_segments(text, *cell, role, "column")
    ]


def _lists_bodies(text: str, start: int, end: int) -> bool:
    """True for a list of bodies, also of some that only a column vouches for; false for a sentence."""
    return bool(split_strictly(text, start, end, weak=True)) or (
        "。" not in text[start:end] and any(listed.collective for listed in split(text, start, end))
    )
