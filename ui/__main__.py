"""`python -m ui`: starts the explorer once what its first reader would wait for is at hand.

Takes the options of `streamlit run`. Before it listens, all pages are imported, and the API has told what is held.
"""

from __future__ import annotations

import sys
import time
from contextlib import suppress
from pathlib import Path

import httpx
from streamlit.web import cli

from api.client import ApiError
from ui import pages  # noqa: F401  all pages, and what they import
from ui.ask import HELD
from ui.service import address, client
from ui.words import catalogue

EXPLORER = Path(__file__).with_name("explorer.py")
PATIENCE = 30.0  # seconds, after which the explorer starts without the API and says on its pages that none answers
BETWEEN = 0.1


def prepare() -> None:
    """Waits for the API, and asks it once for what the first page shows, which it keeps."""
    catalogue()
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and not answers():
        time.sleep(BETWEEN)
    with suppress(ApiError):
        for name in HELD:
            list(client(address()).rows(name))


def answers() -> bool:
    """Whether the API is ready."""
    try:
        return httpx.get(f"{address()}/ready", timeout=PATIENCE).is_success
    except httpx.HTTPError:
        return False


if __name__ == "__main__":
    prepare()
    cli.main(["run", str(EXPLORER), *sys.argv[1:]], prog_name="streamlit")
