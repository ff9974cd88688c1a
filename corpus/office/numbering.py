"""The numbers of a Word document's lists. Word keeps them apart from its text: without them 一、(一) 1. are lost."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from corpus.formats.numerals import write
from corpus.office.package import child, local, value, whole_number

BULLET = "●"  # for every bullet: Word's own are often private characters of a symbol font
LEVELS = 9
PLACE = re.compile(r"%([1-9])")
CLOSED = re.compile(r"[、)）.．章节条款篇:：●]$|^$")
CHAIN = 20  # styles based on styles; what goes on longer is a circle


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: the style of its numbers, the text around them (`第%1章`), its first number.

    `restarts` is false where the numbers run on through the whole document; `legal` where all are Arabic digits.
    """

    style: str
    text: str
    start: int
    restarts: bool
    legal: bool


@dataclass(slots=True)
class Series:
    """A list as it is being counted: its levels and the last number given on each, 0 where none was."""

    levels: dict[int, Level]
    counts: list[int] = field(default_factory=lambda: [0] * LEVELS)


class Numbering:
    """Counts through the lists of one document, paragraph after paragraph."""

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None) -> None:
        """Reads the parts numbering.xml and styles.xml; a document may have neither."""
        every = list(styles) if styles is not None else []
        self._styles = {value(style, "styleId"): style for style in every if local(style) == "style"}
        parts = list(numbering) if numbering is not None else []
        self._abstract = {value(part, "abstractNumId"): part for part in parts if local(part) == "abstractNum"}
        self._lists = {value(part, "numId"): part for part in parts if local(part) == "num"}
        self._series: dict[str | None, Series] = {}
        self._begun: set[str] = set()

    def number(self, paragraph: etree._Element) -> str:
        """The number in front of a paragraph as Word shows it, `（二）` or `1. `; empty where it stands in no list.

        Call it once for each paragraph, in order: it counts.
        """
        properties = child(paragraph, "pPr")
        name, depth = self._place(properties)
        if name is None or name not in self._lists:
            return ""
        series = self._series_of(name)
        level = series.levels.get(depth)
        if level is None:
            return ""
        self._count(series, depth, level)
        text = PLACE.sub(lambda match: self._written(series, int(match.group(1)) - 1, level.legal), level.text)
        text = BULLET if level.style == "bullet" else text.strip()
        return text if CLOSED.search(text) else f"{text} "

    def style_name(self, paragraph: etree._Element) -> str:
        """The name of a paragraph's style, such as `heading 1` or `toc 2`, in lower case."""
        style = self._styles.get(value(child(paragraph, "pPr", "pStyle")))
        return (value(child(style, "name")) or "").lower()

    def _place(self, properties: etree._Element | None) -> tuple[str | None, int]:
        """In which list a paragraph stands and on which level, by its own word or by its style's."""
        own = child(properties, "numPr")
        name, depth = value(child(own, "numId")), whole_number(child(own, "ilvl"))
        style = value(child(properties, "pStyle"))
        for _ in range(CHAIN):
            if name is not None or style is None:
                break
            inherited = child(self._styles.get(style), "pPr", "numPr")
            name = value(child(inherited, "numId"))
            if name is not None and depth is None:
                depth = whole_number(child(inherited, "ilvl"))
                depth = self._linked_level(name, style) if depth is None else depth
            style = value(child(self._styles.get(style), "basedOn"))
        return name, min(depth or 0, LEVELS - 1)

    def _linked_level(self, name: str, style: str) -> int | None:
        """The level of a list that says of itself that it belongs to a style."""
        abstract = self._abstract.get(value(child(self._lists.get(name), "abstractNumId")))
        levels = [level for level in (abstract if abstract is not None else ()) if local(level) == "lvl"]
        linked = next((level for level in levels if value(child(level, "pStyle")) == style), None)
        return whole_number(linked, "ilvl")

    def _series_of(self, name: str) -> Series:
        """The series that a list counts in: lists with one definition go on counting, one with its own start begins."""
        entry = self._lists[name]
        key = value(child(entry, "abstractNumId"))
        overrides = [part for part in entry if local(part) == "lvlOverride"]
        if key not in self._series:
            self._series[key] = Series(self._levels(key))
        series = self._series[key]
        if name not in self._begun:
            self._begun.add(name)
            for override in overrides:
                self._override(series, override)
        return series

    def _levels(self, key: str | None, links: int = CHAIN) -> dict[int, Level]:
        """The levels of a list's definition, which may only point to a style that has them."""
        abstract = self._abstract.get(key)
        if abstract is None:
            return {}
        link = value(child(abstract, "numStyleLink"))
        if link is not None and links:
            name = value(child(self._styles.get(link), "pPr", "numPr", "numId"))
            return self._levels(value(child(self._lists.get(name), "abstractNumId")), links - 1)
        levels = [part for part in abstract if local(part) == "lvl"]
        return {whole_number(level, "ilvl") or 0: _level(level) for level in levels}

    @staticmethod
    def _override(series: Series, override: etree._Element) -> None:
        """What a list changes in its definition: another level, another first number."""
        depth = min(whole_number(override, "ilvl") or 0, LEVELS - 1)
        own = child(override, "lvl")
        if own is not None:
            series.levels = series.levels | {depth: _level(own)}
        start = whole_number(child(override, "startOverride"))
        if start is not None:
            series.counts[depth] = start - 1 if start else 0

    @staticmethod
    def _count(series: Series, depth: int, level: Level) -> None:
        """Goes on to the next number of a level, and lets the levels below it begin again."""
        series.counts[depth] = series.counts[depth] + 1 if series.counts[depth] else level.start
        for below in range(depth + 1, LEVELS):
            if below not in series.levels or series.levels[below].restarts:
                series.counts[below] = 0

    @staticmethod
    def _written(series: Series, depth: int, legal: bool) -> str:
        """The current number of a level in its style."""
        level = series.levels.get(depth)
        if level is None:
            return ""
        return write(series.counts[depth] or level.start, "decimal" if legal else level.style)


def _level(element: etree._Element) -> Level:
    """A level as numbering.xml defines it."""
    start = whole_number(child(element, "start"))
    return Level(
        style=value(child(element, "numFmt")) or "decimal",
        text=value(child(element, "lvlText")) or "",
        start=1 if start is None else start,
        restarts=value(child(element, "lvlRestart")) != "0",
        legal=child(element, "isLgl") is not None,
    )
