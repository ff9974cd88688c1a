"""The spaCy pipeline: one language, one list of components, one function to read documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from corpus.document import Document
from nlp.facts import Facts, Issue

if not Doc.has_extension("facts"):
    Doc.set_extension("facts", default=None)

COMPONENTS = (
    "metadata",
    "tables",
    "sections",
    "times",
    "tasks",
    "owners",
    "deadlines",
    "water_bodies",
    "projects",
    "citations",
    "targets",
    "domains",
    "links",
)


def build() -> Language:
    """A blank Chinese pipeline (one token a character) with all components of Shanshui, in reading order."""
    nlp = spacy.blank("zh")
    for name in COMPONENTS:
        import_module(f"nlp.{name}")
        nlp.add_pipe(f"shanshui_{name}", name=name)
    return nlp


def facts_of(doc: Doc) -> Facts:
    """The facts that travel on a Doc."""
    facts: Facts = doc._.facts
    return facts


def read(documents: Iterable[Document], nlp: Language | None = None) -> Iterator[Facts]:
    """Reads documents one after the other and yields the facts of each, in the same order."""
    nlp = nlp or build()
    for document in documents:
        doc = start(nlp, document)
        for _, component in nlp.pipeline:
            doc = component(doc)
        yield facts_of(doc)


def start(nlp: Language, document: Document) -> Doc:
    """A Doc of the repaired text, with empty facts and the damage found in repair."""
    doc = Doc(nlp.vocab, words=list(document.text), spaces=[False] * len(document.text))
    facts = Facts(id=document.id, source=document.source, part=document.part, text=document.text)
    facts.issues = [Issue(d.kind, d.start, d.end, d.note) for d in document.damage]
    doc._.facts = facts
    return doc
