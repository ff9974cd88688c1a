"""Ports that a server is to listen on, tried before it starts: some servers take forty lines to say what is wrong."""

from __future__ import annotations

import socket

from corpus.errors import ShanshuiError, refusal


class PortError(ShanshuiError):
    """A port or a host that cannot be listened on."""


def require_free(host: str, port: int, option: str) -> None:
    """Raises PortError where nothing can listen on a port, which the `option` of that name changes."""
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family) as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as servers do, which may start again at once
            tried.bind(address)
            tried.listen()
    except OSError as error:
        told = f"{host}:{port}: cannot be listened on ({refusal(error)})"
        raise PortError(f"{told}; choose others with --host and {option}") from error
