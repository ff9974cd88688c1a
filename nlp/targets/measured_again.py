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


def in_places(where: str, last: Statement, count: int) -> list[Thing]:
    """The measure named before in each of `count` places, where so many stand in a list: 甲市、乙市分别达到95%、94%."""
    return [(place, last.indicator) for place in places_of_each(where, count)]


def _sentence_before(reading: Reading) -> list[Statement]:
    """What has been stated up to the end of the sentence before: …分别达到90%、70%。到2024年底,分别|达到91%、75%."""
    earlier = reading.sentence.earlier
    follows = bool(earlier) and not reading.text[earlier[-1].end : reading.sentence.start].strip("。\n")
    return list(earlier) if follows else []


def keep_again(reading: Reading, setting: Setting, run: list[Quantity]) -> None:
    """Keeps the values of a run under what was named before them; none where nothing is meant again.

    `污水处理率达到97%,县城达到95%` gives both for 污水处理率; `下降10%,增长5%` leaves the second without a thing.
    """
    said = reading.said
    if not said and setting.in_order and len(run) > 1:
        said = _sentence_before(reading)
    last = antecedent.nearest(reading.last, reading.sentence.stated, setting) or next(iter(said[-1:]), None)
    topic = thing_spoken_of(setting, last, reading.sentence.topics, reading.part)
    if topic and not (last and reading.sums_up(setting)):
        keep_measured(reading, replace(setting, subject=replace(setting.subject, noun=topic)), run)
        return
    sums_up = reading.sums_up(setting)
    stated = bool(reading.found) or sums_up
    # 其中2024年、2025年分别减少800吨、1000吨 shares out the change told before.
    part = reading.part and last is not None and (last.op, last.unit) == (setting.op, setting.quantity.unit)
    again = part or (last is not None and meant_again.is_meant_again(last, setting, reading.clause.times, stated))
    if last is None or not (sums_up or again):
        reading.turn_down("nothing is measured")
        return
    setting, named = meant_again.with_change(last, setting), setting.subject
    where = (named.scope or "") + named.noun
    things = in_places(where, last, len(run)) if where else antecedent.in_order(setting, len(run), said)
    if things and where:
        run = bounded(run, setting)
    if not things and not where and len(run) == 1:
        things = antecedent.all_of_them(setting, said, last)
        run = run * max(len(things), 1)
    years = [None] * len(run) if things else reading.clause.years_of_each(run)
    things = things or [(where or last.scope, last.indicator)] * len(run)
    rule = ANNOUNCED if last.announced else "measured again"
    for (place, indicator), quantity, year in zip(things, run, years, strict=True):
        if quantity.unit is None and last.announced:
            quantity = replace(quantity, unit=last.unit)
        reading.keep(replace(setting, quantity=quantity), indicator, place, rule, year)
