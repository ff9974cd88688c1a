"""Undertakings: verbs and names of what is done, which stand before a number, behind it, or on both sides of it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from nlp.targets import counted_thing, place_noun, scope
from nlp.targets.clause import BRACKET
from nlp.targets.setting import Setting
from nlp.targets.statement import Thing
from nlp.targets.subject import Subject
from nlp.targets.verb import is_deed
from nlp.targets.water_name import is_water
from nlp.vocabulary import words
from nlp.wording import pattern

_NO_COUNTS = ("share", "concentration", "sound", "heat")
_EXTENTS = ("length", "area", "volume")
_LITTLE = 2  # characters of a name, and of a verb, that say little by themselves


def named_by(setting: Setting) -> str:
    """A verb that names the work itself, where nothing else does: 清淤30万立方米, 植树500万株."""
    finished = [word.removeprefix("完成") for word in setting.tail.words if word.startswith("完成")]
    finished += [word for word in setting.tail.words if word in words("statements", "closing")]
    silent = words("statements", "finishing") + words("statements", "ordering")
    doing = [verb for verb in setting.subject.verbs if verb not in silent]
    verbs = [verb for verb in (*finished, *doing) if verb and verb != "了"]
    return verbs[-1] if verbs and setting.quantity.kind != "share" else ""


def on_part(setting: Setting) -> tuple[Setting, str]:
    """A thing and the work on it, which may be done on a part: 污水厂3座|提标改造, 1041条河涌中420条|整治."""
    noun = setting.subject.noun
    if noun.endswith(("中", "中的")):
        return replace(setting, subject=Subject(noun, noun.rstrip("中的"))), setting.right
    return setting, noun + setting.right


def does_part(setting: Setting) -> bool:
    """True for a share of things that do what stands behind it: 规模养殖场60%以上|配套建设处理设施."""
    share = setting.quantity.kind == "share" and setting.quantity.op == ">="
    return share and not setting.subject.empty and not setting.tail.words and is_deed(setting.right)


def done_to_all(setting: Setting) -> str:
    """What is done to a share of things: 地块土壤调查 of 对地块|100%|开展土壤调查; else empty."""
    noun = setting.subject.noun
    share = setting.quantity.kind == "share" and noun.startswith("对") and not setting.tail.words
    if not share or not is_deed(setting.right):
        return ""
    return noun.removeprefix("对") + pattern("statements", "carrying_out", before="^").sub("", setting.right)


def with_verb(noun: str, named: Subject) -> str:
    """A name too short to say much, with its verb: 检查企业, 完成投资; but 管网, 新建改造, 完成造林, 推动整改 and
    新增规模 stay apart."""
    verb = named.verbs[-1] if named.verbs else ""
    if verb in words("statements", "pushing") or verb in words("statements", "ordering"):
        return noun
    # 完成划界河流120条、湖泊|15个
    done_to = words("statements", "waters") + words("statements", "amounts_of_work")
    if verb in words("statements", "finishing") and noun in done_to:
        return noun
    if verb in words("statements", "increasing") and noun in words("statements", "bare"):
        return noun
    return verb + noun if len(noun) <= len(verb) == _LITTLE and noun != verb else noun


def named_by_verb(noun: str, setting: Setting) -> Thing | None:
    """The scope and the work that a verb names, where behind it no thing is named: 清淤 of 清淤|护城河|4.2公里, where
    only a water or place stands, 清淤总量 of 清淤|总量; None for 疏浚|河道|12公里."""
    verb = setting.subject.verbs[-1] if setting.subject.verbs else ""
    if verb in words("statements", "amounts_of_work") and noun in words("statements", "bare"):
        return None, verb + noun
    if verb not in words("statements", "works_on_places") or setting.quantity.kind not in _EXTENTS:
        return None
    place = BRACKET.sub("", noun)  # 疏浚|团结河(石佛段)|7.5公里
    named = len(place) > _LITTLE and not place.endswith(words("statements", "waters"))
    return (noun, verb) if named and (scope.is_scope(place) or is_water(place)) else None


def stands_before(setting: Setting) -> bool:
    """True where the number stands before its thing: 建成3个公园, 现役262万千瓦机组; not 覆盖率达到95%."""
    kind, tail = setting.quantity.kind, setting.tail
    if kind is None or not counted_thing.thing(setting.right):
        return False
    # 甲河、乙河等|5条河流: the number counts what it names examples of.
    examples = kind == "count" and setting.left.endswith("等")
    if setting.subject.empty or examples or is_share_of_places(setting):
        return True
    if counted_thing.is_work(setting.right) or is_deed(setting.right) or kind in _NO_COUNTS or "rate" in kind:
        return False
    return all(word in _leaving() for word in tail.words)


def is_share_of_places(setting: Setting) -> bool:
    """True for a share with places or things behind it that reach something; not for 覆盖率达到80%的目标.

    `沿江80%的乡镇达到标准` and `三分之二支流断面水质达到Ⅲ类` are such shares.
    """
    if setting.quantity.kind != "share" or setting.subject.noun.endswith(words("statements", "measures")):
        return False
    _, said = counted_thing.behind(setting.right)
    return said.startswith(words("statements", "reaching")) or bool(
        place_noun.opening(setting.right.partition("的")[2])
    )


@cache
def _leaving() -> frozenset[str]:
    """Words before a number that leave the thing counted behind it: 建成|3个公园."""
    return frozenset(word for key in ("finishing", "doing", "before_counted") for word in words("statements", key))
