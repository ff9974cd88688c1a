"""Columns of tables of indicators: which hold names, units, owners and values, by what stands at their heads."""

from __future__ import annotations

from dataclasses import dataclass

from nlp.tables.column import BODIES, kind_of
from nlp.targets import place_noun
from nlp.targets.cell import year_of
from nlp.targets.scope import is_scope
from nlp.vocabulary import words

_LONGEST_PLACE = 6  # characters of a place at the head of a column


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table of indicators: of names from group to member, of units, of values with their heads."""

    name: list[int]
    unit: int | None
    values: list[tuple[int, str]]
    owners: list[int]

    @property
    def last_year(self) -> str | None:
        """The last of the years at the heads of values, in which what is added up over the years is reached."""
        return max(filter(None, (year_of(header) for _, header in self.values)), default=None)


def columns_of(header: list[str]) -> Columns | None:
    """What the columns of a table of indicators are; None for another table.

    An empty head behind that of the names belongs to it, as where 指标 stands above groups and their members.
    """
    kinds = [kind_of(text) for text in header]
    names = [at for at, kind in enumerate(kinds) if kind == "indicator"]
    if not names and "unit" in kinds:
        names = [at for at, kind in enumerate(kinds) if kind in ("project", "task")]
    if names and not "".join(header[names[-1] + 1 : names[-1] + 2]):
        names.append(names[-1] + 1)
    valued = [kind == "value" and not _is_score(text) for kind, text in zip(kinds, header, strict=True)]
    values = [(at, text) for at, text in enumerate(header) if valued[at] or (kinds[at] is None and is_place(text))]
    if not names or not values:
        return None
    owners = [at for at, kind in enumerate(kinds) if kind in BODIES]
    return Columns(names, kinds.index("unit") if "unit" in kinds else None, values, owners)


def is_place(header: str) -> bool:
    """True for a column of one place: 全市, 凯里市, 下司镇."""
    return is_scope(header) or (len(header) <= _LONGEST_PLACE and bool(place_noun.ending(header)))


def is_present(header: str) -> bool:
    """True for a column of what is or was: `2020年现状值`."""
    return any(word in header for word in words("target_tables", "present"))


def _is_score(header: str) -> bool:
    """True for a column of marks: 分值."""
    return any(word in header for word in words("target_tables", "scores"))
