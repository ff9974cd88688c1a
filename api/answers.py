"""Questions: `ask` in plain Chinese or English, `search` for passages, and the neighbourhood of a node."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from api.access import Graph
from api.problems import RESPONSES
from graph.ontology import NODES
from nlp import place as places

Row = dict[str, Any]
Label = Literal[
    "Document",
    "Jurisdiction",
    "Department",
    "Function",
    "Task",
    "Target",
    "Indicator",
    "WaterBody",
    "Project",
    "Domain",
]
assert set(Label.__args__) <= set(NODES)  # type: ignore[attr-defined]


class Hits(BaseModel):
    """Passages that fit a query, best first."""

    hits: list[Row] = Field(description="Each with document, heading, text, start, end and score.")


def router() -> APIRouter:
    """The routes of questions."""
    routes = APIRouter(responses=RESPONSES)

    @routes.get("/ask", operation_id="ask", summary="Answer a question 提问")
    def ask(
        graph: Graph,
        q: Annotated[str, Query(min_length=1, max_length=1000, examples=["水务局牵头哪些任务"])],
    ) -> Row:
        return graph.ask(q)

    @routes.get("/search", operation_id="search", summary="Passages that fit a query 检索")
    def search(
        graph: Graph,
        q: Annotated[str, Query(min_length=1, max_length=10_000, examples=["黑臭水体"])],
        k: Annotated[int, Query(ge=1, le=100)] = 10,
        place: Annotated[str, Query(max_length=100)] = "",
        document: Annotated[str, Query(max_length=300)] = "",
    ) -> Hits:
        where = places.find(place) if place else None
        facets = {"place": where.name if where else place, "document": document}
        return Hits(hits=graph.search(q, k, **{name: value for name, value in facets.items() if value}))

    @routes.get("/neighbourhood", operation_id="neighbourhood", summary="What stands around a node 邻域")
    def neighbourhood(
        graph: Graph,
        label: Label,
        id: Annotated[str, Query(min_length=1, max_length=300)],
        limit: Annotated[int, Query(ge=1, le=500)] = 200,
    ) -> list[Row]:
        return graph.run("neighbourhood", label=label, id=id)[:limit]

    return routes
