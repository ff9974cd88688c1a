"""Reading on a cluster (Dask): a task for each file, which knows of no other, so that a lost worker costs no more.

Workers read and build rows; they never write. The one program that called writes the batches, so that no two workers
ever want the same bureau at once, and an embedded store serves as well as a server.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.errors import ClusterError, UnreadableFileError
from corpus.intake import documents_of
from corpus.reader import find_files
from graph.outcome import Held, Outcome, Outcomes, outcomes, program

if TYPE_CHECKING:
    from distributed import Client, Future

LOCAL = "local"
# Files that wait for each thread: enough that none is idle, few enough that finished rows do not pile up.
_WAITING = 4
_RETRIES = 2
_SECONDS_TO_CONNECT = 20

Read = list[Outcome | UnreadableFileError]


def outcomes_on(address: str, paths: Iterable[Path], held: Held, workers: int = 1) -> Outcomes:
    """Reads files and folders on the cluster of the scheduler at an address (`tcp://host:8786`), in any order.

    `local` starts a cluster of `workers` processes on this machine. Workers must see the files under the same paths and
    run the same Shanshui. Raises ClusterError where none answers; a file at which workers die is passed over.
    """
    with _connected(address, workers) as client:
        known: Future[Held] = client.submit(dict, held, pure=False)
        waiting = _Waiting()
        room = _WAITING * max(1, sum(client.nthreads().values()))
        for found in find_files(paths):
            if isinstance(found, UnreadableFileError):
                yield found
                continue
            if len(waiting) >= room:
                yield from waiting.next_done()
            task = client.submit(read_file, *found, known, program(), retries=_RETRIES, pure=False)
            waiting.add(task, found[0])
        while waiting:
            yield from waiting.next_done()


class _Waiting:
    """The tasks that were given away and have not come back, each with its file."""

    def __init__(self) -> None:
        from distributed import as_completed

        self._done = as_completed()
        self._paths: dict[Any, Path] = {}

    def __len__(self) -> int:
        return len(self._paths)

    def add(self, task: Future[Read], path: Path) -> None:
        self._done.add(task)
        self._paths[task.key] = path

    def next_done(self) -> Read:
        """What the next task that comes back has read."""
        from distributed import KilledWorker

        task = next(self._done)
        path = self._paths.pop(task.key)
        try:
            done: Read = task.result()
        except KilledWorker:
            return [UnreadableFileError(str(path), "the workers that read it died; it may be too large for them")]
        return done


def read_file(path: Path, source: str, held: Held, version: str) -> Read:
    """The task: what becomes of the documents in one file."""
    if program() != version:
        raise ClusterError("a worker of the cluster runs another Shanshui; install the same everywhere")
    return list(outcomes(documents_of(path, source), held))


@contextmanager
def _connected(address: str, workers: int) -> Iterator[Client]:
    """A client of the cluster, which a local one outlives by nothing."""
    try:
        from distributed import Client, LocalCluster
    except ImportError as error:
        raise ClusterError("reading on a cluster needs Dask: pip install 'shanshui[cluster]'") from error
    with ExitStack() as stack:
        scheduler: str | LocalCluster = address
        if address == LOCAL:
            # No page of Dask's, and any port for what it serves all the same: its own may be taken.
            options = {"dashboard": False, "dashboard_address": "127.0.0.1:0"}
            cluster = LocalCluster(n_workers=workers, threads_per_worker=1, scheduler_kwargs=options)
            scheduler = stack.enter_context(cluster)
        try:
            client = Client(scheduler, timeout=_SECONDS_TO_CONNECT)
        except (OSError, ValueError) as error:
            raise ClusterError(f"{address}: no Dask scheduler answers ({error})") from error
        yield stack.enter_context(client)
