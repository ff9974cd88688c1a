"""Judgements: facts of low confidence, least certain first, and what people say of them; judging needs a key."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, Field

from api.access import Access, Graph
from api.documents import held, plan
from api.keys import Permitted
from api.problems import RESPONSES, described
from api.rows import DOCUMENT, told
from graph.judgement import Judgement, Ledger, Verdict, beside
from nlp.confidence import confidence

Kind = Literal["owner", "deadline", "target"]
DocumentId = Annotated[
    str, Query(min_length=1, max_length=300, description="The id of a document.", examples=[DOCUMENT])
]


class Fact(BaseModel):
    """A fact with how often facts like it are right, and what was judged of it."""

    document: str = told("The id of the document.", DOCUMENT)
    kind: Kind = told("owner, deadline or target.", "owner")
    name: str = told("What was read.", "州水务局")
    start: int = told("Where the words begin in the text of the document, in characters.", 6480)
    end: int = told("Where they end.", 6484)
    rule: str = told("The rule that read them.", "label")
    confidence: float = told("The share of facts of this kind and rule that were right on gold.", 0.87)
    verdict: Verdict = told("accept, reject, or open where nobody has judged.", "open")


class Judged(BaseModel):
    """A verdict to be kept."""

    document: Annotated[str, Field(min_length=1, max_length=300)] = told("The id of the document.", DOCUMENT)
    kind: Kind = told("owner, deadline or target.", "owner")
    name: Annotated[str, Field(max_length=500)] = told("What was read.", "州水务局")
    start: Annotated[int, Field(ge=0)] = told("Where the words begin in the text of the document, in characters.", 6480)
    end: Annotated[int, Field(ge=0)] = told("Where they end.", 6484)
    verdict: Verdict = told("accept, reject, or open to take an earlier verdict back.", "accept")


class Kept(Judged):
    """A verdict that is kept."""

    when: str = told("When it was given.", "2025-03-01T08:00:00+00:00")


def router(*, writing: bool) -> APIRouter:
    """The routes; the one that judges is there only where there are keys."""
    routes = APIRouter(responses=RESPONSES, tags=["judging"])

    @routes.get("/doubtful", operation_id="list_doubtful", summary="Facts of low confidence 待核事实")
    def list_doubtful(
        graph: Graph,
        request: Request,
        document: DocumentId,
        at_most: Annotated[float, Query(ge=0, le=1, description="Facts with this confidence or less.")] = 0.95,
    ) -> list[Fact]:
        held(graph, document)
        verdicts = {judgement.fact: judgement.verdict for judgement in ledger(request).standing()}
        found = [fact for fact in facts(graph, document) if fact.confidence <= at_most]
        for fact in found:
            fact.verdict = verdicts.get((document, fact.kind, fact.start, fact.end, fact.name), "open")
        return sorted(found, key=lambda fact: (fact.confidence, fact.start))

    @routes.get(
        "/judgements",
        response_model=list[Kept],
        operation_id="list_judgements",
        summary="All verdicts that hold 全部核对结果",
    )
    def list_judgements(request: Request) -> list[Judgement]:
        return ledger(request).standing()

    if writing:
        refusals = described(
            {400: "The body is no JSON.", 401: "The key is missing or not known.", 413: "The body is too large."}
        )

        @routes.post(
            "/judgements",
            status_code=201,
            response_model=Kept,
            operation_id="judge",
            summary="Accept or reject a fact 核对",
            dependencies=[Permitted],
            responses=refusals,
        )
        def judge(graph: Graph, request: Request, judged: Judged) -> Judgement:
            held(graph, judged.document)
            kept = Judgement(**judged.model_dump(), when=datetime.now(UTC).isoformat(timespec="seconds"))
            ledger(request).add(kept)
            return kept

    return routes


def ledger(request: Request) -> Ledger:
    """The judgements on the store of the app."""
    return Ledger(beside(request.app.state.settings.store))


def facts(graph: Access, document: str) -> list[Fact]:
    """The owners, deadlines and targets of a document, each span once a kind and name."""
    found: dict[tuple[Any, ...], Fact] = {}
    rows = [("target", row["indicator"], row) for row in graph.run("targets", document=document)]
    for task in plan(graph, document):
        rows += [("owner", row["name"], row) for row in task["owners"] if not row["default"]]
        rows += [("deadline", row["text"], row) for row in task["deadlines"]]
    for kind, name, row in rows:
        span = {"start": row["evidence_start"], "end": row["evidence_end"]}
        known = {"rule": row["rule"], "confidence": confidence(kind, row["rule"]), "verdict": "open"}
        fact = Fact.model_validate({"document": document, "kind": kind, "name": name} | span | known)
        found[kind, fact.start, fact.end, name] = fact
    return list(found.values())
