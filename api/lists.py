"""Lists: every named query that lists something, with filters, order, pages, a choice of fields, as JSON or a file."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from inspect import Parameter, Signature
from typing import Annotated, Any, Generic, TypeVar

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, Field

from api.access import Access, Graph
from api.cursors import CURSOR, cursor_at, offset_of
from api.listings import EVER, LISTINGS, Listing, parameters
from api.problems import RESPONSES, Responses, described
from api.rows import Listed
from api.tables import CSV, JSON, XLSX, as_csv, as_json, as_xlsx
from graph.naming import unknown_names
from graph.store import Window

Row = dict[str, Any]
T = TypeVar("T", bound=Listed)
_WHOLE = 1_000_000
_ENDINGS = {"csv": CSV, "xlsx": XLSX}
_MADE = {kind: kind for kind in (JSON, *_ENDINGS.values())} | dict.fromkeys(("*/*", "application/*"), JSON)
_QUALITY = re.compile(r";\s*q=([01](?:\.[0-9]{0,3})?)\s*(?:;|$)")


class Page(BaseModel, Generic[T]):
    """One page of a list."""

    total: int = Field(examples=[363], description="How many rows there are in all.")
    next: int | None = Field(None, examples=[100], description="The `offset` of the next page; null on the last.")
    cursor: str | None = Field(
        None,
        examples=["100-9d8e4763aa54fa1e"],
        description="The `cursor` of the next page, which fails with 409 once the store has changed; null on the last.",
    )
    items: list[T] = Field(description="Rows; a fact read from text names its document and the span of its words.")
    notes: list[str] = Field(
        examples=[[]],
        description="Why there are no rows: a sentence for each name in a filter that nothing held goes by.",
    )


def router() -> APIRouter:
    """The routes of all lists: by `Accept` as JSON, CSV or XLSX, and as a file with `.csv` and `.xlsx`."""
    routes = APIRouter(responses=RESPONSES, tags=["lists"])
    files: Responses = {200: {"content": {CSV: {}, XLSX: {}}}}
    kinds = files | described({409: "The cursor is of another list, or the store has changed since."})
    for listing in LISTINGS:
        name = listing.path
        routes.get(
            f"/{name}",
            response_model=Page[listing.row],  # type: ignore[name-defined]
            responses=kinds,
            summary=listing.summary,
            operation_id=f"list_{name}",
        )(paged(listing))
        for ending, kind in _ENDINGS.items():
            routes.get(
                f"/{name}.{ending}",
                response_class=Response,
                responses={200: {"content": {kind: {}}}},
                summary=f"{listing.summary} ({ending.upper()})",
                operation_id=f"{'table' if kind == CSV else 'sheet'}_{name}",
            )(whole(listing, kind))
    return routes


def paged(listing: Listing) -> Callable[..., Response]:
    """The function behind a list; its signature is made from the filters, so that OpenAPI shows each."""

    def answer(
        request: Request, graph: Graph, offset: int, limit: int, cursor: str, fields: str, sort: str, **given: str
    ) -> Response:
        kind = preferred(request.headers.get("accept", ""))
        if kind != JSON:
            return table(graph, listing, kind, fields, sort, given)
        asked = [listing.path, sort, sorted(given.items())]
        version = graph.version
        start = offset_of(cursor, version, asked) if cursor else offset
        found = graph.page(listing.query, Window(start, limit, sort), **parameters(given))
        following = start + limit if start + limit < found.total else None
        page = {
            "total": found.total,
            "next": following,
            "cursor": cursor_at(following, version, asked) if following else None,
            "items": chosen(found.rows, fields),
            "notes": [] if found.total else unknown_names(graph, given),
        }
        return Response(as_json(page), media_type=JSON)  # rows are what their models say, which a test holds them to

    return signed(answer, listing, paging=True)


def whole(listing: Listing, kind: str) -> Callable[..., Response]:
    """The function behind a list as a file."""

    def answer(graph: Graph, fields: str, sort: str, **given: str) -> Response:
        return table(graph, listing, kind, fields, sort, given)

    return signed(answer, listing, paging=False)


def table(graph: Access, listing: Listing, kind: str, fields: str, sort: str, given: dict[str, str]) -> Response:
    """A whole list as a file of a kind."""
    rows = chosen(graph.page(listing.query, Window(0, _WHOLE, sort), **parameters(given)).rows, fields)
    content = as_csv(rows) if kind == CSV else as_xlsx(rows, listing.path)
    ending = next(ending for ending, each in _ENDINGS.items() if each == kind)
    name = f'attachment; filename="{listing.path}.{ending}"'
    return Response(content, media_type=kind, headers={"Content-Disposition": name})


def signed(answer: Callable[..., Response], listing: Listing, *, paging: bool) -> Callable[..., Response]:
    """A function with the parameters of a list: the graph, paging, fields, order and its filters."""
    page = [
        ("offset", Annotated[int, Query(ge=0, le=10**9, description="Rows to pass over.")], 0),
        ("limit", Annotated[int, Query(ge=1, le=1000, description="Rows of one page.")], 100),
        ("cursor", Annotated[str, Query(pattern=CURSOR, description="Where the last page ended.")], ""),
    ]
    fields = Query(pattern=listing.choice, description="Names of fields, separated by commas.")
    sort = Query(pattern=listing.order, description="A field to sort by, with `-` before it from the greatest down.")
    taken = [*(page if paging else []), ("fields", Annotated[str, fields], ""), ("sort", Annotated[str, sort], "")]
    for name in listing.filters:
        query = Query(max_length=200, pattern=listing.pattern(name), description=listing.meaning(name))
        taken.append((name, Annotated[str, query], EVER if name == "until" else ""))
    given = [("request", Request), ("graph", Graph)] if paging else [("graph", Graph)]
    named = [Parameter(name, Parameter.KEYWORD_ONLY, annotation=kind) for name, kind in given]
    named += [
        Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=kind) for name, kind, default in taken
    ]
    answer.__signature__ = Signature(named)  # type: ignore[attr-defined]
    return answer


def preferred(accept: str) -> str:
    """The kind of file that an `Accept` header asks for first; JSON where it names none that is made here."""
    wanted: list[tuple[float, str]] = []
    for part in accept.split(","):
        kind = part.partition(";")[0].strip()
        quality = _QUALITY.search(part)
        if kind in _MADE and (weight := float(quality[1]) if quality else 1.0):
            wanted.append((weight, _MADE[kind]))
    return max(wanted, key=lambda pair: pair[0], default=(1.0, JSON))[1]


def chosen(rows: Sequence[Row], fields: str) -> Sequence[Row]:
    """Rows with the fields that were asked for, or all."""
    names = fields.split(",") if fields else []
    return [{name: row[name] for name in names} for row in rows] if names else rows
