"""Projects read from a text alone, for the tests of projects."""

import spacy

from corpus.document import Document
from nlp.facts import Facts
from nlp.pipeline import begin
from nlp.projects.component import read_projects

CHINESE = spacy.blank("zh")


def read(text: str, **fields) -> Facts:
    doc = begin(CHINESE, Document("plan.txt", None, text))
    for name, value in fields.items():
        setattr(doc._.facts, name, value)
    return read_projects(doc)._.facts


def names(text: str) -> list[str]:
    return list(dict.fromkeys(mention.name for mention in read(text).projects))
