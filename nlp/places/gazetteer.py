"""The gazetteer of GB/T 2260 as it is kept in nlp/data: codes, names, short names and English names of places."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from nlp.vocabulary import DATA, load

COUNTRY = "000000"  # it has no code of its own
_AUTONOMOUS = re.compile(r"自治([州县旗区])$")


@dataclass(frozen=True, slots=True)
class Entry:
    """One place: `short` is its name without kind and nations, 黔东南 of 黔东南苗族侗族自治州.

    `former` is true for a place that is no more or bears another name today.
    """

    code: str
    name: str
    short: str
    pinyin: str
    former: bool

    @property
    def rank(self) -> int:
        """0 for a province, 1 for a prefecture, 2 for a county."""
        return 0 if self.code.endswith("0000") else 1 if self.code.endswith("00") else 2

    @property
    def stem(self) -> str:
        """The digits that the codes of all places inside begin with."""
        return self.code[: (self.rank + 1) * 2]


@cache
def _rows() -> list[Entry]:
    with (DATA / "places.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[1:]
    return [Entry(code, name, short, pinyin, bool(status)) for code, name, short, pinyin, status in rows]


@cache
def load_entries() -> dict[str, Entry]:
    """All places by code; of a code with two names the one in force."""
    entries: dict[str, Entry] = {}
    for row in _rows():
        entries.setdefault(row.code, row)
    return entries


@cache
def load_names() -> dict[str, tuple[Entry, ...]]:
    """All places by each of their names, former ones too (襄樊市 is 襄阳市); English in small letters without marks."""
    entries = load_entries()
    names: dict[str, tuple[Entry, ...]] = {}
    for row in _rows():
        entry = entries[row.code]
        for name in _names(row):
            if entry not in names.get(name, ()):
                names[name] = (*names.get(name, ()), entry)
    return names


def _names(entry: Entry) -> Iterator[str]:
    """The names of one place: official, short, the autonomous one in short (黔东南州), further ones, English."""
    yield entry.name
    yield entry.short
    autonomous = _AUTONOMOUS.search(entry.name)
    if autonomous:
        yield entry.short + ("自治区" if autonomous[1] == "区" else autonomous[1])
    further = load("place_names").entries.get(entry.code)
    if further:
        yield from further.aliases
        yield from (re.sub(r"[\s'’\-]", "", name).lower() for name in further.english)
    if not (further and further.english and entry.rank == 0):
        yield entry.pinyin.replace("'", "").lower()


def english_name(entry: Entry) -> str:
    """What English pages call a place: Inner Mongolia, Harbin, Qiandongnan; the pinyin where nothing else is in use."""
    further = load("place_names").entries.get(entry.code)
    return further.english[0] if further and further.english else entry.pinyin


def country() -> tuple[str, str]:
    """What documents of the whole country name as their place, and its English name: 中国, China."""
    entry = load("place_names").entries[COUNTRY]
    return entry.label, entry.english[0]


def in_english(name: str) -> str:
    """A Chinese name of a place in English; one that no place goes by stays as it is."""
    if name == country()[0]:
        return country()[1]
    entries = load_names().get(name, ())
    return english_name(entries[0]) if entries else name
