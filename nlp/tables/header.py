"""Headers: where a row of words names the columns of a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from corpus.characters import HAN
from corpus.words import alternatives, beginning
from nlp.facts import Cell
from nlp.tables.column import BODIES, KINDS, kind_by_ending, kind_of
from nlp.vocabulary import words
from nlp.wording import any_of, pattern

# A table without a column of one of these says nothing of work.
_CORE = {"task", "measure", "problem", "indicator", "project"}
_UNKNOWN_LENGTH = 6
_NAME_LENGTH = 14
_ENDING_LENGTH = 10
_LEAST = 3
_WIDEST = 14
_SHORTEST = 10
_LABEL = pattern("roles", "clause_openings", after=f"(?:{any_of('roles', 'label_nouns')})")
# How far around the name of a column of bodies a header without blanks may reach.
_REACH = 48
# Words side by side; a number that counts the first row may stick to the last of them.
_SPACED = re.compile(r"(?<!\S)[^\s。,;:、|]{2,14}(?: [^\s。,;:、|]{1,14}){2,}(?!\S)")
_WORD = re.compile(rf"\S+?(?=(?<!\d)1(?![年月])[{HAN}])|\S+")


def names_columns(row: Sequence[Cell]) -> bool:
    """True where most cells of a row name columns, or short ones at least a column of bodies and another one.

    `序号 | 任务 | 牵头单位` and `指标 | 单位 | 2025年现状 | 2026年目标` do, `1 | 疏浚河道 | 市水务局` does not.
    """
    names = [cell.text for cell in row if cell.text]
    kinds = [kind_of(name) or kind_by_ending(name) for name in names]
    known = sum(kind is not None for kind in kinds)
    if known < 2:
        return False
    bodies = any(kind in BODIES for kind in kinds) and all(len(name) <= _NAME_LENGTH for name in names)
    return known * 2 > len(kinds) or bodies


def header_length(names: Sequence[str]) -> int:
    """How many of the words, from the first on, name the columns of a table; 0 unless they make a header.

    The first and the last are known, all but one between them at least by their ends, and they say what is to be done:
    `序号, 整治类别, 主要任务, 责任单位, 疏浚内河` gives 4; `目标, 措施` gives 0.
    """
    exact: list[str | None] = []
    unknown = 0
    for name in names:
        kind = kind_of(name)
        if kind is None and (not exact or not _may_name(name, unknown)):
            break
        if kind == "value" and exact[-1:] == [None] and "time" in exact:
            # 任务, 时限, 责任单位, 疏浚内河, 2024年: the year stands in the first row already.
            break
        unknown += kind is None and kind_by_ending(name) is None
        exact.append(kind)
    while exact and exact[-1] is None:
        exact.pop()
    known = {kind or kind_by_ending(name) for kind, name in zip(exact, names, strict=False)} - {None}
    return len(exact) if len(known) >= _LEAST and _CORE & known else 0


def _may_name(word: str, unknown: int) -> bool:
    """True for an unknown word that may name a column, beside so many of which not even the end is known."""
    return len(word) <= _ENDING_LENGTH if kind_by_ending(word) else not unknown and len(word) <= _UNKNOWN_LENGTH


def unnested(header: Sequence[Cell]) -> list[Cell]:
    """The header with the names of a second line, 牵头部门 and 配合部门, in the place of the 责任单位 above them.

    Of 任务 | 责任单位 | 计划 | 牵头部门 | 配合部门 the last two stand under 责任单位, before 计划, and so they do where
    计划 is missing; 任务 | 责任单位 | 配合部门 stays as it is.
    """
    kinds = [kind_of(head.text) for head in header]
    lower = next((at for at in range(len(kinds)) if all(kind in BODIES for kind in kinds[at:])), len(kinds))
    upper = kinds.index("owner") if "owner" in kinds[: max(lower - 1, 0)] else None
    if upper is None and kinds[lower : lower + 2] == ["owner", "lead"]:
        upper, lower = lower, lower + 1
    if upper is None or len(kinds) - lower < 2:
        return [*header]
    return [*header[:upper], *header[lower:], *header[upper + 1 : lower]]


def header_in(line: str) -> list[tuple[int, int]]:
    """The spans of the names of a header that stands within a line; nothing where none does.

    One in `附件 任务 责任单位 完成时限 疏浚内河. 市水务局`, one in `分工表序号工作内容责任单位备注1疏浚内河`;
    none in `明确工作目标、责任单位、完成时限`. It says by whom or by when, or how much of what
    (`指标 单位 2025年`): prose lists 任务, 目标 and 措施 as well.
    """
    if len(line) < _SHORTEST:
        return []
    for run in _SPACED.finditer(line):
        names = [(run.start() + name.start(), run.start() + name.end()) for name in _WORD.finditer(run[0])]
        kinds = [kind_of(line[slice(*name)]) for name in names]
        for first in range(len(names) - _LEAST + 1):
            if kinds[first] == "indicator" in kinds[first + 1 :]:
                # 表1 主要指标 序号 指标 单位: the first of them is the title.
                continue
            spans = names[first : first + _WIDEST]
            spans = spans[: header_length([line[slice(*name)] for name in spans])]
            if _heads_cells(line, spans):
                return spans
    for label in _LABEL.finditer(line):
        start = max(0, label.start() - _REACH)
        for glued in _glued().finditer(line, start, label.end() + _REACH):
            spans = [name.span() for name in _name().finditer(line, *glued.span())]
            if header_length([line[slice(*span)] for span in spans]) and _heads_cells(line, spans):
                return spans
    return []


def work_and_bodies(text: str, start: int, end: int) -> list[Cell]:
    """The names of a column of work and of two columns of bodies side by side, behind that of the numbers; or nothing.

    Of `序号主要任务任务分解及实施进度牵头单位配合单位2018年` it is 序号, 主要任务, 牵头单位, 配合单位.
    """
    names = [Cell(name[0], *name.span()) for name in _name().finditer(text, start, end)]
    kinds = [kind_of(name.text) for name in names]
    for at in range(2, len(names) - 1):
        joined = names[at].end == names[at + 1].start and kinds[at] in BODIES and kinds[at + 1] in BODIES
        if joined and "no" in kinds[:at]:
            number = len(kinds[:at]) - 1 - kinds[at - 1 :: -1].index("no")
            work = next((name for name, kind in zip(names, kinds, strict=True) if kind in _CORE), None)
            return [names[number], work, names[at], names[at + 1]] if work and number < at else []
    return []


def _heads_cells(line: str, spans: Sequence[tuple[int, int]]) -> bool:
    """True for names of columns that say who, when or how much."""
    kinds = {kind_of(line[slice(*span)]) for span in spans}
    return bool({"time", *BODIES} & kinds) or {"indicator", "value"} <= kinds


@cache
def _glued() -> re.Pattern[str]:
    return re.compile(f"{beginning(_names())}(?:{_name().pattern}){{{_LEAST},}}")


@cache
def _name() -> re.Pattern[str]:
    return re.compile(alternatives(_names()))


@cache
def _names() -> frozenset[str]:
    """The known names of columns, of two characters or more; 牵头单位责任单位 is two."""
    names = {word for kind in KINDS for word in words("columns", kind) if len(word) > 1}
    bodies = {word for kind in BODIES for word in words("columns", kind)}
    joined = {word for word in bodies if any(word.startswith(one) and word[len(one) :] in bodies for one in bodies)}
    return frozenset(names - joined)
