"""What can go wrong with the folder of an embedded store, each in one line that says what to do."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from corpus.errors import StoreError

GRAPH, LOG, PASSAGES = "graph.lbug", "graph.lbug.wal", "passages"
_REMEDY = "put a copy of the whole folder back, or move it away and ingest the documents anew"
# What the largest batch may need, in the log and once more in the file. The engine does not get over a disk that fills
# up in the middle of a write: its log ends in half a record, and the graph is lost with it.
_ROOM = 256 << 20
_HOLDER = re.compile(r"PID (\d+)")
_OLDER = re.compile(r"Cannot find property \w+ for")
_OTHER_VERSION = re.compile(r"different version|storage version", re.IGNORECASE)
_FULL = re.compile(r"Cannot write to file|No space left", re.IGNORECASE)
_BROKEN_OFF = re.compile(r"checkpoint recovery is pending", re.IGNORECASE)
_LOG_DAMAGED = re.compile(r"\bWAL\b|\.wal\b")
_DAMAGED = re.compile(r"not a valid|checkpoint|checksum|corrupt|Storage exception", re.IGNORECASE)
# What systems put into a folder by themselves.
_PASSED_OVER = frozenset({"lost+found", "desktop.ini", "Thumbs.db"})


def require(folder: Path, read_only: bool) -> None:
    """Raises StoreError for a folder whose graph is lost, that holds no store to read, or that holds something else.

    A new store is made in a folder that is new or empty, so that nobody's files and its own lie together.
    """
    if (folder / GRAPH).exists():
        return
    if (folder / PASSAGES).exists() or (folder / LOG).exists():
        raise damaged(folder, f"its file {GRAPH} is gone")
    if read_only:
        raise missing(folder)
    if folder.is_dir() and (there := sorted(entry.name for entry in folder.iterdir() if _counts(entry.name))):
        named = ", ".join(there[:3]) + (" …" if len(there) > 3 else "")
        raise StoreError(f"{folder}: holds other files ({named}) and no store; give a new or an empty folder")


def require_room(folder: Path) -> None:
    """Raises StoreError where the disk has no room for a write of any size."""
    if (free := shutil.disk_usage(folder).free) < _ROOM:
        left = f"its disk has only {free >> 20} MB left"
        raise StoreError(f"{folder}: {left}; make room for {_ROOM >> 20} MB, then run the command again")


def explain(error: Exception, folder: Path) -> StoreError:
    """The StoreError to raise in place of an error of the engine."""
    if isinstance(error, UnicodeDecodeError):
        return damaged(folder, f"words in its file {GRAPH} cannot be read")
    reason = str(error).partition("\n")[0]
    if holder := _HOLDER.search(str(error)):
        told = f"in use by another program (process {holder[1]}); wait until it is done or stop it"
    elif _OLDER.search(reason):
        told = "made by an older Shanshui; `shanshui ingest` its documents again"
    elif _OTHER_VERSION.search(reason):
        told = "made by another version of Shanshui; ingest its documents anew into a new folder"
    elif _FULL.search(reason):
        told = "its disk has no room left; make some, then run the command again"
    elif _BROKEN_OFF.search(reason):
        told = "a write to it was broken off; `shanshui check --heal` completes it"
    elif "Permission denied" in reason:
        told = "no permission to write here; ask the owner of the folder, or give another with --store"
    elif _LOG_DAMAGED.search(reason):
        return damaged(folder, f"its log {LOG} is damaged, or of another graph")
    elif _DAMAGED.search(reason):
        return damaged(folder, f"its file {GRAPH} is not what was written")
    else:
        told = reason
    return StoreError(f"{folder}: {told}")


def missing(folder: Path) -> StoreError:
    """The StoreError of a folder without a store."""
    return StoreError(f"{folder}: there is no store here; `shanshui ingest` makes one")


def damaged(folder: Path, cause: str) -> StoreError:
    """The StoreError of a graph that cannot be used any more."""
    return StoreError(f"{folder}: the graph is damaged: {cause}; {_REMEDY}")


def _counts(name: str) -> bool:
    return not name.startswith(".") and name not in _PASSED_OVER
