"""The names that a corpus holds, by which a question is tied to it: documents, places, bodies, waters, projects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from nlp.places.gazetteer import load_names


@dataclass(frozen=True, slots=True)
class HeldDocument:
    """A document of the corpus as questions refer to it.

    `places` are the names and GB/T 2260 codes of its territory and of those above, from the province down.
    """

    id: str
    source: str
    part: str | None
    title: str | None
    kind: str
    places: tuple[str, ...] = ()
    issued: str | None = None

    @property
    def territory(self) -> str | None:
        """The name of the territory that it governs itself; None where none was read."""
        return next((place for place in reversed(self.places) if not place.isdigit()), None)


@dataclass(frozen=True)
class Lexicon:
    """What the corpus can be asked about; `bodies`, `waters` and `projects` are names as documents write them."""

    documents: tuple[HeldDocument, ...] = ()
    bodies: frozenset[str] = frozenset()
    waters: tuple[str, ...] = ()
    projects: tuple[str, ...] = ()

    @cached_property
    def place_names(self) -> dict[str, str]:
        """Every name, Chinese and English, by which a held territory goes, and the name that documents carry for it.

        嵊州, 嵊州市, shengzhou all give 嵊州市; 杭州市's province 浙江 gives 浙江省.
        """
        codes = {code: name for code, name in self._territories() if code}
        names = {name: name for _, name in self._territories()}
        for name, entries in load_names().items():
            for entry in entries:
                if entry.code in codes:
                    names[name] = codes[entry.code]
        short = {name[:-1]: full for name, full in names.items() if len(name) > 3 and name[-1] in "村镇乡"}
        return {**short, **names}

    def _territories(self) -> Iterator[tuple[str, str]]:
        """Code and name of each territory; the code is empty where it has none."""
        for document in self.documents:
            names = [place for place in document.places if not place.isdigit()]
            codes = sorted(place for place in document.places if place.isdigit())
            codes += [""] * (len(names) - len(codes))
            yield from zip(codes, names, strict=False)

    @cached_property
    def territories(self) -> frozenset[str]:
        """The names of the territories that documents govern themselves, without those above."""
        return frozenset(document.territory for document in self.documents if document.territory)

    def governed_by(self, place: str) -> tuple[str, ...]:
        """The ids of the documents that govern a territory or part of it, by name or code."""
        return tuple(document.id for document in self.documents if place in document.places)
