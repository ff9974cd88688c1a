"""Opening a store: its address tells which engine keeps it.

An engine is imported when a store of its kind is opened: no program needs both, and each takes long to load.
"""

from __future__ import annotations

from corpus.errors import StoreError
from graph.store import Store

_SERVERS = ("neo4j://", "neo4j+s://", "neo4j+ssc://", "bolt://", "bolt+s://", "bolt+ssc://")


def open_store(uri: str, *, read_only: bool = False) -> Store:
    """Opens the store at a folder path (embedded) or at a `neo4j://` or `bolt://` address (server).

    An embedded store is made where there is none; opened `read_only`, it must be there, and several programs can read
    it at once. Raises StoreError with one line that says what is wrong.
    """
    if "://" in uri and not uri.startswith(_SERVERS):
        raise StoreError(f"{uri}: not the address of a store; give a folder, or a neo4j:// or bolt:// address")
    if uri.startswith(_SERVERS):
        from graph.stores.neo4j import Neo4jStore

        return Neo4jStore(uri, read_only=read_only)
    from graph.stores.embedded import EmbeddedStore

    return EmbeddedStore(uri, read_only=read_only)
