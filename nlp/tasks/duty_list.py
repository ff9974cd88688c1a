"""Duties: paragraphs, or sentences of one, that each open with a body and what it does."""

from __future__ import annotations

import re

from nlp.bodies.body import ORGAN, is_body, is_collective
from nlp.bodies.body_list import split_strictly
from nlp.bodies.duty import without_duties
from nlp.sections.heading import orders
from nlp.sections.outline import Block, Span, Unit
from nlp.sections.unit_text import UnitText
from nlp.wording import any_of

CARRIES = "负责(?!人|同志)|牵头(?!单位|部门)"
"""The verbs of carrying: 市水务局负责, 市经信局牵头; not 市水务局负责人, 牵头单位."""

# Fewer paragraphs that open with a body may do so by chance.
_LEAST = 2
_NAMES = r"(?P<names>(?:[^,。:;()\n]|\([^()\n]{1,16}\)){2,40}?)"
_DUTY = re.compile(
    rf"{_NAMES}(?::(?=[^\n]{{4}})|(?=(?:主要|具体|统筹)?(?:{CARRIES}|配合|协助|承担|做好)|[要应](?![求对当急])))"
)
# In running text a body may stand as the heading of what it does: 县环保局。负责监测。县公路局:负责巡查;
_DUTY_IN_LINE = re.compile(
    rf"(?:^|(?<=[。;:])){_NAMES}(?::(?=[^\n]{{4}})|。(?=(?:主要|具体)?(?:负责(?!人|同志)|承担|配合|协助)))", re.M
)
_DOES = re.compile(f"(?:主要|具体)?(?:{CARRIES}|承担|配合(?!单位|部门)|协助|依法)")
_LABEL = re.compile(f"(?:{any_of('roles', 'label_nouns')})$")
_CLAUSE = re.compile("[^。;:\n]*")
# 市财政部门根据年度任务安排资金, beside others that say 负责.
_BODY = re.compile(rf"(?P<name>[^,。:;()的、\n]{{2,16}}?(?:{ORGAN}))(?![、及和与的(])")


def duties(unit: Unit, text: UnitText) -> list[Span]:
    """The paragraphs of a unit that each open with a body and what it does, where there are several.

    `党政办:负责宣传。` with `派出所:负责维护秩序。` below are two, and so are `区住建局负责…` and `区环保局要…`;
    beside two such, `区财政局安排资金` is one as well. `各村、各单位:` and `市水务局负责人介绍…` are none. Several may
    stand in one paragraph: `县环保局。负责监测。县农委。负责还田。`
    """
    for block in text.own_blocks(unit):
        heads = [m for m in _DUTY_IN_LINE.finditer(text.text, block.start, block.end) if _is_list(text.text, m)]
        plain = [m for m in heads if _says_duty(text.text, m)]
        starts = [m.start() for m in heads if m in plain or _is_bodies(text.text, m)]
        starts = starts if len(plain) >= _LEAST else []
        if len(starts) >= _LEAST:
            return list(zip(starts, [*starts[1:], block.end], strict=True))
    blocks = [block for block in text.own_blocks(unit) if block.label is None]
    if sum(_names_doer(text.text, block) for block in blocks) < _LEAST:
        return []
    return [(one.start, one.end) for one in blocks if _names_doer(text.text, one) or _opens_with_body(text.text, one)]


def _is_bodies(text: str, match: re.Match[str]) -> bool:
    """True for sure bodies, which beside others head a duty whatever it says; false for 责任单位 and 各单位职责如下."""
    return bool(split_strictly(text, *match.span("names"))) and not _LABEL.search(match["names"])


def _says_duty(text: str, match: re.Match[str]) -> bool:
    """True for what a body does behind its name: `县公安局:依法查处盗采`; false for `责任单位:市水务局`."""
    said = _CLAUSE.match(text, match.end())
    return said is not None and (_DOES.match(said.group()) is not None or orders(said.group()))


def _names_doer(text: str, block: Block) -> bool:
    match = _DUTY.match(text, block.start, block.end)
    return match is not None and _is_list(text, match)


def _is_list(text: str, match: re.Match[str]) -> bool:
    return is_collective(match["names"]) or bool(split_strictly(text, *match.span("names"), weak=True))


def _opens_with_body(text: str, block: Block) -> bool:
    words = text[block.start : block.end]
    match = _BODY.match(text, block.start, block.end)
    # 领导小组成员单位职责 above the list of them does nothing.
    return match is not None and is_body(match["name"]) and not is_body(words) and without_duties(words) == words
