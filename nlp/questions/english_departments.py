"""Departments that an English question names: by the English names of functions, by a field with an organ beside it."""

from __future__ import annotations

import re
from functools import cache

from nlp.questions.department import Department
from nlp.questions.mask import Mask
from nlp.questions.words import plain
from nlp.vocabulary import Entry, load, words
from nlp.wording import any_of

# What stands before the last field of a bureau named by several: `Culture, Sports and` of `… and Tourism Bureau`.
_FIELDS = re.compile(r"(?:\b[A-Z][a-z]+(?: [A-Z][a-z]+)*, )+(?:[A-Z][a-z]+(?: [A-Z][a-z]+)*,? and )$")


def find_in_english(mask: Mask) -> list[Department]:
    """The departments named in an English question, taken out of it in order: `the EPB`, `transport authorities`,
    `the Culture, Sports and Tourism Bureau`, of `the water and forestry bureaus` both."""
    found: list[tuple[int, Department]] = []
    for match in load("functions").find(mask.rest):
        if _is_department(match.name, match.entry):
            start = _begin(mask.rest, match.start)
            found.append((start, Department(mask.take(start, match.end), match.entry.id)))
    for named in _headed().finditer(mask.rest):
        head = named["before"] or named["after"]
        start, function = _begin(mask.rest, named.start()), _heads()[re.sub(r"[\s-]+", " ", head.lower())]
        wording, other = mask.take(start, named.end()), _other(named)
        if other:
            wording = wording.replace(f" and {named['second']}", "")
            found.append((named.start("second"), other))
        found.append((start, Department(wording, function)))
    for start, _ in found:
        level = _english_level().search(mask.rest[:start])
        if level:
            mask.take(level.start(), start)
    return [department for _, department in sorted(found, key=lambda pair: pair[0])]


def _other(named: re.Match[str]) -> Department | None:
    """The second of two whose organ is said once in the plural: forestry of `water and forestry bureaus`."""
    second, organ = named["second"] or "", named["organ"] or ""
    function = _heads().get(second.lower()) if organ.lower().endswith("s") else None
    return Department(f"{second} {organ}", function) if function else None


def _begin(text: str, start: int) -> int:
    """Where the name of a department begins whose last field does so at `start`: at Culture in `the Culture, Sports and
    Tourism Bureau`, which is one; `the water and transport bureaus` are two."""
    fields = _FIELDS.search(text[:start])
    return fields.start() if fields else start


@cache
def _english_level() -> re.Pattern[str]:
    """Words of level right before a department: municipal, `the county`."""
    return re.compile(rf"(?:\b{plain('english_level').pattern}\s*)+$", re.IGNORECASE)


def _is_department(name: str, entry: Entry) -> bool:
    """Whether an English name tells a department by itself: `water bureau`, police; not `village`, school, company."""
    organs = words("questions", "english_organ")
    return any(name.lower().endswith(organ) or name.lower().startswith(f"{organ} of") for organ in organs) or (
        name.lower() in words("questions", "english_department")
    )


@cache
def _heads() -> dict[str, str]:
    """What stands before the organ in English names: `natural resources` gives natural_resources."""
    organs = any_of("questions", "english_organ")
    cut = re.compile(rf"(?:^(?:{organs}) (?:of|for) )|(?: (?:{organs})$)", re.IGNORECASE)
    heads: dict[str, str] = {}
    for entry in load("functions").entries.values():
        for name in entry.english:
            head = cut.sub("", name.lower())
            if head != name.lower() and head not in ("general", "people's"):
                heads.setdefault(head.replace("-", " "), entry.id)
        for head in words("questions", "english_heads"):
            key, _, function = head.partition("=")
            if function == entry.id:
                heads.setdefault(key, entry.id)
    return heads


@cache
def _headed() -> re.Pattern[str]:
    """A head with an organ before or behind it: `transport authorities`, `office of emergency management`."""
    heads = "|".join(re.escape(head).replace(r"\ ", r"[\s-]+") for head in sorted(_heads(), key=len, reverse=True))
    organs = any_of("questions", "english_organ")
    levels = any_of("questions", "english_level")
    return re.compile(
        rf"\b(?P<before>{heads})(?: and (?P<second>\w+))?\s+(?:sub-?)?(?:{levels})?\s*(?P<organ>{organs})\b"
        rf"|\b(?:{organs})\s+(?:of|for)\s+(?:the\s+)?(?P<after>{heads})\b",
        re.IGNORECASE,
    )
