"""The canonical terms that documents meet in, by the names that the vocabularies give them."""

from __future__ import annotations

from functools import cache

from nlp.vocabulary import Entry, load


@cache
def term(vocabulary: str, id: str) -> Entry:
    """The entry of a canonical id in a vocabulary; an id that the vocabulary does not know stands for itself."""
    return load(vocabulary).entries.get(id) or Entry(id, id)


def english(entry: Entry) -> str:
    """The English names of a term in one line."""
    return "; ".join(entry.english)
