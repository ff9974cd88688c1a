"""`shanshui mcp`: the graph as tools for language-model agents."""

from __future__ import annotations

from typing import Annotated

import typer

from cli import output
from cli.listening import require_free
from cli.store import DEFAULT, StoreUri, opened


def mcp(
    store: StoreUri = DEFAULT,
    http: Annotated[bool, typer.Option("--http", help="Streamable HTTP at /mcp instead of standard input.")] = False,
    host: Annotated[str, typer.Option(help="Where to listen; this machine alone by default.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="With --http.")] = 8602,
) -> None:
    """Serve the graph to agents over the Model Context Protocol, on standard input and output or over HTTP."""
    from api.access import Access
    from api.mcp_server import create_server

    with opened(store, read_only=True) as graph:
        server = create_server(Access(graph))
        if http:
            require_free(host, port, "--port")
            output.complain(f"MCP at http://{host}:{port}/mcp")
            server.run("streamable-http", host=host, port=port)
        else:
            server.run("stdio")
