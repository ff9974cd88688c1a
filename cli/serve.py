"""`shanshui serve`: the API and the explorer together, until stopped."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from cli import output
from cli.store import DEFAULT, StoreUri

EXPLORER = Path(__file__).parent.parent / "ui" / "explorer.py"
Port = Annotated[int, typer.Option(min=1, max=65535)]


def serve(
    store: StoreUri = DEFAULT,
    host: Annotated[str, typer.Option(help="Where to listen; this machine alone by default.")] = "127.0.0.1",
    api_port: Port = 8600,
    port: Port = 8601,
    headless: Annotated[bool, typer.Option(help="Do not open a browser.")] = False,
) -> None:
    """Serve the API and the explorer; Ctrl-C stops both."""
    import uvicorn

    from api.app import create_app
    from api.settings import settings

    # uvicorn raises the signal that stopped it once more, which would end this process and leave the explorer behind.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    explorer = start_explorer(host, port, api_port, headless)
    output.complain(f"explorer http://{host}:{port}   API http://{host}:{api_port}/docs")
    try:
        uvicorn.run(create_app(replace(settings(), store=store)), host=host, port=api_port, log_level="warning")
    finally:
        explorer.terminate()
        explorer.wait(timeout=10)


def start_explorer(host: str, port: int, api_port: int, headless: bool) -> subprocess.Popen[bytes]:
    """The explorer as a process of its own, told where the API listens."""
    quiet = headless or not (sys.stdout.isatty() and os.environ.get("DISPLAY", os.name == "nt"))
    options = {
        "server.address": host,
        "server.port": port,
        "server.headless": str(quiet).lower(),
        "browser.gatherUsageStats": "false",
        "server.fileWatcherType": "none",
        "client.toolbarMode": "viewer",
        "theme.light.primaryColor": "#2f7566",
        "theme.dark.primaryColor": "#6dbfa9",
        "theme.font": "'Source Sans', 'PingFang SC', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif",
    }
    given = [f"--{name}={value}" for name, value in options.items()]
    command = [sys.executable, "-m", "streamlit", "run", str(EXPLORER), *given]
    return subprocess.Popen(command, env=os.environ | {"SHANSHUI_API": f"http://{host}:{api_port}"})
