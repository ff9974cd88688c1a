"""Limits: how fast one caller may ask, how long an answer may take, and what browsers may do with it."""

from __future__ import annotations

import asyncio
import math
from collections import OrderedDict
from collections.abc import Callable
from time import monotonic

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.keys import digest, known
from api.problems import problem

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
}
PAGE = "/docs"  # the reference to read and try in a browser, whose scripts and styles stand under ASSETS
ASSETS = "/docs-assets"
POLICY = "default-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'"  # of that page
CHANGING = "/api/v1/documents"
UNLIMITED = ("/live", "/ready", "/metrics")
_MOST_CALLERS = 10_000


class Rate:
    """How fast each caller asks: so many requests a second, with a burst before that holds.

    Of each caller only the time is kept at which all its requests so far would be over at that speed.
    """

    def __init__(self, rate: float, burst: float, now: Callable[[], float] = monotonic) -> None:
        """`rate` in requests a second."""
        self._gap = 1 / rate
        self._burst = max(burst, 1) * self._gap
        self._now = now
        self._over: OrderedDict[str, float] = OrderedDict()

    def wait(self, caller: str) -> float:
        """The seconds that a caller has to wait; 0.0 where the request may pass, which is then counted."""
        now = self._now()
        over = max(self._over.pop(caller, now), now)
        late = over + self._gap - now - self._burst
        if late <= 1e-9:
            over += self._gap
        self._over[caller] = over
        if len(self._over) > _MOST_CALLERS:
            self._over.popitem(last=False)
        return max(late, 0.0) if late > 1e-9 else 0.0


class RateLimit:
    """Middleware that turns away who asks too fast, by key where a known one is sent and by address otherwise."""

    def __init__(self, app: ASGIApp, rate: Rate, keys: tuple[str, ...]) -> None:
        """A key that is not known counts for nothing: nobody gets a new limit by making keys up."""
        self._app = app
        self._rate = rate
        self._keys = keys

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on, or answers 429 with the seconds to wait."""
        if scope["type"] == "http" and scope["path"] not in UNLIMITED and (seconds := self._rate.wait(self._by(scope))):
            response = problem(Request(scope), 429, f"too many requests; wait {math.ceil(seconds)} s")
            response.headers["Retry-After"] = str(math.ceil(seconds))
            return await response(scope, receive, send)
        return await self._app(scope, receive, send)

    def _by(self, scope: Scope) -> str:
        """Who asks: the digest of a known key, or the address."""
        key = Headers(scope=scope).get("x-api-key")
        if key and known(key, self._keys):
            return digest(key)
        return scope["client"][0] if scope.get("client") else "nowhere"


class Patience:
    """Middleware that answers 503 where reading takes too long; its thread ends by the limits of the store."""

    def __init__(self, app: ASGIApp, seconds: float) -> None:
        """Only the beginning of an answer is waited for: events may flow for as long as a job takes."""
        self._app = app
        self._seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request, in time or with a problem; what changes the store is waited for."""
        if scope["type"] != "http" or (scope["method"] != "GET" and scope["path"].startswith(CHANGING)):
            return await self._app(scope, receive, send)
        begun, given_up = asyncio.Event(), False

        async def passed(message: Message) -> None:
            if not given_up:
                begun.set()
                await send(message)

        work = asyncio.ensure_future(self._app(scope, receive, passed))
        start = asyncio.ensure_future(begun.wait())
        try:
            await asyncio.wait({work, start}, timeout=self._seconds, return_when=asyncio.FIRST_COMPLETED)
            if begun.is_set() or work.done():
                return await work
            given_up = True
            work.cancel()
            detail = f"this took longer than {self._seconds:g} s; restrict it to a place, a document or a department"
            return await problem(Request(scope), 503, detail)(scope, receive, send)
        finally:
            start.cancel()


class Bounds:
    """Middleware that answers 413 where a request announces more than is taken in one; files have their own limit."""

    def __init__(self, app: ASGIApp, largest: int) -> None:
        """`largest` in bytes."""
        self._app = app
        self._largest = largest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on, or answers that it is too large."""
        if scope["type"] == "http" and not scope["path"].startswith(CHANGING):
            announced = Headers(scope=scope).get("content-length", "0")
            if announced.isdecimal() and int(announced[:12]) > self._largest:
                detail = f"the body is larger than {self._largest // 1024} kB"
                return await problem(Request(scope), 413, detail)(scope, receive, send)
        return await self._app(scope, receive, send)


class CarefulHeaders:
    """Middleware that adds the headers that keep browsers careful; one page has scripts, and loads them from here."""

    def __init__(self, app: ASGIApp) -> None:
        """Wraps the app."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request with the headers that its answer has not got."""

        async def passed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if scope["path"] == PAGE:
                    headers.setdefault("Content-Security-Policy", POLICY)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, passed if scope["type"] == "http" else send)
