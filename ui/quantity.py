"""Quantity: the value of a target as people write it, with its unit in the language of the page."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ui.words import language, say

UNITS = Path(__file__).parent / "units.yaml"
SIGNS = {">=": "≥", "<=": "≤", "=": "", ">": ">", "<": "<", "~": "≈", "range": "", "increase": "↑", "decrease": "↓"}
CLASS, CLASSES = "类", ("", "Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ")  # of water, by their number
LARGE = {"": "", "百": "100 ", "千": "1,000 ", "万": "10,000 ", "亿": "100 million "}
BELOW = re.compile(r"/每?|每")
PART = re.compile(r"([百千万亿]?)(.+)")
Row = dict[str, Any]


@cache
def english() -> dict[str, str]:
    """Units as plans write them to what English pages write."""
    told = yaml.safe_load(UNITS.read_text("utf-8"))
    return {unit: name for name, units in told.items() for unit in units}


def value(row: Row) -> str:
    """A value as people write it: `≥ 99.2%`, `10–20天`, `↑ 5%`, `Ⅲ类`; on English pages `10–20 days`, `Grade Ⅲ`."""
    numbers = [number for number in (row["value"], row.get("value2")) if number is not None]
    return f"{SIGNS.get(row['op'], row['op'])} {counted(numbers, row['unit'] or '')}".strip()


def counted(numbers: list[float], unit: str) -> str:
    """Numbers with their unit: a class by its Roman number, close to the number what belongs to it."""
    if unit == CLASS:
        return say("water_class", number="–".join(CLASSES[int(number)] for number in numbers))
    number, named = "–".join(f"{number:,.10g}" for number in numbers), unit_of(unit)
    close = language() == "zh" or named.startswith(("%", "‰", "-"))
    return f"{number}{'' if close else ' '}{named}".strip()


def unit_of(unit: str) -> str:
    """A unit in the language of the page: `吨/日` is `t/day`, `起/每万枚` is `cases/10,000`; one not known stays."""
    return unit if language() == "zh" else "/".join(map(part_of, BELOW.split(unit)))


def part_of(unit: str) -> str:
    """A unit, or what stands on one side of its stroke, in English: `万元` is `10,000 yuan`."""
    known = english()
    if unit in known or not (large := PART.fullmatch(unit)) or large[2] not in known:
        return known.get(unit, unit)
    return f"{LARGE[large[1]]}{known[large[2]]}".strip()


def since(row: Row) -> str:
    """The year that a change is measured against: `较2020年`; "" where none is told."""
    return say("since", year=row["baseline"]) if row.get("baseline") else ""
