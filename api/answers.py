"""Questions: `ask` in plain words, `search` and what is similar, places side by side, and what is around a node."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query

from api.access import Access, Graph
from api.answer_rows import Answer, Hits, Neighbour, Step, Suggestion
from api.findings import Comparison
from api.listings import FILTERS, YEAR
from api.problems import RESPONSES, NotHereError
from api.rows import TASK
from graph.answers.evidence import quote
from graph.comparison.compare import compare
from graph.ontology import NODES
from graph.search.search import Found
from graph.search.suggestions import suggest

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
Of = Annotated[Label, Query(description="The kind of a node.", examples=["Task"])]
Id = Annotated[str, Query(min_length=1, max_length=300, description="The id of a node.", examples=[TASK])]
Most = Annotated[int, Query(ge=1, le=100, description="How many passages at most.")]


def router() -> APIRouter:
    """The routes of questions."""
    routes = APIRouter(responses=RESPONSES)

    @routes.get("/ask", response_model=Answer, operation_id="ask", summary="Answer a question 提问")
    def ask(
        graph: Graph,
        q: Annotated[
            str, Query(min_length=1, max_length=1000, description="A question.", examples=["水务局牵头哪些任务"])
        ],
        before: Annotated[
            str, Query(max_length=1000, description="The questions that this one follows up, one a line.")
        ] = "",
    ) -> Row:
        return in_context(graph, graph.ask(q, before))

    @routes.get("/search", operation_id="search", summary="Passages that fit a query 检索")
    def search(
        graph: Graph,
        q: Annotated[
            str, Query(min_length=1, max_length=10_000, description="What is looked for.", examples=["黑臭水体"])
        ],
        k: Most = 10,
        place: Annotated[str, Query(max_length=100, description=FILTERS["place"])] = "",
        department: Annotated[str, Query(max_length=100, description=FILTERS["department"])] = "",
        year: Annotated[str, Query(pattern=YEAR, description=FILTERS["year"])] = "",
        domain: Annotated[str, Query(max_length=100, description=FILTERS["domain"])] = "",
        role: Annotated[str, Query(max_length=20, description=FILTERS["role"])] = "",
        kind: Annotated[str, Query(max_length=20, description="The kind of document: plan, report, notice …")] = "",
    ) -> Hits:
        facets = {"city": place, "department": department, "role": role, "year": year, "domain": domain, "kind": kind}
        return shown(graph.search(q, k, facets))

    @routes.get("/similar", operation_id="find_similar", summary="Passages of other tasks like a task 相似任务")
    def find_similar(
        graph: Graph,
        task: Annotated[str, Query(min_length=1, max_length=300, description="The id of a task.", examples=[TASK])],
        k: Most = 10,
    ) -> Hits:
        if not graph.run("tasks", tasks=[task]):
            raise NotHereError(f"there is no task {task}")
        return shown(graph.like(task, k))

    @routes.get("/suggest", operation_id="suggest", summary="Terms that begin as typed 联想")
    def suggest_terms(
        q: Annotated[str, Query(max_length=100, description="The beginning of a name.", examples=["sew"])],
        k: Annotated[int, Query(ge=1, le=50, description="How many at most.")] = 8,
    ) -> list[Suggestion]:
        return [Suggestion.model_validate(each, from_attributes=True) for each in suggest(q, k)]

    @routes.get("/compare", response_model=Comparison, operation_id="compare", summary="Places side by side 比较")
    def compare_places(
        graph: Graph,
        place: Annotated[
            list[str], Query(min_length=2, max_length=6, description="Two to six places.", examples=["杭州"])
        ],
        indicator: Annotated[str, Query(max_length=200, description=FILTERS["indicator"])] = "",
        domain: Annotated[str, Query(max_length=100, description=FILTERS["domain"])] = "",
    ) -> Row:
        return compare(graph.store, place, indicator, domain)

    @routes.get("/neighbourhood", operation_id="neighbourhood", summary="What stands around a node 邻域")
    def neighbourhood(
        graph: Graph,
        label: Of,
        id: Id,
        limit: Annotated[int, Query(ge=1, le=500, description="How many at most, the kinds in turn.")] = 200,
        kind: Annotated[list[Label] | None, Query(description="Only neighbours of these kinds; all without.")] = None,
    ) -> list[Neighbour]:
        found = graph.run("neighbourhood", label=label, id=id)
        kept = in_turn(row for row in found if not kind or row["label"] in kind)
        return [Neighbour.model_validate(row) for row in kept[:limit]]

    @routes.get("/path", operation_id="find_path", summary="A shortest way between two nodes 最短路径")
    def find_path(
        graph: Graph,
        label: Of,
        id: Id,
        to_label: Of,
        to_id: Id,
    ) -> list[Step]:
        if (label, id) == (to_label, to_id):
            return []
        return steps(graph.run("path", label=label, id=id, other_label=to_label, other=to_id))

    return routes


def in_turn(nodes: Iterable[Row]) -> list[Row]:
    """Nodes with their kinds in turn, so that the first few show some of each."""
    seen: Counter[str] = Counter()
    places = []
    for node in nodes:
        seen[node["label"]] += 1
        places.append((seen[node["label"]], node))
    return [node for _, node in sorted(places, key=lambda placed: placed[0])]


def steps(found: list[Row]) -> list[Step]:
    """The way that was found, node by node; none where there is no way of six edges or less."""
    return [
        Step(edge=edge, label=label, id=id, name=name)
        for way in found
        for edge, label, id, name in zip([None, *way["edges"]], way["labels"], way["ids"], way["names"], strict=True)
    ]


def shown(found: Found) -> Hits:
    """What search found, as it goes out."""
    return Hits.model_validate(found, from_attributes=True)


def in_context(graph: Access, answer: Row) -> Row:
    """An answer to be read: its quotes with the clause around them and the name of the plan."""
    ids = sorted({words["document"] for words in answer["evidence"]})
    # One may be removed meanwhile.
    texts = {text["id"]: text for text in graph.run("text", documents=ids)}
    held = [words for words in answer["evidence"] if words["document"] in texts]
    answer["evidence"] = [words | around(words, texts[words["document"]]) for words in held]
    return answer


def around(shown: Row, document: Row) -> Row:
    """The clause before and after quoted words, and the document that they stand in."""
    clause = quote(document["text"], shown["start"], shown["end"])
    place = {name: document[name] for name in ("source", "part", "title")}
    return place | {"before": clause.before, "after": clause.after}
