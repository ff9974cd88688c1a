"""The names that a corpus holds, by which a question is tied to it: documents, places, bodies, waters, projects."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from nlp.bilingual.spelling import sound
from nlp.bodies import body
from nlp.facts import Place
from nlp.places import place as places
from nlp.places.gazetteer import load_names
from nlp.vocabulary import load

BODY_ENDS = "局委办厅"
# So much of a title is a wording that may name its document.
LEAST_TITLE = 6
_WATER_KIND = re.compile(r"(?:水库|运河|水道|湿地|湖|河|江|溪|湾|水|海|渠|沟|港|干沟|支沟)$")


@dataclass(frozen=True, slots=True)
class HeldDocument:
    """A document of the corpus as questions refer to it.

    `places` are the names and GB/T 2260 codes of its territory and of those above, from the province down, `number` is
    its own (环办〔2024〕4号) in one spelling, `period` the first and the last year that it plans for.
    """

    id: str
    source: str
    part: str | None
    title: str | None
    kind: str
    places: tuple[str, ...] = ()
    issued: str | None = None
    number: str | None = None
    period: tuple[str | None, str | None] = (None, None)

    @property
    def territory(self) -> str | None:
        """The name of the territory that it governs itself; None where none was read."""
        return next((place for place in reversed(self.places) if not place.isdigit()), None)


@dataclass(frozen=True)
class Lexicon:
    """What the corpus can be asked about; `bodies`, `waters` and `projects` are names as documents write them.

    What every question needs of all names is made once: a store of thousands of documents has thousands of each.
    """

    documents: tuple[HeldDocument, ...] = ()
    bodies: frozenset[str] = frozenset()
    waters: tuple[str, ...] = ()
    projects: tuple[str, ...] = ()

    @cached_property
    def by_id(self) -> dict[str, HeldDocument]:
        """The documents by their ids."""
        return {document.id: document for document in self.documents}

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

    @cached_property
    def longest_places(self) -> tuple[tuple[str, str], ...]:
        """The keys of `place_names` in small letters and as they are, the longest first."""
        return tuple((name.lower(), name) for name in sorted(self.place_names, key=len, reverse=True))

    @cached_property
    def longest_bodies(self) -> tuple[str, ...]:
        """The names of bodies, the longest first."""
        return tuple(sorted(self.bodies, key=len, reverse=True))

    @cached_property
    def longest_waters(self) -> tuple[str, ...]:
        """The names of waters, the longest first."""
        return tuple(sorted(self.waters, key=len, reverse=True))

    @cached_property
    def waters_heard(self) -> dict[str, tuple[str, ...]]:
        """The waters by the sound of their whole names: wuliangsuhai gives 乌梁素海."""
        return _by_sound((sound(name), name) for name in self.waters)

    @cached_property
    def waters_called(self) -> dict[str, tuple[str, ...]]:
        """The waters by the sound of their names, with their kind and without: 钱塘江 by qiantangjiang and qiantang."""
        return _by_sound((sound(one), name) for name in self.waters for one in {name, _WATER_KIND.sub("", name)})

    @cached_property
    def named(self) -> tuple[str, ...]:
        """The names of projects, waters and bodies, in which an English question may mean a place by its pinyin."""
        return (*self.projects, *self.waters, *sorted(self.bodies))

    @cached_property
    def bare_bodies(self) -> frozenset[str]:
        """The names of bodies and of functions, without their level: of 州水务局 the 州 may end a place."""
        known = {name for entry in load("functions").entries.values() for name in (entry.label, *entry.aliases)}
        known |= {body.without_level(name) for name in self.bodies}
        return frozenset(name for name in known if name.endswith(tuple(BODY_ENDS)))

    @cached_property
    def homes(self) -> tuple[Place, ...]:
        """Places near which other places are looked for: the territories that the gazetteer knows, by their names.

        Of the counties of one prefecture the first stands for all, since none is nearer to a third place.
        """
        found = (place for name in sorted(self.territories) if (place := places.find(name)))
        homes: dict[str, Place] = {}
        for place in found:
            homes.setdefault(place.code[:4] if place.code and place.level == "county" else place.name, place)
        return tuple(homes.values())

    @cached_property
    def titles(self) -> str:
        """The titles of all documents, one a line: what stands not in it stands in no title."""
        return "\n".join(document.title or "" for document in self.documents)

    @cached_property
    def title_parts(self) -> frozenset[str]:
        """Every stretch of `LEAST_TITLE` characters of a title: what is no shorter and stands in one begins with it."""
        titles = {document.title or "" for document in self.documents}
        return frozenset(title[at : at + LEAST_TITLE] for title in titles for at in range(len(title) - LEAST_TITLE + 1))

    def governed_by(self, place: str) -> tuple[str, ...]:
        """The ids of the documents that govern a territory or part of it, by name or code."""
        return tuple(document.id for document in self.documents if place in document.places)


def _by_sound(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """The names of each sound."""
    found: dict[str, tuple[str, ...]] = {}
    for heard, name in pairs:
        found[heard] = (*found.get(heard, ()), name)
    return found
