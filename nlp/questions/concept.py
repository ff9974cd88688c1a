"""Concepts: the terms of the field that a question names, each with its Chinese names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from nlp.vocabulary import Entry

# What an everyday wording means counts a little less than a term of the field itself.
MEANT_WEIGHT = 0.8


@dataclass(frozen=True, slots=True)
class Concept:
    """A term with all its Chinese names, the best first; `said` is the wording in the question.

    `term` is false for everyday words, which tell no task or target by themselves.
    """

    said: str
    names: tuple[str, ...]
    indicator: str | None = None
    weight: float = 1.0
    term: bool = True


def concept_of(said: str, vocabulary: str, entry: Entry) -> Concept:
    """The concept that an entry of a vocabulary gives where the question names it."""
    further = {"functions": entry.more.get("stems", ()), "domains": entry.more.get("strong", ())}
    names = (entry.label, *further.get(vocabulary, entry.aliases))
    indicator = entry.id if vocabulary == "indicators" else None
    return Concept(said, tuple(dict.fromkeys(names)), indicator, term=vocabulary not in ("everyday", "functions"))


def merged(concepts: Iterable[Concept]) -> list[Concept]:
    """One concept for each wording: an indicator and a term of the same English name are one, all names together."""
    found: dict[str, Concept] = {}
    for one in concepts:
        other = found.get(one.said, Concept(one.said, (), weight=0.0, term=False))
        names = tuple(dict.fromkeys([*other.names, *one.names]))
        indicator = other.indicator or one.indicator
        found[one.said] = Concept(one.said, names, indicator, max(one.weight, other.weight), one.term or other.term)
    return list(found.values())
