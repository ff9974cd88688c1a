"""Whether the units under a unit are tasks of their own or parts of one task."""

from __future__ import annotations

from nlp.sections.outline import Unit
from nlp.sections.unit_text import UnitText

# Labels of the parts of one record: 问题, 整改目标, 整改措施.
_FIELDS = {"goal", "measure", "problem"}
# Items shorter than this on average only list things: 重点开展①监测②排查.
_LISTED = 12
_LISTED_IN_LINES = 5
# 第一部分 市水务局 holds tasks, however short they are.
_PARTS = {"part", "chapter", "section"}
# Fewer items show no habit of their typist.
_SERIES = 3


def is_one_task(unit: Unit, text: UnitText) -> bool:
    """True where a unit with units under it is one task.

    So is a record of labelled fields (整改目标:… 整改措施:1.…2.…), a unit whose items merely list things or round off
    its own longer text, and one with a single owners clause for all:
    `1.加强协作。(1)会商。(2)联合执法。(责任单位:市水务局)`. Where every item names its owners, each is a task, and
    主要任务 as a whole never is, but 养殖污染问题 above 责任单位: and 整改措施: is.
    """
    if unit.style in _PARTS or _each_owned(unit, text):
        return False
    if text.is_part(unit):
        return _is_record_of_problem(unit)
    return _is_record(unit, text) or _lists_things(unit) or _leads_long(unit, text) or _has_one_clause(unit, text)


def end_of_item(unit: Unit, text: UnitText) -> int:
    """Where an item ends: the last of a series of single paragraphs ends with its own, whatever stands below it.

    Under `1.清淤。…` and `2.补水。…` the paragraph `各镇要高度重视…` below `3.保洁。…` rounds off all three; one with
    owners, below a bare heading, or that the item leads to (`重点做好以下工作:`), is part of it.
    """
    beside = unit.parent.children if unit.parent else [unit]
    if beside[-1] is not unit or unit.children or len(unit.blocks) < 2:
        return unit.end
    series = [one for one in beside if (one.style, one.series) == (unit.style, unit.series)]
    if len(series) < _SERIES or any(len(one.blocks) > 1 or one.children for one in series[:-1]):
        return unit.end
    first, second = unit.blocks[:2]
    led_to = text.text[first.end - 1] == ":" or any(block.label for block in unit.blocks[1:])
    if led_to or text.is_heading(first) or text.owned(second.start, unit.end):
        return unit.end
    return first.end


def _each_owned(unit: Unit, text: UnitText) -> bool:
    """True where every item names its owners: (1)清淤。责任单位:市水务局 and (2)截污。责任单位:市住建局."""
    return len(unit.children) > 1 and all(text.owned(child.start, child.end) for child in unit.children)


def _is_record_of_problem(unit: Unit) -> bool:
    """True for 养殖污染问题 with 责任单位: or 整改时限: and with 整改目标: or 整改措施: below it."""
    labels = {block.label for block in unit.blocks}
    return bool(labels & {"owner", "time"} and labels & {"goal", "measure"})


def _is_record(unit: Unit, text: UnitText) -> bool:
    under = {child.head.label for child in unit.children if child.head}
    if len(under & (_FIELDS | {"owner", "time"})) > 1:
        return True
    labelled = any(block.label in _FIELDS for block in unit.blocks)
    return labelled and sum(text.owned(child.start, child.end) > 0 for child in unit.children) < 2


def _lists_things(unit: Unit) -> bool:
    if unit.head is None or any(child.children for child in unit.children):
        return False
    mean = sum(child.end - child.body for child in unit.children) / len(unit.children)
    return mean < (_LISTED if unit.children[0].inline else _LISTED_IN_LINES)


def _leads_long(unit: Unit, text: UnitText) -> bool:
    """True where items run into the unit's own text and are shorter than what it says before them.

    True as well where they run into a later paragraph of a unit that states its work in the first.
    """
    head, first = unit.head, unit.children[0]
    if head is None or not first.inline:
        return False
    if not text.is_heading(head) and "\n" in text.text[head.start : first.start]:
        return True
    return first.start - head.start - len(text.title(head)) > unit.children[-1].end - first.start


def _has_one_clause(unit: Unit, text: UnitText) -> bool:
    """True where one clause, before the items or at the end of the last, names the owners of all of them."""
    if len(unit.children) < 2 or text.owned(unit.start, unit.end) != 1:
        return False
    first, last = unit.children[0], unit.children[-1]
    if text.owned(unit.start, first.start) == 1:
        return True
    return text.owned(last.start, unit.end) == 1 and not _is_of_last_item(unit.children, text)


def _is_of_last_item(items: list[Unit], text: UnitText) -> bool:
    """True where the clause in the last item says who carries that item alone.

    A sentence of it does, `(二)禁止放牧。由县林草局负责。`, and so does a bracket behind it where each item is a
    paragraph with a title: `6.清退网箱。年底前拆除。` and `7.保障流量。核定目标。(市水务局)`.
    """
    head = items[-1].head
    if head is None or items[-1].inline:
        return False
    titled = all(item.head and not item.inline and text.is_titled(item.head) for item in items)
    return text.says_owner(head.start, head.end) or (titled and text.owned(head.start, head.end) > 0)
