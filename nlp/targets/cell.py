"""Cells of tables of indicators: what their wording says of name, unit, year and value."""

from __future__ import annotations

import re
from functools import cache

from corpus.characters import HAN
from nlp.facts import Cell, Op, Target
from nlp.targets import operator, outcome, quantity, scope, unit
from nlp.targets.indicator import link
from nlp.targets.operator import CHANGES
from nlp.wording import pattern

_NUMBER = re.compile(
    r"(?P<lead>\D*?)(?P<number>\d[\d.,]*(?:[-~—–至]\d[\d.,]*)?[十百千]?[万亿]?)(?P<rest>.*)", re.DOTALL
)
_CUMULATIVE = re.compile(r"[\[(〔【]\s*(.*?)\s*[\])〕】]")
_BASELINE = re.compile(r"^[较比]?20\d\d年(?:相比)?")
_NAME_MARKS = re.compile(r"^(?:\(?\d{1,2}[.、)]|[①-⑳]|\(略\)|[★*△])+|[★*]+$|\s+")
_YEAR = re.compile(r"(?<![\d较比])(20\d\d)(?!\d)")
# PM10浓度较2024年|下降(%): the year that a change is measured against is none of the name.
_COMPARED = re.compile(r"(?:较|比|相比)?(?P<year>20\d\d)年(?:相比)?\Z")


def target_of(name: str, value: Cell, said_unit: str, place: str | None = None, rule: str = "table") -> Target | None:
    """The target, without id and text, in a cell of values of the thing named; None where it says no single number.

    `优良天数比率(%)` with the cell `≥98` gives >= 98 %; with `完成上级下达任务` none. `万元GDP用水量下降(%)` with `16`
    gives a decrease of 万元GDP用水量.
    """
    found = read_value(value.text, said_unit if said_unit.strip("-—/ ") else unit_of(name))
    wording = name_of(name)
    if found is None or not wording:
        return None
    op, amount = found
    wording, change = change_of(wording)
    compared = _COMPARED.search(wording) if change else None
    where, indicator = scope.split(wording[: compared.start()] if compared else wording)
    return Target(
        id="",
        task=None,
        indicator=indicator,
        op=change if change and op == "=" else op,
        value=amount.value,
        value2=amount.value2,
        unit=amount.unit,
        text="",
        start=value.start,
        end=value.end,
        scope=place or where,
        baseline=compared["year"] if compared else None,
        canonical=link(indicator, place or where),
        rule=rule,
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
    change = before.op if before.op in CHANGES else None
    return change or operator.strongest(before.op, amount.op) or "=", amount


def change_of(name: str) -> tuple[str, Op | None]:
    """A name without the word of change in it, and the change: `化学需氧量排放量下降`, `新增治理面积`.

    A name that is one of change itself keeps it (`能耗降低率`), and so does one that says nothing without it.
    """
    opens = _gained().match(name)
    ends = operator.tail(name)
    if opens:
        return name[opens.end() :], "increase"
    if ends.op in CHANGES and len(name) - ends.length > 1:
        return name[: len(name) - ends.length].rstrip("较比"), ends.op
    return name, None


def name_of(text: str) -> str:
    """The name of an indicator without enumerator, star, unit and breaks: `1.森林覆盖率(%)*` is 森林覆盖率."""
    return unit.cut(_NAME_MARKS.sub("", _NAME_MARKS.sub("", text.replace("\n", ""))))[0]


def unit_of(text: str) -> str:
    """The unit that closes a name or a header, stars aside: % of `森林覆盖率(%)*`, the empty text for 森林覆盖率."""
    return unit.cut(_NAME_MARKS.sub("", text))[1] or ""


def year_of(text: str) -> str | None:
    """The last year that a header names: `2025年目标值`; the end of a five-year plan for `“十四五”目标`."""
    years = _YEAR.findall(text)
    return years[-1] if years else None


@cache
def _gained() -> re.Pattern[str]:
    """A word of gain before a name: 新增|治理面积."""
    return pattern("target_tables", "gained", after=f"(?=[{HAN}]{{2}})")


@cache
def _unit_pattern() -> re.Pattern[str]:
    """A unit with what may multiply it: 万亩."""
    return re.compile(unit.scaled())
