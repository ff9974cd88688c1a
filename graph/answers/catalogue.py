"""What a store holds, in the words by which questions name it."""

from __future__ import annotations

from graph.store import Store
from nlp.questions.lexicon import HeldDocument, Lexicon
from nlp.references.document_number import normalize_number


def lexicon_of(store: Store) -> Lexicon:
    """The names that a store knows: its documents with their territories, bodies as written, waters and projects."""
    documents = tuple(
        HeldDocument(
            row["document"],
            row["source"],
            row["part"],
            row["plan"],
            row["kind"],
            tuple(row["places"] or ()),
            row["issued"] or row["published"],
            normalize_number(row["number"] or "") or None,
            (row["period_start"], row["period_end"]),
        )
        for row in store.run("documents")
    )
    bodies = frozenset(row["name"] for row in store.run("bodies") if row["name"])
    waters = tuple(row["name"] for row in store.run("water_bodies"))
    projects = tuple(row["name"] for row in store.run("projects"))
    return Lexicon(documents, bodies, waters, projects)
