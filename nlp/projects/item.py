"""Items of a list of projects: where each begins behind the verbs before it, and what of it is a name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

import rjieba

from corpus.characters import HAN
from nlp.number import parse
from nlp.projects.front import REDACTED, front_length
from nlp.projects.head import Head, HeadKind, any_of, find_head
from nlp.projects.plain import is_plain
from nlp.times.limit import LIMIT
from nlp.vocabulary import words

_LEAD = re.compile(any_of("build_verbs", "lead_words"))
_LEADS = re.compile(
    rf"(?:(?:{_LEAD.pattern})了?|\d+(?:年度|[年月日号])|\d[\d.]*[万亿]?元|[一二三四五六七八九十\d]+[个条座项](?=“))*"
)
LENGTH = r"\d[\d.]*(?:公里|千米|米|平方公里|万?亩)"
_COUNT = re.compile(r"(?P<number>[一两二三四五六七八九十]+|\d+)[个座处项条大]")
# What stands between the count and what is counted is no part of a name: 游洋2座乡镇污水处理工程.
COUNT_AND_LEVEL = re.compile(rf"{_COUNT.pattern}(?:{any_of('counted_levels')})?(?:支流|河流)?")
_BREAK = re.compile(
    r"的|[在自](?=\d)|[也都](?=[要将已在])|分别[是为]|(?:主要)?包[含括]|(?<=工程|项目)是|为|于(?=[\d本今明])"
    rf"|(?<=工程|项目)(?:{any_of('told_when')})|(?<=.)(?:实施|开展)|(?<=公司|集团)(?:完成|推进|推动|加快)"
    rf"|(?<=[省市县区州旗镇乡域)])(?:{any_of('told_how')})?(?:完成|建成|打造|启动(?!区))了?"
    rf"|(?<=[局委厅部院府])(?:同意|批复|批准|核准|印发)|(?<=.{{4}})(?:力争|争取|确保|预计)"
    r"|将(?![军乐])|(?<=工程|项目|期\))获(?!取)|已|须|仍|尚|均|(?<![重主需])要(?!素)|进行|予以"
    rf"|(?:{'|'.join(f'(?<={body})' for body in words('projects', 'acting_bodies'))})(?:{any_of('build_verbs')})"
    rf"|(?:20\d\d年|年底前)(?={any_of('done_in_year')})|(?<![自理缘])由(?!于)"
)
# 甲公司实施电解槽升级改造: what a firm does goes by the name of the firm.
_DOING = frozenset({"实施", "开展", "完成"})
_FIRM = re.compile(r"(?:公司|集团|厂)\Z")
# So does what a park sets up, and what is done to a facility, by a time or not: 甲工业园2022年底前建成污水处理设施,
# 甲污水处理厂2024年底前完成提标改造.
_BY_TIME = re.compile(
    rf"(?P<park>[{HAN}]{{2,}}?(?:{any_of('parks')}))(?:{LIMIT})?(?:配套)?(?:建设|建成|新建)(?=[{HAN}]{{4}})"
    rf"|(?P<facility>[{HAN}]{{2,}}?(?:{any_of('facility_heads')}))(?:{LIMIT})?(?:全部|全面)?(?:完成|实施|启动)"
    rf"(?=(?:{any_of('deed_heads')})(?![{HAN}]))"
)
# Who acts is no part of a name: 市政园林局加快推进城北、东港污水处理厂扩建.
_SUBJECT = re.compile(rf"[{HAN}]{{1,12}}?(?:{any_of('subjects')})(?=(?:{any_of('build_verbs')}))")
# What leads to the names and follows none: 水利工程之一的甲工程, 三个项目分别是甲项目、乙项目.
_LISTS = re.compile(r"分别[是为]|(?<=之一)的|的有")
_NAMING = ("包括", "包含", "是", "为")
# How much is done stands before the name: 甲镇境内9.3公里新沟河工程.
_MEASURED = re.compile(rf"[^\d]{{0,10}}{LENGTH}(?=[{HAN}]{{3}})")
# Behind a name begins what is said of it: 甲项目由乙局负责.
_AFTER_SUBJECT = re.compile(r"由|已|将|于|正在|拟|计划")


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list: what stands at `start:end` of the text, verbs before it cut off.

    `front` is the length of its proper part, `head` its head; `text` may be shorter than the span (等 and after it, and
    the verb between a firm and its works).
    """

    text: str
    start: int
    end: int
    front: int
    head: Head | None

    def is_whole(self, kind: HeadKind) -> bool:
        """Whether the item ends with a head of this kind: 桥北污水处理厂三期扩建 with a deed."""
        return self.head is not None and self.head.kind == kind and self.head.end == len(self.text)


