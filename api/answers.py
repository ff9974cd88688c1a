"""Questions: `ask` in plain Chinese or English, `search` for passages, and the neighbourhood of a node."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from api.access import Access, Graph
from api.listings import YEAR
from api.problems import RESPONSES
from api.rows import Answer, Hit, Neighbour
from graph.compare import compare
from graph.evidence import quote
from graph.ontology import NODES

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

    hits: list[Hit] = Field(description="Each with document, section, text, start, end, score and the words to mark.")
    note: str = Field("", description="What there is to say about them: why there are none.")


def router() -> APIRouter:
    """The routes of questions."""
    routes = APIRouter(responses=RESPONSES)

    @routes.get("/ask", response_model=Answer, operation_id="ask", summary="Answer a question 提问")
    def ask(
        graph: Graph,
        q: Annotated[str, Query(min_length=1, max_length=1000, examples=["水务局牵头哪些任务"])],
        before: Annotated[
            str, Query(max_length=1000, description="The questions that this one follows up, one a line.")
        ] = "",
    ) -> Row:
        return in_context(graph, graph.ask(q, before))

    @routes.get("/search", operation_id="search", summary="Passages that fit a query 检索")
    def search(
        graph: Graph,
        q: Annotated[str, Query(min_length=1, max_length=10_000, examples=["黑臭水体"])],
        k: Annotated[int, Query(ge=1, le=100)] = 10,
        place: Annotated[str, Query(max_length=100)] = "",
        department: Annotated[str, Query(max_length=100)] = "",
        year: Annotated[str, Query(pattern=YEAR)] = "",
        domain: Annotated[str, Query(max_length=100)] = "",
    ) -> Hits:
        facets = {"city": place, "department": department, "year": year, "domain": domain}
        found = graph.search(q, k, facets)
        return Hits.model_validate({"hits": found.hits, "note": found.note})

    @routes.get("/compare", operation_id="compare", summary="Places side by side 比较")
    def compare_places(
        graph: Graph,
        place: Annotated[list[str], Query(min_length=2, max_length=6, description="Two to six places.")],
        indicator: Annotated[str, Query(max_length=200)] = "",
        domain: Annotated[str, Query(max_length=100)] = "",
    ) -> Row:
        return compare(graph.store, place, indicator, domain)

    @routes.get("/neighbourhood", operation_id="neighbourhood", summary="What stands around a node 邻域")
    def neighbourhood(
        graph: Graph,
        label: Label,
        id: Annotated[str, Query(min_length=1, max_length=300)],
        limit: Annotated[int, Query(ge=1, le=500)] = 200,
    ) -> list[Neighbour]:
        found = graph.run("neighbourhood", label=label, id=id)[:limit]
        return [Neighbour.model_validate(row) for row in found]

    return routes


def in_context(graph: Access, answer: Row) -> Row:
    """An answer to be read: its tasks with their spans, its quotes with the clause around them and the plan's name."""
    if answer.get("tasks"):
        rows = graph.run("tasks", tasks=[task["id"] for task in answer["tasks"]])
        spans = {row["task"]: {"start": row["start"], "end": row["end"]} for row in rows}
        answer["tasks"] = [task | spans.get(task["id"], {}) for task in answer["tasks"]]
    texts = {id: graph.run("text", document=id)[0] for id in {quote["document"] for quote in answer["evidence"]}}
    answer["evidence"] = [shown | around(shown, texts[shown["document"]]) for shown in answer["evidence"]]
    return answer


def around(shown: Row, document: Row) -> Row:
    """The clause before and after quoted words, and the document that they stand in."""
    clause = quote(document["text"], shown["start"], shown["end"])
    place = {name: document[name] for name in ("source", "part", "title")}
    return place | {"before": clause.before, "after": clause.after}
