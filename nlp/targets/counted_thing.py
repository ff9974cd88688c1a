"""Things counted: the name behind a number, and what is said of it."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from corpus.characters import HAN
from nlp.targets import joint, place_noun
from nlp.targets.verb import SEPARATORS, in_compound
from nlp.vocabulary import words
from nlp.wording import any_of, pattern

_AND_SO_ON = pattern("statements", "so_on", before=f"等[{HAN}]{{0,4}}", after="$")
# 18户居民|要|全部搬迁, 35家企业|须|完成搬迁; not 纲要
_MODAL = re.compile("(?:需要|必须|应当|均?须|(?<![纲主重概摘提])均?要)$")
# 5家|不能稳定达标的|磷肥企业
_FAILING = re.compile(rf"(?:不能|未能|无法|不符合|尚未|没有)[{HAN}]{{2,12}}的(?=[{HAN}]{{2}})")
_STANDARD = re.compile(r"(?<=.{2})的标准")  # 按照每150户配备1名保洁员|的标准
_ABOUT = ("约", "近", "超", "达")  # of the next number: 垃圾堆56处|约|800立方米

# A thing's name begins with a word, a quotation mark, a letter or its size: 65蒸吨以上锅炉, 220MW级机组.
_THING = re.compile(rf"的?(?:[{HAN}“‘A-Za-z《]|\d[\d.]*(?:[^\d,;、]{{1,8}}以[上下]|[A-Za-z/]{{1,6}}\s?[A-Z]?级))")


@lru_cache(maxsize=4096)
def behind(text: str) -> tuple[str, str]:
    """The thing counted behind a number, and what is said of it.

    `县级以上饮用水水源地勘界定标工作` gives 县级以上饮用水水源地勘界定标 and nothing,
    `填埋场全部联网` gives 填埋场 and 全部联网. Both are empty where no name of a thing follows: `左右`, `,其中`,
    `的目标`.
    """
    text = _STANDARD.split(text.partition("——")[0].lstrip(), maxsplit=1)[0]
    if not text or text in _ABOUT or _opens_no_name(text) or not _THING.match(text):
        return "", ""
    text = text.removeprefix("的")
    if failing := _FAILING.match(text):
        noun, said = behind(text[failing.end() :])
        return failing[0] + noun if noun else "", said
    # 镇|建成投运: one character is enough for a place.
    cut = _predicate().search(text, min(len(place_noun.opening(text) or "  "), 2))
    noun, said = (text[: cut.start()], text[cut.start() :]) if cut else (text, "")
    noun = _MODAL.sub("", noun) if cut else noun
    noun = _AND_SO_ON.sub("", noun.removesuffix("的").strip(SEPARATORS + "并"))
    # 24项整改任务: a verb alone names nothing that can be counted.
    duty = noun.removesuffix("落实")
    return duty if duty in words("statements", "counted_duties") else _without_trail(noun), said


def thing(text: str) -> str:
    """The thing counted behind a number, without what is said of it: 填埋场 of `填埋场全部联网`; empty for `左右`."""
    return behind(text)[0]


@lru_cache(maxsize=4096)
def is_work(text: str) -> bool:
    """True where a text only says what is done to things named before: `提标改造`, `建设任务`."""
    return text[:1] not in joint.FRONT and _without_trail(text.strip(SEPARATORS)) in words("statements", "works")


def with_work(thing: str, said: str) -> str:
    """A thing with the work that is carried out on all of it: of 道路 实施雨污分流改造 is said, of 填埋场 全部联网.

    Nothing is added for `开展监测` and `依法处置`, nor to a name that says the work (水体治理 并开展评估).
    """
    work = _carried_out().fullmatch(said.strip(SEPARATORS))
    return thing + work["work"] if work and worked_on(thing) == thing else thing


def worked_on(noun: str) -> str:
    """A thing without the works on it that its name ends with: 小水电清理整改 is 小水电."""
    works = pattern("statements", "doing", "works", before="(?<=..)(?:", after=")+$").search(noun)
    return noun[: works.start()] if works else noun


def is_only_done(text: str) -> bool:
    """True where a text says no more than that it is done, or by when: 建成投运, 要率先完成."""
    return _only_done().fullmatch(text.strip(SEPARATORS)) is not None


def _opens_no_name(text: str) -> bool:
    """True for words behind a number that begin no name: 全部, 在; not for 在用锅炉 and 有机肥."""
    match = pattern("statements", "no_thing", after="(?!以[上下])").match(text)
    return match is not None and not in_compound(match)


def _without_trail(noun: str) -> str:
    """A name without the words that add nothing at its end: 环境整治工作 is 环境整治."""
    return pattern("statements", "trailing", before="(?:", after=")+$").sub("", noun)


@cache
def _predicate() -> re.Pattern[str]:
    """The predicates, none of them where it begins or ends a compound: 建成区, 水土保持."""
    compounds = words("statements", "compounds")
    guarded = []
    for word in sorted(words("statements", "predicates"), key=len, reverse=True):
        before = "".join(
            f"(?<!{re.escape(name.removesuffix(word))})" for name in compounds if name.endswith(word) and name != word
        )
        longer = [re.escape(name[len(word) :]) for name in compounds if name.startswith(word) and name != word]
        guarded.append(before + re.escape(word) + (f"(?!{'|'.join(longer)})" if longer else ""))
    # 吸污车|对厕所污水进行收集 says what the thing counted is for.
    return re.compile("|".join([*guarded, f"对(?=[^,;、]{{2,14}}(?:{any_of('statements', 'carrying_out')}))"]))


@cache
def _carried_out() -> re.Pattern[str]:
    """Work that is carried out on all of what is counted: 全部联网, 实施雨污分流改造; not 开展监测."""
    adverbs, works = any_of("statements", "wholly", "auxiliaries"), any_of("statements", "works", "carried_works")
    carried = rf"(?:{adverbs})*(?:实施|开展|完成|进行)了?|(?:全部|全面|均)实?现?"
    return re.compile(rf"(?:{carried})(?P<work>(?:“[^”]{{1,12}}”)?[{HAN}]{{0,8}}(?:{works}))(?:[至到].+)?")


@cache
def _only_done() -> re.Pattern[str]:
    """That something is done, and no more: 建成投运, 要率先完成; not 建成公园."""
    adverbs = any_of("statements", "wholly", "auxiliaries", "before_limit")
    return re.compile(rf"(?:{adverbs})*(?:(?:{any_of('statements', 'done')})[并、]?)+")
