"""Names of what is counted, in full: with the work done to it, and with what only the next number says of it."""

from __future__ import annotations

import re
from functools import cache

from nlp.targets import antecedent, counted_thing, joint, subject, undertaking
from nlp.targets.reading import Reading
from nlp.targets.setting import Setting
from nlp.vocabulary import words

_COMING_UP = re.compile(r"(?:已|均|全部|基本|稳定|都)*(?P<standard>(?:达到|达|优于|符合)[^,;。、\d]{2,18})")
_LONGEST_SHARED = 10  # characters that several things counted share: 15个乡镇、165个行政村|生活污水治理
_LONGEST_KIND = 6  # characters of a name that only says what kind of thing comes up to a standard: 断面, 流域水质
_SHORT_EXAMPLE = 4  # characters of an example that says too little alone: 等5个项目


def of(reading: Reading, setting: Setting, right: str, set_going: bool, limit: int) -> str:
    """What a number before the words `right` counts, up to `limit`; the empty text where nothing is named.

    `set_going` is true where verbs only say that it is begun or done. `完成50个行政村环境整治` counts 行政村环境整治,
    `投资13亿元实施生态修复` 投资, `35个断面达到Ⅲ类标准` 断面达到Ⅲ类标准; `完成3个` nothing.
    """
    if paid := _payment(setting, right):
        return paid
    verbs, (thing, said) = setting.subject.verbs, counted_thing.behind(right)
    if thing in words("statements", "generic_works"):
        thing = _example(setting) + thing
    thing += next((word.removeprefix("完成") for word in setting.tail.words if word in _closing_words()), "")
    if verbs and setting.subject.noun and set(setting.tail.words) & _bounds():
        return setting.subject.noun + thing  # 开展|农产品协同监测|不少于120个|点位
    if not verbs and (reached := _reached(reading, setting, thing)):
        return thing + reached
    pushed = set_going and (bool(verbs) or not joint.CLAUSE.match(setting.left))
    worked = counted_thing.with_work(thing, said) if pushed and not setting.further else thing
    shared = _shared(reading, thing, limit) if worked == thing else ""
    return undertaking.with_verb(shared, setting.subject) if shared else worked


def _example(setting: Setting) -> str:
    """The last example of works that are only called so: 水毁修复 of 干流治理、河段水毁修复等|7项|工程; nothing of
    甲厂二期项目等|7个|项目, whose examples have names."""
    named = joint.CLAUSE.split(setting.subject.noun.removesuffix("等"))[-1]
    told = setting.left.endswith("等") and named.endswith(words("statements", "works"))
    return named if told and len(named) > _SHORT_EXAMPLE else ""


def _reached(reading: Reading, setting: Setting, thing: str) -> str:
    """What all of the things counted come up to: 达到Ⅲ类标准 of 35个断面达到Ⅲ类标准; nothing of 建成|35个断面."""
    if not 0 < len(thing) <= _LONGEST_KIND:
        return ""
    behind = reading.text[setting.quantity.end : reading.clause.end].partition(thing)[2]
    match = _COMING_UP.fullmatch(behind)
    return match["standard"] if match else ""


def _payment(setting: Setting, right: str) -> str:
    """What is paid before what it is paid for: 投资 of 投资13亿元实施生态修复; else nothing."""
    paid = setting.quantity.kind == "money" and bool(subject.before(right).verbs)
    return (setting.subject.noun or "".join(setting.subject.verbs[-1:])) if paid else ""


def _shared(reading: Reading, thing: str, end: int) -> str:
    """A thing with what only the next number says of it: 1个国家级、3个省级示范区, 3条河流和7个湖泊整治."""
    level = thing in words("statements", "levels")
    if not level and thing not in _kinds():
        return thing
    for following in reading.sentence.quantities:
        if end <= following.start < reading.clause.end:
            ends = next((at for at in reading.clause.passed_over if at > following.end), reading.clause.end)
            further = counted_thing.thing(reading.text[following.end : ends])
            if level:
                return antecedent.at_level(thing, further)
            kind = next((kind for kind in _kinds() if further.startswith(kind)), further)
            said = further.removeprefix(kind)
            return thing + said if len(said) <= _LONGEST_SHARED else thing
    return thing


@cache
def _closing_words() -> frozenset[str]:
    """Words behind which stands what has been dealt with: 完成整改|54个|问题."""
    return frozenset(words("statements", "closing") + words("statements", "closing_works"))


@cache
def _bounds() -> frozenset[str]:
    """Words of a bound before a number that leave the thing counted behind it: 不少于|3个园区."""
    return frozenset(words("statements", "before_counted"))


@cache
def _kinds() -> tuple[str, ...]:
    """Words for kinds of places and waters, longest first."""
    return tuple(sorted((*words("statements", "places"), *words("statements", "waters")), key=len, reverse=True))
