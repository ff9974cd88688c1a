"""The unit that a question asks a number in: 多少亩 asks for 亩, `what share` for per cent."""

from __future__ import annotations

import re
from functools import cache

from corpus.words import alternatives
from nlp.targets.unit import kind
from nlp.vocabulary import load, words


def unit_asked(text: str) -> str | None:
    """The unit of the value asked for, as plans write it; None where the question leaves it open.

    `建设多少公里` gives 公里, `how many hectares` 公顷, `how many ponds` 个, `what percentage` %; `要达到多少` None.
    """
    chinese = _chinese().search(text)
    if chinese:
        return chinese[1]
    english = _english().search(text)
    if english:
        return label(english[1])
    told = _told().search(text)
    if told:
        return label(told[1])
    if re.search(r"\bhow many\b", text, re.IGNORECASE):
        return "个"
    return "%" if any(re.search(rf"\b{word}\b", text, re.IGNORECASE) for word in words("questions", "share")) else None


def label(english: str) -> str | None:
    """The unit of an English name as plans write it, in the singular or the plural: 公里 of `kilometre`; else None."""
    entry = load("units").lookup(english) or load("units").lookup(f"{english}s")
    return entry.label if entry else None


@cache
def amount_asked() -> re.Pattern[str]:
    """How a question asks for an amount with its unit: 多少公里, 百分之几, `how many kilometres`.

    Of `how many wells` the wells are what is asked about.
    """
    measured = [entry for entry in load("units").entries.values() if kind(entry.label) != "count"]
    names = alternatives(name for entry in measured for name in entry.english)
    return re.compile(rf"百分之(?:几|多少)|{_chinese().pattern}|how many (?:{names})\b", re.IGNORECASE)


@cache
def _chinese() -> re.Pattern[str]:
    entries = load("units").entries.values()
    names = {name for entry in entries for name in (entry.label, *entry.aliases) if not name.isascii()}
    other = alternatives(word for entry in entries for word in entry.negative)  # 多少方案 asks for no 方
    return re.compile(rf"(?:多少|几)万?亿?(?!{other})({alternatives(names)})")


@cache
def _english() -> re.Pattern[str]:
    names = {name for entry in load("units").entries.values() for name in (*entry.english, *entry.aliases)}
    listed = alternatives(name for name in names if name.isascii())
    return re.compile(rf"how many (?:\w+ )?({listed})\b", re.IGNORECASE)


@cache
def _told() -> re.Pattern[str]:
    """The unit at the end of a question that names no more than what is measured: `…, in tonnes?`."""
    measured = (entry for entry in load("units").entries.values() if kind(entry.label) != "count")
    names = alternatives(name for entry in measured for name in entry.english)
    return re.compile(rf"\bin ({names})\b\W*$", re.IGNORECASE)
