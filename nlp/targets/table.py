"""Tables of indicators: a target for every row and column of values, or for every place and measured column."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from difflib import SequenceMatcher

from nlp.facts import Facts, Table, Target
from nlp.owners.table import owners_in
from nlp.targets import place_table
from nlp.targets.cell import change_of, name_of, target_of, unit_of, year_of
from nlp.targets.indicator import fold
from nlp.targets.indicator_column import Columns, columns_of, is_place, is_present
from nlp.targets.year import Calendar

_LONGEST_GROUP = 20  # characters of the heading of a group of rows
_ALIKE = 0.85  # share of common characters from which a row restates the text


def find(facts: Facts) -> list[tuple[Table, list[Target]]]:
    """The tables of indicators or places with the targets in them, without ids and years from outside the table.

    `指标名称 | 单位 | 2025年` with `森林覆盖率 | % | ≥68` gives one for 2025; `县(市、区) | 优良天数比率(%)` with
    `凯里市 | 99` gives one with the scope 凯里市, and so does 凯里市 at the head of a column. A column of 现状值 gives
    results; a column of 分值 and a row without a number give none, nor does a row that is a task.
    """
    starts = [task.start for task in sorted(facts.tasks, key=lambda task: task.start)]
    found: list[tuple[Table, list[Target]]] = []
    columns, above = None, None
    for table in facts.tables:
        if bisect_left(starts, table.start) != bisect_left(starts, table.end):
            continue
        header = [cell.text for cell in table.header or next(iter(table.rows), [])]
        goes_on = table.header is None and above is not None and _continues(facts.text, above, table)
        columns, above = columns_of(header) or (columns if goes_on else None), table
        targets = [*_by_rows(facts, table, columns)] if columns else []
        found.append((table, [*targets, *place_table.read(facts.text, table)]))
    return [(table, targets) for table, targets in found if targets]


def _continues(text: str, above: Table, table: Table) -> bool:
    """True where nothing but the heading of a group parts a table without a head from the one above it."""
    between = text[above.end : table.start].strip()
    same = bool(above.rows and table.rows) and len(above.rows[0]) == len(table.rows[0])
    return same and len(between) <= _LONGEST_GROUP and not re.search(r"[\n。]", between)


def settle(facts: Facts, calendar: Calendar, found: list[tuple[Table, list[Target]]]) -> Iterator[Target]:
    """The targets found in tables, in reading order, with the years and tasks that stand above their table.

    A year before the plan makes a result. Rows that restate what the text has said are counted and left out.
    """
    for table, targets in found:
        section, task = facts.section_at(table.start), facts.task_at(table.start)
        annexed = section is not None and section.role == "annex"
        outside = [said for said in facts.targets if not table.start <= said.start < table.end]
        for target in targets:
            target.year = target.year or calendar.above(table.start, section)
            if target.year and calendar.writing.now and int(target.year) < calendar.writing.now:
                target.status = "result"
            if any(_restates(target, said, annexed) for said in outside):
                facts.reject("number: a row that restates the text")
                continue
            target.task = task.id if task else None
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


def _by_rows(facts: Facts, table: Table, columns: Columns) -> Iterator[Target]:
    """A table that names an indicator in every row, and years or places at the heads of its columns."""
    group = ""
    for row in table.rows:
        if len({id(cell) for cell in row}) == 1:
            continue
        names = [row[at] for at in columns.name if len(name_of(row[at].text)) > 1]
        if not names:
            continue
        name, group = names[-1], names[0].text if len(names) > 1 else group
        said = row[columns.unit].text if columns.unit is not None else ""
        for at, header in columns.values:
            place = header if is_place(header) else None
            target = target_of(name.text, row[at], said or unit_of(header) or _shared_unit(name.text, group), place)
            if target is None:
                continue
            change = change_of(name_of(group))[1] if _shared_unit(name.text, group) else None
            target.op = change or target.op
            target.start = min(name.start, target.start)
            target.year = year_of(header) or (columns.last_year if "累计" in header else None)
            target.status = "result" if is_present(header) else "target"
            for cell in (row[owner] for owner in columns.owners):
                target.owners += owners_in(facts.text, cell.start, cell.end, "responsible")
            yield target


def _shared_unit(name: str, group: str) -> str:
    """The unit that a group says for its members: 主要污染物减排(%) | 氨氮; empty where a member has its own."""
    return "" if unit_of(name) or name == group else unit_of(group)
