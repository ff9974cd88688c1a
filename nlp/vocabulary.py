"""Vocabularies: lists of known names kept as YAML under `nlp/data/`, checked when loaded, found fast in text.

A vocabulary file is a list of entries. Each entry has an `id` and a `label` (the preferred Chinese name), and may have
`aliases`, `english` (names in English), `negative` (longer wordings that hold one of the names but mean something
else), `parent` (the id of a broader entry) and `definition`; any further field is kept under `Entry.more`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any

import ahocorasick
import yaml

from corpus.errors import VocabularyError

DATA = Path(__file__).parent / "data"

# One character stays one character, so that offsets in folded text are offsets in the text itself.
_FOLD = {code: chr(code + 32) for code in range(ord("A"), ord("Z") + 1)}
_FOLD |= {code: chr(code - 0xFEE0).lower() for code in range(0xFF01, 0xFF5F)} | {0x3000: " "}
_FIELDS = {"id", "label", "aliases", "english", "negative", "parent", "definition"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing with its names; `more` holds the fields that only some vocabularies have (unit, better, …)."""

    id: str
    label: str
    aliases: tuple[str, ...] = ()
    english: tuple[str, ...] = ()
    negative: tuple[str, ...] = ()
    parent: str | None = None
    definition: str = ""
    more: dict[str, Any] = field(default_factory=dict, hash=False)

    @property
    def names(self) -> tuple[str, ...]:
        """All names the entry goes by: label, aliases, English names."""
        return (self.label, *self.aliases, *self.english)


@dataclass(frozen=True, slots=True)
class Match:
    """A name of an entry found at `start:end` of a text; `name` is the wording that stands there."""

    start: int
    end: int
    entry: Entry
    name: str


class Vocabulary:
    """The entries of one file, by id, with search by exact name and in running text."""

    def __init__(self, name: str, entries: dict[str, Entry]) -> None:
        """Indexes the names; raises VocabularyError where two entries claim one name or a parent is amiss."""
        self.name = name
        self.entries = entries
        self._by_name = _index(name, entries)
        _check_parents(name, entries)

    def lookup(self, name: str) -> Entry | None:
        """The entry that goes by exactly this name, whatever its width and case; None where there is none.

        `水利局` and `Water Resources Bureau` both give the entry water; `水利局长` gives None.
        """
        return self._by_name.get(_key(name))

    def find(self, text: str) -> list[Match]:
        """All names in the text in reading order: of overlapping ones the longest, none inside a negative label.

        With names `长江` and `水利局`, and the negative label `长江路`, the text `长江路的水利局` gives `水利局` alone.
        """
        hits, barred = self._hits(text)
        if not hits:
            return []
        taken: list[Match] = []
        claimed = bytearray(len(text))
        for start, end, entry in sorted(hits, key=lambda hit: (hit[0] - hit[1], hit[0])):
            if any(claimed[start:end]) or (barred and any((entry.id, at) in barred for at in range(start, end))):
                continue
            claimed[start:end] = b"\x01" * (end - start)
            taken.append(Match(start, end, entry, text[start:end]))
        return sorted(taken, key=lambda match: match.start)

    @cached_property
    def _automaton(self) -> ahocorasick.Automaton:
        """Holds for every name and negative label (length, entry named or None, ids of the entries it bars, whether it
        begins or ends in Latin)."""
        bars: dict[str, list[str]] = {}
        for entry in self.entries.values():
            for label in entry.negative:
                bars.setdefault(_key(label), []).append(entry.id)
        automaton = ahocorasick.Automaton()
        for written in self._by_name.keys() | bars.keys():
            latin = written[0].isascii() or written[-1].isascii()
            refusals = tuple(bars.get(written, ()))
            automaton.add_word(written, (len(written), self._by_name.get(written), refusals, latin))
        automaton.make_automaton()
        return automaton

    def _hits(self, text: str) -> tuple[list[tuple[int, int, Entry]], set[tuple[str, int]]]:
        """Every occurrence of a name, and the offsets at which an entry is barred by one of its negative labels."""
        folded = text.translate(_FOLD)
        hits: list[tuple[int, int, Entry]] = []
        barred: set[tuple[str, int]] = set()
        for last, (size, entry, refusals, latin) in self._automaton.iter(folded):
            start, end = last + 1 - size, last + 1
            for refusal in refusals:
                barred.update((refusal, at) for at in range(start, end))
            if entry is not None and (not latin or _stands_alone(folded, start, end)):
                hits.append((start, end, entry))
        return hits, barred


