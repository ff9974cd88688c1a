"""Cursors: where a page of a list ends, said so that it holds for the same list over the same store and no other."""

from __future__ import annotations

from api.problems import RefusalError
from graph.building.identity import digest

CURSOR = r"^([0-9]{1,10}-[0-9a-f]{16})?$"


class StaleCursorError(RefusalError):
    """A cursor of another list, or of the store as it was before something was written."""

    status = 409


def cursor_at(offset: int, version: str, asked: object) -> str:
    """The cursor at an offset of what was asked of a version of the store."""
    return f"{offset}-{digest(version, asked)}"


def offset_of(cursor: str, version: str, asked: object) -> int:
    """The offset of a cursor; raises StaleCursorError where it was given out for another list or version."""
    offset = int(cursor.partition("-")[0])
    if cursor != cursor_at(offset, version, asked):
        raise StaleCursorError("the cursor is of another list, or the store has changed since; begin the list again")
    return offset
