"""Chromium of the system against `shanshui serve` over the starter corpus."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from shutil import which
from typing import Any

import httpx
import pytest
from serving import KEY, STARTER, filled, free_port

from api.keys import digest

OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
CHROMIUM = which("chromium")


@pytest.fixture(scope="session")
def explorer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an explorer that `shanshui serve` runs with its API."""
    store = filled(tmp_path_factory.mktemp("browser"), STARTER)
    port, api_port = free_port(), free_port()
    given = ["serve", "--store", store, "--headless", "--port", str(port), "--api-port", str(api_port)]
    start = f"import sys; from cli import main; sys.argv = ['shanshui', *{given!r}]; main()"
    given_keys = os.environ | {"SHANSHUI_API_KEYS": digest(KEY)}
    running = subprocess.Popen([sys.executable, "-c", start], cwd=STARTER.parent.parent, env=given_keys)
    try:
        wait_for(f"http://127.0.0.1:{api_port}/ready", running)
        wait_for(f"http://127.0.0.1:{port}/_stcore/health", running)
        yield f"http://127.0.0.1:{port}"
    finally:
        running.terminate()
        assert running.wait(timeout=20) == 0
        with pytest.raises(httpx.ConnectError):
            httpx.get(f"http://127.0.0.1:{port}/_stcore/health")


def wait_for(address: str, running: subprocess.Popen[bytes], seconds: float = 60) -> None:
    """Waits until an address answers."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        assert running.poll() is None, "serve has ended"
        try:
            if httpx.get(address).is_success:
                return
        except httpx.HTTPError:
            pass
        time.sleep(0.1)
    pytest.fail(f"{address} does not answer")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A browser; without Debian's Chromium (see .ci/browser) its tests are left out."""
    if not CHROMIUM:
        pytest.skip("needs Chromium: .ci/browser installs it")
    playwright = pytest.importorskip("playwright.sync_api").sync_playwright().start()
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
    yield browser
    browser.close()
    playwright.stop()


@pytest.fixture(params=[1440, 390], ids=["desk", "phone"])
def page(request: pytest.FixtureRequest, chromium: Any, explorer: str) -> Iterator[Any]:
    """A page of a fresh browser, once as wide as a desk and once as a phone; a picture of its end is kept in CI."""
    context = chromium.new_context(viewport={"width": request.param, "height": 900}, locale="zh-CN", base_url=explorer)
    opened = context.new_page()
    opened.set_default_timeout(20_000)
    yield opened
    if folder := os.environ.get("SHANSHUI_SCREENSHOTS"):
        opened.screenshot(path=Path(folder) / f"{request.node.name}.png")
    context.close()
