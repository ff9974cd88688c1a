"""Values of a thing named before: 污水处理率达到97%,县城达到95%; 2030年达到60%; 合计186蒸吨."""

from __future__ import annotations

from dataclasses import replace

from nlp.targets import antecedent, meant_again
from nlp.targets.measured import bounded, keep_measured
from nlp.targets.quantity import Quantity
from nlp.targets.reading import Reading
from nlp.targets.series import places_of_each
from nlp.targets.setting import Setting
from nlp.targets.spoken_of import thing_spoken_of
from nlp.targets.statement import ANNOUNCED, Statement, Thing


def keep_again(reading: Reading, setting: Setting, run: list[Quantity]) -> None:
    """Keeps the values of a run under what was named before them; none where nothing is meant again.

    `污水处理率达到97%,县城达到95%` gives both for 污水处理率; `下降10%,增长5%` leaves the second without a thing.
    """
    said = _said_before(reading, setting, len(run))
    last = antecedent.nearest(reading.last, reading.sentence.stated, setting) or next(iter(said[-1:]), None)
    sums_up = reading.sums_up(setting)
    topics = [] if _follows(reading, last, setting) else reading.sentence.topics
    topic = thing_spoken_of(setting, last, topics, reading.part)
    if topic and not (last and sums_up):
        keep_measured(reading, replace(setting, subject=replace(setting.subject, noun=topic)), run)
    elif last and (sums_up or _is_meant(reading, last, setting)):
        _keep_under(reading, last, meant_again.with_change(last, setting), run, said)
    else:
        reading.turn_down("nothing is measured")


def _follows(reading: Reading, last: Statement | None, setting: Setting) -> bool:
    """True where the clause before has counted the same: 2023年完成2个,2025年完成|1个."""
    if last is None or last.unit != setting.quantity.unit or last.start < reading.sentence.start:
        return False
    return not reading.text[last.end : reading.clause.start].strip(" ,、")


def _said_before(reading: Reading, setting: Setting, count: int) -> list[Statement]:
    """What the sentence has stated, or where that is nothing before values in order, what was stated up to the end of
    the sentence before: …分别达到90%、70%。到2024年底,分别|达到91%、75%."""
    earlier = reading.sentence.earlier
    if reading.said or not earlier or count == 1 or not setting.in_order:
        return reading.said
    return [] if reading.text[earlier[-1].end : reading.sentence.start].strip("。\n") else [*earlier]


def _is_meant(reading: Reading, last: Statement, setting: Setting) -> bool:
    """True where a value is one of what was measured last, or a part: 其中2024年、2025年分别减少|800吨、1000吨."""
    part = reading.part and (last.op, last.unit) == (setting.op, setting.quantity.unit)
    return part or meant_again.is_meant_again(last, setting, reading.clause.times, bool(reading.found))


def _keep_under(
    reading: Reading, last: Statement, setting: Setting, run: list[Quantity], said: list[Statement]
) -> None:
    """Keeps the values of a run under what was measured last, or several before it, there or in places of their own."""
    where = (setting.subject.scope or "") + setting.subject.noun
    if where:
        # 甲市、乙市分别达到95%、94%
        things: list[Thing] = [(place, last.indicator) for place in places_of_each(where, len(run))]
        run = bounded(run, setting) if things else run
    else:
        things = antecedent.in_order(setting, len(run), said)
        if not things and len(run) == 1:
            things = antecedent.all_of_them(setting, said, last)
            run = run * max(len(things), 1)
    years: list[str | None] = [None] * len(run) if things else reading.clause.years_of_each(run)
    yearly = reading.clause.years(run[0].start, 1) if len(run) == 1 and setting.one_by_one else []
    if len(yearly) > 1:  # 2023年、2024年各完成|2个
        run, years = run * len(yearly), [*yearly]
    things = things or [(where or last.scope, last.indicator)] * len(run)
    rule = ANNOUNCED if last.announced else "measured again"
    for (place, indicator), quantity, year in zip(things, run, years, strict=True):
        if quantity.unit is None and last.announced:
            quantity = replace(quantity, unit=last.unit)
        reading.keep(replace(setting, quantity=quantity), indicator, place, rule, year)
