"""Chromium of the system against `shanshui serve` over the starter corpus, on either store."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from shutil import which
from typing import Any

import httpx
import pytest
from neo4j_server import Server
from ports import free_port
from serving import KEY, STARTER, filled
from waiting import PATIENCE, until

from api.keys import digest

OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
CHROMIUM = which("chromium")
PICTURES = Path(__file__).parent.parent.parent / "build" / "screenshots"
LONGEST = 120_000  # milliseconds that a step may take on a machine that is busy with other things
DESK, PHONE, SERVER = ("embedded", 1440), ("embedded", 390), ("neo4j", 1440)  # which store, how wide


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Says where the pictures of the pages are."""
    if PICTURES.is_dir():
        terminalreporter.line(f"{len(list(PICTURES.iterdir()))} pictures of the explorer in {PICTURES}")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: Any, call: Any) -> Any:
    """Keeps a picture of what a test saw when it failed."""
    report = yield
    if report.failed and call.when == "call" and "page" in item.funcargs:
        PICTURES.mkdir(parents=True, exist_ok=True)
        item.funcargs["page"].screenshot(path=PICTURES / f"failed-{item.name.replace('/', '-')}.png")
    return report


class Explorers:
    """The explorers of a run, each over one kind of store, started when the first test asks for it."""

    def __init__(self, request: pytest.FixtureRequest, running: ExitStack) -> None:
        self._request, self._running = request, running
        self._addresses: dict[str, str] = {}

    def address(self, kind: str) -> str:
        """Where the explorer over a kind of store listens."""
        if kind not in self._addresses:
            store, account = self._embedded() if kind == "embedded" else self._neo4j()
            self._addresses[kind] = self._running.enter_context(explorer(store, account))
        return self._addresses[kind]

    def _embedded(self) -> tuple[str, dict[str, str]]:
        folder = self._request.getfixturevalue("tmp_path_factory").mktemp("browser")
        return filled(folder, STARTER), {}

    def _neo4j(self) -> tuple[str, dict[str, str]]:
        server: Server = self._request.getfixturevalue("started_server")
        account = {"NEO4J_USER": server.user, "NEO4J_PASSWORD": server.password}
        with pytest.MonkeyPatch.context() as patch:
            for name, value in account.items():
                patch.setenv(name, value)
            return filled(server.uri, STARTER), account


@contextmanager
def explorer(store: str, account: dict[str, str]) -> Iterator[str]:
    """The address of an explorer that `shanshui serve` runs with its API; at the end nothing of it listens."""
    port, api_port = free_port(), free_port()
    given = ["serve", "--store", store, "--headless", "--port", str(port), "--api-port", str(api_port)]
    start = f"import sys; from cli import main; sys.argv = ['shanshui', *{given!r}]; main()"
    told = os.environ | account | {"SHANSHUI_API_KEYS": digest(KEY), "SHANSHUI_LOG": "0"}
    running = subprocess.Popen([sys.executable, "-c", start], cwd=STARTER.parent.parent, env=told)
    try:
        until(lambda: answers(f"http://127.0.0.1:{api_port}/ready", running), "an answer of the API")
        until(lambda: answers(f"http://127.0.0.1:{port}/_stcore/health", running), "an answer of the explorer")
        yield f"http://127.0.0.1:{port}"
    finally:
        running.terminate()
        assert running.wait(timeout=PATIENCE) == 0
        with pytest.raises(httpx.ConnectError):
            httpx.get(f"http://127.0.0.1:{port}/_stcore/health", timeout=PATIENCE)


def answers(address: str, running: subprocess.Popen[bytes]) -> bool:
    """Whether an address answers well."""
    assert running.poll() is None, "serve has ended"
    try:
        return httpx.get(address, timeout=PATIENCE).is_success
    except httpx.HTTPError:
        return False


@pytest.fixture(scope="session")
def explorers(request: pytest.FixtureRequest) -> Iterator[Explorers]:
    """The explorers of this run, which stop at its end."""
    request.getfixturevalue("chromium")
    with ExitStack() as running:
        yield Explorers(request, running)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A browser; without Debian's Chromium (see .ci/browser) its tests are left out."""
    if not CHROMIUM:
        pytest.skip("needs Chromium: .ci/browser installs it")
    playwright = pytest.importorskip("playwright.sync_api").sync_playwright().start()
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS, timeout=LONGEST)
    yield browser
    browser.close()
    playwright.stop()


class Windows:
    """The windows of a run, one over each kind of store and of each width, which keep what they have loaded."""

    def __init__(self, chromium: Any, explorers: Explorers) -> None:
        self._chromium, self._explorers = chromium, explorers
        self._opened: dict[tuple[str, int], Any] = {}

    def of(self, store: str, width: int) -> Any:
        """The window of that width over that kind of store."""
        if (store, width) not in self._opened:
            self._opened[store, width] = self.fresh(store, width)
        return self._opened[store, width]

    def fresh(self, store: str, width: int) -> Any:
        """A window that has loaded nothing yet."""
        view = {"width": width, "height": 900}
        address = self._explorers.address(store)
        opened = self._chromium.new_context(viewport=view, locale="zh-CN", base_url=address)
        opened.set_default_timeout(LONGEST)
        return opened


@pytest.fixture(scope="session")
def windows(chromium: Any, explorers: Explorers) -> Windows:
    """The windows of this run; they close with the browser."""
    return Windows(chromium, explorers)


@pytest.fixture(scope="session")
def plan(explorers: Any, chromium: Any) -> str:
    """The id of a plan of the starter corpus, as the list of plans links to it."""
    opened = chromium.new_page()
    opened.set_default_timeout(LONGEST)
    opened.goto(explorers.address("embedded") + "/plans?lang=zh")
    opened.get_by_role("link", name=re.compile("三年行动工作方案")).first.click()
    opened.wait_for_url("**document=**")
    found = re.search(r"document=([^&]+)", opened.url)
    opened.close()
    assert found
    return found[1]


@pytest.fixture(params=[DESK, PHONE], ids=["desk", "phone"])
def page(request: pytest.FixtureRequest, windows: Windows) -> Iterator[Any]:
    """A page over a store, as wide as a desk or as a phone; to the explorer each is another reader."""
    opened = windows.of(*request.param).new_page()
    yield opened
    opened.close()
