"""Reads what texts say in numbers, for the tests: statements of sentences, targets of whole documents."""

from __future__ import annotations

from collections import Counter

from corpus.document import Document
from nlp.facts import Facts, Target
from nlp.pipeline import read_one
from nlp.targets import figures, value_clause
from nlp.targets.clause import sentences
from nlp.targets.statement import Sentence, Statement
from nlp.times.time import find_times

Fields = tuple[str, str | None, str, float, str | None]


def statements_of(text: str, told: bool = False) -> tuple[list[Statement], Counter[str]]:
    """The statements of all sentences of a text, and how often a number was turned down for which reason."""
    refused: Counter[str] = Counter()
    quantities, times = figures.find(text), find_times(text)
    found: list[Statement] = []
    for start, end in sentences(text):
        inside = [each for each in quantities if start <= each.start < end]
        around = [time for time in times if start <= time.start < end]
        earlier = list(found)
        found += value_clause.read(
            Sentence(text, start, end, inside, around, told, lambda why: refused.update([why]), earlier=earlier)
        )
    return found, refused


def fields_of(statement: Statement | Target) -> Fields:
    """Indicator, scope, operator, value and unit."""
    return statement.indicator, statement.scope, statement.op, statement.value, statement.unit


def document_of(*paragraphs: str) -> Facts:
    """The facts of a document of these paragraphs, read by the whole pipeline."""
    return read_one(Document("plan.txt", None, "\n".join(paragraphs)))
