"""The application: routes, failures, headers, and the life of the store."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from threading import Thread
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.middleware.cors import CORSMiddleware
from fastapi.middleware.gzip import GZipMiddleware

from api import answers, documents, lists, problems, uploads
from api.access import Access, Graph
from api.jobs import Jobs
from api.settings import Settings, settings
from graph.store import open_store

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
}
PAGES = ("/docs", "/redoc")


def create_app(chosen: Settings | None = None) -> FastAPI:
    """The API over one store, which is opened at start and closed at the end; what writes is there only with keys.

    Raises StoreError at start where the store cannot be opened.
    """
    wanted = chosen or settings()

    @asynccontextmanager
    async def life(app: FastAPI) -> AsyncIterator[None]:
        kept = app.state.access = Access(open_store(wanted.store, read_only=not wanted.keys))
        app.state.jobs = Jobs(kept)
        warming = Thread(target=kept.warm, name="warm")
        warming.start()
        yield
        warming.join()
        app.state.jobs.close()
        kept.close()

    app = FastAPI(title="Shanshui 山水", version="1", lifespan=life, description="Plans as a graph that answers.")
    app.add_middleware(GZipMiddleware, minimum_size=1000)
    app.add_middleware(CORSMiddleware, allow_origins=list(wanted.origins), allow_methods=["GET"])
    app.middleware("http")(with_headers)
    problems.handle(app)
    app.state.settings = wanted
    for routes in (lists.router(), documents.router(), answers.router(), *([uploads.router()] if wanted.keys else [])):
        app.include_router(routes, prefix="/api/v1")
    app.get("/live", operation_id="live", summary="The process runs 存活")(live)
    app.get("/ready", operation_id="ready", summary="The store answers 就绪", responses=problems.RESPONSES)(ready)
    return app


async def with_headers(request: Request, call: Callable[[Request], Awaitable[Response]]) -> Response:
    """Adds the headers that keep browsers careful; the pages of the documentation load scripts and go without CSP."""
    response = await call(request)
    for name, value in HEADERS.items():
        if not (request.url.path in PAGES and name == "Content-Security-Policy"):
            response.headers.setdefault(name, value)
    return response


def live() -> dict[str, str]:
    """The process runs."""
    return {"status": "live"}


def ready(graph: Graph) -> dict[str, Any]:
    """The store answers, with the number of nodes of each label; 503 where it does not."""
    return {"status": "ready", "nodes": {row["label"]: row["nodes"] for row in graph.run("stats")}}
