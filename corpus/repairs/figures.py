"""Letters that a scanner read for figures: `2O25年l0月` is 2025年10月."""

from __future__ import annotations

import re

from corpus.characters import HAN
from corpus.repairs.draft import Draft

ALIKE = str.maketrans("OolI曰", "0011日")
# What is counted or dated right behind a number tells that a letter alone is one.
UNIT = "[%年月日曰个座家项条处台辆套眼口株户人名次件万亿千百亩公吨米倍元立毫微]"
# Figures with letters among them, apart from other letters; O3 and O2 are gases, 5l is a volume.
MIXED = re.compile(
    r"(?=[0-9OolI曰])(?:(?<![A-Za-z0-9.])(?=[0-9OolI.,]{0,30}\d)(?=[0-9.,]{0,30}[OolI])(?!O[23](?![0-9OolI]))"
    rf"[0-9OolI]+(?:[.,][0-9OolI]+)*(?![A-Za-z0-9])(?<!(?<=\d)l(?![{HAN}%]))"
    r"|(?<=PM)1O(?![A-Za-z0-9])"
    r"|(?<=[0-9OolI])曰)"
)
# Letters alone, which are figures where others are: on a page without any they may be what is left of a word.
ALONE = re.compile(
    rf"(?<=[{HAN}(])l[Ol]{{0,3}}(?={UNIT})|^\(?l(?=[.、)][{HAN}])",
    re.MULTILINE,
)


def mend_figures(draft: Draft) -> Draft:
    """The draft with figures for the letters that stand among them: `1O0%` is 100%, `l.实施` is 1.实施.

    Names with letters stay: O3, CO2, VOCs, 10l, GB3838.
    """
    if MIXED.search(draft.text) is None:
        return draft
    return draft.substituted(MIXED, _mended).substituted(ALONE, _mended)


def _mended(match: re.Match[str]) -> str:
    """The figures that the letters of a match stand for."""
    return match[0].translate(ALIKE)
