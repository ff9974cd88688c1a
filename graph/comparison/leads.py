"""Who leads the same kind of task where: functions of bureaus against fields of policy, place by place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from graph.shapes import Shape
from nlp.vocabulary import load


def lead_matrix(lines: Iterable[Shape]) -> list[Shape]:
    """For each function and field of policy that meet anywhere: by place the number of tasks, their keys, the bodies.

    `lines` are the fields of a comparison with the tasks of each place and the bodies that lead or else carry them. A
    body of no known function stands under its own name. Functions come in the order of the vocabulary, then fields.
    """
    found: dict[tuple[str, str], dict[str, list[tuple[str, Shape]]]] = defaultdict(lambda: defaultdict(list))
    for line in lines:
        for place, tasks in line["cells"].items():
            for task in tasks:
                for owner in task["owners"]:
                    found[owner["function"] or owner["name"], line["domain"]][place].append((owner["name"], task))
    rank = {name: at for at, name in enumerate([*load("functions").entries, *load("domains").entries])}
    order = sorted(found, key=lambda pair: (rank.get(pair[0], len(rank)), pair[0], rank.get(pair[1], len(rank))))
    return [
        {"function": pair[0], "domain": pair[1], "cells": {place: _cell(of) for place, of in found[pair].items()}}
        for pair in order
    ]


def _cell(pairs: list[tuple[str, Shape]]) -> Shape:
    """The bodies of a function in a place and the tasks of a field that they lead, each once."""
    tasks = {task["id"]: task["key"] for _, task in pairs}
    return {"tasks": len(tasks), "keys": list(tasks.values()), "bodies": list(dict.fromkeys(name for name, _ in pairs))}
