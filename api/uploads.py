"""Writing over HTTP: files are sent in and read as jobs, documents are removed. Only with a key."""

from __future__ import annotations

import asyncio
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from fastapi import Path as InPath
from fastapi.responses import StreamingResponse

from api.access import Graph
from api.documents import Id
from api.jobs import Job, Jobs, Queue, events
from api.keys import Permitted
from api.problems import RESPONSES, NotHereError, RefusalError, described
from corpus.reader import FORMATS, MAX_BYTES

ENDINGS = "|".join("".join(f"[{c.upper()}{c}]" for c in ending[1:]) for ending in FORMATS)
# A name without folders and control characters, neither hidden nor a lock file, of a format that is read.
# Nor marks that turn the direction of writing, which show another name than is meant.
_BARRED = r"/\\\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069"
NAME = rf"^[^{_BARRED}.~][^{_BARRED}]{{0,60}}\.({ENDINGS})$"
NAMED = f"The name of a file: 61 characters at most, and an ending of {', '.join(FORMATS)}."
BINARY = {"schema": {"type": "string", "format": "binary", "minLength": 1}}
FILE = {"requestBody": {"required": True, "content": {"application/octet-stream": BINARY}}}


JobId = Annotated[str, InPath(max_length=64, description="The id of a job.", examples=["1f0c5b2ad3e84790"])]


class TooLargeError(RefusalError):
    """A file is larger than the reader takes."""

    status = 413


class TooSlowError(RefusalError):
    """A file that stops coming."""

    status = 408


class EmptyFileError(RefusalError):
    """A file without any content."""

    status = 422


def router() -> APIRouter:
    """The routes that write; the app has them only where keys are configured."""
    refusals = RESPONSES | described(
        {
            401: "The key is missing or not known.",
            408: "The file stops coming.",
            413: "The file is too large.",
            429: "Too many wait.",
        }
    )
    routes = APIRouter(responses=refusals, dependencies=[Permitted], tags=["writing"])

    @routes.post(
        "/documents",
        status_code=202,
        operation_id="send_document",
        summary="Send a file in to be read 上传文件",
        openapi_extra=FILE,
    )
    async def send_document(
        request: Request,
        queue: Queue,
        name: Annotated[str, Query(pattern=NAME, examples=["plan.pdf"], description=NAMED)],
    ) -> Job:
        return queue.submit(name, await body(request, request.app.state.settings.seconds))

    @routes.get("/jobs/{job}", operation_id="get_job", summary="How far the reading of a file is 任务进度")
    def get_job(queue: Queue, job: JobId) -> Job:
        return found(queue, job)

    @routes.get(
        "/jobs/{job}/events",
        operation_id="follow_job",
        summary="The same as it happens, as server-sent events 任务进度推送",
        response_class=Response,
        responses={200: {"content": {"text/event-stream": {}}}},
    )
    async def follow_job(queue: Queue, job: JobId) -> Response:
        return StreamingResponse(
            events(found(queue, job)), media_type="text/event-stream", headers={"Cache-Control": "no-store"}
        )

    @routes.delete(
        "/documents/{document}", status_code=204, operation_id="remove_document", summary="Remove a document 删除文件"
    )
    def remove_document(graph: Graph, document: Id) -> None:
        if not graph.store.remove(document):
            raise NotHereError(f"there is no document {document}")

    return routes


def found(queue: Jobs, id: str) -> Job:
    """The job of an id; raises NotHereError where there is none."""
    job = queue.find(id)
    if job is None:
        raise NotHereError(f"there is no job {id}")
    return job


async def body(request: Request, seconds: float) -> bytes:
    """The file that a request carries.

    Raises EmptyFileError, TooSlowError where nothing more comes for some seconds (0 waits for ever), and TooLargeError
    as soon as it is larger than is read.
    """
    content = bytearray()
    stream = request.stream()
    while True:
        try:
            chunk = await asyncio.wait_for(anext(stream, None), seconds or None)
        except TimeoutError as error:
            raise TooSlowError(f"nothing more of the file came for {seconds:g} s") from error
        if chunk is None:
            break
        content += chunk
        if len(content) > MAX_BYTES:
            raise TooLargeError(f"the file is larger than {MAX_BYTES // 1024**2} MB")
    if not content:
        raise EmptyFileError("the file is empty")
    return bytes(content)
