"""What a document says once about the owners of many tasks: defaults for later tasks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from nlp.bodies.body_list import split_strictly
from nlp.facts import Owner, Task
from nlp.wording import any_of

_OMITTED = rf"(?:{any_of('roles', 'omitted')})[^。)\]\n]{{0,10}}"
_CARRIES = (
    rf"(?:{any_of('roles', 'carrying_adverbs')})*(?:{any_of('roles', 'carrying_verbs')})"
    r"|(?:为|是|作为)[^。,;]{0,8}(?:主体|单位)"
)
_SCOPE = f"(?:{any_of('roles', 'later_tasks')})"
_WORK = f"(?:中|{any_of('roles', 'told_tasks', 'tasks')})*"
# 以下任务未明确落实单位的,均需…落实: only tasks that name nobody are meant.
_UNOWNED = r"(?P<unowned>[^。,;]{0,6}(?:未|没有)(?:明确|列出|注明)[^。,;]{0,14}(?:的|,))?,?"
_LISTED = rf"(?:{any_of('roles', 'omitted')})(?:{any_of('roles', 'listings')})"
# 按属地管理原则配合落实
_BY = rf"(?:(?:{any_of('roles', 'by')})[^。;,]{{2,12}}?)?"
_NAMES = r"(?P<names>[^。;,(][^。;,]{1,60}?)"
_WHOLE = r"(?P<names>(?:[^。;,()\n]|\([^()\n]*\)){2,60}?)"  # with the brackets in a name closed
_ALL = r"[均都皆]"
# Every statement holds one of these; what lies between two sentence ends around it is searched.
_SIGN = re.compile(rf"{_ALL}|下同|{any_of('roles', 'omitted')}")
_STATEMENTS = (
    # 以下重点任务均需各县〔市〕人民政府落实,不再列出
    re.compile(
        rf"{_SCOPE}{_WORK}{_UNOWNED}{_ALL}(?:需|须|由|应|要|请|为|涉及)*{_NAMES}"
        rf"(?:{_CARRIES})(?:[^。\n]{{0,80}}?{_OMITTED})?"
    ),
    # 以下任务各县(市、区)人民政府均为责任单位,不再列出
    re.compile(
        rf"{_SCOPE}{_WORK},?(?:涉及的)?{_NAMES}{_ALL}(?:需|须|应|要)?(?:{_CARRIES})(?:[^。\n]{{0,40}}?{_OMITTED})?"
    ),
    # 以下任务的责任单位均含各乡镇(街道)
    re.compile(rf"{_SCOPE}{_WORK}[^。;\n]{{0,16}}?(?:责任|落实|实施|配合)单位{_ALL}(?:含|包括){_WHOLE}(?=[。,;)\n]|$)"),
    # 各县(市、区)人民政府负责落实,以下不再列出 or ,下同: what stands before is said of the task itself as well
    re.compile(rf"(?<=[,;、(\[。:]){_NAMES}(?:{_CARRIES}),?(?P<own>以下[^。,)\]\n]{{0,12}}{_OMITTED}|下同)"),
    # 各乡镇(街道)按属地管理原则配合落实,不再逐项列出
    re.compile(rf"(?<=[,;、(\[。:.\n]){_NAMES}{_BY}(?:{_CARRIES}),?(?P<own>{_LISTED})"),
)


@dataclass(frozen=True, slots=True)
class Default:
    """A statement at `start:end` that gives later tasks their owners; with `unowned`, those that name nobody."""

    start: int
    end: int
    owners: tuple[Owner, ...]
    unowned: bool


def defaults_in(text: str) -> list[Default]:
    """The statements that give later tasks their owners, in reading order.

    `以下重点任务均需各县〔市〕人民政府落实,不再列出` gives one collective; `以下问题均需高度重视` is none.
    """
    found: list[Default] = []
    for start, end in _sentences(text):
        for pattern in _STATEMENTS:
            for match in pattern.finditer(text, start, end):
                names = split_strictly(text, *match.span("names"), weak=True)
                own = match.groupdict().get("own")
                begin = match.start("own") if own else match.start()
                # 下同 behind bureaus says no more than that of the next list; behind 各县区 that of all.
                if own == "下同" and not all(one.collective for one in names):
                    continue
                if names and all(begin >= other.end or match.end() <= other.start for other in found[-4:]):
                    owners = (
                        Owner(one.name, "responsible", one.start, one.end, one.collective, default=True, rule="default")
                        for one in names
                    )
                    unowned = bool(match.groupdict().get("unowned"))
                    found.append(Default(begin, match.end(), tuple(owners), unowned))
    return sorted(found, key=lambda default: default.start)


def give_defaults(defaults: list[Default], tasks: list[Task]) -> None:
    """Adds to every measure that begins after a statement the owners it gives, unless the measure names them itself.

    After `以下任务均需各县政府落实` every task is also 各县政府's. A later statement takes the place of an earlier one;
    safeguards get none, nor does the task that holds it.
    """
    starts = [default.start for default in defaults]
    for task in tasks:
        governing = bisect_right(starts, task.start) - 1
        if governing >= 0 and task.kind == "measure" and not (task.owners and defaults[governing].unowned):
            named = {owner.name for owner in task.owners}
            task.owners += [replace(owner) for owner in defaults[governing].owners if owner.name not in named]


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the sentences that hold a sign of a statement, at most 200 characters to either side of it."""
    done = 0
    for sign in _SIGN.finditer(text):
        if sign.start() < done:
            continue
        before = max(
            text.rfind("。", done, sign.start()), text.rfind("\n", done, sign.start()), sign.start() - 200, done
        )
        stops = [at for mark in "。\n" if (at := text.find(mark, sign.end(), sign.end() + 200)) >= 0]
        done = min(stops, default=min(sign.end() + 200, len(text)))
        yield before, done
