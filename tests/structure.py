"""Reads the structure of a text for the tests: tables, sections and tasks, nothing more."""

from __future__ import annotations

from spacy.lang.zh import Chinese

from corpus.document import Document
from nlp.facts import Facts
from nlp.pipeline import begin
from nlp.sections.component import read_sections
from nlp.tables.component import read_tables
from nlp.tasks.component import read_tasks

LANGUAGE = Chinese()


def structure_of(text: str, kind: str = "plan") -> Facts:
    """The facts of a repaired text as the three components of structure leave them, for a document of this kind."""
    doc = begin(LANGUAGE, Document("plan.txt", None, text))
    facts: Facts = doc._.facts
    facts.kind = kind
    for component in (read_tables, read_sections, read_tasks):
        component(doc)
    return facts


def tasks_of(text: str, kind: str = "plan") -> list[tuple[str, str]]:
    """Key and title of every task."""
    return [(task.key, task.title) for task in structure_of(text, kind).tasks]
