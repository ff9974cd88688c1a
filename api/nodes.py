"""The graph from node to node: what stands around one, and a way between two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import StringConstraints

from api.access import Access, Graph
from api.answer_rows import Neighbour, Step
from api.problems import RESPONSES, NotHereError
from api.rows import TASK
from graph.neighbours import neighbours
from graph.ontology import NODES

Row = dict[str, Any]
Label = Annotated[str, StringConstraints(pattern=rf"^({'|'.join(NODES)})$")]
Of = Annotated[Label, Query(description="The kind of a node.", examples=["Task"])]
Id = Annotated[str, Query(min_length=1, max_length=300, description="The id of a node.", examples=[TASK])]
Most = Annotated[int, Query(ge=1, le=500, description="How many at most, the kinds in turn.")]
Kinds = Annotated[list[Label] | None, Query(description="Only neighbours of these kinds; all without.")]


def router() -> APIRouter:
    """The routes between nodes."""
    routes = APIRouter(responses=RESPONSES)
    routes.get("/neighbourhood", operation_id="neighbourhood", summary="What stands around a node 邻域")(neighbourhood)
    routes.get("/path", operation_id="find_path", summary="A shortest way between two nodes 最短路径")(find_path)
    return routes


def neighbourhood(graph: Graph, label: Of, id: Id, limit: Most = 200, kind: Kinds = None) -> list[Neighbour]:
    """The edges of a node, the kinds at their other ends in turn; 404 where there is no such node."""
    kept = in_turn(row for row in around(graph, label, id) if not kind or row["label"] in kind)
    return [Neighbour.model_validate(row) for row in kept[:limit]]


def find_path(graph: Graph, label: Of, id: Id, to_label: Of, to_id: Id) -> list[Step]:
    """The nodes on a way of six edges or less, none where there is no such way; 404 where a node is not there."""
    way = [] if (label, id) == (to_label, to_id) else steps(graph, label, id, to_label, to_id)
    if not way:
        around(graph, label, id)
        around(graph, to_label, to_id)
    return way


def around(graph: Access, label: str, id: str) -> list[Row]:
    """The edges of a node; raises NotHereError where there are none."""
    if rows := neighbours(graph.store, label, id):
        return rows
    raise NotHereError(f"there is no {label} with the id {id}")


def in_turn(nodes: Iterable[Row]) -> list[Row]:
    """Nodes with their kinds in turn, so that the first few show some of each."""
    seen: Counter[str] = Counter()
    places = []
    for node in nodes:
        seen[node["label"]] += 1
        places.append((seen[node["label"]], node))
    return [node for _, node in sorted(places, key=lambda placed: placed[0])]


def steps(graph: Access, label: str, id: str, other_label: str, other: str) -> list[Step]:
    """The way between two nodes, node by node; none where there is no way of six edges or less."""
    found = graph.run("path", label=label, id=id, other_label=other_label, other=other)
    return [
        Step(edge=edge, label=label, id=id, name=name)
        for way in found
        for edge, label, id, name in zip([None, *way["edges"]], way["labels"], way["ids"], way["names"], strict=True)
    ]
