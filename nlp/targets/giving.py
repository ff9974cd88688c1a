"""Giving: who gives, sets, draws or builds what, where that is no plain thing: 向桑干河补水, 从资金中安排|600万元."""

from __future__ import annotations

import re
from functools import cache

from corpus.characters import HAN
from nlp.targets.water_name import named_water
from nlp.vocabulary import words
from nlp.wording import any_of, pattern


def read(noun: str, said: str | None, share: bool) -> tuple[str, str | None, tuple[str, ...]] | None:
    """The thing, its scope (`said`, if no other is told) and the verbs of a noun that tells of giving; else None.

    `从总干渠向桑干河补水` is 补水 in 桑干河, `省厅交办` the verb 交办 alone, before a share also `各区安排`; `造林`
    is None.
    """
    if drawn := _drawn().search(noun):
        return drawn["fund"], said, ()
    if noun.endswith(_gifts()) and (given := _given().search(noun)):
        return given["work"], given["where"], ()
    if noun.endswith(words("statements", "building")) and (each := _each_there().fullmatch(noun)):
        return "", each["where"], (each["verb"],)
    noun = without_order(noun)
    if ordered := _ordered().search(noun):
        return "", said, (ordered["verb"],)
    if share and (allotted := _allotted().search(noun)):
        return "", noun[: allotted.start()] or said, (allotted[0],)
    return None


def without_order(noun: str) -> str:
    """A thing without who sets the number of it: 黑臭水体治理任务 of 省下达的黑臭水体治理任务."""
    return _ordered_thing().sub("", noun) if "的" in noun else noun


@cache
def _gifts() -> tuple[str, ...]:
    """Ends of wordings that may tell what is given to a place: 补水, 清淤."""
    return words("statements", "given") + words("statements", "amounts_of_work")


@cache
def _given() -> re.Pattern[str]:
    """What is given to a water or place, or how much is done to it: 从总干渠向桑干河年补水, 对侯家港清淤."""
    given, done = any_of("statements", "given"), any_of("statements", "amounts_of_work")
    return re.compile(
        rf"(?:向(?=.*(?:{given})$)|^对(?=.*(?:{done})$)|^(?=(?:{named_water()})(?:{done})$))"
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
