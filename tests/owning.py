"""Tasks with owners, made by hand for the tests of owners."""

import spacy
from spacy.tokens import Doc

import nlp.pipeline  # noqa: F401  registers the facts on spaCy's Doc
from nlp.facts import Facts, Owner, Task
from nlp.owners.component import read_owners

VOCAB = spacy.blank("zh").vocab
SHORT = {"lead": "牵", "responsible": "责", "cooperating": "配", "supervising": "督"}


def task(start: int, end: int, **fields) -> Task:
    return Task(
        **{"id": "t", "key": "1", "kind": "measure", "title": "", "section": None, **fields}, start=start, end=end
    )


def read(text: str, tasks: list[Task], **fields) -> list[Task]:
    doc = Doc(VOCAB, words=[])
    doc._.facts = Facts(id="d", source="d.txt", part=None, text=text, tasks=tasks, **fields)
    return read_owners(doc)._.facts.tasks


def written(owners: list[Owner]) -> str:
    return " ".join(f"{owner.name}:{SHORT[owner.role]}" for owner in owners)


def owners_of(text: str) -> str:
    return written(read(text, [task(0, len(text))])[0].owners)
