"""Ports of this machine."""

from __future__ import annotations

import secrets
import socket
from contextlib import suppress


def free_port() -> int:
    """A port that nothing listens on, by lot from below those that systems give to whoever connects somewhere: nothing
    takes it by itself before a server does, nor while one is stopped and started again."""
    while True:
        port = 20_000 + secrets.randbelow(12_000)
        with suppress(OSError), socket.socket() as listener:
            listener.bind(("127.0.0.1", port))
            return port
