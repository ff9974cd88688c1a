"""Component `water_bodies`: the named rivers, lakes, reservoirs, canals, bays and wetlands of a document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from corpus.characters import HAN
from nlp.facts import Facts, Mention
from nlp.references.book_title import inside_titles
from nlp.tasks.names import names_by_task
from nlp.vocabulary import load
from nlp.water_bodies.evidence import shown_to_be_waters
from nlp.water_bodies.grammar import find_names
from nlp.water_bodies.item import with_neighbours, with_works
from nlp.water_bodies.list import settled_by_cells, settled_by_lists
from nlp.water_bodies.name import WHOLE, WaterName
from nlp.water_bodies.shared_head import counted_reservoirs, rivers_by_character, with_shared_heads
from nlp.water_bodies.street import channels_of_streets
from nlp.water_bodies.table import names_in_tables
from nlp.wording import pattern

_BARE_CANAL = re.compile(r"(?:(?<=[、,。;:和及与以沿])|^)运河(?![区镇乡村街路])", re.MULTILINE)

# 责任领导:肖玉兰、|罗文江
_PERSONS = pattern("columns", "person", before="(?:", after=rf"):(?:[{HAN}]{{2,4}}、){{0,4}}\Z")
_PERSON, _REACH = 3, 28  # characters of a name that may be a person's, and how far ahead it may be said to be one


@Language.component("shanshui_water_bodies")
def read_water_bodies(doc: Doc) -> Doc:
    """Fills `facts.water_bodies` with every mention of a named water, and the canonical names into the tasks.

    Reads `长江、黄河干流`, `滇池、抚仙湖等九大高原湖泊`, `京杭大运河(扬州段)`, `黎平八舟河湿地`. Reads no water in
    `入河排污口`, `从江、榕江等县`, `黄河路`, `《长江保护法》`.
    """
    facts: Facts = doc._.facts
    text = facts.text
    names = with_works(list(settled_by_cells(find_names(text), text)), text)
    listed = [
        *with_shared_heads(settled_by_lists(names, text), text),
        *counted_reservoirs(text),
        *rivers_by_character(text),
        *channels_of_streets(text),
    ]
    told = list(_outside_titles(_whole(listed), facts))
    shown = sorted(shown_to_be_waters(told, facts), key=lambda name: name.start)
    tabled = {name.start: name for name in names_in_tables(facts)}
    believed = set(shown)
    taken = [name for name in told if name.rule != WHOLE or name in believed]
    running = (name for name in with_neighbours(shown, taken, text) if name.start not in tabled)
    waters = _mentions(sorted([*running, *tabled.values()], key=lambda name: name.start))
    facts.water_bodies = sorted(waters + _short_forms(waters, facts), key=lambda mention: mention.start)
    found = [(mention.start, mention.canonical) for mention in facts.water_bodies]
    for task, named in names_by_task(facts.tasks, found):
        task.water_bodies = named
    return doc


def _whole(names: list[WaterName]) -> Iterator[WaterName]:
    """The names in reading order, none inside another: of `磨子潭、龙河口两大水库` neither 磨子潭 nor 龙河."""
    end = 0
    for name in sorted(names, key=lambda name: (name.start, -name.end, -len(name.text))):
        if name.end > end:
            end = name.end
            yield name


def _outside_titles(names: Iterable[WaterName], facts: Facts) -> Iterator[WaterName]:
    """The names that stand neither in the title of a cited document nor among persons: 责任领导:肖玉兰、罗文江."""
    inside = inside_titles(facts.text)
    for name in names:
        if inside[name.start]:
            facts.reject("water: inside the title of a document")
        elif len(name.text) == _PERSON and _PERSONS.search(facts.text, max(0, name.start - _REACH), name.start):
            facts.reject("water: the name of a person")
        else:
            yield name


def _short_forms(waters: list[Mention], facts: Facts) -> list[Mention]:
    """The places where 运河 alone stands for the canal first named in full, or for itself in a list of waters."""
    full = next((mention for mention in waters if mention.name.endswith("运河")), None)
    name, canonical = (full.name, full.canonical) if full else ("运河", "运河")
    ends = {mention.end for mention in waters}
    found = []
    for match in _BARE_CANAL.finditer(facts.text):
        if full or match.start() - 1 in ends:
            found.append(Mention(name, canonical, match.start(), match.end(), rule="short form"))
        else:
            facts.reject("water: 运河 without a name")
    return found


def _mentions(names: list[WaterName]) -> list[Mention]:
    """The mentions of the names; a water goes by its label where the document uses it, else by its first name."""
    known = load("water_bodies")
    labels = [entry.label if (entry := known.lookup(name.text)) else name.text for name in names]
    called: dict[str, str] = {}
    for name, label in zip(names, labels, strict=True):
        if label not in called or name.text == label:
            called[label] = name.text
    return [
        Mention(called[label], label, name.start, name.end, rule=name.rule)
        for name, label in zip(names, labels, strict=True)
    ]
