"""Tables of places: a place in every row, a measure or work at the head of every column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.characters import HAN
from nlp.facts import Cell, Table, Target
from nlp.targets import scope, unit
from nlp.targets.cell import name_of, target_of, unit_of, year_of
from nlp.targets.indicator import link
from nlp.vocabulary import words
from nlp.wording import any_of, pattern

RULE = "table of places"
"""The rule of targets read here."""

_CAPTION = 120  # characters above a table that may name it and its unit
_SAID_UNIT = re.compile(r"单位[::]\s*([^\s,;。()]{1,12})")
# 单位:行政村个数
_COUNTED = re.compile(rf"(?P<thing>[{HAN}]{{2,}}?)(?P<unit>{unit.pattern()})数?")
# 人工造林分镇任务表, 农村改厕任务分解表
_TITLED = re.compile(
    rf"(?:20\d\d年?(?:度|[-~—–至]20\d\d年)?)?(?P<named>[{HAN}]{{3,20}}?)(?:分[{HAN}]{{1,3}})?(?:年度)?"
    rf"(?:{any_of('target_tables', 'setting')})+(?:分解|分配|安排)?表[^\n]{{0,30}}\s*\Z"
)
_KINDS = ("time", "share", "mass rate", "area", "length", "money")
_DATED = re.compile(r"^(?:到|至)?20\d\d年?度?")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of values: the name of what is measured, its unit (empty for none) and year."""

    at: int
    name: str
    unit: str
    year: str | None


def read(text: str, table: Table) -> Iterator[Target]:
    """The targets of a table with a place in every row, without ids.

    `县(市、区) | 优良天数比率(%)` with `凯里市 | 99` gives one with the scope 凯里市, `乡镇 | 人工造林` under
    `任务分解表 单位:亩` with `进化镇 | 500` 500亩 of 人工造林. The row of a sum has no scope. A head may have two
    lines, the lower one with years. Columns of 人口 or 投资 give none, nor does a table that sets nothing.
    """
    heads, rows = _heads(text, table)
    place = next((at for at, head in enumerate(heads[:2]) if head[0] in words("target_tables", "places")), None)
    if place is None:
        return
    columns = list(_columns(heads, place, text[max(table.start - _CAPTION, 0) : table.start]))
    for row in rows:
        where = name_of(row[place].text)
        if not where or len({id(cell) for cell in row}) == 1:
            continue
        named = where if where not in words("target_tables", "sums") else None
        for column in columns:
            target = target_of(column.name, row[column.at], column.unit, named, RULE)
            if target is not None:
                target.start, target.year = row[place].start, column.year
                yield target


def _heads(text: str, table: Table) -> tuple[list[list[str]], list[list[Cell]]]:
    """The lines of the head of every column, from the top, and the rows below the head."""
    header, rows = table.header, table.rows
    if header is None:
        if not rows:
            return [], []
        header, rows = rows[0], rows[1:]
    heads = [[_close(cell.text)] for cell in header]
    above = _line_above(text, table.start, header[0].start)
    if len(above) == len(heads):
        heads = [[upper, *head] for upper, head in zip(above, heads, strict=True)]
    elif rows and all(year_of(cell.text) for cell in rows[0][-2:]):
        heads = [[*head, _close(cell.text)] for head, cell in zip(heads, rows[0], strict=True)]
        rows = rows[1:]
    return heads, rows


def _line_above(text: str, start: int, header: int) -> list[str]:
    """The cells of the line above the header, an empty one filled with the one before it, since it is merged."""
    line = text[start:header].rstrip("\n").rpartition("\n")[2]
    cells: list[str] = []
    for cell in line.split("\t") if "\t" in line else []:
        cells.append(_close(cell) or (cells[-1] if cells else ""))
    return cells


def _close(text: str) -> str:
    """A text without its blanks: 优良天数 of `优良 天数`."""
    return "".join(text.split())


def _columns(heads: list[list[str]], place: int, caption: str) -> Iterator[Column]:
    """The columns of values: known indicators, and in a table that sets something whatever has a unit."""
    said = _SAID_UNIT.search(caption)
    units, counted = _units(said[1]) if said else ([], "")
    sets = pattern("target_tables", "setting").search(caption + "".join(line for head in heads for line in head))
    for at in range(place + 1, len(heads)):
        head = heads[at]
        year = next((year for line in reversed(head) if (year := year_of(line))), None)
        name = next((_DATED.sub("", line) for line in head if line and not _is_year(line)), "")
        name = name or (counted or _named_above(caption) if year and units else "")
        measure = unit_of(name) or (_fitting(name_of(name), units) if units else "")
        worked = bool(sets and measure) and _is_worked(name, unit.kind_of_scaled(measure))
        if len(heads) > place + 2 and name_of(name) in words("target_tables", "sums"):
            continue
        if link(name_of(name)) or (worked and not pattern("target_tables", "described", "scores").search(name)):
            yield Column(at, name, measure, year)


def _is_worked(name: str, kind: str | None) -> bool:
    """True for a column of things, and one of persons whose name says a work: 户厕新改建(户); not 受益人口(人)."""
    return kind not in ("money", "person", None) or (
        kind == "person" and pattern("statements", "doing", "works").search(name_of(name)) is not None
    )


def _units(said: str) -> tuple[list[str], str]:
    """The units that a caption says, and what they count where it says that too: 个 and 行政村 of 行政村个数."""
    counted = _COUNTED.fullmatch(said)
    return ([counted["unit"]], counted["thing"]) if counted else (said.split("、"), "")


def _named_above(caption: str) -> str:
    """What a table of years measures by its caption: 人工造林 of 甲县2024—2026年人工造林分镇任务表; empty for none."""
    titled = _TITLED.search(caption)
    return scope.lead(_DATED.sub("", titled["named"]))[1] if titled else ""


def _fitting(name: str, said: list[str]) -> str:
    """The one of the units above a table that fits a measure: 天 of 微克/立方米、天 for 优良天数; the first if none."""
    wanted = next((kind for kind in _KINDS if name.endswith(words("target_tables", f"measured_in.{kind}"))), None)
    return next((each for each in said if unit.kind_of_scaled(each) == wanted), said[0])


def _is_year(line: str) -> bool:
    """True for a line that names nothing but a year: 2025年, 2025年目标, 目标; not for 2025年新增造林."""
    rest = name_of(_DATED.sub("", line))
    return pattern("target_tables", "setting", before="(?:", after=")*").fullmatch(rest) is not None
