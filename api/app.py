"""The application: routes, failures, what stands around every request, and the life of the store."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import Thread

from fastapi import Depends, FastAPI
from fastapi.middleware.cors import CORSMiddleware
from fastapi.middleware.gzip import GZipMiddleware
from fastapi_offline import FastAPIOffline

from api import answers, cypher, documents, health, judgements, lists, nodes, problems, uploads
from api.access import Access
from api.jobs import Jobs
from api.journal import Counts, Journal, note_operation
from api.keys import Permitted
from api.limits import ASSETS, Bounds, CarefulHeaders, Patience, Rate, RateLimit
from api.parameters import Understood
from api.replies import Replies
from api.settings import Settings, settings
from graph.store import Store
from graph.stores.opening import open_store

_LARGEST_BODY = 1024 * 1024  # of what is no file; a statement with its parameters is far smaller


def create_app(chosen: Settings | None = None, opened: Store | None = None) -> FastAPI:
    """The API over one store, which is closed at the end; what writes is there only with keys.

    The store is `opened` already, or opened at start, which raises StoreError where that cannot be.
    """
    wanted = chosen or settings()
    counts = Counts()

    @asynccontextmanager
    async def life(app: FastAPI) -> AsyncIterator[None]:
        kept = app.state.access = Access(opened or open_store(wanted.store, read_only=not wanted.keys))
        app.state.jobs = Jobs(kept)
        warming = app.state.warming = Thread(target=kept.warm, name="warm")
        warming.start()
        yield
        warming.join()
        app.state.jobs.close()
        kept.close()

    app = FastAPIOffline(
        redoc_url=None,
        static_url=ASSETS,
        title="Shanshui 山水",
        version="1",
        description="Plans as a graph that answers.",
        lifespan=life,
        dependencies=[Depends(note_operation)],
    )
    app.state.settings = wanted
    app.state.counts = counts
    surround(app, wanted, counts)
    problems.handle(app)
    reading = [Permitted, Understood] if wanted.closed else [Understood]
    reviews = judgements.router(writing=bool(wanted.keys))
    for routes in (lists.router(), documents.router(), answers.router(), nodes.router(), reviews):
        app.include_router(routes, prefix="/api/v1", dependencies=reading, max_body_size=_LARGEST_BODY)
    if wanted.keys:
        app.include_router(uploads.router(), prefix="/api/v1", dependencies=[Understood])
    if wanted.cypher:
        app.include_router(cypher.router(), prefix="/api/v1", dependencies=reading, max_body_size=_LARGEST_BODY)
    app.include_router(health.router())
    return app


def surround(app: FastAPI, wanted: Settings, counts: Counts) -> None:
    """Puts around the routes what every request passes; the last that is added is passed first."""
    app.add_middleware(Bounds, largest=_LARGEST_BODY)
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=5)
    app.add_middleware(Replies, megabytes=wanted.replies, hits=counts.kept)
    if wanted.seconds:
        app.add_middleware(Patience, seconds=wanted.seconds)
    app.add_middleware(CORSMiddleware, allow_origins=list(wanted.origins), allow_methods=["GET"])
    if wanted.rate:
        app.add_middleware(RateLimit, rate=Rate(wanted.rate, wanted.burst), keys=wanted.keys)
    app.add_middleware(CarefulHeaders)
    app.add_middleware(Journal, counts=counts, log=wanted.log)
