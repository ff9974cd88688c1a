"""The directory of held documents: which one a citation means, and which ones say nearly the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.building.resemblance import Resemblance
from graph.building.rows import Rows


@dataclass(frozen=True, slots=True)
class Entry:
    """A held document as others know it: its keys, its place, its wording, and what it was read from."""

    id: str
    title_key: str
    short_key: str
    number_key: str
    place_code: str
    signature: str
    digest: str


class Directory:
    """The held documents of a store, by the keys under which they can be cited."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        """Takes the entries of all held documents."""
        self._entries: dict[str, Entry] = {}
        self._by_key: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self._wordings = Resemblance()
        for entry in entries:
            self.add(entry)

    def __contains__(self, id: str) -> bool:
        return id in self._entries

    def __iter__(self) -> Iterator[str]:
        return iter(tuple(self._entries))

    def __getitem__(self, id: str) -> Entry:
        return self._entries[id]

    def add(self, entry: Entry) -> None:
        """Takes in a document, in place of the one with the same id."""
        self.discard(entry.id)
        self._entries[entry.id] = entry
        self._wordings.add(entry.id, entry.signature)
        for key in _keys(entry):
            self._by_key[key].add(entry.id)

    def discard(self, id: str) -> None:
        """Forgets a document; one that is not there is no error."""
        entry = self._entries.pop(id, None)
        self._wordings.discard(id)
        for key in _keys(entry) if entry else ():
            self._by_key[key].discard(id)

    def resolve(self, citing: str, title_key: str, number_key: str) -> str | None:
        """The held document that `citing` means by a title and a number (either may be ""), or None.

        The number decides where it is known, then the whole title, then the title without the place in front, which
        only plans of the same place use. Of several, the first id, so that the order of ingest does not matter.
        """
        place = self._entries[citing].place_code if citing in self._entries else ""
        for key in (("number", number_key), ("title", title_key), ("short", title_key, place)):
            found = self._by_key.get(key, set()) - {citing} if all(key) else set()
            if found:
                return min(found)
        return None

    def alike(self, id: str) -> list[tuple[str, float]]:
        """The held documents that are worded nearly like one of them, each with the share of wording in common."""
        return self._wordings.alike(id)


def entry_of(rows: Rows) -> Entry:
    """The entry of the document that the rows hold."""
    return entry_from(rows.nodes["Document", rows.document].properties, rows.document)


def entry_from(properties: Mapping[str, object], id: str) -> Entry:
    """The entry of a document from its properties; a property without a value counts as empty."""
    names = ("title_key", "short_key", "number_key", "place_code", "signature", "digest")
    return Entry(id, *(str(properties.get(name) or "") for name in names))


def _keys(entry: Entry) -> list[tuple[str, ...]]:
    keys = [("number", entry.number_key), ("title", entry.title_key), ("short", entry.short_key, entry.place_code)]
    return [key for key in keys if all(key)]
