"""Values of a verb that names the work itself: 清淤30万立方米, 排查排口87个,完成整治|60个."""

from __future__ import annotations

from dataclasses import replace

from nlp.targets.counted_thing import worked_on
from nlp.targets.meant_again import same_kind
from nlp.targets.measured import keep_measured
from nlp.targets.quantity import Quantity
from nlp.targets.reading import Reading
from nlp.targets.setting import Setting
from nlp.targets.statement import Statement
from nlp.wording import pattern

_CLOSED = pattern("statements", "closing", before="(?<=..)(?:", after=")$")  # 信访件|办结
_LONGEST_TOPIC = 16  # characters of a thing that a later clause may mean


def keep_work(reading: Reading, setting: Setting, run: list[Quantity], done: str) -> None:
    """Keeps the values of a verb that names the work itself (清淤30万立方米), or work on what was named before.

    `沙化土地治理,2024年治理6万亩` is 沙化土地治理, `对87个排口逐一建档,完成整治60个` and
    `排查排口87个,完成整治60个` 排口整治; `小水电清理整改,退出7座、整改14座` 小水电退出 and 小水电整改.
    """
    noun = _name(reading, setting, done)
    keep_measured(reading, replace(setting, subject=replace(setting.subject, noun=noun)), run)


def _name(reading: Reading, setting: Setting, done: str) -> str:
    """What the work is called: by what was told before, else by the thing spoken of, else by its verb."""
    topics = [topic for topic in reading.sentence.topics if topic]
    spoken_of = worked_on(topics[0]) if topics else ""
    if reading.last and (name := _on_last(reading, reading.last, setting, done, spoken_of)) is not None:
        return name
    if setting.quantity.kind == "count" and topics and len(topics[0]) <= _LONGEST_TOPIC:
        return topics[0] if topics[0].endswith(done) else spoken_of + done
    return next((topic for topic in topics if topic.endswith(done)), done)


def _on_last(reading: Reading, last: Statement, setting: Setting, done: str, spoken_of: str) -> str | None:
    """The name of work on what was told last, or on a whole whose parts are told; None where it is on neither."""
    whole, alike = reading.sentence.whole, last.unit == setting.quantity.unit
    if whole and whole.unit == setting.quantity.unit and last.at >= whole.at:
        return done + whole.indicator
    again = bool(spoken_of) and last.indicator.startswith(spoken_of)
    in_clause = last.end == reading.clause.end
    said = reading.text[last.start : last.at if again or in_clause else last.end]
    if (done in said and same_kind(last, setting.quantity)) or (alike and last.indicator.endswith(done)):
        return last.indicator
    # 油茶种植13万亩、改造|26万亩, 新建管网5公里、改造|3公里
    if alike and in_clause and (thing := worked_on(last.indicator)):
        return thing + done
    counted = last.kind in ("count", "person") and not last.announced
    if alike and counted and last.start >= reading.sentence.start:
        return (spoken_of if again else worked_on(_CLOSED.sub("", last.indicator))) + done
    return None
