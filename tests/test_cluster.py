"""Ingest on a cluster: a real one of two workers on this machine, one of which is killed; the graph is the same."""

from __future__ import annotations

import os
import signal
import socket
import warnings
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from pathlib import Path

import dask
import pytest
from distributed import Client, LocalCluster
from neo4j_server import Server
from ports import free_port
from store_suite import contents
from test_ingest import PLAN
from typer.testing import CliRunner
from waiting import PATIENCE, until

from cli import app
from corpus.errors import ClusterError
from graph.cluster import outcomes_on, read_file
from graph.exchange.checksum import Checksum
from graph.exchange.transfer import held
from graph.ingest import Report, ingest, keep
from graph.store import Store
from graph.stores.opening import open_store

RIVERS = ("曹娥江", "清水江", "舞阳河", "剡溪")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sixteen plans of two places, some alike, and a file that cannot be read."""
    folder = tmp_path_factory.mktemp("plans")
    for number in range(16):
        plan = PLAN.replace("曹娥江", RIVERS[number % 4]).replace("20公里", f"{number}公里")
        (folder / f"{number}.txt").write_text(plan.replace("嵊州", "凯里") if number % 3 else plan, "utf-8")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 cut")
    return folder


@pytest.fixture(scope="module")
def plain(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(str(tmp_path_factory.mktemp("plain"))) as store:
        ingest([folder], store)
        yield store


@pytest.fixture(scope="module", autouse=True)
def patience() -> Iterator[None]:
    """Dask and we wait longer for others than where nobody needs a machine that is busy."""
    with pytest.MonkeyPatch.context() as patch, dask.config.set({"distributed.comm.timeouts.tcp": PATIENCE}):
        patch.setattr("graph.cluster._SECONDS_TO_CONNECT", PATIENCE)
        yield


@pytest.fixture(scope="module")
def cluster(patience: None) -> Iterator[LocalCluster]:
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as started:
        yield started


def same(one: Store, other: Store) -> bool:
    return Checksum(held(one)).value == Checksum(held(other)).value and contents(one) == contents(other)


def counted(report: Report) -> tuple[int, int, int, int]:
    return report.documents, report.unchanged, len(report.skipped), report.tasks


def test_graph_is_that_of_a_plain_ingest_though_a_worker_is_killed(
    cluster: LocalCluster, plain: Store, folder: Path, tmp_path: Path
) -> None:
    with Client(cluster) as client:
        victim = next(iter(client.run(os.getpid).values()))
    done: list[str] = []

    def advance(source: str) -> None:
        done.append(source)
        if len(done) == 5:
            os.kill(victim, signal.SIGKILL)

    with open_store(str(tmp_path)) as store:
        outcomes = outcomes_on(cluster.scheduler_address, [folder], store.fingerprints())
        report = keep(outcomes, store, advance)
        assert counted(report)[:3] == (16, 0, 1)
        assert len(done) == 16
        assert same(store, plain)
        assert store.check() == []
    with Client(cluster) as client:
        until(lambda: victim not in client.run(os.getpid, on_error="ignore").values(), "the end of the worker")


def test_again_leaves_everything_alone(cluster: LocalCluster, plain: Store, folder: Path) -> None:
    before = contents(plain)
    report = keep(outcomes_on(cluster.scheduler_address, [folder], plain.fingerprints()), plain)
    assert counted(report) == (0, 16, 1, 0)
    assert contents(plain) == before


def test_command_starts_a_cluster_of_its_own(plain: Store, folder: Path, tmp_path: Path) -> None:
    command = ["ingest", str(folder), "--store", str(tmp_path), "--cluster", "local", "--workers", "2"]
    with ExitStack() as taken, warnings.catch_warnings():
        warnings.filterwarnings("error", message="Port 8787")  # of Dask's own page, for which nobody asked
        with suppress(OSError):
            taken.enter_context(socket.create_server(("127.0.0.1", 8787)))
        assert CliRunner().invoke(app, command).exit_code == 1  # the broken file
    with open_store(str(tmp_path)) as store:
        assert same(store, plain)


def test_address_where_no_scheduler_answers_is_one_clear_line(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.cluster._SECONDS_TO_CONNECT", 1)
    with pytest.raises(ClusterError, match="no Dask scheduler answers") as caught:
        list(outcomes_on(f"tcp://127.0.0.1:{free_port()}", [folder], {}))
    assert "\n" not in str(caught.value)


def test_worker_with_another_program_refuses(folder: Path) -> None:
    with pytest.raises(ClusterError, match="another Shanshui"):
        read_file(folder / "0.txt", "0.txt", {}, "another")


@pytest.mark.neo4j
def test_two_programs_at_one_server_give_the_graph_of_one(plain: Store, folder: Path, server: Server) -> None:
    """Both write the same bureaus at once: the server ends one of two that wait for each other, and it begins anew."""
    files = sorted(folder.glob("*.txt"))
    with open_store(server.uri) as one, open_store(server.uri) as other, ThreadPoolExecutor() as pool:
        halves = [pool.submit(one_by_one, files[::2], one), pool.submit(one_by_one, files[1::2][::-1], other)]
        reports = [half.result() for half in halves]
        print(f"\n{sum(report.retried for report in reports)} writes began anew")
        assert sum(report.documents for report in reports) == 16
        assert one.heal() == []
        assert same(one, plain)


def one_by_one(files: list[Path], store: Store) -> Report:
    """Ingests each file in a transaction of its own, so that two who do so meet often; returns the sum."""
    whole = Report()
    for file in files:
        report = ingest([file], store)
        whole.documents += report.documents
        whole.retried += report.retried
    return whole
