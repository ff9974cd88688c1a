"""One document: what it is, its text with everything found in it, and what it is linked to."""

from __future__ import annotations

import json
from typing import Annotated, Any

from fastapi import APIRouter, Query
from fastapi import Path as InPath
from pydantic import BaseModel

from api.access import Access, Graph
from api.document_rows import InwardCitation, Issue, Likeness, OutwardCitation, PlannedTask, Section
from api.problems import RESPONSES, NotHereError
from api.rows import DOCUMENT, HeldDocument, told
from graph.belongings import belongings
from graph.store import Window

Row = dict[str, Any]
WHOLE = Window(0, 10**6)
Id = Annotated[str, InPath(max_length=300, description="The id of a document.", examples=[DOCUMENT])]


class Span(BaseModel):
    """Words of a document that state something."""

    start: int = told("Where they begin in the text, in characters.", 6480)
    end: int = told("Where they end.", 6484)
    kind: str = told("owner, deadline, target, water, project or citation.", "owner")
    name: str = told("The entry that the words stand for.", "黔东南苗族侗族自治州水务局")


class Reworded(BaseModel):
    """A line that repair changed, and how it came in; changes of width and white space do not count."""

    start: int = told("Where it begins in the text, in characters.", 0)
    end: int = told("Where it ends.", 14)
    original: str = told("How it came in.", "生態(tài)環(huán)境保護(hù)宣傳工作方案")


class Reading(BaseModel):
    """A document to be read: the whole repaired text, its sections, and the spans of all facts in it."""

    text: str = told("The repaired text; all offsets count its characters.", "一、总体要求…")
    sections: list[Section] = told("Its outline.")
    spans: list[Span] = told("The words of all facts, in reading order.")
    issues: list[Issue] = told("What is doubtful or damaged.")
    rewordings: list[Reworded] = told("The lines that repair changed.")


class Links(BaseModel):
    """The documents that a document is linked to."""

    cites: list[OutwardCitation] = told("What it cites.")
    cited_by: list[InwardCitation] = told("The held documents that cite it.")
    resembling: list[Likeness] = told("Held documents whose text is nearly the same.")


def router() -> APIRouter:
    """The routes below one document."""
    routes = APIRouter(prefix="/documents/{document}", responses=RESPONSES, tags=["document"])

    @routes.get("", operation_id="get_document", summary="One document 一份文件")
    def get_document(graph: Graph, document: Id) -> HeldDocument:
        return HeldDocument.model_validate(held(graph, document))

    @routes.get("/text", operation_id="read_document", summary="Text with all facts marked 全文与标注")
    def read_document(graph: Graph, document: Id) -> Reading:
        whole = first(graph.run("text", documents=[document]), document)
        changed = json.loads(whole["rewordings"] or "[]")
        rewordings = [{"start": start, "end": end, "original": came} for start, end, came in changed]
        sections = graph.run("sections", document=document)
        issues = graph.run("issues", document=document)
        marked = spans(graph, document)
        found = {"sections": sections, "spans": marked, "issues": issues, "rewordings": rewordings}
        return Reading.model_validate({"text": whole["text"], **found})

    @routes.get("/plan", operation_id="get_plan", summary="Tasks with owners, targets and deadlines 任务一览")
    def get_plan(
        graph: Graph,
        document: Id,
        offset: Annotated[int, Query(ge=0, le=10**9, description="Tasks to pass over.")] = 0,
        limit: Annotated[int, Query(ge=1, le=10**6, description="Tasks at most.")] = 10**6,
    ) -> list[PlannedTask]:
        held(graph, document)
        return [PlannedTask.model_validate(task) for task in plan(graph, document, Window(offset, limit))]

    @routes.get("/links", operation_id="get_links", summary="Cites, cited by, nearly the same 引用与相似文件")
    def get_links(graph: Graph, document: Id) -> Links:
        held(graph, document)
        queries = {"cites": "citations_out", "cited_by": "citations_in", "resembling": "resembling"}
        return Links.model_validate({name: graph.run(query, document=document) for name, query in queries.items()})

    return routes


def held(graph: Access, document: str) -> Row:
    """The row of a held document; raises NotHereError where there is none."""
    return first(graph.run("document", document=document), document)


def first(rows: list[Row], document: str) -> Row:
    """The first of the rows found of a document; raises NotHereError where there is none, or it is not held."""
    if not rows or not rows[0].get("held", True):
        raise NotHereError(f"there is no document {document}")
    return rows[0]


def plan(graph: Access, document: str, window: Window = WHOLE) -> list[Row]:
    """The tasks of a document in a window, each with its owners, targets, deadlines, waters and projects."""
    tasks = graph.page("tasks", window, document=document).rows
    parts = {
        "owners": belongings(graph.store, "owners_of_task", tasks),
        "targets": belongings(graph.store, "targets_of_task", tasks),
        "deadlines": belongings(graph.store, "deadlines_of_task", tasks),
        "things": belongings(graph.store, "things_of_task", tasks),
    }
    return [task | {name: rows[task["task"]] for name, rows in parts.items()} for task in tasks]


def spans(graph: Access, document: str) -> list[Span]:
    """All spans of facts in a document, in reading order; a span that two facts share stands once a kind."""
    found: set[tuple[int, int, str, str]] = set()
    for task in plan(graph, document):
        for kind, rows, name in (
            ("owner", task["owners"], "canonical"),
            ("deadline", task["deadlines"], "text"),
        ):
            found |= {(r["evidence_start"], r["evidence_end"], kind, r[name]) for r in rows}
    for row in graph.run("targets", document=document):
        found.add((row["evidence_start"], row["evidence_end"], "target", row["canonical"]))
    for row in graph.run("mentions", document=document):
        kind = "water" if row["kind"] == "WaterBody" else "project"
        found.add((row["evidence_start"], row["evidence_end"], kind, row["canonical"]))
    for row in graph.run("citations_out", document=document):
        found.add((row["evidence_start"], row["evidence_end"], "citation", row["title"] or row["number"]))
    return [Span(start=start, end=end, kind=kind, name=name) for start, end, kind, name in sorted(found)]
