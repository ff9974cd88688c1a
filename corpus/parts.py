"""Compilations: one file that holds several texts, each under a heading such as 环境保护工作方案篇三."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.characters import NUMERALS
from corpus.document import Damage
from corpus.han_number import count
from corpus.repairs.repaired import Repaired
from corpus.words import any_of

NUMBER = rf"(?P<number>[{NUMERALS}百]{{1,5}}|\d{{1,3}})"
KINDS = tuple(
    re.compile(form, re.MULTILINE)
    for form in (
        rf"^(?P<base>[^\n。;]{{0,40}}?)[ (【]?(?P<name>篇 ?{NUMBER})[)】]?:?$",
        rf"^(?P<base>[^\n。;]{{0,40}}?)[ (【]?(?P<name>第{NUMBER}篇)[)】]?(?:[: ][^\n。;]{{0,40}})?$",
        rf"^[(【]?(?P<name>(?P<base>{any_of('lines', 'specimens')}){NUMBER})[)】]?:?$",
        rf"^(?P<name>(?P<base>[^\n\d。,;:]{{2,36}}(?:{any_of('lines', 'repeated_kinds')}))"
        r"(?P<number>\d{1,2}))(?:\(全文\d+字\))?$",
    )
)
CHAPTER = re.compile(rf"^第[{NUMERALS}百\d]{{1,4}}章", re.MULTILINE)
FIRST_HEADING = re.compile("^一、", re.MULTILINE)
SAME_BASE = 0.6  # of the headings of a compilation, this share repeats one title
LARGEST_STEP = 3  # from one number to the next; headings can be lost
LEAST = 30  # characters of a part; a line of a table of contents has none
READABLE = 600  # characters before the first part that make them a text of their own


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a part: where its line begins and ends, the name (篇三), its number, and the title around it."""

    start: int
    end: int
    name: str
    number: int
    base: str


def split(repaired: Repaired) -> list[tuple[str | None, Repaired]]:
    """The parts of a compilation with their names (篇三), or the whole text under the name None.

    环保工作计划篇一 … 篇二, 方案(篇1), 第一篇:…, 范文一, 保护环境方案1 are headings where they count up and repeat a
    title; 第一篇 总论 above 第一章 is a book's, and a table of contents has no text under its lines. What stands before
    the first part is a text of its own if it is long, otherwise it is left out with a mark on the first part.
    """
    headings = max((chain for kind in KINDS for chain in _chains(repaired.text, kind)), key=_reach, default=[])
    if not headings:
        return [(None, repaired)]
    starts = [heading.start for heading in headings]
    names = [heading.name.replace(" ", "") for heading in headings]
    ends = [*starts[1:], len(repaired.text)]
    parts = [(n, repaired.part(start, end)) for n, start, end in zip(names, starts, ends, strict=True)]
    lead = repaired.part(0, starts[0])
    if len(lead.text) >= READABLE:
        return [(None, lead), *parts]
    return [(names[0], _with_lead(parts[0][1], lead.text)), *parts[1:]]


def _chains(text: str, kind: re.Pattern[str]) -> Iterator[list[Heading]]:
    """The runs of headings of one kind that count up, each with text under it, and are parts of a compilation."""
    found = [
        Heading(match.start(), match.end(), match["name"], count(match["number"]), match["base"].strip(" :("))
        for match in kind.finditer(text)
    ]
    chain: list[Heading] = []
    for place, heading in enumerate(found, start=1):
        after = found[place].start if place < len(found) else len(text)
        if chain and not 0 < heading.number - chain[-1].number <= LARGEST_STEP:
            if _is_compilation(chain, text):
                yield chain
            chain = []
        if after - heading.end >= LEAST:
            chain.append(heading)
    if _is_compilation(chain, text):
        yield chain


def _is_compilation(chain: list[Heading], text: str) -> bool:
    """Whether headings that count up are those of separate texts: they repeat a title, or each text counts anew."""
    if len(chain) < 2 or chain[0].number > 2:
        return False
    same = Counter(heading.base for heading in chain).most_common(1)[0][1] >= SAME_BASE * len(chain)
    if chain[0].name.startswith("第"):
        return same and not CHAPTER.search(text) and len(FIRST_HEADING.findall(text, chain[0].start)) > 1
    return same


def _reach(chain: list[Heading]) -> int:
    """How many texts a chain of headings parts."""
    return len(chain)


def _with_lead(part: Repaired, lead: str) -> Repaired:
    """The first part, with a mark on what stood before it and was left out."""
    if not lead:
        return part
    note = f"before the first part stood: {len(lead):,} characters from “{lead[:12]}”"
    return Repaired(part.text, part.offsets, (Damage("lead-in", 0, 0, note), *part.damage))
