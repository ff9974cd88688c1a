"""Runs: values of a clause that follow one another with nothing but a joint between them: 1130吨、160吨."""

from __future__ import annotations

from dataclasses import replace

from nlp.facts import Op
from nlp.targets import counted_thing, joint, operator, refusal
from nlp.targets.clause_text import ClauseText
from nlp.targets.description import is_manner_of_speaking
from nlp.targets.quantity import Quantity
from nlp.vocabulary import words
from nlp.wording import pattern

_BOUNDING = (">=", "<=", ">", "<", "~")


def runs_of(clause: ClauseText, quantities: list[Quantity]) -> list[list[Quantity]]:
    """The values of a clause, those together that nothing parts; what is no value is turned down.

    `分别达到85%、90%` is one run of two, `污水1130吨、垃圾160吨` makes two of one each, `三个“一批”` none.
    """
    runs: list[list[Quantity]] = []
    for quantity in quantities:
        before = runs[-1][-1] if runs else None
        if reason := _against(clause, quantity, before):
            clause.sentence.turn_down(reason)
            if reason == refusal.MANNER_OF_SPEAKING:
                clause.passed_over.append(quantity.start)
        elif runs and _goes_on(clause, quantity, runs[-1]):
            runs[-1].append(quantity)
        elif before and (bound := _bound_between(clause, before, quantity)):
            runs[-1].append(replace(quantity, op=bound))
        else:
            runs.append([quantity])
    return runs


def _against(clause: ClauseText, quantity: Quantity, before: Quantity | None) -> str | None:
    """Why a number is no value, whatever stands around its run; None where nothing speaks against it."""
    if before and _picks_out(clause, quantity, before):
        return refusal.CONDITION
    if clause.is_compared(quantity.start):
        return refusal.BEGINNING
    in_words = not quantity.digits and not quantity.word
    if in_words and is_manner_of_speaking(clause.setting(clause.start, [quantity], clause.end)):
        return refusal.MANNER_OF_SPEAKING
    if before and quantity.start == before.end and _begins_name(clause, quantity, before):
        return refusal.CONDITION
    return None


def _picks_out(clause: ClauseText, quantity: Quantity, before: Quantity) -> bool:
    """True for the bound by which things just counted are picked out: 45条流域面积|50平方公里以上|河流."""
    if before.kind != "count" or quantity.op not in (">=", "<=") or quantity.suffix == quantity.end:
        return False
    between = clause.text[before.end : quantity.start]
    measured = between.endswith(words("statements", "measures") + words("statements", "bare"))
    return measured and between.isalnum() and _counts(clause, quantity)


def _begins_name(clause: ClauseText, quantity: Quantity, before: Quantity) -> bool:
    """True for the second number of 12台65蒸吨以上锅炉, which belongs to the name of what the first one counts; not for
    that of 沟渠9条12.6公里, nor where it is the extent of what is counted: 6条11公里水渠."""
    if quantity.kind in ("length", "area") and quantity.op is None and before.kind == "count":
        return False
    # 1580户6215人, 5家11条生产线
    alike = quantity.kind == before.kind and quantity.op is None and quantity.kind in ("person", "count")
    return quantity.unit != before.unit and not alike and _counts(clause, quantity)


def _counts(clause: ClauseText, quantity: Quantity) -> bool:
    """True where the name of a thing stands behind a number."""
    return bool(counted_thing.thing(clause.text[quantity.end : clause.end]))


def _goes_on(clause: ClauseText, quantity: Quantity, run: list[Quantity]) -> bool:
    """True where nothing stands between a number and the run before it: 分别达到85%|、90%.

    Not where one stands behind its thing and the other before its own: 机耕桥17座、|3座节制闸.
    """
    between = clause.outside_brackets(run[-1].end, quantity.start)
    if not joint.GAP.fullmatch(between):
        return False
    if not between.strip() or quantity.kind != "count" or _are_in_order(clause, quantity):
        return True
    return not _counts(clause, quantity) or clause.setting(clause.start, run[:1], run[0].end).subject.empty


def _bound_between(clause: ClauseText, before: Quantity, quantity: Quantity) -> Op | None:
    """The bound of a further value of things in order: 分别下降8%、|不低于|9%; None where it is none such."""
    gap = clause.text[before.end : quantity.start]
    said = operator.tail(gap)
    bounded = said.op in _BOUNDING and joint.GAP.fullmatch(gap[: len(gap) - said.length].strip())
    return said.op if bounded and before.unit == quantity.unit and _are_in_order(clause, before) else None


def _are_in_order(clause: ClauseText, quantity: Quantity) -> bool:
    """True where the words before a number say that several values are told one by one: 分别达到85%、|90%."""
    return pattern("statements", "in_order").search(clause.text, clause.start, quantity.start) is not None
