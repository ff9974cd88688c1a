"""The unit that a question asks a number in: 多少亩 asks for 亩, `what share` for per cent."""

from __future__ import annotations

import re
from functools import cache

from nlp.bodies.body import any_of
from nlp.vocabulary import load, words


def unit_asked(text: str) -> str | None:
    """The unit of the value asked for, as plans write it; None where the question leaves it open.

    `建设多少公里` gives 公里, `how many hectares` 公顷, `what percentage` %; `要达到多少` gives None.
    """
    chinese = _chinese().search(text)
    if chinese:
        return chinese[1]
    english = _english().search(text)
    if english:
        entry = load("units").lookup(english[1]) or load("units").lookup(english[1] + "s")
        return entry.label if entry else None
    return "%" if any(re.search(rf"\b{word}\b", text, re.IGNORECASE) for word in words("questions", "share")) else None


@cache
def _chinese() -> re.Pattern[str]:
    names = {name for entry in load("units").entries.values() for name in (entry.label, *entry.aliases)}
    return re.compile(rf"(?:多少|几)万?亿?({any_of(name for name in names if not name.isascii())})")


@cache
def _english() -> re.Pattern[str]:
    names = {name for entry in load("units").entries.values() for name in (*entry.english, *entry.aliases)}
    listed = any_of(name for name in names if name.isascii())
    return re.compile(rf"how many (?:\w+ )?({listed})\b", re.IGNORECASE)
