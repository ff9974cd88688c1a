"""Planned: what a text in the past tense tells of a project that is not begun, and so is no result."""

from __future__ import annotations

import re

from nlp.targets.statement import Statement
from nlp.wording import pattern

_CLAUSE_END = re.compile("[,。;:]")
_COUNT = re.compile(r"\d[个项处座条]")


def is_still_planned(text: str, start: int, end: int, statement: Statement) -> bool:
    """True for what a text in the past tense tells of a project that is not begun: the value of a statement in the
    sentence `start:end` that is an estimate (概算总投资15亿元), or stands beside papers that are being passed.

    `可研报告已通过审查,加固堤防20公里` is planned; not where papers are counted (完成15个项目初步设计批复), where the
    work has begun (初步设计已批复,现已建成堤防20公里), or behind a semicolon.
    """
    if pattern("statements", "estimates").search(text, statement.start, statement.at):
        return True
    start = max(start, text.rfind(";", start, statement.at) + 1)
    stop = text.find(";", statement.at, end)
    end = stop if stop >= 0 else end
    paper = pattern("statements", "stages").search(text, start, end)
    if paper is None or pattern("statements", "begun").search(text, start, end):
        return False
    clause = max(start, *(text.rfind(mark, start, paper.start()) + 1 for mark in ",:"))
    closed = _CLAUSE_END.search(text, paper.end(), end)
    within = text[clause : closed.start() if closed else end]
    return not _COUNT.search(within) and pattern("statements", "stage_acts").search(within) is not None
