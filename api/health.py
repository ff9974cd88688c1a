"""How the server is: alive, ready with the state of its store, and counted for Prometheus."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter, Request, Response
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from pydantic import BaseModel

from api.access import Graph
from api.problems import RESPONSES
from api.rows import told


class Live(BaseModel):
    """The process runs."""

    status: Literal["live"] = told("That it does.", "live")


class Ready(BaseModel):
    """The store answers."""

    status: Literal["ready"] = told("That it does.", "ready")
    engine: Literal["embedded", "neo4j"] = told("What keeps the graph.", "embedded")
    writable: bool = told("Whether documents can be sent in.", False)
    version: str = told("The state of the store, another after every change.", "9d8e4763aa54fa1e")
    documents: int = told("How many documents it holds.", 21)
    nodes: dict[str, int] = told("How many nodes of each label it holds.", {"Document": 64, "Task": 366})


def router() -> APIRouter:
    """The routes for those who watch the server; they stand outside /api/v1 and need no key."""
    routes = APIRouter(tags=["health"])

    @routes.get("/live", operation_id="live", summary="The process runs 存活")
    async def live() -> Live:
        return Live(status="live")

    @routes.get("/ready", operation_id="ready", summary="The store answers 就绪", responses=RESPONSES)
    def ready(request: Request, graph: Graph) -> Ready:
        request.app.state.warming.join()  # whoever asks right after this waits for nothing that is learnt once
        return Ready(
            status="ready",
            engine="neo4j" if "://" in graph.store.uri else "embedded",
            writable=bool(request.app.state.settings.keys),
            version=graph.version,
            documents=len(graph.run("documents")),
            nodes={row["label"]: row["nodes"] for row in graph.run("stats")},
        )

    @routes.get(
        "/metrics",
        operation_id="metrics",
        summary="Counts for Prometheus 指标",
        response_class=Response,
        responses={200: {"content": {"text/plain": {}}}},
    )
    async def metrics(request: Request) -> Response:
        return Response(generate_latest(request.app.state.counts.registry), media_type=CONTENT_TYPE_LATEST)

    return routes