@cache
def load(name: str) -> Vocabulary:
    """Reads and checks the vocabulary `nlp/data/<name>.yaml`, once.

    Raises VocabularyError, naming file and entry, for a missing file, a field of the wrong shape, an id or name used
    twice, an unknown parent, or parents that run in a circle.
    """
    entries: dict[str, Entry] = {}
    for record in _records(name):
        entry = _entry(name, record)
        if entry.id in entries:
            raise VocabularyError(f"{name}.yaml: the id {entry.id} stands twice")
        entries[entry.id] = entry
    return Vocabulary(name, entries)


@cache
def words(name: str, key: str) -> tuple[str, ...]:
    """The plain word list under `key` in `nlp/data/<name>.yaml`, in the order of the file; lists in it run together.

    Raises VocabularyError, naming file and key, where there is no such list or a word stands twice in it.
    """
    lists = _parsed(name)
    found = lists.get(key) if isinstance(lists, dict) else None
    if not isinstance(found, list):
        raise VocabularyError(f"{name}.yaml: there is no list called {key}")
    given = tuple(str(word) for part in found for word in (part if isinstance(part, list) else [part]))
    twice = next((word for i, word in enumerate(given) if word in given[:i]), None)
    if twice is not None:
        raise VocabularyError(f"{name}.yaml: {twice} stands twice in the list {key}")
    return given


@cache
def _parsed(name: str) -> Any:
    try:
        return yaml.load((DATA / f"{name}.yaml").read_text("utf-8"), yaml.CSafeLoader)
    except FileNotFoundError as error:
        raise VocabularyError(f"{name}.yaml: there is no such vocabulary") from error
    except yaml.YAMLError as error:
        raise VocabularyError(f"{name}.yaml: not YAML ({str(error).splitlines()[0]})") from error


def _records(name: str) -> Iterator[dict[str, Any]]:
    found = _parsed(name)
    if not isinstance(found, list):
        raise VocabularyError(f"{name}.yaml: expected a list of entries")
    for number, record in enumerate(found, start=1):
        if not isinstance(record, dict) or not record.get("id") or not record.get("label"):
            raise VocabularyError(f"{name}.yaml: entry {number} has no id or no label")
        yield record


def _entry(name: str, record: dict[str, Any]) -> Entry:
    def listed(key: str) -> tuple[str, ...]:
        value = record.get(key) or []
        if isinstance(value, str):
            value = [value]
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            raise VocabularyError(f"{name}.yaml: {key} of {record['id']} is not a list of names")
        return tuple(value)

    return Entry(
        id=str(record["id"]),
        label=str(record["label"]),
        aliases=listed("aliases"),
        english=listed("english"),
        negative=listed("negative"),
        parent=record.get("parent"),
        definition=str(record.get("definition", "")),
        more={key: value for key, value in record.items() if key not in _FIELDS},
    )


@lru_cache(maxsize=20_000)
def _key(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).split()).translate(_FOLD)


def _index(name: str, entries: dict[str, Entry]) -> dict[str, Entry]:
    by_name: dict[str, Entry] = {}
    for entry in entries.values():
        keys = [_key(written) for written in entry.names]
        for key, written in zip(keys, entry.names, strict=True):
            claimed = by_name.setdefault(key, entry)
            if claimed is not entry:
                raise VocabularyError(f"{name}.yaml: {written} is a name of both {claimed.id} and {entry.id}")
        if len(set(keys)) < len(keys):
            raise VocabularyError(f"{name}.yaml: {entry.id} has a name twice")
    return by_name


def _check_parents(name: str, entries: dict[str, Entry]) -> None:
    for entry in entries.values():
        seen = {entry.id}
        above = entry.parent
        while above is not None:
            if above not in entries:
                raise VocabularyError(f"{name}.yaml: {entry.id} stands under {above}, which is no entry")
            if above in seen:
                raise VocabularyError(f"{name}.yaml: {entry.id} stands under itself")
            seen.add(above)
            above = entries[above].parent


def _stands_alone(folded: str, start: int, end: int) -> bool:
    """False where Latin letters or digits run on past the name: `COD` is no name in `CODMn`."""
    begins_inside = start > 0 and _runs_on(folded[start - 1 : start + 1])
    return not (begins_inside or _runs_on(folded[end - 1 : end + 1]))


def _runs_on(pair: str) -> bool:
    """True for two Latin letters or digits; false for one, as at the end of a text."""
    return len(pair) == 2 and pair.isascii() and pair.isalnum()
