"""Clauses with values: the statements of a sentence, clause by clause and bracket by bracket."""

from __future__ import annotations

import math
import re

from nlp.targets import announced, operator, subject
from nlp.targets.clause import BRACKET, Span, clauses, opening
from nlp.targets.clause_reader import read_clause
from nlp.targets.indicator import link
from nlp.targets.quantity import Quantity
from nlp.targets.statement import Sentence, Statement
from nlp.vocabulary import words
from nlp.wording import any_of, pattern

_LONGEST_CLAUSE = 1000  # characters; what is longer has lost its marks, and its parts cannot be told
_AT_MOST = ("<=", "<")
_YEARLY = re.compile(r"20\d\d年[^,]*,20\d\d年")
_INCLUDED = pattern("statements", "parts_in_bracket", before=r"\(")
# 加大|节能改造|力度
_STRESSED = pattern(
    "statements", "efforts", before=f"(?:进一步)?(?:{any_of('statements', 'stressing')})(?P<what>[^,;]{{4,24}})"
)
_WORKED = pattern(
    "statements", "carrying_out", before="[对就](?P<what>[^,;]{2,16}?)(?:", after=")(?P<work>[^,;]{2,8})$"
)


def read(sentence: Sentence) -> list[Statement]:
    """The statements of a sentence, in reading order.

    `到2025年,全州森林覆盖率稳定在68%左右,完成森林抚育20万亩、退化林修复40万亩` gives three,
    `造林3万亩(其中人工造林1万亩)` two; `对进水BOD浓度低于100mg/L的污水厂开展整治` none.
    """
    found = sentence.stated
    last = _whole_before(sentence)
    for start, end in clauses(sentence.text, sentence.start, sentence.end):
        inside = [each for each in sentence.quantities if start <= each.start < end]
        announces = sentence.text.startswith(":", end)
        if inside and end - start > _LONGEST_CLAUSE:
            sentence.turn_down("a clause without end")
            continue
        if not inside:
            sentence.topics.insert(0, _topic(sentence.text, start, end))
            last = (announced.without_value(sentence, start, end) if announces else None) or last
            continue
        brackets = _brackets(sentence.text, (start, end), inside)
        outside = [each for each in inside if not any(_holds(span, each) for span in brackets)]
        made = read_clause(sentence, (start, end), last, brackets, outside) if outside else []
        found += made
        if outside and not made and not any(each.digits for each in inside):
            sentence.topics.insert(0, _topic(sentence.text, start, end))
        for bracket in brackets:
            found += _bracketed(sentence, bracket, inside, found, last)
        last = made[-1] if made else found[-1] if found else last
        if announces and (last is None or last.at < start):
            # 四项主要污染物减排量:化学需氧量3万吨 announces as well, though it counts.
            last = announced.before_colon(sentence.text, start, end) or last
    return found


def _bracketed(
    sentence: Sentence, bracket: Span, inside: list[Quantity], found: list[Statement], last: Statement | None
) -> list[Statement]:
    """The statements of a bracket that tell parts of what stands before it, a known indicator, what is reached or how
    high a pollutant may be: 断面水质达到Ⅲ类(总磷≤0.1mg/L)."""
    left, right = bracket
    within = [each for each in inside if _holds(bracket, each)]
    beside = next((each for each in reversed(found) if each.at < left), last)
    summed = beside is not None and _adds_up(within, beside)
    aside = _aside(sentence, (left + 1, right - 1), beside, within, summed)
    parts = summed or _INCLUDED.match(sentence.text, left) or all(each.rule == "measured again" for each in aside)
    of_which = sentence.text.startswith("的", right)  # 进水(BOD≤100mg/L)的污水厂
    limits = {each.start for each in within if each.kind == "mass rate" and each.op in _AT_MOST and not of_which}
    return [
        each for each in aside if parts or each.at in limits or link(each.indicator) or _is_set(each, sentence.text)
    ]


def _adds_up(within: list[Quantity], beside: Statement) -> bool:
    """True where the values of a bracket add up to what stands before it, as parts do: 60口(甲区32口、乙区28口)."""
    alike = len(within) > 1 and all(each.unit == beside.unit and each.value2 is None for each in within)
    return alike and math.isclose(sum(each.value for each in within), beside.value)


def _aside(
    sentence: Sentence, span: Span, beside: Statement | None, within: list[Quantity], part: bool
) -> list[Statement]:
    """The statements of a bracket, clause by clause where it has semicolons, or years:
    (甲面积达到4亩,乙面积达到1亩;丙2亩), (其中2021年完成5处,2022年完成6处)."""
    aside = sentence.text[slice(*span)]
    if not part and ";" not in aside and (len(within) == 1 or not _YEARLY.search(aside)):
        return read_clause(sentence, span, beside, [], within, part)
    found: list[Statement] = []
    for start, end in clauses(sentence.text, *span):
        if inside := [each for each in within if start <= each.start < end]:
            found += read_clause(sentence, (start, end), found[-1] if found else beside, [], inside, part)
    return found


def _is_set(statement: Statement, text: str) -> bool:
    """True for a measure in a bracket that is said to be reached: 治理面积达到1000万亩; not for 面积30亩."""
    measured = statement.indicator.endswith(words("statements", "measures"))
    return measured and operator.tail(text[statement.start : statement.at]).op is not None


def _whole_before(sentence: Sentence) -> Statement | None:
    """What the sentence before measured last, where this one tells its parts: 治理率达到45%。其中沿湖村庄达到100%。"""
    whole = sentence.earlier[-1] if sentence.earlier else None
    follows = whole is not None and not sentence.text[whole.end : sentence.start].strip("。\n")
    return whole if follows and sentence.text.startswith("其中", sentence.start) else None


def _topic(text: str, start: int, end: int) -> str:
    """What a clause without a value speaks of: 小水电清理整改 of 对小水电开展清理整改, 覆盖率 of 覆盖率稳步提高."""
    said = text[opening(text, start, end) : end]
    if worked := _WORKED.match(said):
        return worked["what"] + worked["work"]
    if stressed := _STRESSED.fullmatch(said):
        return stressed["what"]
    named = said[: len(said) - operator.tail(said).length]
    return subject.before(named, share=named.endswith(words("statements", "measures"))).noun


def _brackets(text: str, span: Span, inside: list[Quantity]) -> list[Span]:
    """The brackets of a clause with numbers in them, which are read by themselves."""
    found = [match.span() for match in BRACKET.finditer(text, *span)] if inside else []
    return [each for each in found if any(_holds(each, quantity) for quantity in inside)]


def _holds(span: Span, each: Quantity) -> bool:
    """True where a bracket holds a number."""
    return span[0] < each.start < span[1]
