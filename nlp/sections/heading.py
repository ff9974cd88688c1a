"""Headings: the role their words give to a section, and whether a line is a title or closing words."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal

from corpus.characters import HAN, NUMERALS
from corpus.words import alternatives
from nlp.facts import SectionRole
from nlp.vocabulary import words
from nlp.wording import any_of, pattern

Named = SectionRole | Literal["step"]

# The order in which roles are tried: 保障措施 is a safeguard before it is a 措施, 目标任务 a goal before it is a 任务.
_ROLES: tuple[Named, ...] = ("safeguard", "past", "background", "principle", "goal", "step", "measure")
_SHORT = 14
_WHOLE = 4  # characters of a role word that says what it heads without others
_TITLE_LENGTH = 36
_CLOSING_LENGTH = 60
_STOPS = re.compile("[。;:!?]")
# A stop inside quotation marks ends no sentence: “绿色消费你行动了吗?”.
# Says who carries the tasks above it, and so belongs to them.
_CARRIED = re.compile("(?:以上|上述)[^。,;:]{1,8}?由")
_SENTENCE_END = re.compile("[。;]|[!?](?!”)")
# In a text without line ends a space parts the heading from what follows: 二、工作目标 到2025年….
_GAP = re.compile(rf"(?P<title>[{HAN}“”()]{{2,20}}) (?=\S{{2}})")
_CLAUSE_END = re.compile("[,:]")
_WHEN = re.compile(r"[到至自从]?(?:20\d\d年)?(?:\d{1,2}月)?(?:\d{1,2}日)?[底末初]?(?:以前|之前|前|起|内|期间)?")
# 2025年度水质改善目标 is headed as 水质改善目标 is.
_YEAR = re.compile(r"^(?:19|20)\d\d年度?")
_TAIL = re.compile(rf"\([^()]*\)$|〔[^〕]*〕$|篇[{NUMERALS}]+$")


@lru_cache(maxsize=4096)
def role_of(title: str, top: bool, exact: bool = False) -> Named | None:
    """The role that the words of a heading give, or None where they give none.

    `top` says that the heading stands on the highest level, where 加强组织领导,压实各方责任 is a safeguard; below,
    only a heading that is little more than the role word counts: 主要目标 is a goal, 落实目标责任制 is none, nor is
    保障水量,核定目标. `exact` asks for the role word alone. Stages of work are called step: what they are depends on
    where they stand.
    """
    bare = _YEAR.sub("", title.strip("。;:,、 "))
    if role := _named().get(bare) or _named().get(_without_front(bare)):
        return role
    if exact:
        return None
    if top and len(bare) > _SHORT and (opening := _role_ahead(bare)):
        return opening
    names = len(bare) <= _SHORT and "," not in bare and not orders(bare)
    ended = names and not _tells_what_comes(bare)  # 下步工作要求 is more than its last word
    ending = next((role for role in _ROLES if bare.endswith(_words(role, "end"))), None) if ended else None
    return ending or (_role_within(bare) if top or names else None)


@cache
def _named() -> dict[str, Named]:
    """The role that a heading of one word gives, by that word."""
    return {word: role for role in reversed(_ROLES) for word in _words(role, "is")}


@cache
def _order() -> re.Pattern[str]:
    return pattern("headings", "order.verb", before=f"(?:{any_of('headings', 'order.adverb')}){{0,2}}")


def orders(title: str) -> bool:
    """True for 全面完成减排目标 or 巩固整治成果, which order work although they end with a role word."""
    return _order().match(title) is not None


def _role_ahead(title: str) -> Named | None:
    """The role of the heading that a line begins with where nothing parts it from its text: 指导思想深入贯彻…."""
    words_ahead = ((role, word) for role in _ROLES for part in ("is", "has") for word in _words(role, part))
    return next((role for role, word in words_ahead if len(word) >= _WHOLE and title.startswith(word)), None)


def _tells_what_comes(title: str) -> bool:
    return any(word in title for word in _words("next", "has"))


def _role_within(title: str) -> Named | None:
    if _tells_what_comes(title):
        return "measure"
    return next((role for role in _ROLES if any(word in title for word in _words(role, "has"))), None)


def _without_front(title: str) -> str:
    """Takes 工作, 主要, 总体 and their like off the front, as long as something is left."""
    fronts = words("headings", "front")
    if not title.startswith(fronts):
        return title
    while front := next((word for word in fronts if title.startswith(word) and len(title) > len(word)), None):
        title = title[len(front) :]
    return title


@cache
def _words(role: str, part: str) -> tuple[str, ...]:
    return words("headings", f"{role}.{part}")


def is_title(line: str) -> bool:
    """True for a line that names a document: 嵊州市生态文明建设规划(2017—2025年), not 制定规划 and not a sentence."""
    bare = _TAIL.sub("", line.strip("《》 "))
    return 8 <= len(bare) <= 60 and bare.endswith(_words("title", "end")) and _STOPS.search(bare) is None


def closes(paragraph: str) -> bool:
    """True for a paragraph that ends a document and belongs to no unit: 特此报告。, 抄送:…, 联系人:….

    `以上任务请于6月底前完成` is one, `以上任务由市水务局负责` is none: it names the owners of the tasks above it.
    """
    if _CARRIED.match(paragraph):
        return False
    short = len(paragraph) <= _CLOSING_LENGTH and paragraph.startswith(_words("closing", "short"))
    return short or paragraph.startswith(_words("closing", "long"))


def is_preamble(line: str) -> bool:
    """True for a line that could open the text right below a title: 为改善水质,…, 各县人民政府:, 一、总体要求, and one
    that says that this is drawn up: 针对断面不稳定的问题,制定本方案。"""
    return line.startswith(words("headings", "preamble")) or _drawn_up().search(line) is not None


@cache
def _drawn_up() -> re.Pattern[str]:
    return pattern("metadata", "drawn_up", after=r"(?:本|如下|此)[^,。;]{2,8}[。:]?$")


def next_words() -> tuple[str, ...]:
    """What opens a paragraph on the steps to come: 下一步, 今后."""
    return _words("next", "open")


def is_idle_annex(title: str) -> bool:
    """True for the title of an annex that states no work: 领导小组成员名单, 考核评分细则; not 重点任务清单."""
    if any(word in title for word in _words("annex", "work")):
        return False
    return any(word in title for word in _words("annex", "idle"))


@cache
def _name_ahead() -> re.Pattern[str]:
    """The name of a section of goals, right behind which a goal stands: a colon or a year parts them; and 总体要求,
    right behind which 以…为指导 stands, since the page has lost the stop between them."""
    named = alternatives(word for word in _words("goal", "is") if len(word) >= _WHOLE)
    return re.compile(
        rf"(?:(?:19|20)\d\d年度?)?(?:{any_of('headings', 'front')})?(?:{named})(?=:[^\n]|到?(?:19|20)\d\d年|力争|到“)"
        rf"|(?:{any_of('headings', 'guided')})(?=以|坚持|深入|认真|按照|围绕)"
    )


def _without_open_bracket(sentence: str) -> str:
    """What stands before a bracket that the sentence leaves open, where that is enough for a title."""
    opened = sentence.rfind("(")
    return sentence[:opened] if opened >= 4 and sentence.count("(") > sentence.count(")") else sentence


@lru_cache(maxsize=1024)
def cut_title(text: str) -> str:
    """The heading or first clause of a unit's text: up to the first full stop, or where that is long, the first comma.

    `完善体制机制建设。强化…` gives 完善体制机制建设, `以专项整治为抓手,强化车辆登记、检测、维修、报废的全过程管理,…`
    gives 以专项整治为抓手, `整治白溪(责任单位:甲区政府;督办单位:乙局)` gives 整治白溪, `工作目标 到2025年…`,
    `工作目标:到2025年…` and `工作目标到2025年…` give 工作目标; `2023年底前,甲县建成…` goes on behind its time.
    """
    line = text.partition("\n")[0]
    if named := _name_ahead().match(line):
        return named[0]
    if gap := _GAP.match(line):
        return gap["title"]
    sentence = _without_open_bracket(_SENTENCE_END.split(line, 1)[0]).rstrip(":,、")
    if len(sentence) <= _TITLE_LENGTH:
        return sentence
    clause, *rest = _CLAUSE_END.split(sentence, 2)
    if rest and _WHEN.fullmatch(clause):
        return sentence[: len(clause) + 1 + len(rest[0])]
    return clause if len(clause) >= 4 else sentence[:_TITLE_LENGTH]
