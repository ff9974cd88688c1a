"""Layouts: places for the nodes of a drawing, the first of them its centre; the same places at every call."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations
from math import cos, pi, sin

import numpy as np

from ui.drawing import Node

Nodes = tuple[Node, ...]
Edges = tuple[tuple[Node, Node], ...]
Places = dict[Node, tuple[float, float]]
WIDE = 1.5  # as wide as high, about as pages are
UPRIGHT = 0.8  # the same of a small drawing beside a text
HIGH = 0.18  # a node of a small drawing with its name
RING = 10  # nodes on the innermost ring; the second, twice as long, holds twice as many
KEPT = 64  # drawings whose places are remembered, since a page is drawn anew at every click
ROUNDS = 60
FIRST_STEP = 0.4  # how far a node moves in the first round, in lengths of an edge
AMONG = 0.3  # how far from the middle of those that lead to it a node begins, in lengths of an edge
INWARD = 0.3  # how much the middle pulls, which holds parts together that no edge joins


@lru_cache(KEPT)
def springs(nodes: Nodes, edges: Edges) -> Places:
    """Nodes push one another away, edges and the middle pull, after Fruchterman and Reingold.

    500 nodes take a quarter of a second; places are complex numbers, so that a node moves along the difference of two.
    """
    begun = gathered(nodes, edges)
    at = np.array([begun[node] for node in nodes], np.complex64)
    number = {node: place for place, node in enumerate(nodes)}
    one, other = np.array([(number[a], number[b]) for a, b in edges], dtype=int).reshape(-1, 2).T
    for step in np.linspace(FIRST_STEP, 0, ROUNDS, endpoint=False):
        apart = at[:, None] - at
        np.fill_diagonal(apart, np.inf)
        moved = (1 / apart.conj()).sum(axis=1) - INWARD * at
        pull = (at[one] - at[other]) * abs(at[one] - at[other])
        np.subtract.at(moved, one, pull)
        np.add.at(moved, other, pull)
        at += moved / np.maximum(abs(moved), 1e-9) * np.minimum(abs(moved), step)
    return {node: (WIDE * place.real, place.imag) for node, place in zip(nodes, at.tolist(), strict=True)}


def gathered(nodes: Nodes, edges: Edges) -> dict[Node, complex]:
    """Where springs begin: the first ring, and each node of a farther level among those that lead to it.

    What two nodes lead to lies between them then, and no edges need to cross.
    """
    rings = radial(nodes, edges)
    begun = {node: complex(across / WIDE, down) for node, (across, down) in rings.items()}
    near = beside(edges)
    placed = set()
    for number, level in enumerate(levels(nodes, edges)):
        for node in level if number > 1 else ():
            if before := [begun[other] for other in near[node] if other in placed]:
                begun[node] = sum(before) / len(before) + AMONG * begun[node] / abs(begun[node])
        placed.update(level)
    return begun


def stretched(places: Places) -> Places:
    """The same places, as far apart one way as the other, less a little across, where names take room."""
    across, down = zip(*places.values(), strict=True)
    wide, high = (max(values) - min(values) or 1.0 for values in (across, down))
    return {node: (UPRIGHT * (x - min(across)) / wide, (y - min(down)) / high) for node, (x, y) in places.items()}


def parted(places: Places, name: float) -> Places:
    """The places of a small drawing, those moved up or down whose names, so wide, would stand on one another."""
    moved = dict(places)
    for _ in range(ROUNDS):
        for one, other in combinations(sorted(moved, key=lambda node: moved[node][1]), 2):
            (x, y), (u, v) = moved[one], moved[other]
            lack = HIGH - abs(v - y)
            if abs(x - u) < name and lack > 1e-3:
                step = lack / 2 if v >= y else -lack / 2
                moved[one], moved[other] = (x, min(1.0, max(0.0, y - step))), (u, min(1.0, max(0.0, v + step)))
    return moved if moved == places else stretched(moved)


@lru_cache(KEPT)
def radial(nodes: Nodes, edges: Edges) -> Places:
    """The first node in the middle and rings around it, as many for a level as it fills."""
    places: Places = {}
    ring = 0
    for level in levels(nodes, edges):
        while level:
            held, level = level[: max(1, RING * ring)], level[max(1, RING * ring) :]
            for place, node in enumerate(held):
                turn = 2 * pi * (place + ring / 3) / len(held)
                places[node] = (WIDE * ring * cos(turn), ring * sin(turn))
            ring += 1
    return places


@lru_cache(KEPT)
def layered(nodes: Nodes, edges: Edges) -> Places:
    """A column for each level, from left to right; a single way goes down, beside which long names have room."""
    found = levels(nodes, edges)
    if is_way(found):
        return {node: (0, number) for number, (node,) in enumerate(found)}
    return {
        node: (WIDE * number / max(1, len(found) - 1), (place + 0.5) / len(level) + 0.05 * (number % 2))
        for number, level in enumerate(found)
        for place, node in enumerate(level)
    }


@lru_cache(KEPT)
def ring(nodes: Nodes, edges: Edges) -> Places:
    """All nodes on one ring, each level after the other."""
    order = [node for level in levels(nodes, edges) for node in level]
    turns = ((node, 2 * pi * place / len(order)) for place, node in enumerate(order))
    return {node: (WIDE * cos(turn), sin(turn)) for node, turn in turns}


def is_way(found: Sequence[Sequence[Node]]) -> bool:
    """Whether levels are the steps of a single way."""
    return all(len(level) == 1 for level in found)


def levels(nodes: Sequence[Node], edges: Sequence[tuple[Node, Node]]) -> list[list[Node]]:
    """Nodes by the number of steps from the first, each beside those that one node leads to.

    Nodes that no way joins to the first make the last level.
    """
    near = beside(edges)
    found, seen = [list(nodes[:1])], set(nodes[:1])
    while found[-1]:
        reached = dict.fromkeys(other for node in found[-1] for other in near[node] if other not in seen)
        found.append(list(reached))
        seen.update(reached)
    found[-1] = [node for node in nodes if node not in seen]
    return [level for level in found if level]


def beside(edges: Sequence[tuple[Node, Node]]) -> dict[Node, list[Node]]:
    """The nodes that stand beside each, at whichever end of an edge."""
    near: dict[Node, list[Node]] = defaultdict(list)
    for one, other in edges:
        near[one].append(other)
        near[other].append(one)
    return near
