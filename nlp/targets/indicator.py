"""Indicators: what targets measure, under one name whatever the plan calls it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from functools import cache, lru_cache

from nlp.vocabulary import Vocabulary, load
from nlp.wording import any_of, pattern

# Wordings that change nothing: 空气质量优良天数比率 is 空气优良天数的比例.
_DROPPED = re.compile(rf"\([^()]*\)|[“”‘’\"'《》\s△Δ]|的|{any_of('statements', 'fillers')}")
_SAME_WORDINGS = (
    (re.compile(r"比率|占比|比重"), "比例"),
    (re.compile(r"(?:达到?)?(?:或|及|和)?(?:优于|好于)(?:或|及)?(?:达到)?(?=(?:i-)?iii类)|达到或?优于"), "达到或优于"),
    (re.compile(r"i[-~—–至到]iii类"), "i-iii类"),
    (re.compile(r"(?:水体|水质)?断面比例|水质比例|水比例"), "水体比例"),
    (re.compile(r"水源水质|水源地水质"), "水源地水质"),
    (re.compile(r"饮用水水源"), "饮用水源"),
)
_REMEMBERED = 8192  # wordings whose indicator is kept, since plans repeat them
# Roman numerals become one character each, where lengths must be kept.
_CLASSES = str.maketrans("ⅠⅡⅢⅣⅤ", "一二三四五")
# What may follow the name of an indicator without changing it.
_TRAILING = pattern("statements", "indicator_tails", before="(?:", after=")*$")


@lru_cache(maxsize=_REMEMBERED)
def link(indicator: str, scope: str | None = None) -> str | None:
    """The id of the indicator that a target measures, from its wording and scope; None where the vocabulary has none.

    `空气质量优良天数比率` and `AQI优良率` are air.good_days_ratio, `农膜回收利用率` is agri.film_recovery; `污水处理率`
    is water.county_sewage_rate with the scope 县城 and water.urban_sewage_rate with 城市. `幸福感` has none.
    """
    wordings = [fold(wording) for wording in dict.fromkeys(((scope or "") + indicator, indicator))]
    for folded in dict.fromkeys((*wordings, *(_TRAILING.sub("", wording) for wording in wordings))):
        ending = [match for match in _folded().find(folded) if match.end == len(folded)]
        if ending:
            return ending[-1].entry.id
    return None


@lru_cache(maxsize=_REMEMBERED)
def known_tail(text: str) -> str | None:
    """The longest name of an indicator that ends a text, as written there; None where none does.

    `地表水国、省控断面达到或优于Ⅲ类水体比例` ends in 达到或优于Ⅲ类水体比例; `污水处理厂` may end in itself.
    """
    ending = [match for match in _written().find(text.translate(_CLASSES)) if match.end == len(text)]
    return text[ending[-1].start :] if ending else None


def fold(name: str) -> str:
    """A wording freed of what does not change its meaning, for comparison.

    `PM2.5年均浓度` and `PM2.5平均浓度` fold alike, and so do 占比, 比重 and 比例, Ⅲ and III, 达到或好于 and 达到或优于.
    """
    folded = unicodedata.normalize("NFKC", name).lower()
    folded = _DROPPED.sub("", folded)
    for wording, common in _SAME_WORDINGS:
        folded = wording.sub(common, folded)
    return folded


@cache
def _folded() -> Vocabulary:
    """The vocabulary of indicators with all names folded."""
    return _renamed(fold)


@cache
def _written() -> Vocabulary:
    """The vocabulary of indicators with names of the length they are written with."""
    return _renamed(lambda name: name.translate(_CLASSES))


def _renamed(rename: Callable[[str], str]) -> Vocabulary:
    """The vocabulary of indicators with every name in another writing."""
    entries = {}
    for entry in load("indicators").entries.values():
        label, *aliases = dict.fromkeys(map(rename, entry.names))
        negative = tuple(dict.fromkeys(map(rename, entry.negative)))
        entries[entry.id] = replace(entry, label=label, aliases=tuple(aliases), english=(), negative=negative)
    return Vocabulary("indicators", entries)
