"""`python -m ui`: starts the explorer once what its first reader would wait for is at hand.

Takes the options of `streamlit run`. Before it listens, all pages are imported, and the API has told what is held.
"""

from __future__ import annotations

import sys
import time
from contextlib import suppress
from pathlib import Path

from streamlit.logger import set_log_level
from streamlit.web import cli

from api.client import ApiError, Client

FRONT = Path(__file__).with_name("front.py")
PATIENCE = 30.0  # seconds, after which the explorer starts without the API and says on its pages that none answers
BETWEEN = 0.1


def prepare() -> None:
    """Imports all pages, waits for the API, and asks it once for what the first page shows, which it keeps."""
    set_log_level("error")  # pages that are imported before Streamlit runs make it warn of what is meant so
    from ui import ask, head, pages  # noqa: F401  all pages, and what they import
    from ui.service import address, client
    from ui.words import catalogue

    catalogue()
    api = client(address())
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and not answers(api):
        time.sleep(BETWEEN)
    with suppress(ApiError):
        for name in ask.HELD:
            list(api.rows(name))


def answers(api: Client) -> bool:
    """Whether the API is ready."""
    try:
        return bool(api.ready())
    except ApiError:
        return False


if __name__ == "__main__":
    prepare()
    cli.main(["run", str(FRONT), *sys.argv[1:]], prog_name="streamlit")
