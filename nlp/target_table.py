"""Tables of indicators: a target for every row and column of values, or for every place and measured column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

from nlp import operator, outcome, quantity, scope, unit
from nlp.column import BODIES, kind_of
from nlp.facts import Cell, Facts, Op, Table, Target
from nlp.indicator import fold, link
from nlp.owner_table import owners_in
from nlp.target_year import Calendar
from nlp.vocabulary import words

_NUMBER = re.compile(
    r"(?P<lead>\D*?)(?P<number>\d[\d.,]*(?:[-~—–至]\d[\d.,]*)?[十百千]?[万亿]?)(?P<rest>.*)", re.DOTALL
)
_CUMULATIVE = re.compile(r"[\[(〔【]\s*(.*?)\s*[\])〕】]")
_BASELINE = re.compile(r"^[较比]?20\d\d年(?:相比)?")
_NAME_MARKS = re.compile(r"^(?:\(?\d{1,2}[.、)]|[①-⑳]|\(略\)|[★*△])+|[★*]+$|\s+")
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
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
    `凯里市 | 99` gives one with the scope 凯里市. A column of 现状值, or of a year before the plan, gives results; a
    column of 分值 and a row without a number give none.
    """
    for table in facts.tables:
        if table.header is None:
            continue
        section = facts.section_at(table.start)
        annexed = section is not None and section.role == "annex"
        for target in (*_by_rows(facts, table), *_by_places(table)):
            if facts.task_at(target.start) is None:
                target.year = target.year or calendar.heading(section)
                if target.year and calendar.now and int(target.year) < calendar.now:
                    target.status = "result"
                if any(_restates(target, said, annexed) for said in facts.targets):
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
    if annexed and target.canonical and said.canonical:
        return target.canonical == said.canonical
    one, other = fold((target.scope or "") + target.indicator), fold((said.scope or "") + said.indicator)
    return one in other or other in one or SequenceMatcher(None, one, other).ratio() >= _ALIKE


def _by_rows(facts: Facts, table: Table) -> Iterator[Target]:
    """A table that names an indicator in every row."""
    columns = _columns(table.header or [])
    if columns is None:
        return
    for row in table.rows:
        name = next((row[at] for at in reversed(columns.name) if len(_name(row[at].text)) > 1), None)
        if name is None or len({id(cell) for cell in row}) == 1:
            continue
        said = row[columns.unit].text if columns.unit is not None else ""
        for at in columns.values:
            target = _target(name, row[at], said or _unit_of((table.header or [])[at].text), None)
            if target is None:
                continue
            target.year = _year((table.header or [])[at].text)
            target.status = "result" if _is_present((table.header or [])[at].text) else "target"
            for cell in (row[owner] for owner in columns.owners):
                target.owners += owners_in(facts.text, cell.start, cell.end, "responsible")
            yield target


def _by_places(table: Table) -> Iterator[Target]:
    """A table with a place in every row and a known indicator at the head of a column."""
    header = table.header or []
    place = next((at for at in (0, 1) if at < len(header) and _bare(header[at].text) in _places()), None)
    if place is None:
        return
    for row in table.rows:
        where = _name(row[place].text)
        if not where or len({id(cell) for cell in row}) == 1:
            continue
        for at in range(place + 1, len(row)):
            if link(_name(header[at].text)) is None:
                continue
            named = where if where not in words("target_tables", "sums") else None
            target = _target(header[at], row[at], _unit_of(header[at].text), named)
            if target is not None:
                target.start, target.year = row[place].start, _year(header[at].text)
                yield target


def _places() -> tuple[str, ...]:
    return words("target_tables", "places")


def _columns(header: list[Cell]) -> Columns | None:
    """What the columns of a table of indicators are; None for another table."""
    kinds = [kind_of(cell.text) for cell in header]
    names = [at for at, kind in enumerate(kinds) if kind == "indicator"]
    if not names and "unit" in kinds:
        names = [at for at, kind in enumerate(kinds) if kind in ("project", "task")]
    values = [at for at, kind in enumerate(kinds) if kind == "value" and not _is_score(header[at].text)]
    if not names or not values:
        return None
    owners = [at for at, kind in enumerate(kinds) if kind in BODIES]
    return Columns(names, kinds.index("unit") if "unit" in kinds else None, values, owners)


def _is_present(header: str) -> bool:
    """True for a column of what is or was: `2020年现状值`."""
    return any(word in header for word in words("target_tables", "present"))


def _is_score(header: str) -> bool:
    return any(word in header for word in words("target_tables", "scores"))


def _target(name: Cell, value: Cell, said_unit: str, place: str | None) -> Target | None:
    """The target in a cell of values; None where it says no number, or several that hold under conditions."""
    found = read_value(value.text, said_unit if said_unit.strip("-—/ ") else _unit_of(name.text))
    wording = _name(name.text)
    if found is None or not wording:
        return None
    op, amount = found
    where, indicator = scope.split(wording)
    return Target(
        id="",
        task=None,
        indicator=indicator,
        op=op,
        value=amount.value,
        value2=amount.value2,
        unit=amount.unit,
        text="",
        start=min(name.start, value.start),
        end=value.end,
        scope=place or where,
        canonical=link(indicator, place or where),
        rule="table",
    )


def read_value(text: str, said_unit: str) -> tuple[Op, quantity.Quantity] | None:
    """Operator and quantity of a cell, with the unit that its column or row says.

    `≥95` with % is >= 95 %, `[18]` = 18, `下降4` decrease 4, `12.5` with 万亩 = 125000 亩, `全覆盖` = 100 %. None for
    `完成上级下达任务`, and for `东部:≥60;中西部:≥30`, which depends on where one is.
    """
    text = _BASELINE.sub("", text.strip())
    text = _CUMULATIVE.sub(r"\1", text) if _CUMULATIVE.fullmatch(text) else text
    parts = _NUMBER.fullmatch(text)
    if parts and not _unit_pattern().match(parts["rest"].lstrip()):
        text = parts["lead"] + parts["number"] + said_unit.strip("-—/ ") + parts["rest"]
    found = [*quantity.find(text), *outcome.find(text)]
    if len(found) != 1:
        return None
    amount = found[0]
    before = operator.tail(text[: amount.start].removesuffix("-"))
    if amount.start and text[amount.start - 1] == "-" and before.op is None:
        return "decrease", amount
    change = before.op if before.op in ("increase", "decrease") else None
    return change or operator.strongest(before.op, amount.op) or "=", amount


def _name(text: str) -> str:
    """The name of an indicator without enumerator, star, unit and breaks."""
    return unit.cut(_NAME_MARKS.sub("", _NAME_MARKS.sub("", text.replace("\n", ""))))[0]


def _unit_of(text: str) -> str:
    """The unit that closes a name or a header, stars aside; the empty text for none."""
    return unit.cut(_NAME_MARKS.sub("", text))[1] or ""


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _year(text: str) -> str | None:
    """The last year that a header names: `2025年目标值`; the end of a five-year plan for `“十四五”目标`."""
    years = _YEAR.findall(text)
    return years[-1] if years else None


@cache
def _unit_pattern() -> re.Pattern[str]:
    return re.compile(rf"[十百千]?[万亿]?(?:{unit.pattern()})")
