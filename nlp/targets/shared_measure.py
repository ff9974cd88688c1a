"""Shared measures: what only the last member of a list says of all, or only the first: 化肥、农药|利用率."""

from __future__ import annotations

import re

from nlp.targets import place_noun, scope
from nlp.targets.indicator import known_tail
from nlp.targets.statement import Thing
from nlp.vocabulary import words
from nlp.wording import any_of, pattern

# 单位GDP能源消耗和二氧化碳排放 are both by the unit.
_PER = re.compile(rf"(?:{any_of('statements', 'per')})(?:{any_of('statements', 'products')})|人均")
_PER_ANY = pattern("statements", "per", after="|人均")


def share_out(parts: list[str]) -> list[Thing]:
    """Each member with the measure that only the last one says, and with the scope that only the first one says.

    `化肥`, `农药利用率` are 化肥利用率 and 农药利用率; `县城甲率`, `乙率` are both of 县城, and 单位GDP能源消耗 and
    二氧化碳排放 both by the unit.
    """
    where, first = scope.lead(parts[0])
    last = parts[-1]
    if per := _PER.match(first):
        return [(where, part if _PER_ANY.match(part) else per[0] + part) for part in (first, *parts[1:])]
    measured = [part.endswith(words("statements", "measures")) for part in parts]
    if all(measured):
        return _with_scope(parts)
    if any(measured[:-1]):
        return [scope.split(part) for part in parts]
    if last in words("statements", "parallels"):
        return [(where, part) for part in (first, *parts[1:])]
    own, measure = scope.lead(last)
    if own and measure and all(scope.is_scope(part) for part in parts[:-1]):
        return [*((part, measure) for part in parts[:-1]), (own, measure)]
    measure = last[len(_own_words(parts)) :]
    return [*((where, _ended(part, measure)) for part in [first or parts[0], *parts[1:-1]]), (where, last)]


def _with_scope(parts: list[str]) -> list[Thing]:
    """Measures of their own, with the scope that the first of them says: 县城甲率、乙率.

    What is measured in the country holds in no town: 城区污水处理率、|农村生活垃圾收运率.
    """
    where, first = scope.split(parts[0])
    further = [scope.split(part) for part in parts[1:]]
    parted = where in words("scopes", "kinds") and any(_is_rural(thing) for _, thing in further)
    return [(where, first), *((own or (None if parted else where), thing) for own, thing in further)]


def _own_words(parts: list[str]) -> str:
    """What the last member says of itself alone, before the measure: 农药 of 农药利用率."""
    last = parts[-1]
    own = leading(last) or _before_rate(last) or place_noun.opening(last) or last.removesuffix(known_tail(last) or "")
    if own and own != last:
        return own
    # Members of a list are alike in length: 铁路、水路货运量; 工业涂料、油墨使用比例 are where they cannot be.
    beside = parts[-2] if len(parts) > 2 else scope.lead(parts[0])[1] or parts[0]
    return last[: len(beside)] if len(beside) + 1 < len(last) else last[:2]


def leading(text: str) -> str:
    """The thing known to share measures that opens a text: `氨氮重点工程减排量` opens with 氨氮."""
    match = pattern("statements", "parallels").match(text)
    return match[0] if match else ""


def _before_rate(last: str) -> str:
    """What stands before a rate that says little by itself: 工业副产石膏|利用率; the empty text where none does."""
    rate = next((rate for rate in words("scopes", "short_measures") if last.endswith(rate)), "")
    return last.removesuffix(rate) if rate else ""


def _ended(part: str, ends: str) -> str:
    """A member with the end of the last one, said once where it has begun already: 灵活性改造 and 改造规模."""
    said = next((size for size in range(len(ends), 0, -1) if part.endswith(ends[:size])), 0)
    return part + ends[said if said > 1 else 0 :]


def _is_rural(measure: str) -> bool:
    """True for what is measured in the country, which holds in no town: 农村生活垃圾收运率."""
    return measure.startswith(words("scopes", "rural"))
