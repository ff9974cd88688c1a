"""Inner verbs: what is done, where a place, a body, a time or a circumstance stands before it: 沿信义沟|排查|排口."""

from __future__ import annotations

import re
from functools import cache

from corpus.characters import HAN
from nlp.targets.verb import any_verb, in_compound, opens
from nlp.vocabulary import words
from nlp.wording import pattern

_ALTOGETHER = re.compile("累计|共计|共")
_ADVERBS = re.compile("(?:均?已经?|全部|基本|累计|共)+$")
_SHORTEST_THING = 2


def object_of(noun: str, placed: bool) -> tuple[str, tuple[str, ...]]:
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
        return _ADVERBS.sub("", done_to) + noun[end:], (verb,)
    rest = noun[end:]
    while rest.startswith("、") and (further := opens(rest[1:], share=False)):
        rest = rest[1 + len(further) :]  # 年度新增|、恢复及|改善|灌溉面积
        rest = rest.removeprefix(opens(rest, share=False))
    return rest, (verb,)


def _inner_verb(noun: str, placed: bool) -> tuple[str, int]:
    """The last verb inside a noun and where it ends; an empty one at the end where there is none."""
    if placed or noun.startswith(words("conditions", "prepositions") + words("statements", "urging")):
        return _behind_preposition(noun, placed)
    # 该区共种植果树, 三级河长累计巡河: behind such a word stands the verb.
    if (summed := _ALTOGETHER.search(noun, 2)) and (verb := opens(noun[summed.end() :], share=False)):
        return verb, summed.end() + len(verb)
    inside = (
        *pattern("statements", "inner").finditer(noun, 2),
        *_verb_at_place().finditer(noun),
        *_verb_of_body().finditer(noun),
    )
    found = [verb for verb in inside if not in_compound(verb)]
    return (found[-1][0], found[-1].end()) if found else ("", len(noun))


def _behind_preposition(noun: str, placed: bool) -> tuple[str, int]:
    """The verb behind where, on what or by whom it is done, and where it ends: 沿信义沟|排查|排口."""
    building = pattern("statements", "building", after="$")
    # One character behind a verb makes a name of it: 检查|站.
    verbs = any_verb().finditer(noun, 1)
    found = [verb for verb in verbs if len(noun) - verb.end() > 1 and opens(noun[verb.start() :], share=False)]
    if not found:
        built = building.search(noun, 1)  # 在甲镇、乙镇各建|1处, 按照《名录》淘汰|3家
        return (built[0] if built else ""), len(noun)
    # 在海域|建设|珊瑚礁修复示范区: what is built where the words begin may be named after a deed.
    chosen = found[0] if placed and building.fullmatch(found[0][0]) else found[-1]
    return chosen[0], chosen.end()


@cache
def _verb_at_place() -> re.Pattern[str]:
    """The verb behind where it is done, before the thing done: 小孤山河沿线|栽植|灌木."""
    places = sorted(words("statements", "places_of_doing"), key=len)
    behind = "|".join(f"(?<={place})" for place in places)
    return pattern("statements", "doing", before=f"(?:{behind})(?:", after=f")(?=[{HAN}]{{2}})")


@cache
def _works_done() -> frozenset[str]:
    """Works that are finished as well as done: 加固 of 完成加固."""
    return frozenset(words("statements", "works") + words("statements", "doing"))


@cache
def _verb_of_body() -> re.Pattern[str]:
    """The verb behind who does it: 水行政主管部门|立案, 公安机关|破获|案件, 区财政|安排|专项资金; not 县财政安排."""
    acting, paying = (
        "|".join(f"(?<={body})" for body in words("statements", key)) for key in ("acting_bodies", "paying_bodies")
    )
    return pattern("statements", "doing", before=f"(?:{acting}|(?:{paying})(?=.{{4}}))(?:累计|共|已)?(?:", after=")")


@cache
def _circumstance() -> re.Pattern[str]:
    """Who shall do it, or when, before a preposition: 春防期间|在铁力市增设, 各村要|利用赶圩日开展."""
    return pattern("conditions", "prepositions", before="[^,;]{2,16}?(?:期间|要|须|应)(?=", after=")")
