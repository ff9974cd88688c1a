"""Type-ahead: what a user may mean who has typed the beginning of a name, in Chinese or English."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from nlp.bilingual.thesaurus import VOCABULARIES
from nlp.vocabulary import load


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A term of the field with the name of it that matched, `alias`, and the vocabulary that it is from."""

    label: str
    alias: str
    vocabulary: str


def suggest(typed: str, k: int = 8) -> list[Suggestion]:
    """The terms one of whose names begins as typed, each once: its own label before aliases, short names before long.

    `黑臭` gives 黑臭水体; `sew` gives 污水处理 for its English name sewage treatment. Nothing typed gives nothing.
    """
    wanted = typed.strip().lower()
    if not wanted:
        return []
    names = _names()
    found: dict[tuple[str, str], Suggestion] = {}
    at = bisect_left(names, (wanted,))
    matched = []
    while at < len(names) and names[at][0].startswith(wanted):
        matched.append(names[at])
        at += 1
    for _, alias, label, vocabulary in sorted(matched, key=lambda name: (name[1] != name[2], len(name[1]), name[1])):
        found.setdefault((vocabulary, label), Suggestion(label, alias, vocabulary))
    return list(found.values())[:k]


@cache
def _names() -> list[tuple[str, str, str, str]]:
    """Every name in small letters, as it is written, with the label of its term and the vocabulary, in order."""
    return sorted(
        (name.lower(), name, entry.label, vocabulary)
        for vocabulary in VOCABULARIES
        for entry in load(vocabulary).entries.values()
        for name in entry.names
    )
