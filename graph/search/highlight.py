"""Highlights: which words of a passage matched a query, those that only mean the same included."""

from __future__ import annotations

from nlp.query import Query

Span = tuple[int, int]


def marks(text: str, query: Query) -> list[Span]:
    """The stretches of a passage that hold what the query asks for, in order, none over another.

    For 环保局 in `由生态环境局牵头` that is 生态环境局, since the query means it.
    """
    lower = text.lower()
    spans: list[Span] = []
    for wording in {meaning.text.lower() for concept in query.concepts for meaning in concept.meanings}:
        start = lower.find(wording)
        while start >= 0:
            spans.append((start, start + len(wording)))
            start = lower.find(wording, start + len(wording))
    return joined(spans)


def joined(spans: list[Span]) -> list[Span]:
    """Spans in order, those that touch made one."""
    result: list[Span] = []
    for start, end in sorted(spans):
        if result and start <= result[-1][1]:
            result[-1] = result[-1][0], max(end, result[-1][1])
        else:
            result.append((start, end))
    return result
