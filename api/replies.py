"""Replies that are kept: whoever asks the same of an unchanged store gets the same bytes, or hears that it has them."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from prometheus_client import Counter
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.access import Access
from api.journal import NOTES
from api.problems import problem
from corpus.errors import StoreError
from graph.building.identity import digest

PREFIX = "/api/v1/"
_PASSING = ("/jobs/", "/doubtful", "/judgements")  # what changes while the store does not
_MEGABYTE = 1024 * 1024
_LARGEST = 4 * _MEGABYTE


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply as it went out, and the notes on the operation that made it."""

    start: Message
    body: bytes
    notes: dict[str, str]


class Replies:
    """Middleware between compression and callers: tags replies with the state of the store, and keeps them."""

    def __init__(self, app: ASGIApp, megabytes: int, hits: Counter) -> None:
        """Keeps replies up to so many megabytes, those asked for last; with 0 it tags only."""
        self._app = app
        self._most = megabytes * _MEGABYTE
        self._hits = hits
        self._kept: OrderedDict[str, Reply] = OrderedDict()
        self._size = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a reading request from what is kept, with 304 where the caller has it, or by asking the app."""
        if not _lasting(scope):
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        try:
            version = await _version(scope["app"].state.access)
        except StoreError as error:
            # The app would only wait for the same store again before it says the same.
            await problem(Request(scope), 503, str(error))(scope, receive, send)
            return
        sent = [headers.get(name, "") for name in ("accept", "accept-encoding", "x-api-key")]
        tag = digest(version, scope["path"], scope["query_string"].decode("latin-1"), sent)
        if _has(headers.get("if-none-match", ""), tag):
            scope[NOTES]["operation"] = "unchanged"
            await _send(send, Reply(_unchanged(tag), b"", {}))
            return
        if kept := self._kept.get(tag):
            self._kept.move_to_end(tag)
            self._hits.inc()
            scope[NOTES].update(kept.notes)
            await _send(send, kept)
            return
        reply = await self._ask(scope, receive, send, tag)
        if reply and version == scope["app"].state.access.known_version:
            self._keep(tag, reply)

    async def _ask(self, scope: Scope, receive: Receive, send: Send, tag: str) -> Reply | None:
        """Passes the app's reply on with its tag, and returns it where it is worth keeping: whole, good, not huge."""
        start: Message = {}
        body = bytearray()

        async def passed(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                if message["status"] == 200:
                    _tag(message, tag)
                start = {**message, "headers": list(message["headers"])}  # what stands around will add its own
            elif len(body) <= _LARGEST:
                body.extend(message.get("body", b""))
            await send(message)

        await self._app(scope, receive, passed)
        whole = start.get("status") == 200 and len(body) <= min(_LARGEST, self._most)
        return Reply(start, bytes(body), dict(scope[NOTES])) if whole else None

    def _keep(self, tag: str, reply: Reply) -> None:
        """Keeps a reply, and drops those that nobody has asked for the longest."""
        if tag not in self._kept:
            self._kept[tag] = reply
            self._size += len(reply.body)
        while self._size > self._most:
            self._size -= len(self._kept.popitem(last=False)[1].body)


def _lasting(scope: Scope) -> bool:
    """Whether a request reads what changes with the store alone."""
    return (
        scope["type"] == "http"
        and scope["method"] == "GET"
        and scope["path"].startswith(PREFIX)
        and not scope["path"].startswith(tuple(PREFIX[:-1] + path for path in _PASSING))
    )


async def _version(access: Access) -> str:
    """The state of the store; raises StoreError where it does not answer."""
    return access.known_version or await run_in_threadpool(lambda: access.version)


def _has(header: str, tag: str) -> bool:
    """Whether `If-None-Match` names a tag, as `W/"1f0c", "9d8e"` does; `*` says of nothing that the caller has it."""
    return any(each.strip().removeprefix("W/").strip('"') == tag for each in header.split(","))


def _tag(message: Message, tag: str) -> None:
    """Adds what a caller needs to ask again: the tag, and what else the reply hangs on."""
    headers = MutableHeaders(scope=message)
    headers["ETag"] = f'"{tag}"'
    headers.setdefault("Cache-Control", "private, no-cache")
    headers.add_vary_header("Accept")


def _unchanged(tag: str) -> Message:
    """The start of a reply that says: you have it."""
    message: Message = {"type": "http.response.start", "status": 304, "headers": []}
    _tag(message, tag)
    return message


async def _send(send: Send, reply: Reply) -> None:
    """Sends a reply with a list of headers of its own."""
    await send({**reply.start, "headers": list(reply.start["headers"])})
    await send({"type": "http.response.body", "body": reply.body})
