"""Lists: every named query that lists something, with filters, paging, a choice of fields, JSON or CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from inspect import Parameter, Signature
from typing import Annotated, Any, Generic, TypeVar

from fastapi import APIRouter, Query, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field

from api.access import Graph
from api.problems import RESPONSES
from api.rows import (
    Citation,
    Department,
    DocumentRow,
    Domain,
    DueTask,
    Function,
    Indicator,
    Jurisdiction,
    Listed,
    Named,
    Responsibility,
    Target,
    Task,
)
from graph.department import understand
from nlp import place as places
from nlp.scoring import last_day

Row = dict[str, Any]


T = TypeVar("T", bound=Listed)


class Page(BaseModel, Generic[T]):
    """One page of a list."""

    total: int = Field(examples=[363], description="How many rows there are in all.")
    next: int | None = Field(None, examples=[100], description="The `offset` of the next page; null on the last.")
    items: list[T] = Field(description="Rows; a fact read from text names its document and the span of its words.")


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of the API: its path, the named query behind it, its rows, and the filters it takes."""

    path: str
    query: str
    row: type[Listed]
    filters: tuple[str, ...]
    summary: str


FILTERS = {
    "place": "A place in Chinese or English (杭州, Hangzhou): plans that govern it or lie within it.",
    "department": "A department in Chinese or English (水务局, water bureau, 杭州市水务局).",
    "role": "lead, responsible, cooperating or supervising.",
    "document": "The id of a document.",
    "domain": "A field of policy: water, air, soil, waste, noise, ecology, climate …",
    "kind": "The kind: of a document plan, report, notice …; of a task measure or safeguard.",
    "year": "A year, such as 2025.",
    "indicator": "The id or name of an indicator (air.pm25, PM2.5).",
    "status": "target or result.",
    "name": "The name of a water or project.",
    "title": "A part of a title.",
    "until": "A year, month or day by which things are due: 2025, 2025-06, 2025-06-30.",
}
EVER = "2100"
YEAR = r"^([0-9]{4})?$"
PATTERNS = {"year": YEAR, "until": r"^([0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?)?$"}
LISTINGS = (
    Listing("documents", "documents", DocumentRow, ("place", "kind", "year"), "Documents 文件"),
    Listing("tasks", "tasks", Task, ("document", "place", "domain", "kind", "year"), "Tasks 任务"),
    Listing(
        "responsibilities",
        "tasks_by_department",
        Responsibility,
        ("department", "role", "document", "place", "domain", "year"),
        "Who carries which task, one row for each time a body is named 责任",
    ),
    Listing(
        "departments", "departments", Department, ("document", "place"), "Departments with their number of tasks 部门"
    ),
    Listing("functions", "functions", Function, (), "Functions in which bureaus of different places meet 职能"),
    Listing("domains", "domains", Domain, (), "Fields of policy 领域"),
    Listing(
        "targets", "targets", Target, ("indicator", "document", "place", "year", "status"), "Targets and results 指标值"
    ),
    Listing("indicators", "indicators", Indicator, (), "Indicators in which targets of different places meet 指标"),
    Listing(
        "deadlines", "deadlines_up_to", DueTask, ("until", "document", "place", "domain"), "Tasks due by a time 时限"
    ),
    Listing("waters", "water_bodies", Named, ("document", "place"), "Rivers, lakes and other waters 水体"),
    Listing("projects", "projects", Named, ("document", "place"), "Named projects 项目"),
    Listing("jurisdictions", "jurisdictions", Jurisdiction, (), "Places that documents govern 地区"),
    Listing("citations", "cited", Citation, ("title",), "Policies, laws and standards that documents cite 引用"),
)


def router() -> APIRouter:
    """The routes of all lists, each as JSON and, with `.csv`, as a table."""
    routes = APIRouter(responses=RESPONSES)
    for listing in LISTINGS:
        as_json, as_csv = endpoints(listing)
        name = listing.path
        routes.get(
            f"/{name}",
            response_model=Page[listing.row],  # type: ignore[name-defined]
            summary=listing.summary,
            operation_id=f"list_{name}",
        )(as_json)
        routes.get(
            f"/{name}.csv",
            response_class=Response,
            responses={200: {"content": {"text/csv": {}}}},
            summary=f"{listing.summary} (CSV)",
            operation_id=f"table_{name}",
        )(as_csv)
    return routes


def endpoints(listing: Listing) -> tuple[Callable[..., Response], Callable[..., Response]]:
    """The functions behind one list; their signatures are made from its filters, so that OpenAPI shows each."""

    def as_json(graph: Graph, offset: int, limit: int, fields: str, **given: str) -> Response:
        rows = graph.run(listing.query, **parameters(given))
        kept = [chosen(row, fields) for row in rows[offset : offset + limit]]
        following = offset + limit
        page = {"total": len(rows), "next": following if following < len(rows) else None, "items": kept}
        return JSONResponse(page)  # rows come from the store as their models say, which a test holds them to

    def as_csv(graph: Graph, fields: str, **given: str) -> Response:
        rows = [chosen(row, fields) for row in graph.run(listing.query, **parameters(given))]
        name = f'attachment; filename="{listing.path}.csv"'
        return Response(table(rows), media_type="text/csv", headers={"Content-Disposition": name})

    as_json.__signature__ = signature(listing, paged=True)  # type: ignore[attr-defined]
    as_csv.__signature__ = signature(listing, paged=False)  # type: ignore[attr-defined]
    return as_json, as_csv


def signature(listing: Listing, *, paged: bool) -> Signature:
    """The parameters of a list: the graph, paging, fields and its filters."""
    page = [
        ("offset", Annotated[int, Query(ge=0, le=10**9, description="Rows to pass over.")], 0),
        ("limit", Annotated[int, Query(ge=1, le=1000, description="Rows of one page.")], 100),
    ]
    text = {
        name: Annotated[str, Query(max_length=200, pattern=PATTERNS.get(name), description=FILTERS[name])]
        for name in listing.filters
    }
    fields = Annotated[str, Query(max_length=400, description="Names of fields, separated by commas; all by default.")]
    defaults = {"until": EVER}
    listed = [*(page if paged else []), ("fields", fields, "")]
    listed += [(name, kind, defaults.get(name, "")) for name, kind in text.items()]
    graph = Parameter("graph", Parameter.KEYWORD_ONLY, annotation=Graph)
    named = (
        Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=kind) for name, kind, default in listed
    )
    return Signature([graph, *named])


def parameters(given: dict[str, str]) -> dict[str, str]:
    """Filters as the named queries take them: names of places and departments resolved, times as last days."""
    asked = {name: value for name, value in given.items() if value}
    if department := asked.pop("department", ""):
        asked = understand(department).parameters() | asked
    if "place" in asked:
        found = places.find(asked["place"])
        asked["place"] = found.name if found else asked["place"]
    if "until" in given:
        asked["date"] = last_day(asked.pop("until", "") or EVER)
    return asked


def chosen(row: Row, fields: str) -> Row:
    """The fields that were asked for, or all."""
    names = [name.strip() for name in fields.split(",") if name.strip()]
    return {name: row[name] for name in names if name in row} if names else row


def table(rows: Sequence[Row]) -> str:
    """Rows as CSV with a byte-order mark, without which spreadsheet programs take Chinese for something else."""
    text = io.StringIO()
    if rows:
        writer = csv.DictWriter(text, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return "\ufeff" + text.getvalue()
