"""Values without a number: 行政村全覆盖, 生活垃圾“零填埋”, 全覆盖的报告制度."""

from __future__ import annotations

from nlp.targets import antecedent, counted_thing, outcome, place_noun, scope, subject
from nlp.targets.reading import Reading, joined
from nlp.targets.series import spread
from nlp.targets.setting import Setting


def keep_outcome(reading: Reading, setting: Setting) -> None:
    """Keeps a value without a number: 100 % of 行政村全覆盖, 0 of 生活垃圾“零填埋” and of both in 化肥、农药用量零增长;
    none of 实现全覆盖 alone."""
    quantity = setting.quantity
    noun, where = setting.subject.noun, setting.subject.scope
    if noun.endswith("并"):
        noun = ""  # 形成台账并|动态清零
    if setting.op == "increase":
        noun = noun.removesuffix("比")  # 人均收入比(2010年)翻一番
    place = place_noun.ending(noun or where or "")
    if not noun and not where and (thing := counted_thing.thing(setting.right)):
        where, noun = scope.split(thing)
    elif setting.right.startswith("的"):
        named = subject.before(setting.left)
        where, noun = (named.scope or "") + named.noun, counted_thing.thing(setting.right)
    elif place or not noun:
        head, _, reached = setting.left[: len(setting.left) - setting.tail.length].rpartition("实现")
        before = subject.before(head, share=True).noun
        where = reached or where if before else (where or "") + place
        noun = before or noun.removesuffix(place)
    if not noun and not where and (meant := antecedent.covered(reading.said, reading.last)):
        where, noun = meant
    things = spread(noun + outcome.noun(reading.text[quantity.start : quantity.end]), 1)
    if not any(indicator for _, indicator in things):
        reading.turn_down("nothing is measured")
        return
    for inner, indicator in things:
        reading.keep(setting, indicator, joined(where, inner), "outcome")
