"""The wording of units: which lines are headings, which headings name a part of a plan, where owners are named."""

from __future__ import annotations

import re
from bisect import bisect_left

from nlp.bodies.body import is_body
from nlp.bodies.duty import without_duties
from nlp.sections.heading import cut_title, is_title, orders, role_of
from nlp.sections.label import label_of, owner_clauses
from nlp.sections.outline import Block, Unit
from nlp.sections.tense import tenses
from nlp.vocabulary import words

# 规划实施项目5类68个, 共安排工程12项
_SUMS_UP = re.compile(
    r"(?:项目|工程)(?:共|共计)?\d+(?:大?类|[个项])|\d+(?:大?类|[个项])[^,。;]{0,6}(?:项目|工程)(?=[,。;])"
)
_TITLE = 16
_LEAST_BEHIND_TITLE = 8


class UnitText:
    """The text of a document, asked about the units of its outline."""

    def __init__(self, text: str) -> None:
        """Finds the clauses that name owners once, since most questions ask for them."""
        self.text = text
        self._clauses = owner_clauses(text)

    def owned(self, start: int, end: int) -> int:
        """How many clauses between two offsets name owners."""
        return bisect_left(self._clauses, end) - bisect_left(self._clauses, start)

    def end_before(self, at: int) -> int:
        """Where the line above an offset ends that opens a line."""
        while self.text[at - 1] == "\n":
            at -= 1
        return at

    def says_owner(self, start: int, end: int) -> bool:
        """True where a sentence, neither bracket nor label, names owners: 由市水务局负责."""
        at = bisect_left(self._clauses, start)
        found = self._clauses[at] if at < len(self._clauses) else end
        return found < end and self.text[found] not in "([【〔" and label_of(self.text[found : found + 24]) != "owner"

    def title(self, block: Block) -> str:
        """The heading or first clause of a line."""
        return cut_title(self.text[block.start : block.end])

    def is_heading(self, block: Block) -> bool:
        """True for a line that is a heading and nothing more: `整治排口。`, not `整治排口。封堵12个。`."""
        return len(self.title(block)) + 1 >= block.end - block.start

    def titles_document(self, block: Block) -> bool:
        """True for the title of a document behind the number of a page: 1、某县林业局2023年度工作计划."""
        words = self.text[block.start : block.end]
        return is_title(words) and not orders(words)

    def is_titled(self, block: Block) -> bool:
        """True for a paragraph that opens with a title: `整治排口。封堵12个。`, not `整治排口,封堵12个,建成台账。`."""
        title = self.title(block)
        return len(title) <= _TITLE and "。" in self.text[block.start + len(title) : block.end - _LEAST_BEHIND_TITLE]

    def leads_to_table(self, block: Block) -> bool:
        """True for a line that only leads to the table below it: 本年度重点任务见下表。"""
        return any(word in self.text[block.start : block.end] for word in words("headings", "table.lead"))

    def leads_to_rows(self, block: Block) -> bool:
        """True for a sentence above a table that only sums up its rows: 规划实施项目5类68个,估算投资12亿元。"""
        words = self.text[block.start : block.end]
        told = "由" in words or tenses(words)[1] > 0 or self.owned(block.start, block.end) > 0
        return _SUMS_UP.search(words) is not None and words.count("。") < 2 and not told

    def is_part(self, unit: Unit) -> bool:
        """True for a part of a plan such as 主要任务 or 保障措施, which is never one task; 加强组织领导 may be one.

        So may 县公安局主要任务, where the heading names a body.
        """
        if unit.head is None:
            return False
        title = self.title(unit.head)
        return role_of(title, top=False) is not None and not orders(title) and not is_body(without_duties(title))

    def own_blocks(self, unit: Unit) -> list[Block]:
        """The paragraphs of a unit before the first unit under it, without its heading and without tables."""
        before = unit.children[0].start if unit.children else len(self.text)
        blocks = [block for block in unit.blocks if block.start < before and block.label != "table"]
        if unit.parent is not None and blocks and self.is_heading(blocks[0]):
            return blocks[1:]
        return blocks
