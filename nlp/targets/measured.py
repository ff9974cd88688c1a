"""Values behind what they measure: 森林覆盖率达到68%, 森林抚育20万亩, 化肥、农药利用率达到43%."""

from __future__ import annotations

from dataclasses import replace

from nlp.targets import antecedent, counted_thing, undertaking
from nlp.targets.meant_again import with_change_of_series
from nlp.targets.quantity import Quantity
from nlp.targets.reading import Reading, joined
from nlp.targets.series import each, places_of_each, spread
from nlp.targets.setting import Setting
from nlp.targets.statement import Statement, Thing
from nlp.targets.subject import thing_itself
from nlp.vocabulary import words
from nlp.wording import pattern

_BARE_END = pattern("statements", "bare", before="(?<=..)(?:", after=")$")  # 防护林长度3公里、|面积2亩

Pair = tuple[Thing, Quantity, str | None]


def keep_measured(reading: Reading, setting: Setting, run: list[Quantity]) -> None:
    """Keeps the values of a run under what the words before them name; none where that is only 其余 or 另有,
    unless these say how much of what was counted is left.

    `化肥、农药利用率达到43%` gives 43 % of both, `甲率、乙率分别达到91%、86%` to each its own.
    """
    setting = with_change_of_series(reading.last, setting)
    noun = setting.subject.noun
    if (counted := _left_over(reading.last, setting)) is not None:
        noun = counted
    if noun in words("statements", "of_the_rest"):
        reading.turn_down("nothing is measured")
        return
    if counted_thing.is_work(setting.right) or undertaking.does_part(setting):
        setting, noun = undertaking.on_part(setting)
    elif deed := undertaking.done_to_all(setting):
        noun = deed
    if "减排" in (*setting.tail.words, *setting.subject.verbs) and "减排" not in noun:
        noun += "减排量"
    things = _things(reading, setting, noun, len(run))
    if not things:
        reading.turn_down("nothing is measured")
    if len(things) == 1 and (places := _places_in_order(setting, len(run))):
        things = [(joined(place, things[0][0]), things[0][1]) for place in places]
        setting = replace(setting, subject=replace(setting.subject, scope=None))
    for (where, indicator), quantity, year in _paired(reading, things, run, setting):
        where = joined(setting.subject.scope, where)
        reading.keep(replace(setting, quantity=quantity), indicator, where, "measured", year)


def _left_over(last: Statement | None, setting: Setting) -> str | None:
    """What was counted before, where a number says how much of it is left to do: 2023年完成剩余的|398处, 其余|5条2024年
    完成. None for 其余|40%使用洁净煤, and where nothing is said to be done: 剩余|8座."""
    left_over = setting.subject.noun in words("statements", "left_over")
    if last is None or not left_over or last.unit != setting.quantity.unit or setting.quantity.kind == "share":
        return None
    done = setting.left.endswith("的") or setting.doing or counted_thing.is_only_done(setting.right)
    return last.indicator if done else None


def _places_in_order(setting: Setting, count: int) -> list[str]:
    """The places before what is measured, where each has its own value: 甲县、乙县分别新建管网|22公里、18公里."""
    return places_of_each(setting.subject.scope, count) if setting.one_by_one else []


def _things(reading: Reading, setting: Setting, noun: str, count: int) -> list[Thing]:
    """What a noun means before `count` values: itself or the items of its list, or what was named before it."""
    if work := undertaking.named_by_verb(noun, setting):
        return [work]
    if (meant := _named_before(reading, setting, noun, count)) is not None:
        return meant
    if setting.left.endswith("各"):
        return each(noun)
    things = spread(undertaking.with_verb(noun, setting.subject), count, setting.in_order)
    return [(where, thing_itself(thing)) for where, thing in things]


def _named_before(reading: Reading, setting: Setting, noun: str, count: int) -> list[Thing] | None:
    """What a noun means that says too little alone; None where it names its own thing.

    `面积` behind `湿地8处` is 湿地面积, behind `推广保护性耕作,` 保护性耕作面积, `两项指标` the last two measures,
    `上述指标` those named before or in the clause before, `省级` behind `国家级示范区` 省级示范区.
    """
    last, topic = reading.last, reading.sentence.topic
    share = noun.startswith("占") and setting.quantity.kind == "share"
    bare = noun in words("statements", "bare") and not (last and last.kind == "money")
    if last and (share or bare) and not _is_of_another(reading, last):
        return [(last.scope, (last.indicator if share else _BARE_END.sub("", last.indicator)) + noun)]
    if short := antecedent.of_short(noun, reading.said, reading.sentence.topics):
        return [short]
    if antecedent.is_said_above(noun):
        return _said_above(reading, setting, count)
    if topic and last is None and noun == "面积" and not setting.subject.verbs:
        return [(None, topic + noun)]
    if meant := antecedent.summed_up(noun, reading.said or reading.sentence.earlier):
        return meant
    since = topic if last is None or _is_of_another(reading, last) else ""
    other = antecedent.of_level(noun, last, since) or antecedent.of_parallel(noun, last, setting)
    return [other] if other else None


def _said_above(reading: Reading, setting: Setting, count: int) -> list[Thing]:
    """What `上述指标` means: the measures that this sentence or those before have valued, else those that the clause
    before only names: 甲率、乙率稳步提升,上述指标|分别达到45%、60%."""
    topic = reading.sentence.topic
    if not reading.said and topic.endswith(words("statements", "measures")):
        return spread(topic, count, in_order=True)
    return antecedent.said_above(reading.said or reading.sentence.earlier, setting, count)


def _is_of_another(reading: Reading, last: Statement) -> bool:
    """True where a clause without values has named another thing since the last one: A管网5公里,B厂投产,规模2吨."""
    between = reading.text[last.end : reading.clause.start].strip(" ,;、\n")
    return bool(between and reading.sentence.topic)


def bounded(run: list[Quantity], setting: Setting) -> list[Quantity]:
    """Values with the bound behind the last of them, which goes for all that 分别 joins: 分别达到85%、95%以上; but for
    100 %, which nothing is above."""
    if setting.in_order and all(quantity.op is None for quantity in run[:-1]):
        return [each if _is_all(each) else replace(each, op=run[-1].op) for each in run]
    return run


def _is_all(quantity: Quantity) -> bool:
    """True for 100 %, which nothing is above."""
    return quantity.unit == "%" and quantity.value == 100


def _paired(reading: Reading, things: list[Thing], run: list[Quantity], setting: Setting) -> list[Pair]:
    """Things, values and years in the order in which 分别 or 均 joins them."""
    run = bounded(run, setting)
    years = reading.clause.years(run[0].start, len(run)) if len(things) == 1 else []
    if len(years) == len(run) > 1:
        return [(things[0], quantity, year) for quantity, year in zip(run, years, strict=True)]
    if len(run) == 1 and len(years) > 1 and setting.one_by_one:
        return [(things[0], run[0], year) for year in years]
    if len(things) == len(run):
        return [(thing, quantity, None) for thing, quantity in zip(things, run, strict=True)]
    return [(thing, quantity, None) for quantity in run for thing in things]
