"""What has been read of one clause, as the readers of its kinds of values share it."""

from __future__ import annotations

from dataclasses import dataclass, field

from nlp.targets.clause_text import ClauseText
from nlp.targets.setting import Setting
from nlp.targets.statement import Sentence, Statement


@dataclass(slots=True)
class Reading:
    """A clause of a sentence, and the statements found in it so far.

    `last` is the statement before, whose thing may be meant again; `part` is true where the clause tells the parts of
    a whole said before (其中新造1500亩、修复3300亩); `verbs` are those of the value before, `where` is the places that
    the clause has named as doing something.
    """

    sentence: Sentence
    clause: ClauseText
    last: Statement | None
    part: bool
    verbs: tuple[str, ...] = ()
    where: str | None = None
    found: list[Statement] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text that all offsets refer to."""
        return self.sentence.text

    @property
    def said(self) -> list[Statement]:
        """The statements of the sentence up to here, in reading order."""
        return [*self.sentence.stated, *self.found]

    def keep(self, setting: Setting, indicator: str, scope: str | None, rule: str, year: str | None = None) -> None:
        """Keeps the value of a setting as a statement about an indicator."""
        quantity, span = setting.quantity, (self.clause.start, self.clause.end, setting.quantity.start)
        value, value2, unit = quantity.value, quantity.value2, quantity.unit
        self.last = Statement(indicator, scope, setting.op, value, value2, unit, *span, rule, year)
        self.found.append(self.last)

    def turn_down(self, reason: str) -> None:
        """Counts a number that is no value, under a reason."""
        self.sentence.turn_down(reason)

    def sums_up(self, setting: Setting) -> bool:
        """True for another measure of what the clause has just counted: 锅炉21台、合计286蒸吨, 8条道路改造11.6公里."""
        last = self.last
        if last is None or last.end < self.clause.start:
            return False
        # 8条道路雨污分流改造|11.6公里: no word stands before the second number.
        further = not setting.left.strip() and last.rule == "counted" and last.unit != setting.quantity.unit
        return further or setting.sums_up


def joined(outer: str | None, inner: str | None) -> str | None:
    """Two scopes, one within the other, as one: 全市 and 建成区 are 全市建成区; None for neither."""
    return "".join(filter(None, (outer, inner))) or None
