"""Questions: `ask` in plain words, `search` and what is similar, the terms of the field, and places side by side."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Query, Response

from api.access import Access, Graph
from api.answer_rows import Answer, Hits, Suggestion, Territory
from api.findings import Comparison
from api.listings import DOCUMENT_KINDS, FILTERS, PATTERNS, alternatives, any_of
from api.problems import RESPONSES, NotHereError
from api.rows import TASK
from api.tables import JSON, as_json
from graph.answers.evidence import quote
from graph.comparison.compare import compare
from graph.naming import unknown_names
from graph.search.suggestions import suggest
from nlp.places.gazetteer import COUNTRY, country, english_name, load_entries

Row = dict[str, Any]


def given(meaning: str, longest: int, least: int = 0, **more: Any) -> Any:
    """A parameter of text with its meaning and the bounds of its length."""
    return Query(min_length=least or None, max_length=longest, description=meaning, **more)


Question = Annotated[str, given("A question.", 1000, 1, examples=["水务局牵头哪些任务"])]
Before = Annotated[str, given("The questions that this one follows up, one a line.", 1000)]
Sought = Annotated[str, given("What is looked for.", 10_000, 1, examples=["黑臭水体"])]
Typed = Annotated[str, given("The beginning of a name.", 100, examples=["sew"])]
TaskId = Annotated[str, given("The id of a task.", 300, 1, examples=[TASK])]
Kind = Annotated[str, Query(pattern=any_of(DOCUMENT_KINDS), description=alternatives(DOCUMENT_KINDS))]
Place = Annotated[str, given(FILTERS["place"], 100)]
Department = Annotated[str, given(FILTERS["department"], 100)]
Role = Annotated[str, Query(pattern=PATTERNS["role"], description=FILTERS["role"])]
Domain = Annotated[str, given(FILTERS["domain"], 100)]
Indicator = Annotated[str, given(FILTERS["indicator"], 200)]
Year = Annotated[str, Query(pattern=PATTERNS["year"], description=FILTERS["year"])]
Places = Annotated[list[str], Query(min_length=2, max_length=6, description="Two to six places.", examples=["杭州"])]
Most = Annotated[int, Query(ge=1, le=100, description="How many passages at most.")]
MostTerms = Annotated[int, Query(ge=1, le=50, description="How many at most.")]


def router() -> APIRouter:
    """The routes of questions."""
    routes = APIRouter(responses=RESPONSES)
    for path, answer, model, operation, summary in (
        ("/ask", ask, Answer, "ask", "Answer a question 提问"),
        ("/search", search, Hits, "search", "Passages that fit a query 检索"),
        ("/similar", find_similar, Hits, "find_similar", "Passages of other tasks like a task 相似任务"),
        ("/suggest", suggest_terms, list[Suggestion], "suggest", "Terms that begin as typed 联想"),
        ("/territories", list_territories, list[Territory], "list_territories", "Places and their English names 地名"),
        ("/compare", compare_places, Comparison, "compare", "Places side by side 比较"),
    ):
        routes.get(path, response_model=model, operation_id=operation, summary=summary)(answer)
    return routes


def ask(graph: Graph, q: Question, before: Before = "") -> Response:
    """The answer to a question, each of its quotes with the clause around it."""
    return made(in_context(graph, graph.ask(q, before)))


def search(
    graph: Graph,
    q: Sought,
    k: Most = 10,
    place: Place = "",
    department: Department = "",
    year: Year = "",
    domain: Domain = "",
    role: Role = "",
    kind: Kind = "",
) -> Response:
    """The passages that fit a query best, under some filters."""
    facets = {"city": place, "department": department, "role": role, "year": year, "domain": domain, "kind": kind}
    found = graph.search(q, k, facets)
    unknown = [] if found.hits else unknown_names(graph, {"department": department})
    return made(replace(found, note="; ".join(unknown) or found.note))


def find_similar(graph: Graph, task: TaskId, k: Most = 10) -> Response:
    """The passages of other tasks that say what is nearest to a task; 404 where there is no such task."""
    if not graph.run("tasks", tasks=[task]):
        raise NotHereError(f"there is no task {task}")
    return made(graph.like(task, k))


def suggest_terms(q: Typed, k: MostTerms = 8) -> Response:
    """The terms that a user may mean who has typed so much."""
    return made(suggest(q, k))


def list_territories() -> Response:
    """All provinces, prefectures and counties by code, whether documents govern them or not, after the country."""
    name, english = country()
    places = [{"code": each.code, "name": each.name, "english": english_name(each)} for each in load_entries().values()]
    return made([{"code": COUNTRY, "name": name, "english": english}, *places])


def compare_places(graph: Graph, place: Places, indicator: Indicator = "", domain: Domain = "") -> Response:
    """Places side by side, of one indicator or field of policy or of all."""
    return made(compare(graph.store, place, indicator, domain))


def made(found: Any) -> Response:
    """What was found as JSON; it is what its model says, which a test holds it to."""
    return Response(as_json(found), media_type=JSON)


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
