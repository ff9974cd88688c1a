"""Subjects: what a number measures, read from the words before it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from corpus.characters import HAN, NUMERALS
from nlp.targets import place_noun, scope
from nlp.targets.verb import SEPARATORS, any_verb, in_compound, light, opens, silent
from nlp.vocabulary import words
from nlp.wording import any_of, pattern

# What was blacked out or lost before the rest of a list: (略)、农药使用量, ?、农药使用量
_REDACTED = re.compile(r"^(?:(?:\(略\)|[?!]+)、?)+")
_INCLUDED = re.compile(r"^\(不?含[^()]{1,10}\)")  # 建成|(含改造)|变电站
# What goes before the thing itself: 以风电、光伏为主的|可再生能源装机, 剩余|围网, 统筹|中央水污染防治资金.
_BEFORE_THING = re.compile(
    r"^(?:以[^,;]{1,40}?为主(?:体|导|要内容)?的|(?:剩余|余下|剩下)(?!价值|劳动|污泥|电量|库容|容量)的?(?=..)|统筹(?=.{2,20}资金$))"
)
_SUMMED = re.compile(r"累计|共计|共")
# Over how many years a number adds up is no part of what it measures: 化肥用量|3年累计减少, 5年累计|造林.
_OVER_YEARS = re.compile(
    rf"(?<=[{HAN}])[\d{NUMERALS}]{{1,2}}年(?:内|间)?\Z|\A[\d{NUMERALS}]{{1,2}}年(?:内|间)?累计(?=..)"
)
_SHORTEST_THING = 2
_ADVERB = re.compile("(?:均?已经?|全部|基本|累计|共)+$")
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
    placed = rest.strip(SEPARATORS).startswith("在")
    rest = _REDACTED.sub("", rest.strip(SEPARATORS))
    rest = _OVER_YEARS.sub("", rest) if "年" in rest else rest
    rest, said, verbs = _without_openers(rest, said, share)
    noun = thing_itself(rest.removesuffix("的").strip(SEPARATORS))
    if drawn := _drawn().search(noun):
        return Subject(drawn["fund"], said, verbs)
    if noun.endswith(_gifts()) and (given := _given().search(noun)):
        return Subject(given["work"], given["where"], verbs)
    if noun.endswith(words("statements", "building")) and (each := _each_there().fullmatch(noun)):
        return Subject("", each["where"], (*verbs, each["verb"]))
    noun = _ordered_thing().sub("", noun) if "的" in noun else noun
    if given := _ordered().search(noun):
        return Subject("", said, (*verbs, given["verb"]))
    if share and (allotted := _allotted().search(noun)):
        return Subject("", noun[: allotted.start()] or said, (*verbs, allotted[0]))
    if not share:
        noun, inner = _object(noun, placed)
        verbs += inner
        if noun.endswith("内") and len(noun) > _LONGEST_ADVERB:
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
        rest = _INCLUDED.sub("", rest[len(verb) :].lstrip(SEPARATORS + "了"))
    return rest, said, tuple(verbs)


def thing_itself(noun: str) -> str:
    """A thing without what only says which or how much of it is left: 围网 of `剩余围网`; 剩余价值率 keeps its name."""
    return _BEFORE_THING.sub("", noun)


def is_aimed(text: str) -> bool:
    """True where a text says that something is aimed at: `确保督察交办的`."""
    return bool(pattern("statements", "aims").search(text))


def _object(noun: str, placed: bool) -> tuple[str, tuple[str, ...]]:
    """What is worked on where a subject or a circumstance stands before the verb, and the verb, if any; `placed` where
    在 has been taken off its front.

    `沿信义沟排查排口` is 排口, `两湖完成治污投资` 治污投资.
    """
    if told := _circumstance().match(noun):
        noun = noun[told.end() :]
    verb, end = _inner_verb(noun, placed)
    # Of 高标准农田累计建成面积 the verb is part of the name.
    if not verb or noun[end:] in words("statements", "bare"):
        return noun, ()
    # 病险水库已完成加固: what is finished is the work on what stands before.
    done_to = noun[: end - len(verb)]
    whose = verb == "完成" and noun[end:] in _works_done() and len(done_to) > _SHORTEST_THING
    if whose and not any(character.isdigit() for character in done_to):  # 20名河长完成巡河 is 巡河
        return _ADVERB.sub("", done_to) + noun[end:], (verb,)
    rest = noun[end:]
    while rest.startswith("、") and (further := opens(rest[1:], share=False)):
        rest = rest[1 + len(further) :]  # 年度新增|、恢复及|改善|灌溉面积
        rest = rest.removeprefix(opens(rest, share=False))
    return rest, (verb,)


def _inner_verb(noun: str, placed: bool) -> tuple[str, int]:
    """The last verb inside a noun and where it ends; an empty one at the end where there is none."""
    if placed or noun.startswith(words("conditions", "prepositions") + words("statements", "urging")):
        # One character behind a verb makes a name of it: 检查|站.
        verbs = any_verb().finditer(noun, 1)
        found = [verb for verb in verbs if len(noun) - verb.end() > 1 and opens(noun[verb.start() :], share=False)]
        if not found and (built := pattern("statements", "building", after="$").search(noun, 1)):
            return built[0], len(noun)  # 在甲镇、乙镇各建|1处, 按照《名录》淘汰|3家
    elif (summed := _SUMMED.search(noun, 2)) and (verb := opens(noun[summed.end() :], share=False)):
        # 该区共种植果树, 三级河长累计巡河: behind such a word stands the verb.
        return verb, summed.end() + len(verb)
    else:
        inside = (
            *pattern("statements", "inner").finditer(noun, 2),
            *_verb_at_place().finditer(noun),
            *_verb_of_body().finditer(noun),
        )
        found = [verb for verb in inside if not in_compound(verb)]
    # 在海域|建设|珊瑚礁修复示范区: what is built where the words begin may be named after a deed.
    chosen = (
        found[0]
        if placed and found and found[0][0] in words("statements", "building")
        else next(iter(found[-1:]), None)
    )
    return (chosen[0], chosen.end()) if chosen else ("", len(noun))


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


@cache
def _verb_at_place() -> re.Pattern[str]:
    """The verb behind where it is done, before the thing done: 小孤山河沿线|栽植|灌木."""
    places = sorted(words("statements", "places_of_doing"), key=len)
    behind = "|".join(f"(?<={place})" for place in places)
    return pattern("statements", "doing", before=f"(?:{behind})(?:", after=f")(?=[{HAN}]{{2}})")


@cache
def _works_done() -> frozenset[str]:
    return frozenset(words("statements", "works") + words("statements", "doing"))


@cache
def _verb_of_body() -> re.Pattern[str]:
    """The verb behind who does it: 水行政主管部门|立案, 公安机关|破获|案件, 区财政|安排|专项资金; not 县财政安排."""
    acting, paying = (
        "|".join(f"(?<={body})" for body in words("statements", key)) for key in ("acting_bodies", "paying_bodies")
    )
    return pattern("statements", "doing", before=f"(?:{acting}|(?:{paying})(?=.{{4}}))(?:累计|共|已)?(?:", after=")")


@cache
def _gifts() -> tuple[str, ...]:
    return words("statements", "given") + words("statements", "amounts_of_work")


@cache
def _given() -> re.Pattern[str]:
    """What is given to a water or place, or how much is done to it: 从总干渠向桑干河年补水, 对侯家港清淤."""
    given, done = any_of("statements", "given"), any_of("statements", "amounts_of_work")
    return re.compile(
        rf"(?:向(?=.*(?:{given})$)|^对(?=.*(?:{done})$)|^(?=(?:{scope.named_water()})(?:{done})$))"
        rf"(?P<where>[^向对,;]{{2,24}}?)每?[年日]?(?P<work>{given}|{done})$"
    )


@cache
def _drawn() -> re.Pattern[str]:
    """The fund that an amount is drawn from: 市财政局从省级治水专项资金中安排|600万元."""
    return pattern(
        "statements", "funds", before=f"从(?P<fund>[{HAN}]{{2,16}}?(?:", after="))中(?:安排|列支|拿出|切块)$"
    )


@cache
def _ordered() -> re.Pattern[str]:
    """Who sets the number that follows: 县上下达|2000亩, 省厅交办|12个."""
    return pattern("statements", "ordering", before=f"^[{HAN}]{{0,8}}(?P<verb>", after=")(?:我[省市县区州])?$")


@cache
def _ordered_thing() -> re.Pattern[str]:
    """Who sets the number of a thing, before the thing: 省下达的|黑臭水体治理任务."""
    return pattern("statements", "ordering", before=f"^[{HAN}]{{0,6}}(?:", after=")的")


@cache
def _allotted() -> re.Pattern[str]:
    """The verb by which a share is given, whose thing stands behind it: 各区安排|1%的产业用地."""
    return pattern("statements", "allotting", after="$")


@cache
def _each_there() -> re.Pattern[str]:
    """The places in each of which something is built: 甲镇、乙镇各建|1处."""
    return pattern("statements", "building", before="(?P<where>.+)[各均](?P<verb>", after=")")


@cache
def _circumstance() -> re.Pattern[str]:
    """Who shall do it, or when, before a preposition: 春防期间|在铁力市增设, 各村要|利用赶圩日开展."""
    return pattern("conditions", "prepositions", before="[^,;]{2,16}?(?:期间|要|须|应)(?=", after=")")
