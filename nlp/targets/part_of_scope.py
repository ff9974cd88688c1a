"""Parts of a scope: numbers of places and people where, or with whom, the rest of a clause happens."""

from __future__ import annotations

import re
from functools import cache

from nlp.targets import counted_thing, joint, place_noun, subject
from nlp.targets.operator import tail
from nlp.targets.setting import Setting
from nlp.vocabulary import words
from nlp.wording import pattern

_EACH = ("每", "各")
_AMONG = re.compile(r"[^,;。、\d]{1,10}中(?:涉及|包括|包含)")  # 19个|问题中涉及砖厂5个


def is_part_of_scope(setting: Setting) -> bool:
    """True for 15个断面 in 15个断面优良率100%, and for 在11个乡镇 in 在11个乡镇建成47个站点.

    True as well for 16个村 in 为16个村每户配置收集桶, and for 7个县 in 甲县等7个县造林均超过3万亩.
    """
    place = place_noun.opening(setting.right)
    if _is_among(setting) or (place and setting.right.startswith(_EACH, len(place))):
        return True
    if setting.quantity.kind == "count" and setting.left.endswith("等") and _names_measure(setting.right):
        return True
    return setting.further and not _begins_list(setting) and _leads_to_next(setting, place)


def _is_among(setting: Setting) -> bool:
    """True for those inside or among which the rest happens: 16个平台|中遴选3个, 19个|问题中涉及砖厂5个."""
    # 甲市境内圩埂41条、|乙区境内12条 only goes on with the next place.
    if (setting.right.endswith(("中", "内")) and setting.right[0] not in "、,") or _AMONG.match(setting.right):
        return True
    return setting.left.startswith(words("conditions", "prepositions")) and bool(_selected().match(setting.right))


def _leads_to_next(setting: Setting, place: str | None) -> bool:
    """True where the words up to the next value say what that is of these things: 15个断面|优良率|100%."""
    if (place and setting.right == place + "的") or acting_place(setting):
        return True  # 对甲村等6个村的|11处坑塘清淤
    reached = tail(setting.right)
    if place and reached.op is not None and setting.left.endswith("等"):
        return True
    gap = setting.right[: len(setting.right) - reached.length]
    if gap.endswith(words("statements", "measures")) and not gap.startswith(joint.FRONT):
        return True
    picked = setting.left.endswith("的") and setting.quantity.kind in ("count", "person")
    return setting.subject.empty or (picked and bool(counted_thing.thing(setting.right)))


def _names_measure(right: str) -> bool:
    """True where a measure stands behind the places, though no value follows: 9条|入海河流总氮浓度实现负增长."""
    return counted_thing.thing(right).endswith(words("statements", "measures"))


def acting_place(setting: Setting) -> str | None:
    """The word for places that do what the clause goes on to say: 村 in 等9个村推广有机肥5万亩; None where none do."""
    place = place_noun.opening(setting.right)
    if not place or not setting.further or setting.subject.verbs or setting.tail.words:
        return None
    return place if subject.before(setting.right[len(place) :]).verbs else None


def takes_part(setting: Setting) -> bool:
    """True for those who are called together: 组织8个社区开展竞赛; not for 组织3场竞赛."""
    place = place_noun.opening(setting.right)
    if not place or not setting.left.endswith(words("conditions", "gathering")):
        return False
    return setting.right.startswith(words("conditions", "taking_part"), len(place))


def _begins_list(setting: Setting) -> bool:
    """True where the words up to the next value end this value's thing: 8个市州和2个园区, 建成3个公园、新增绿地5亩."""
    gap = setting.right
    parts = re.split(rf"[{joint.MARKS}并]", gap)
    if (
        gap.startswith(joint.FRONT)
        or gap.endswith((*joint.FRONT, "并", "或"))
        or (gap.endswith("的") and len(parts) > 1)
    ):
        return True
    done = bool(setting.subject.verbs or setting.tail.words) or setting.left.strip() == "、"
    return (
        done
        and len(parts) > 1
        and not gap.endswith(("共", "共计", "合计"))
        and bool(subject.before(parts[-1]).verbs or subject.before(parts[-1]).noun)
    )


@cache
def _selected() -> re.Pattern[str]:
    """What picks some out of many: 16个平台|中遴选; not 16个平台建设."""
    return pattern("conditions", "selecting", before="[^,;。]{0,16}?(?:中|内)(?:", after="|[,;]|$)")
