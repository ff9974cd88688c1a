"""Words that a conversion between the scripts swapped: 資訊 for 信息, 約束性名額 for 约束性指标. The words are data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from corpus.draft import Edit
from corpus.errors import VocabularyError

FILE = "mainland_wording.yaml"
CONTEXTS = ("only_after", "only_before", "unless_after", "unless_before")
FEWEST_TELLING = 2  # different words that no mainland page uses, from which on a page is taken for a converted one


class Wording:
    """The pairs of swapped and mainland words, with the contexts in which each holds."""

    def __init__(self, entries: list[dict[str, Any]]) -> None:
        """Reads the entries of the data file; raises VocabularyError naming the entry that breaks a rule."""
        self._entries: dict[str, dict[str, Any]] = {}
        labels: dict[str, str] = {}
        for entry in entries:
            _check(entry)
            for word in _listed(entry["swapped"]):
                if word in self._entries:
                    raise VocabularyError(f"{FILE}: {word} stands twice")
                self._entries[word] = entry
                labels[word] = word
            for negative in entry.get("negative", ()):
                if labels.setdefault(negative, ""):
                    raise VocabularyError(f"{FILE}: {negative} is both swapped and to be left alone")
        longest_first = sorted(labels, key=lambda label: (-len(label), label))
        self._labels = labels
        self._pattern = re.compile("|".join(map(re.escape, longest_first)))
        telling = [word for word, entry in self._entries.items() if entry.get("telling")]
        self._telling = re.compile("|".join(map(re.escape, telling)) or "(?!)")

    def tells(self, text: str) -> bool:
        """Whether a simplified text was converted from the traditional script before: it has 回圈 and 网路, say."""
        return len(set(self._telling.findall(text))) >= FEWEST_TELLING

    def edits(self, text: str, start: int, end: int) -> Iterator[Edit]:
        """The swapped words in a span of simplified text, each with the mainland word to put in its place."""
        for match in self._pattern.finditer(text, start, end):
            word = self._labels[match.group()]
            if word and _holds(self._entries[word], text, match):
                yield match.start(), match.end(), self._entries[word]["mainland"]


@cache
def wording() -> Wording:
    """The words of the data file, read and checked once."""
    return Wording(yaml.safe_load((files("corpus") / "data" / FILE).read_text("utf-8")))


def _check(entry: dict[str, Any]) -> None:
    """Raises VocabularyError for an entry with a missing or unknown field, or a negative label that cannot match."""
    name = f"{FILE}: entry {entry.get('swapped', entry)}"
    unknown = entry.keys() - {"swapped", "mainland", "negative", "telling", *CONTEXTS}
    if unknown or not {"swapped", "mainland"} <= entry.keys():
        raise VocabularyError(f"{name}: " + (f"unknown field {min(unknown)}" if unknown else "a field is missing"))
    words = _listed(entry["swapped"])
    for negative in entry.get("negative", ()):
        if not any(word in negative and word != negative for word in words):
            raise VocabularyError(f"{name}: the negative label {negative} does not hold the word")
    if entry["mainland"] in words:
        raise VocabularyError(f"{name}: a word cannot stand for itself")


def _holds(entry: dict[str, Any], text: str, match: re.Match[str]) -> bool:
    """Whether the words around a match allow the swap."""
    after, before = text[max(0, match.start() - 8) : match.start()], text[match.end() : match.end() + 8]
    if "only_after" in entry or "only_before" in entry:
        sure = after.endswith(tuple(entry.get("only_after", ()))) or before.startswith(
            tuple(entry.get("only_before", ()))
        )
        if not sure:
            return False
    barred = after.endswith(tuple(entry.get("unless_after", ()))) or before.startswith(
        tuple(entry.get("unless_before", ()))
    )
    return not barred


def _listed(words: str | list[str]) -> list[str]:
    """One word or several, as a list."""
    return [words] if isinstance(words, str) else words
