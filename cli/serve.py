"""`shanshui serve`: the API and the explorer together or one of them, until stopped."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from cli import output
from cli.listening import require_free
from cli.store import DEFAULT, StoreUri, opened

if TYPE_CHECKING:
    from api.settings import Settings
    from graph.store import Store

THEME = Path(__file__).parent.parent / "ui" / "theme.toml"
Port = Annotated[int, typer.Option(min=1, max=65535, help="Of the explorer.")]
ApiPort = Annotated[int, typer.Option(min=1, max=65535, help="Of the API.")]
Part = Literal["api", "explorer"]
_SECONDS_TO_END = 10  # for the explorer, which is ended without asking after them


def serve(
    store: StoreUri = DEFAULT,
    host: Annotated[str, typer.Option(help="Where to listen; this machine alone by default.")] = "127.0.0.1",
    api_port: ApiPort = 8600,
    port: Port = 8601,
    headless: Annotated[bool, typer.Option(help="Do not open a browser.")] = False,
    only: Annotated[Part | None, typer.Option(help="One of them; the explorer asks the API at SHANSHUI_API.")] = None,
) -> None:
    """Serve the API and the explorer; Ctrl-C stops both."""
    if only == "explorer":
        require_free(host, port, "--port")
        command = explorer_command(host, port, headless)
        os.execv(command[0], command)
    chosen = settings_of(store, only)
    graph = opened(store, read_only=not chosen.keys)  # here, since uvicorn takes forty lines to say what is wrong
    require_free(host, api_port, "--api-port")
    # uvicorn raises the signal that stopped it once more, which would end this process and leave the explorer behind.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    if only == "api":
        serve_api(chosen, graph, host, api_port)
        return
    require_free(host, port, "--port")
    told = os.environ | {"SHANSHUI_API": f"http://{host}:{api_port}"}
    explorer = subprocess.Popen(explorer_command(host, port, headless), env=told)
    output.complain(f"explorer http://{host}:{port}   API http://{host}:{api_port}/docs")
    try:
        serve_api(chosen, graph, host, api_port)
    finally:
        explorer.terminate()
        try:
            explorer.wait(timeout=_SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            explorer.kill()


def settings_of(store: str, only: Part | None) -> Settings:
    """The settings of the server over a store. At a terminal, where both are served for whoever sits there, requests
    are written down only if asked for: lines of JSON would push the addresses out of sight."""
    from api.settings import settings

    chosen = replace(settings(), store=store)
    asked_for = "SHANSHUI_LOG" in os.environ
    return chosen if only or asked_for or not sys.stderr.isatty() else replace(chosen, log=False)


def serve_api(chosen: Settings, graph: Store, host: str, port: int) -> None:
    """The API over a store, in this process, until it is stopped."""
    import uvicorn

    from api.app import create_app
    from api.journal import write_lines

    write_lines()
    app = create_app(chosen, graph)
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False, access_log=False)


def explorer_command(host: str, port: int, headless: bool) -> list[str]:
    """What starts the explorer; it asks the API at the address in SHANSHUI_API."""
    quiet = headless or not (sys.stdout.isatty() and os.environ.get("DISPLAY", os.name == "nt"))
    options = {
        "server.address": host,
        "server.port": port,
        "server.headless": str(quiet).lower(),
        "browser.gatherUsageStats": "false",
        "server.fileWatcherType": "none",
        "client.toolbarMode": "minimal",
        "logger.hideWelcomeMessage": "true",
        "logger.level": "error",
        "runner.magicEnabled": "false",
    } | theme()
    given = [f"--{name}={value}" for name, value in options.items()]
    return [sys.executable, "-m", "ui", *given]


def theme() -> dict[str, str]:
    """The colours and the type of the explorer, as Streamlit names them: `theme.light.primaryColor`."""
    told: dict[str, str] = {}
    for name, value in tomllib.loads(THEME.read_text("utf-8")).items():
        parts = value if isinstance(value, dict) else {}
        told |= {f"theme.{name}.{part}": given for part, given in parts.items()} or {f"theme.{name}": value}
    return told