class Name(NamedTuple):
    """A name that an item makes, by itself or with what other items say, and the head that it ends with."""

    item: Item
    text: str
    head: Head


def read_item(text: str, start: int, waters: frozenset[str]) -> Item:
    """The item without what is said of it: 甲市发电项目 of 甲市发电项目于六月前开工, 乙项目 of 甲市的乙项目."""
    whole = start + len(text)
    timed = _BY_TIME.match(text)
    if timed and (timed["facility"] or front_length(timed["park"], waters) == len(timed["park"])):
        of = timed["facility"] or timed["park"]
        text, verb = of + text[timed.end() :], timed.end() - len(of)
    else:
        text, start, verb = _named(text, start, waters)
    measured = _MEASURED.match(text)
    if measured and not text[front_length(text, waters) or measured.end() :][:1].isdigit():
        start, text = start + measured.end(), text[measured.end() :]
    head, front = find_head(text), front_length(text, waters)
    if head and head.start < front and not text.startswith("“"):
        front = front_length(text[: head.start], waters)
    return Item(text, start, min(whole, start + len(text) + verb), front, head)


def _named(text: str, start: int, waters: frozenset[str]) -> tuple[str, int, int]:
    """What of an item names a project, where it begins, and the length of a verb left out between a firm and works."""
    said = _BREAK.search(text)
    while said:
        before, behind = text[: said.start()], text[said.end() :]
        firm = said[0] in _DOING and _FIRM.search(before)
        if firm or (said[0] == "的" and _is_worked_on(before, behind, waters)):
            return before + behind, start, len(said[0])
        lists = _LISTS.match(text, said.start()) or (said[0].endswith(_NAMING) and not front_length(before, waters))
        if find_head(before) and not lists:
            return before, start, 0
        skipped = lists.end() if isinstance(lists, re.Match) else said.end()
        skipped += first_start(text[skipped:], waters)
        start, text = start + skipped, text[skipped:]
        said = _BREAK.search(text)
    return text, start, 0


def _is_worked_on(left: str, right: str, waters: frozenset[str]) -> bool:
    """Whether plain works stand behind what is named: 湖滨污水处理厂 and 提标改造工程; not 甲市 and 乙河治理工程."""
    front, works = front_length(left, waters), find_head(right)
    named = front > 0 and (front == len(left) or find_head(left) is not None or is_plain(left[front:]))
    if not named or works is None or not is_plain(right[: works.end]):
        return False
    return (works.kind == "works" and works.start > 0) or COUNT_AND_LEVEL.search(left) is not None


def counted(item: Item) -> float | None:
    """How many an item says there are: 2 for 海南两个可再生能源基地 and 两座水闸; None for no count."""
    count = _COUNT.match(item.text, item.front)
    return parse(count["number"]) if count else None


def first_start(body: str, waters: frozenset[str]) -> int:
    """Where the first item begins: at the first proper part after a verb, else after all leading verbs.

    At 甘霖 in `加快新建甘霖污水管网`, at 污水 in `加快新建污水管网`.
    """
    starts = {own_start(body), *(match.end() for match in _LEAD.finditer(body) if _ends_word(match, body))}
    starts |= {at for at, sign in enumerate(body) if sign == "“"} | {m.start() for m in REDACTED.finditer(body)}
    named = find_head(body)
    for start in sorted(starts):
        if named and named.end <= start and _AFTER_SUBJECT.match(body, named.end):
            break
        if start < len(body) and front_length(body[start:], waters):
            redacted = REDACTED.match(body, start)
            return redacted.end() if redacted and redacted[0].startswith("(") else start
    subject = _SUBJECT.match(body)
    return own_start(body, subject.end()) if subject else own_start(body)


def _ends_word(lead: re.Match[str], body: str) -> bool:
    """Whether a lead of one character stands by itself: not 以 of 以上."""
    return len(lead[0]) > 1 or not rjieba.has_word(body[lead.start() : lead.end() + 1])


def own_start(item: str, begin: int = 0) -> int:
    """Where an item begins after verbs that lead it: 新建 of 新建甘霖."""
    lead = _LEADS.match(item, begin)
    if lead and lead.end() == 1 and rjieba.has_word(item[:2]) and front_length(item) > 1:
        return 0  # 和 of 和平经济开发区
    return lead.end() if lead and lead.end() < len(item) else 0
