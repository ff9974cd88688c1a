"""Settings: what stands around one number of a clause, and which operator follows from it."""

from __future__ import annotations

from dataclasses import dataclass

from nlp.facts import Op
from nlp.targets.operator import CHANGES, Tail, strongest
from nlp.targets.quantity import Quantity
from nlp.targets.subject import Subject, is_aimed
from nlp.vocabulary import words
from nlp.wording import pattern


@dataclass(frozen=True, slots=True)
class Setting:
    """Everything around one number: the words before it, their operator tail and subject, and the words behind it.

    `left` begins at the clause or behind the last value; `further` is true where another value follows in the clause;
    `gap` are the words up to it. `told` is true where the text tells what has been done,
    `repeated` where the clause says how often (每月). `rest` is what follows to the end of the clause.
    """

    left: str
    tail: Tail
    subject: Subject
    quantity: Quantity
    right: str
    further: bool
    told: bool
    repeated: bool = False
    rest: str = ""

    @property
    def doing(self) -> bool:
        """True where a verb of doing, reaching or aiming stands before the number."""
        return bool(self.subject.verbs or self.tail.words) or is_aimed(self.left)

    @property
    def in_order(self) -> bool:
        """True where several things have their values one by one: 甲率、乙率分别达到91%、86%; not 均达到91%."""
        return pattern("statements", "in_order").search(self.left) is not None

    @property
    def one_by_one(self) -> bool:
        """True where several things or years may have the same value: 2023年、2024年各完成2个, 均达到91%."""
        return pattern("statements", "one_by_one").search(self.left) is not None

    @property
    def sums_up(self) -> bool:
        """True where the words before the number only say that it sums up: 合计286蒸吨, 、共计89台."""
        return pattern("statements", "summing_up").fullmatch(self.left.strip(" 、,")) is not None

    @property
    def op(self) -> Op:
        """The operator: a verb of change decides before a bound, a bound behind the number before one in front.

        `至少打造1个` is >=, `新增3个以上` increase, `下降4%以上` decrease, `达到95%以上` >=, `控制在38%左右` ~.
        """
        before, behind = self.tail.op, self.quantity.op
        verbs = (*self.subject.verbs, *self.tail.words)
        change = before if before in CHANGES else self._change(verbs, before)
        if change:
            return change
        if behind in ("~", "range"):
            return behind
        return strongest(before, behind) or (">=" if "至少" in self.left else "=")

    def _change(self, verbs: tuple[str, ...], before: Op | None) -> Op | None:
        """The change that a verb in front of the thing says: 新增管网170公里, 压减燃煤50万吨, 降低能耗3%."""
        if "新增" in verbs or "净增" in verbs or "增设" in verbs:
            return "increase"
        if before == "=" or any(word.endswith(("到", "至", "为", "在")) for word in self.tail.words):
            return None
        opening = self.subject.noun if self.quantity.kind == "share" else ""
        for key, op in _CHANGING.items():
            changing = words("statements", key)
            if any(verb in changing for verb in verbs) or (opening.startswith(changing) and "新增" not in opening[:2]):
                return op
        return None


_CHANGING: dict[str, Op] = {"increasing": "increase", "decreasing": "decrease"}
