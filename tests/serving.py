"""A real API on a free port, for tests of what speaks HTTP to it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import uvicorn
from waiting import PATIENCE, until

from api.app import create_app
from api.settings import Settings
from graph.ingest import ingest
from graph.stores.opening import open_store

STARTER = Path(__file__).parent.parent / "corpus" / "starter"
KEY = "spring water"


def filled(uri: Path | str, *paths: Path) -> str:
    """A store, a folder or a server, with the documents at some paths."""
    with open_store(str(uri)) as store:
        ingest(list(paths), store)
    return str(uri)


@contextmanager
def api_over(store: str, **settings: Any) -> Iterator[str]:
    """The address of an API over a store, with some settings; it stops at the end of the block."""
    chosen: dict[str, Any] = {"rate": 0, "seconds": PATIENCE} | settings
    config = uvicorn.Config(create_app(Settings(store=store, **chosen)), port=0, log_level="error")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    until(lambda: server.started or not thread.is_alive(), "the start of the API")
    assert server.started
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


class Failing(BaseHTTPRequestHandler):
    """Answers everything with a page of HTML that says 502, as a proxy does whose server is gone."""

    def do_GET(self) -> None:
        self.send_response(502)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<h1>Bad Gateway</h1>")

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def failing_server() -> Iterator[str]:
    """The address of a server that fails every request."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Failing)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()
