"""Jobs: files that were sent in are read one after the other, while the API answers on."""

from __future__ import annotations

import logging
from asyncio import sleep
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Annotated, Any, Literal, cast

from fastapi import Depends, Request
from pydantic import BaseModel, Field

from api.access import Access
from api.problems import RefusalError
from api.rows import told
from corpus.errors import ShanshuiError
from graph.building.identity import digest
from graph.ingest import ingest

log = logging.getLogger("shanshui.api")
_WAITING = 100
_KEPT = 1000
_LOOK_SECONDS = 0.1
_KEEP_ALIVE_SECONDS = 15.0


class BusyError(RefusalError):
    """More files wait than the server takes."""

    status = 429


class Job(BaseModel):
    """The reading of one file."""

    id: str = told("Its id, made from the name and the content of the file: sending it twice makes one job.", "1f0c…")
    source: str = told("The name of the file.", "plan.pdf")
    state: Literal["waiting", "reading", "done", "failed"] = told("How far it is.", "done")
    documents: int = Field(default=0, description="How many documents of it have been read so far.", examples=[1])
    report: dict[str, Any] | None = Field(
        default=None, description="What was read, once it is done.", examples=[{"documents": 1, "tasks": 15}]
    )
    reason: str | None = Field(default=None, description="Why it failed.", examples=["plan.pdf: the file is empty"])
    submitted: datetime = told("When it was sent in.", "2025-03-01T08:00:00Z")
    finished: datetime | None = Field(default=None, description="When it was over.", examples=["2025-03-01T08:00:02Z"])


class Jobs:
    """The jobs of a server: one thread reads, and the last thousand jobs are remembered."""

    def __init__(self, graph: Access) -> None:
        """`graph` must be open for writing."""
        self._graph = graph
        self._jobs: dict[str, Job] = {}
        self._reader = ThreadPoolExecutor(1, "reader")

    def find(self, id: str) -> Job | None:
        """The job of an id; None where there is none, or it was forgotten."""
        return self._jobs.get(id)

    def submit(self, name: str, content: bytes) -> Job:
        """Starts the reading of a file; the job that is there where the same file waits or is being read.

        Raises BusyError where a hundred wait already.
        """
        id = digest(name, content.hex())
        there = self._jobs.get(id)
        if there and there.state in ("waiting", "reading"):
            return there
        self._make_room()
        folder = Path(mkdtemp(prefix="shanshui-"))
        (folder / name).write_bytes(content)
        job = Job(id=id, source=name, state="waiting", submitted=datetime.now(UTC))
        self._jobs.pop(id, None)
        self._jobs[id] = job
        self._reader.submit(self._read, job, folder)
        return job

    def close(self) -> None:
        """Lets the file that is being read be finished, and drops those that wait."""
        self._reader.shutdown(cancel_futures=True)

    def _make_room(self) -> None:
        """Forgets the oldest job that is over where there are too many; refuses one more where too many wait."""
        over = [id for id, job in self._jobs.items() if job.finished]
        if len(self._jobs) - len(over) >= _WAITING:
            raise BusyError(f"{_WAITING} files wait to be read; try again later")
        if len(self._jobs) >= _KEPT:
            del self._jobs[over[0]]

    def _read(self, job: Job, folder: Path) -> None:
        """Reads the file of a job into the store, and notes how that went."""
        job.state = "reading"
        try:
            report = ingest([folder / job.source], self._graph.store, progress=lambda source: _advance(job))
            self._graph.warm()
            job.report = asdict(report)
            if report.skipped:
                job.reason = f"{job.source}: {report.skipped[0]['reason']}"
        except ShanshuiError as error:
            job.reason = str(error)
        except Exception as error:  # a job must end, whatever its file does to a library
            log.exception("unforeseen failure in reading %s", job.source, exc_info=error)
            job.reason = "something failed that should not; the log of the server says what"
        finally:
            rmtree(folder, ignore_errors=True)
            job.state = "failed" if job.reason else "done"
            job.finished = datetime.now(UTC)


async def events(job: Job) -> AsyncIterator[str]:
    """Server-sent events of a job: one named after its state whenever something changes, the last when it is over."""
    told_last, quiet = "", 0.0
    while True:
        shown = job.model_dump_json()
        if shown != told_last:
            yield f"event: {job.state}\ndata: {shown}\n\n"
            told_last, quiet = shown, 0.0
        elif quiet >= _KEEP_ALIVE_SECONDS:
            yield ": still here\n\n"
            quiet = 0.0
        if '"finished":null' not in shown:
            return
        await sleep(_LOOK_SECONDS)
        quiet += _LOOK_SECONDS


def _advance(job: Job) -> None:
    job.documents += 1


def jobs(request: Request) -> Jobs:
    """The jobs of the app."""
    return cast(Jobs, request.app.state.jobs)


Queue = Annotated[Jobs, Depends(jobs)]
