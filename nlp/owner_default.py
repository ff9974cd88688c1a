"""What a document says once about the owners of many tasks: defaults for later tasks, and that the first listed one leads."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from nlp.body_list import split_strictly
from nlp.facts import Owner, Task

_OMITTED = r"(?:不再|不另|不一一|不重复|不单独)[^。)\]\n]{0,10}"
_CARRIES = (
    r"(?:共同|具体|分别|负责|组织|抓好|予以|按职责分工|结合实际)*(?:落实|实施|负责|配合|参与|承担)"
    r"|(?:为|是|作为)[^。,;]{0,8}(?:主体|单位)"
)
_SCOPE = r"(?:以下|下列|后续|所有|各项|全部|本方案)"
_WORK = r"(?:重点|各项|所有|主要|具体|中|任务|工作|措施|事项|内容|项目|问题)*"
_ALL = r"(?:均|都|皆)"
_NAMES = r"(?P<names>[^。;,]{2,60}?)"
_STATEMENTS = (
    # 以下重点任务均需各县〔市〕人民政府落实,不再列出
    re.compile(
        rf"{_SCOPE}{_WORK}{_ALL}(?:需|须|由|应|要|请|为|涉及)*{_NAMES}(?:{_CARRIES})(?:[^。\n]{{0,80}}?{_OMITTED})?"
    ),
    # 以下任务各县(市、区)人民政府均为责任单位,不再列出
    re.compile(rf"{_SCOPE}{_WORK},?{_NAMES}{_ALL}(?:需|须|应|要)?(?:{_CARRIES})(?:[^。\n]{{0,40}}?{_OMITTED})?"),
)
# 各县(市、区)人民政府负责落实,以下不再列出: what stands before 以下 is said of this task as well
_BEHIND = re.compile(rf"(?<=[,;、(\[。:]){_NAMES}(?:{_CARRIES}),?以下[^。,)\]\n]{{0,12}}{_OMITTED}")
# `列第一位的为牵头单位`, `排名第一的单位为牵头单位`, `第一责任单位为牵头单位`
_FIRST_LEADS = re.compile(
    r"(?:列|排|排名|排序|排列|位列)在?(?:最前|第一|首)(?:位|个|名)?[^。,;)\n]{0,10}?(?:为|是|即)[^。,;)\n]{0,6}牵头"
    r"|第一个?(?:责任)?(?:单位|部门)(?:为|是|即)[^。,;)\n]{0,6}牵头"
)


def defaults_in(text: str) -> list[tuple[int, int, list[Owner]]]:
    """The statements that give later tasks their owners: span of the statement, and the owners it gives.

    `以下重点任务均需各县〔市〕人民政府落实,不再列出` gives one collective; `以下问题均需高度重视` is none.
    """
    found: list[tuple[int, int, list[Owner]]] = []
    for pattern in (*_STATEMENTS, _BEHIND):
        for match in pattern.finditer(text):
            owners = _given(text, *match.span("names"))
            if owners and not any(a <= match.start() < b for a, b, _ in found):
                found.append((match.end("names") if pattern is _BEHIND else match.start(), match.end(), owners))
    return sorted(found, key=lambda statement: statement[0])


def _given(text: str, start: int, end: int) -> list[Owner]:
    return [
        Owner(one.name, "responsible", one.start, one.end, one.collective, default=True, rule="default")
        for one in split_strictly(text, start, end, weak=True)
    ]


def give_defaults(statements: list[tuple[int, int, list[Owner]]], tasks: list[Task]) -> None:
    """Adds to every measure that begins after a statement the owners it gives, unless the measure names them itself.

    A later statement takes the place of an earlier one; safeguards get none, nor does the task that holds the statement.
    """
    starts = [start for start, _, _ in statements]
    for task in tasks:
        governing = bisect_right(starts, task.start) - 1
        if governing < 0 or task.kind != "measure":
            continue
        named = {owner.name for owner in task.owners}
        for owner in statements[governing][2]:
            if owner.name not in named:
                task.owners.append(replace(owner))


def first_leads(text: str) -> bool:
    """True where the document says that of several listed owners the first one leads: `(列第一位的为牵头单位)`."""
    return _FIRST_LEADS.search(text) is not None


def promote_first(owners: list[Owner]) -> None:
    """Makes the first owner that a list names the lead, where nobody leads yet."""
    listed = [owner for owner in owners if owner.rule in ("label", "bracket", "column")]
    if listed and listed[0].role == "responsible" and all(owner.role != "lead" for owner in owners):
        listed[0].role = "lead"
