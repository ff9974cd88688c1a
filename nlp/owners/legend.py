"""Legends: what a document says once about reading its lists of owners, `(列首位的为牵头单位,其他为配合单位)`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nlp.facts import Owner, Role
from nlp.owners.label import role_of_label

# 列第一位的为牵头单位, 排名第一的单位为牵头单位, 第一责任单位为牵头单位
_FIRST = "(?:列|排|排名|排序|排列|位列)在?(?:最前|第一|首|前(?=[位面列]))(?:位|个|名|面|列)?"
_IS_LEAD = r"(?:为|是|即)[^。,;)\n]{0,6}牵头"
FIRST_LEADS = re.compile(rf"{_FIRST}[^。,;)\n]{{0,10}}?{_IS_LEAD}|第一个?(?:责任)?(?:单位|部门)?{_IS_LEAD}")
_OTHERS = re.compile(r"[^。)\n]{0,10}[,;]其(?:他|它|余)[^。,;)\n]{0,8}?(?:为|是|即)(?P<role>[^。,;)\n]{2,6})")
_SEMICOLON = re.compile(
    r"分号(?:之|以)?前[^。,;)\n]{0,8}?(?:为|是|即)(?P<before>[^。,;)\n]{2,6})"
    r"(?:[,;、](?:分号)?(?:之|以)?后[^。,;)\n]{0,8}?(?:为|是|即)(?P<behind>[^。,;)\n]{2,6}))?"
)
# What stands between two names of different lists: 市水务局)。建设管网。(责任单位:市住建局
_NEXT_LIST = re.compile(r"[。:\n]|[(\[【〔]$")
_LISTS = ("label", "bracket", "column")


@dataclass(frozen=True, slots=True)
class Legend:
    """The roles of the owners that a list names without one: up to its first semicolon, or the first, and behind it."""

    before: Role
    behind: Role
    at_semicolon: bool


def legend_in(text: str) -> Legend | None:
    """The legend of a document; None where it has none.

    `(分号前为牵头单位,分号后为配合单位)`, `(分号前为牵头单位)`, `(列首位的为牵头单位)`; `市水务局为牵头单位` is none.
    """
    if (parted := _SEMICOLON.search(text)) is not None:
        before, behind = role_of_label(parted["before"]), role_of_label(parted["behind"] or "责任单位")
        return Legend(before, behind, at_semicolon=True) if before and behind else None
    if (first := FIRST_LEADS.search(text)) is None:
        return None
    others = _OTHERS.match(text, first.end())
    return Legend("lead", (role_of_label(others["role"]) if others else None) or "responsible", at_semicolon=False)


def apply_legend(text: str, legend: Legend, owners: list[Owner]) -> None:
    """Gives the owners of a task that lists name without a role the one that the legend says.

    By `(列首位的为牵头单位)` 市水务局 leads in `(市水务局、市住建局)`, but not beside `牵头单位:市住建局`.
    Where a list gives some of its names a role of their own, its first name still leads if nobody else does.
    """
    listed = sorted((owner for owner in owners if owner.rule in _LISTS), key=lambda owner: owner.start)
    if not listed or listed[0].role != "responsible":
        return
    if all(owner.role == "responsible" for owner in listed):
        _divide(text, legend, listed)
    elif not legend.at_semicolon and all(owner.role != "lead" for owner in owners):
        listed[0].role = legend.before


def _divide(text: str, legend: Legend, listed: list[Owner]) -> None:
    passed = False
    for above, owner in zip([None, *listed], listed, strict=False):
        between = text[above.end : owner.start] if above else ":"
        opens = _NEXT_LIST.search(between) is not None
        passed = not opens and (passed or (";" in between if legend.at_semicolon else True))
        owner.role = legend.behind if passed else legend.before
