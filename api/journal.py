"""The journal of the server: an id for every request, a line of JSON for each, and what Prometheus counts."""

from __future__ import annotations

import json
import logging
import re
import sys
from secrets import token_hex
from time import perf_counter
from typing import Any

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

ID = "X-Request-Id"
NOTES = "shanshui.notes"  # what stands further in tells the journal of a request, in its scope
_GIVEN = re.compile(r"[A-Za-z0-9._-]{1,64}")
_BOUNDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
access_log = logging.getLogger("shanshui.access")


class Counts:
    """What is counted, in a registry of its own, so that two apps in one process do not mix."""

    def __init__(self) -> None:
        """Everything stands at nought."""
        self.registry = CollectorRegistry()
        of = ("operation", "status")
        self.requests = Counter("shanshui_requests", "Requests answered.", of, registry=self.registry)
        self.seconds = Histogram(
            "shanshui_request_seconds", "Time to answer.", of[:1], buckets=_BOUNDS, registry=self.registry
        )
        self.under_way = Gauge("shanshui_requests_under_way", "Requests being answered.", registry=self.registry)
        self.kept = Counter("shanshui_replies_kept", "Requests answered from kept replies.", registry=self.registry)


class Journal:
    """Middleware that gives each request an id, counts it and writes it down."""

    def __init__(self, app: ASGIApp, counts: Counts, log: bool) -> None:
        """`log` says whether lines are written; counting goes on without."""
        self._app = app
        self._counts = counts
        self._log = log

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request, and writes it down once it is over."""
        if scope["type"] != "http":
            return await self._app(scope, receive, send)
        given = Headers(scope=scope).get(ID, "")
        id = given if _GIVEN.fullmatch(given) else token_hex(8)
        scope[NOTES] = {}
        began, status, size = perf_counter(), 500, 0

        async def passed(message: Message) -> None:
            nonlocal status, size
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[ID] = id
            size += len(message.get("body", b""))
            await send(message)

        self._counts.under_way.inc()
        try:
            return await self._app(scope, receive, passed)
        finally:
            self._counts.under_way.dec()
            self._note(scope, id, status, size, perf_counter() - began)

    def _note(self, scope: Scope, id: str, status: int, size: int, seconds: float) -> None:
        """Counts a request under its operation, since addresses hold ids without end, and writes its line."""
        operation = scope[NOTES].get("operation", "none")
        self._counts.requests.labels(operation, status).inc()
        self._counts.seconds.labels(operation).observe(seconds)
        if self._log:
            client = scope.get("client")
            line = {
                "id": id,
                "operation": operation,
                "method": scope["method"],
                "path": scope["path"],
                "query": scope["query_string"].decode("latin-1"),
                "status": status,
                "bytes": size,
                "milliseconds": round(seconds * 1000, 1),
                "address": client[0] if client else None,
            }
            access_log.info("%s", operation, extra={"line": line})


async def note_operation(request: Request) -> None:
    """Tells the journal which operation answers a request, by the id that the description of the API gives it."""
    request.scope[NOTES]["operation"] = getattr(request.scope.get("route"), "operation_id", None) or "none"


class Lines(logging.Formatter):
    """Log records as one line of JSON each: time, level, logger, and the fields of the request or the message."""

    def format(self, record: logging.LogRecord) -> str:
        """The line of a record, with the trace of its exception where there is one."""
        line: dict[str, Any] = {"time": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"), "level": record.levelname}
        line |= {"log": record.name} | getattr(record, "line", {"message": record.getMessage()})
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def write_lines() -> None:
    """Sends what the server logs to standard error, as lines of JSON."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Lines())
    log = logging.getLogger("shanshui")
    log.handlers, log.propagate = [handler], False
    log.setLevel(logging.INFO)
