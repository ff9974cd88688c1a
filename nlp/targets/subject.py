"""Subjects: what a number measures, read from the words before it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from corpus.characters import HAN, NUMERALS
from nlp.targets import giving, place_noun, scope
from nlp.targets.inner_verb import object_of
from nlp.targets.verb import SEPARATORS, light, opens, silent
from nlp.wording import pattern

# What was blacked out or lost before the rest of a list: (略)、农药使用量, ?、农药使用量
_REDACTED = re.compile(r"^(?:(?:\(略\)|[?!]+)、?)+")
_WITH_OR_WITHOUT = re.compile(r"^\(不?含[^()]{1,10}\)")  # 建成|(含改造)|变电站
# What goes before the thing itself: 以风电、光伏为主的|可再生能源装机, 剩余|围网, 统筹|中央水污染防治资金.
_BEFORE_THING = re.compile(
    r"^(?:以[^,;]{1,40}?为主(?:体|导|要内容)?的|(?:剩余|余下|剩下)(?!价值|劳动|污泥|电量|库容|容量)的?(?=..)|统筹(?=.{2,20}资金$))"
)
# Over how many years a number adds up is no part of what it measures: 化肥用量|3年累计减少, 5年累计|造林.
_OVER_YEARS = re.compile(
    rf"(?<=[{HAN}])[\d{NUMERALS}]{{1,2}}年(?:内|间)?\Z|\A[\d{NUMERALS}]{{1,2}}年(?:内|间)?累计(?=..)"
)
_SHORT_PLACE = 4  # characters of a name that ends in 内 and is no place: 县域内
_LONGEST_ADVERB = 4  # characters between a scope and a word of aiming: 全州稳步推动实现


@dataclass(frozen=True, slots=True)
class Subject:
    """What is measured: `noun` (may be empty), the scope said before it, and the verbs that were taken off.

    `noun` still holds what the indicator may share with its neighbours in a list (化肥、农药利用率).
    """

    noun: str
    scope: str | None = None
    verbs: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """True where nothing names the thing measured, though a scope may be said."""
        return not self.noun


def before(text: str, share: bool = False) -> Subject:
    """The subject in the words before a number, with operator words already taken off the end.

    `全州累计建设示范点` gives noun 示范点, scope 全州, verbs 建设; `确保县城污水处理率` gives noun 县城污水处理率.
    `从总干渠向桑干河补水` gives noun 补水, scope 桑干河. Where the number is a share, verbs of doing stay, since
    they belong to the name: `建设用地安全利用率`, `新增和更新公交车中新能源车比例`.
    """
    head, rest = _at_last_aim(text.replace("()", ""))  # 枯水期(12月—次年3月) without its time
    said = _scope_of(head.strip(SEPARATORS)) if head else None
    rest = rest.strip(SEPARATORS)
    placed = rest.startswith("在")
    rest = _REDACTED.sub("", rest)
    rest = _OVER_YEARS.sub("", rest) if "年" in rest else rest
    rest = _by_whom().sub("", rest) if rest.startswith("由") else rest
    rest, said, verbs = _without_openers(rest, said, share)
    noun = thing_itself(rest.removesuffix("的").strip(SEPARATORS))
    if given := giving.read(noun, said, share):
        thing, where, deeds = given
        return Subject(thing, where, verbs + deeds)
    noun = giving.without_order(noun)
    if not share:
        noun, inner = object_of(noun, placed)
        verbs += inner
        if noun.endswith("内") and len(noun) > _SHORT_PLACE:
            return Subject("", (said or "") + noun.removesuffix("内").removesuffix("范围"), verbs)
    return Subject("" if noun in silent() else noun, said, verbs)


def _without_openers(rest: str, said: str | None, share: bool) -> tuple[str, str | None, tuple[str, ...]]:
    """What is left without the openers, verbs and scope in front, the scope (`said` where one was said before), and
    the verbs."""
    verbs: list[str] = []
    while rest:
        verb = opens(rest, share)
        place, behind = scope.lead(rest) if said is None and not verb else (None, rest)
        if place and (not behind or opens(behind, share)):
            said, rest = place, behind
            continue
        if not verb:
            break
        if verb not in silent():
            verbs.append(verb.rstrip("和及、并"))
        rest = _WITH_OR_WITHOUT.sub("", rest[len(verb) :].lstrip(SEPARATORS + "了"))
    return rest, said, tuple(verbs)


def thing_itself(noun: str) -> str:
    """A thing without what only says which or how much of it is left: 围网 of `剩余围网`; 剩余价值率 keeps its name."""
    return _BEFORE_THING.sub("", noun)


@cache
def _by_whom() -> re.Pattern[str]:
    """Who does it, before what is done: 由市园林局|复绿; not 由市水务局."""
    return pattern("bodies", "clause_ends", before=f"^由[{HAN}、]{{1,16}}?(?:", after=f")(?:负责)?(?=[{HAN}]{{2}})")


def is_aimed(text: str) -> bool:
    """True where a text says that something is aimed at: `确保督察交办的`."""
    return bool(pattern("statements", "aims").search(text))


def _scope_of(head: str) -> str | None:
    """The scope in the words before a word of aiming, if they say little else: 全州稳步推动, 全市所有乡镇(街道)."""
    while verb := light().match(head):
        head = head[verb.end() :].lstrip(SEPARATORS)
    place, between = scope.lead(head)
    if place and between and place_noun.ending(between):
        return head
    return place if len(between) <= _LONGEST_ADVERB else None


def _at_last_aim(text: str) -> tuple[str, str]:
    """What stands before and behind the last word of aiming: `全州基本实现生活垃圾` is cut at 实现."""
    found = list(pattern("statements", "aims", after="(?!率|的)").finditer(text))
    return (text[: found[-1].start()], text[found[-1].end() :]) if found else ("", text)
