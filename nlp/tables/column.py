"""Columns of tables: what kind of column a header names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from corpus.characters import HAN
from nlp.facts import Cell
from nlp.owners.label import role_of_label
from nlp.vocabulary import words

KINDS = (
    "no", "field", "task", "measure", "problem", "goal", "indicator", "unit", "value", "property", "owner", "lead",
    "cooperating", "supervising", "person", "time", "project", "place", "money", "remark",
)  # fmt: skip
_BODY_KINDS = {"lead": "lead", "responsible": "owner", "cooperating": "cooperating", "supervising": "supervising"}
_SAYS_WHAT = {"task", "project", "problem", "measure", "goal"}
_NAME_LENGTH = 16
BODIES = ("owner", "lead", "cooperating", "supervising")
_CARRYING = ("owner", "lead")
_YEAR = re.compile(rf"(?:(?:19|20)\d\d年?|十[三四五六]五末?)(?:度?(?P<work>(?!目标)[{HAN}]{{4}})|[{HAN}]{{0,6}})$")
# What stands in a header beside its name. A bracket that never closes is given up soon.
_REMARK = re.compile(r"\(.{0,200}?\)|\s")
_BESIDE = re.compile(rf"{_REMARK.pattern}|[*、/:及和与〔〕\[\]]")


def is_carried(kinds: Sequence[str | None], row: Sequence[Cell]) -> bool:
    """Whether a row says itself who carries its task, or its table has no column for that.

    Where it leaves 牵头单位 to the row above, it leaves 配合单位 to it as well.
    """
    carrying = [cell for kind, cell in zip(kinds, row, strict=False) if kind in _CARRYING]
    return not carrying or any(cell.text for cell in carrying)


@lru_cache(maxsize=4_096)
def kind_of(header: str) -> str | None:
    """The kind of column that a header names, or None for a text that is no header.

    `责任部门(标*为牵头单位)` is owner, `责任单位或牵头单位` lead, `主要任务` task and `2025年工作任务` as well;
    `2025年目标` is value, `加强水污染防治` none.
    """
    bare = _BESIDE.sub("", header)
    if not bare or len(bare) > 12:
        return None
    kinds = _header_kinds()
    for name in (bare, *(bare[len(word) :] for word in words("columns", "front") if bare.startswith(word))):
        if name in kinds:
            return kinds[name]
    if role := role_of_label(bare) or role_of_label(re.sub(r"\s", "", header)):
        return _BODY_KINDS[role]
    if year := _YEAR.match(bare):
        return kinds[year["work"]] if kinds.get(year["work"]) in ("task", "measure") else "value"
    return None


def kinds_of(headers: Iterable[str]) -> list[str | None]:
    """The kinds of all columns of a table, each read beside the others.

    In a table without indicators 单位 is a body and 目标 a goal: 任务, 单位, 时限 gives task, owner, time. A name that
    is not known has the kind that its end tells (创建内容), and beside bodies and times the first one left says what
    is to be done: 序号, 类目, 责任单位, 时限 gives no, task, owner, time.
    """
    names = list(headers)
    kinds = [kind_of(header) or kind_by_ending(header) for header in names]
    if kinds.count("project") > 1:  # 工程类别 beside 工程名称 says of which kind each is
        fields = words("columns", "field_endings")
        kinds = ["field" if name.endswith(fields) else kind for name, kind in zip(names, kinds, strict=True)]
    if "indicator" in kinds:
        return kinds
    if None in kinds and not _SAYS_WHAT & set(kinds) and {"owner", "lead"} & set(kinds):
        kinds[kinds.index(None)] = "task"
    plain = {"unit": "owner", "value": "goal"} if not {"owner", "lead"} & set(kinds) else {"value": "goal"}
    measured = sum(kind == "value" for kind in kinds) > 1
    return kinds if measured else [plain.get(kind or "", kind) for kind in kinds]


def kind_by_ending(name: str) -> str | None:
    """The kind that the last word of a header tells: 创建内容 is measure, 计划节点 time; 保障水安全 None."""
    bare = _REMARK.sub("", name)
    kinds = ("field", "task", "project", "measure", "problem", "goal", "time")
    found = (kind for kind in kinds if bare.endswith(words("columns", f"{kind}_endings")))
    return next(found, None) if len(bare) <= _NAME_LENGTH else None


@cache
def _header_kinds() -> dict[str, str]:
    return {word: kind for kind in KINDS for word in words("columns", kind)}
