"""Cypher for those who want to ask the graph more than the named queries do: reading only, and only where it is on."""

from __future__ import annotations

from time import perf_counter
from typing import Annotated, Any

from fastapi import APIRouter, Response
from pydantic import BaseModel, Field, StrictBool, StrictFloat, StrictInt

from api.access import Graph
from api.problems import RESPONSES, described
from api.rows import told
from api.tables import JSON, as_json

SECONDS = 5.0
NAME = r"^[A-Za-z_][A-Za-z0-9_]{0,40}$"
EXAMPLE = "MATCH (t:Task)-[o:OWNED_BY]->(d:Department) WHERE o.role = $role RETURN d.name, count(t) AS tasks LIMIT 3"
Text = Annotated[str, Field(max_length=1000)]
Whole = Annotated[StrictInt, Field(ge=-(2**63), lt=2**63)]  # what the engines count with
Value = Text | Whole | StrictFloat | StrictBool | list[Text]  # "12" stays a word


class Statement(BaseModel):
    """A statement in Cypher with its parameters."""

    statement: str = Field(min_length=1, max_length=10_000, examples=[EXAMPLE], description="It may only read.")
    parameters: dict[Annotated[str, Field(pattern=NAME)], Value] = Field(
        default={}, max_length=50, examples=[{"role": "lead"}], description="Values of `$role` and its like."
    )
    limit: int = Field(default=1000, ge=1, le=10_000, examples=[1000], description="The most rows to give.")


class Returned(BaseModel):
    """What a statement returned."""

    columns: list[str] = told("The names of the columns.", ["d.name", "tasks"])
    rows: list[list[Any]] = told("The rows; a node or edge is an object with `_label`.", [["州水务局", 15]])
    more: bool = told("Whether there are more rows than `limit`.", False)
    milliseconds: float = told("The time it took.", 3.2)


def router() -> APIRouter:
    """The route, which the app has only where SHANSHUI_CYPHER is on."""
    routes = APIRouter(
        responses=RESPONSES | described({400: "The body is no JSON.", 413: "The body is too large."}), tags=["graph"]
    )

    @routes.post(
        "/cypher", operation_id="run_cypher", summary="Run a reading statement 只读查询", response_model=Returned
    )
    def run_cypher(graph: Graph, asked: Statement) -> Response:
        began = perf_counter()
        found = graph.store.read(asked.statement, asked.parameters, SECONDS, asked.limit)
        took = round((perf_counter() - began) * 1000, 1)
        shown = {"columns": found.columns, "rows": found.rows, "more": found.more, "milliseconds": took}
        return Response(as_json(shown), media_type=JSON)

    return routes
