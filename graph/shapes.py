"""The shapes in which answers and comparisons give what the store holds."""

from __future__ import annotations

from typing import Any

from graph.store import Record

Shape = dict[str, Any]

_TARGET_FIELDS = (
    *("indicator", "scope", "op", "value", "value2", "unit", "year", "baseline", "status", "text"),
    *("document", "source", "part", "task"),
)


def task_shape(row: Record) -> Shape:
    """A task, with where it stands."""
    return {
        "document": row["document"],
        "source": row["source"],
        "part": row["part"],
        "title": row["plan"],
        "key": row["key"],
        "id": row["task"],
        "heading": row["title"],
        "text": row["text"],
        "start": row["start"],
        "end": row["end"],
    }


def owner_shape(row: Record) -> Shape:
    """An owner, with the task that it carries."""
    return {
        "name": row["name"],
        "canonical": row["canonical"],
        "function": row["function"],
        "role": row["role"],
        "collective": row["collective"],
        "default": row["default"],
        "task": row["task"],
        "document": row["document"],
        "start": row["evidence_start"],
        "end": row["evidence_end"],
    }


def target_shape(row: Record) -> Shape:
    """A target, with where it stands."""
    shape = {name: row[name] for name in _TARGET_FIELDS}
    known = None if row["measured"].startswith("written-") else row["measured"]
    extent = {"start": row["evidence_start"], "end": row["evidence_end"]}
    return {"id": row["target"], **shape, "canonical": known, **extent}


def document_shape(row: Record) -> Shape:
    """A document, by id, source and title."""
    return {"id": row["document"], "source": row["source"], "part": row["part"], "title": row["plan"]}
