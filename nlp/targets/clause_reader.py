"""Clauses read from left to right: which number says what of which thing."""

from __future__ import annotations

from dataclasses import replace

from nlp.targets import announced, beginning, counted_thing, meant_again, refusal, scope, undertaking
from nlp.targets.clause import Span
from nlp.targets.clause_text import ClauseText
from nlp.targets.counted import is_part, keep_counted
from nlp.targets.measured import keep_measured
from nlp.targets.measured_again import keep_again
from nlp.targets.measured_work import keep_work
from nlp.targets.part_of_scope import acting_place
from nlp.targets.quantity import Quantity
from nlp.targets.reading import Reading, joined
from nlp.targets.run import runs_of
from nlp.targets.setting import Setting
from nlp.targets.statement import Sentence, Statement
from nlp.targets.subject import is_aimed
from nlp.targets.worded import keep_outcome
from nlp.vocabulary import words
from nlp.wording import pattern

_INSIDE = ("中", "内", "里")


def read_clause(
    sentence: Sentence,
    span: Span,
    last: Statement | None,
    brackets: list[Span],
    quantities: list[Quantity],
    part: bool = False,
) -> list[Statement]:
    """The statements that the quantities of a clause make.

    `last` is the statement before, whose thing may be meant again, and whose parts are told where `part` is true;
    `brackets` are read apart and skipped here.
    `森林覆盖率达到68%,湿地保护率达到50%` makes one of each clause, `罚款10万元` none.
    """
    # 6家,其中涡阳2家,利辛4家: the parts go on behind a comma.
    goes_on = sentence.whole is not None and last is not None and last.rule == "measured again"
    part = part or sentence.text.startswith("其中", span[0]) or (goes_on and sentence.text[span[0] - 1] == ",")
    reading = Reading(sentence, ClauseText(sentence, span, brackets), last, part)
    clause = reading.clause
    runs = runs_of(clause, quantities)
    if reading.part:
        sentence.whole = reading.last = _whole(reading, quantities)
    at = clause.start
    limits = [*(run[0].start for run in runs[1:]), clause.end]
    for run, limit in zip(runs, limits, strict=False):
        setting = announced.at_first_place(reading, clause.setting(at, run, limit, reading.verbs, reading.where))
        adds = announced.goes_on(reading, setting) or _adds_to_last(reading, setting)
        reason = None if adds else refusal.reason_against(setting)
        at = _pass_over(reading, setting, run, reason, at) if reason else _take(reading, setting, run, limit)
    return reading.found


def _whole(reading: Reading, quantities: list[Quantity]) -> Statement | None:
    """The statement whose parts a clause with 其中 tells: the last one in a unit of its values."""
    units = [quantity.unit for quantity in quantities]
    stated = reversed(reading.sentence.stated)
    of_unit = (each for each in stated if each.unit in units and each.at < reading.clause.start)
    return next(of_unit, reading.last)


def _pass_over(reading: Reading, setting: Setting, run: list[Quantity], reason: str, at: int) -> int:
    """Turns a run down, and keeps what it tells of the next one; returns where the words of that begin."""
    end = run[-1].end
    if reason == refusal.BEGINNING:
        _keep_beginning(reading, setting)
        reading.clause.hidden.append(beginning.span_of(reading.text, reading.clause.start, run[0].start, end))
    reading.turn_down(reason)
    among = setting.right.endswith("中") and setting.quantity.kind == "count"
    if among or not setting.right.endswith(_INSIDE):
        reading.sentence.topics.insert(0, counted_thing.thing(setting.right).removesuffix("中"))
    if reason == refusal.PART_OF_SCOPE and (place := acting_place(setting)):
        reading.where = setting.left.lstrip(" 、,") + reading.text[run[0].start : end + len(place)]
        return end + len(place)
    return end if reason == refusal.RATE_BASE else at


def _take(reading: Reading, setting: Setting, run: list[Quantity], limit: int) -> int:
    """Keeps the statements of a run of values; returns where the words of the next one begin."""
    setting = _counting(reading, setting)
    named = not setting.subject.empty
    reading.verbs = setting.subject.verbs
    if setting.quantity.word:
        keep_outcome(reading, setting)
    elif announced.goes_on(reading, setting):
        keep_again(reading, setting, run)
    elif undertaking.stands_before(setting):
        return keep_counted(reading, setting, run, limit)
    elif named and not meant_again.is_place_of(reading.last, setting, reading.part):
        keep_measured(reading, setting, run)
    elif not named and not reading.sums_up(setting) and (done := undertaking.named_by(setting)):
        keep_work(reading, setting, run, done)
    else:
        keep_again(reading, setting, run)
    return run[-1].end


def _counting(reading: Reading, setting: Setting) -> Setting:
    """The setting of what is else a scope, where it is itself counted: 用水总量9亿立方米,国控断面|增加到15个.

    Not so of 每校|至少1次.
    """
    last, named = reading.last, setting.subject
    reached = setting.tail.op is not None and not named.verbs and not counted_thing.thing(setting.right)
    counted = setting.quantity.kind == "count" and named.empty and reached
    if not counted or not named.scope or named.scope.startswith(("每", "各")):
        return setting
    if last is not None and meant_again.same_kind(last, setting.quantity):
        return setting
    return replace(setting, subject=replace(named, noun=named.scope, scope=None))


def _adds_to_last(reading: Reading, setting: Setting) -> bool:
    """True for a further number of days, and for a part of what was counted before in the same unit.

    `优良天数276天,同比增加21天`, `减少2天,不超过36天`, `重污染天数减少50%,达到21天`, `不少于320天,力争330天`,
    `整治125个村,包括63个省级村`; not `管网5公里,增加3座`.
    """
    last = reading.last
    if last is None:
        return False
    lasts = setting.quantity.kind == "time" and pattern("conditions", "spans", after="$").search(last.indicator)
    if last.unit != setting.quantity.unit and not lasts:
        return False
    reached = setting.tail.op is not None or is_aimed(setting.left)
    return is_part(setting) or (setting.quantity.kind == "time" and reached and _is_elsewhere(setting))


def _is_elsewhere(setting: Setting) -> bool:
    """True where no more is named than where a value holds: ,城镇地区|不超过10小时."""
    return setting.subject.empty or setting.subject.noun.endswith(words("statements", "scope_endings"))


def _keep_beginning(reading: Reading, setting: Setting) -> None:
    """Keeps where a change began, if that is told with its year: 由2015年的58微克/立方米降至35微克/立方米."""
    times, at = reading.clause.times, setting.quantity.start
    since = next(
        (time for time in times if time.ends and time.end <= at and reading.text[time.end : at] in ("", "的")), None
    )
    if setting.told and since is not None and since.ends:
        where, indicator = scope.split(beginning.measured(setting.subject.noun))
        where = joined(setting.subject.scope, where)
        reading.keep(setting, indicator, where, "beginning of a change", since.ends[:4])
