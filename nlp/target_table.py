"""Tables of indicators: a target for every row and column of values, or for every place and measured column."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from nlp import place_table
from nlp.column import BODIES, kind_of
from nlp.facts import Facts, Table, Target
from nlp.indicator import fold
from nlp.owner_table import owners_in
from nlp.scope import is_scope
from nlp.subject import place_tail
from nlp.target_cell import name_of, target_of, unit_of, year_of
from nlp.target_year import Calendar
from nlp.vocabulary import words

_LONGEST_PLACE = 6  # characters of a place at the head of a column
_ALIKE = 0.85  # share of common characters from which a row restates the text


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table of indicators: names, units, and the columns of values with their years."""

    name: list[int]
    unit: int | None
    values: list[int]
    owners: list[int]


def read(facts: Facts, calendar: Calendar) -> Iterator[Target]:
    """The targets of all tables of a document, without ids, in reading order.

    `指标名称 | 单位 | 2025年` with `森林覆盖率 | % | ≥68` gives one for 2025; `县(市、区) | 优良天数比率(%)` with
    `凯里市 | 99` gives one with the scope 凯里市, and so does 凯里市 at the head of a column. A column of 现状值, or of
    a year before the plan, gives results; a column of 分值 and a row without a number give none.
    """
    for table in facts.tables:
        section = facts.section_at(table.start)
        annexed = section is not None and section.role == "annex"
        for target in (*_by_rows(facts, table), *place_table.read(facts.text, table)):
            if facts.task_at(target.start) is None:
                target.year = target.year or calendar.above(table.start, section)
                if target.year and calendar.now and int(target.year) < calendar.now:
                    target.status = "result"
                outside = (said for said in facts.targets if not table.start <= said.start < table.end)
                if any(_restates(target, said, annexed) for said in outside):
                    facts.reject("number: a row that restates the text")
                    continue
                target.text = facts.text[target.start : target.end]
                yield target


def _restates(target: Target, said: Target, annexed: bool) -> bool:
    """True where a row says again what the text has said: the same value of the same indicator, in no other year.

    In an annex other names of the indicator count as the same; a table in the body restates its own words only.
    `农膜回收率 ≥85%` restates `农膜回收利用率不低于85%`; `公众对生态环境质量满意程度 ≥90%` does not restate
    `公众对生态文明建设的满意度不低于90%`.
    """
    if (
        target.value != said.value
        or said.status == "result"
        or (target.year and said.year and target.year != said.year)
    ):
        return False
    if target.rule == place_table.RULE and target.scope and target.scope != said.scope:
        return False
    if annexed and target.canonical and said.canonical:
        return target.canonical == said.canonical
    one, other = fold((target.scope or "") + target.indicator), fold((said.scope or "") + said.indicator)
    return one in other or other in one or SequenceMatcher(None, one, other).ratio() >= _ALIKE


def _by_rows(facts: Facts, table: Table) -> Iterator[Target]:
    """A table that names an indicator in every row, and years or places at the heads of its columns."""
    header = [cell.text for cell in table.header or next(iter(table.rows), [])]
    columns = _columns(header)
    if columns is None:
        return
    for row in table.rows:
        name = next((row[at] for at in reversed(columns.name) if len(name_of(row[at].text)) > 1), None)
        if name is None or len({id(cell) for cell in row}) == 1:
            continue
        said = row[columns.unit].text if columns.unit is not None else ""
        for at in columns.values:
            place = header[at] if _is_place(header[at]) else None
            target = target_of(name.text, row[at], said or unit_of(header[at]), place)
            if target is None:
                continue
            target.start = min(name.start, target.start)
            target.year = year_of(header[at])
            target.status = "result" if _is_present(header[at]) else "target"
            for cell in (row[owner] for owner in columns.owners):
                target.owners += owners_in(facts.text, cell.start, cell.end, "responsible")
            yield target


def _columns(header: list[str]) -> Columns | None:
    """What the columns of a table of indicators are; None for another table."""
    kinds = [kind_of(text) for text in header]
    names = [at for at, kind in enumerate(kinds) if kind == "indicator"]
    if not names and "unit" in kinds:
        names = [at for at, kind in enumerate(kinds) if kind in ("project", "task")]
    valued = [kind == "value" and not _is_score(text) for kind, text in zip(kinds, header, strict=True)]
    values = [at for at, text in enumerate(header) if valued[at] or (kinds[at] is None and _is_place(text))]
    if not names or not values:
        return None
    owners = [at for at, kind in enumerate(kinds) if kind in BODIES]
    return Columns(names, kinds.index("unit") if "unit" in kinds else None, values, owners)


def _is_place(header: str) -> bool:
    """True for a column of one place: 全市, 凯里市, 下司镇."""
    return is_scope(header) or (len(header) <= _LONGEST_PLACE and bool(place_tail(header)))


def _is_present(header: str) -> bool:
    """True for a column of what is or was: `2020年现状值`."""
    return any(word in header for word in words("target_tables", "present"))


def _is_score(header: str) -> bool:
    return any(word in header for word in words("target_tables", "scores"))
