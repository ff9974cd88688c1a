"""The `--store` option and the way to open what it names."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from graph.store import Store

DEFAULT = "./.shanshui"
StoreUri = Annotated[
    str,
    typer.Option(
        "--store",
        envvar="SHANSHUI_STORE",
        help="A folder (embedded store) or a neo4j:// or bolt:// address.",
        show_default=DEFAULT,
    ),
]


def opened(uri: str, *, read_only: bool = False) -> Store:
    """The store at a folder or address; raises StoreError with one line that says what to do."""
    from graph.stores.opening import open_store

    return open_store(uri if "://" in uri else str(Path(uri).expanduser()), read_only=read_only)
