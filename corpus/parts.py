"""Compilations: one file that holds several texts, each under a heading such as 环境保护工作方案篇三."""

from __future__ import annotations

import re

from corpus.document import Damage
from corpus.repaired import Repaired

HEADING = re.compile(r"^(?:[^\n,。;:]{0,30}?)【?(篇[一二三四五六七八九十百\d]{1,4})】?[::]?$", re.MULTILINE)


def split(repaired: Repaired) -> list[tuple[str | None, Repaired]]:
    """The parts of a compilation with their names (篇三), or the whole text under the name None."""
    headings = list(HEADING.finditer(repaired.text))
    if len(headings) < 2:
        return [(None, repaired)]
    ends = [heading.start() for heading in headings[1:]] + [len(repaired.text)]
    return [
        (heading.group(1), _cut(repaired, heading.start(), end)) for heading, end in zip(headings, ends, strict=True)
    ]


def _cut(repaired: Repaired, start: int, end: int) -> Repaired:
    """A span of a repaired text, with its own offsets and damage."""
    end = start + len(repaired.text[start:end].rstrip())
    damage = tuple(
        Damage(d.kind, d.start - start, d.end - start, d.note)
        for d in repaired.damage
        if start <= d.start and d.end <= end
    )
    return Repaired(repaired.text[start:end], repaired.offsets[start : end + 1], damage)
