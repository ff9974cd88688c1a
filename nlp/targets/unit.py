"""Units of quantities: how they are written, what kind they are, how one is expressed in another."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from nlp.vocabulary import Entry, load

# Characters of units that stand in several forms: hm2 and hm², μ as a Greek letter or as the micro sign.
_BY = re.compile("/|每")
_VARIANTS = {"m2": "m[2²]", "m3": "m[3³]", "μ": "[μµ]"}


@cache
def pattern() -> str:
    """Regular expression (text) of one unit as plans write it, made of the vocabulary of units.

    Matches `吨`, `微克/立方米`, `微克每立方米`, `起/每万枚`, `立方米/万元`, `吨/(月·平方公里)`, `吨/平方公里·月`,
    `个百分点`; matches neither `处` in `处理` nor `日` alone, which is a date.
    """
    every = load("units").entries.values()
    alone = _choice(entry for entry in every if not entry.more.get("per_only"))
    below = _choice(every)
    single = rf"(?:/每?|每)[百千万亿]*?(?:{below})(?:GDP)?(?:[·•](?:{below}))?"
    return rf"(?:{alone})(?:{single}|/\((?:{below})[·.•*](?:{below})\))?"


@cache
def scaled() -> str:
    """Regular expression (text) of one unit with what may multiply it: 万亩, 千瓦时."""
    return rf"[十百千]?[万亿]?(?:{pattern()})"


def kind_of_scaled(unit: str) -> str | None:
    """The kind of a unit with what may multiply it: area of 万亩."""
    return kind(unit.lstrip("十百千万亿"))


def cut(name: str) -> tuple[str, str | None]:
    """A name and the unit that closes it: `PM2.5浓度(微克/立方米)`, `森林覆盖率(%)`, `满意程度%`; None for no unit."""
    match = _closing().search(name)
    return (name[: match.start()], match["bracket"] or match["sign"]) if match else (name, None)


@cache
def kind(unit: str | None) -> str | None:
    """The kind of a unit (share, area, count, …); for a unit made of two the kind of the first with `rate` behind it.

    `亩` gives area, `吨/日` and `微克/立方米` give mass rate; None for no unit or one not known.
    """
    numerator, *below = _BY.split(unit or "", maxsplit=1)
    entry = load("units").lookup(numerator)
    if entry is None:
        return None
    return f"{entry.more['kind']} rate" if below else str(entry.more["kind"])


def convert(value: float, unit: str, other: str) -> float | None:
    """The value in another unit of the same base: 1 `平方公里` is 100 `公顷`, 1 `μg/m3` 1 `微克/立方米`; None where the
    two cannot be compared."""
    if unit == other:
        return value
    (one, *below), (another, *beneath) = _BY.split(unit, maxsplit=1), _BY.split(other, maxsplit=1)
    if below != beneath and (_meant(below) is None or _meant(below) is not _meant(beneath)):
        return None
    source, target = load("units").lookup(one), load("units").lookup(another)
    if source is None or target is None:
        return None
    if source is target:
        return value
    if "base" not in source.more or source.more["base"] != target.more.get("base"):
        return None
    return float(value * source.more["times"] / target.more["times"])


def _meant(below: list[str]) -> Entry | None:
    """The unit below the stroke: that of cubic metres for 立方米 and m3 alike; None for none, or one not known."""
    return load("units").lookup(below[0]) if below else None


@cache
def _closing() -> re.Pattern[str]:
    """The unit at the end of a name: 森林覆盖率|(%)."""
    return re.compile(rf"(?:\((?P<bracket>{scaled()})\)?|(?P<sign>[%‰]))$")


def _choice(entries: Iterable[Entry]) -> str:
    """Alternatives of all names, longest first, each refusing the negative labels that begin with it."""
    entries = list(entries)
    refused = [label for entry in entries for label in entry.negative]
    names = sorted({name for entry in entries for name in (entry.label, *entry.aliases)}, key=len, reverse=True)
    return "|".join(_guarded(name, refused) for name in names)


def _guarded(name: str, refused: list[str]) -> str:
    """One name that does not run on into a longer word; letters in either case, but for a single one (5G, 4A)."""
    longer = [re.escape(label[len(name) :]) for label in refused if label.startswith(name) and label != name]
    if name.isascii() and name.isalnum():
        longer.append("[A-Za-z]")
    any_case = name.isascii() and (len(name) > 1 or name == "L")
    written = f"(?i:{re.escape(name)})" if any_case else re.escape(name)
    for plain, other in _VARIANTS.items():
        written = written.replace(plain, other)
    return written + (f"(?!{'|'.join(longer)})" if longer else "")
