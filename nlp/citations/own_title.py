"""The names a document goes by itself, so that naming itself is not taken for citing another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.characters import HAN, NUMERALS
from nlp.facts import Facts
from nlp.places.place import mentions
from nlp.references.book_title import BookTitle, find_titles
from nlp.references.document_number import BRACKETED
from nlp.references.notice import DRAWN_UP, FORWARDED, NOTICES, PASSED, SENT, carrying
from nlp.wording import pattern

# 关于公开征求…意见的公告, 关于报送《某方案》的报告: what carries a draft without sending it out.
_LAYING_OPEN = pattern(
    "metadata", "laid_open", before="关于(?:对?《|", after=rf")(?P<core>(?:(?!情况).)+?)的?(?:{NOTICES}|报告)$"
)
# 市政府印发《某措施》
_SENT_OUT = re.compile(rf"(?:{SENT})了?《(?P<core>[^《》]+)》$")
# What is said behind the titles that a notice carries: 已经市政府同意, 印发给你们, 等3个方案,现印发实施.
_ISSUED = re.compile(
    rf",?{PASSED}|,?现(?:面?向社会)?(?:公开)?征求"
    rf"|(?:\([^()\n]{{1,8}}\))?(?:等[^。《》\n]{{1,8}},)?(?:现|予以?|一并)?[^。《》\n]{{0,6}}"
    rf"(?:(?P<forwarded>{FORWARDED})|{SENT})(?:给你们|如下|实施)"
)
# 编制了《某规划》 tells of what was done before.
_DRAWN_UP = re.compile(rf"{DRAWN_UP}(?<!了)(?:本|我[省市州县区镇乡])?\Z")
# Titles side by side: 《甲方案》及《乙方案》《丙方案》.
_BESIDE = re.compile(r"[及和与、]*\Z")
# What a document rests on is another, even where only the year tells them apart.
_BASIS = re.compile(r"(?:根据|依据)(?:《[^《》\n]{2,60}》[及和与、]*)*\Z")
# 按照《城市黑臭水体治理攻坚战方案》(建城〔2022〕29号): one of the same name by the superior
_NUMBERED = re.compile(rf"》?[(][{HAN}]{{2,10}}{BRACKETED}")
# 国务院《水污染防治行动计划》, 江苏省《水污染防治工作方案》: what the document of a city does not send out itself
_OF_THE_STATE = re.compile(r"(?:国务院|国家|中央)\Z")
_OF_A_PLACE = re.compile(r"(?:人民)?政府\Z|(?<=[省市县区州盟旗])\Z")
_LONGEST_PLACE = 16
_SOFT = re.compile(r"[^\w]+|(?<=\d年)度")
# What is one of the things to be done is the plan of another day: 1.编制《流域防洪方案》。
_TO_DO = re.compile(
    rf"(?:\A|[\n。;])[ ]*(?:\d{{1,2}}[.、]|[(][{NUMERALS}\d]{{1,2}}[)]|[{NUMERALS}]{{1,2}}、)[ ]*{DRAWN_UP}\Z"
)
_NUMERAL = re.compile(r"[\d年度x×]*")
# Up to this offset a notice or preamble names the plan that it carries; further down, 制定《…》 is work to be done.
_FRONT = 3000
_LONGEST_BASIS = 200
_LONGEST_SENDER = 16  # characters before a title: 中共某某省委某某省人民政府


def own_titles(facts: Facts) -> set[str]:
    """The soft forms (see `soften`) of the names under which a document speaks of itself.

    Of the title `某市关于印发水污染防治工作方案的通知` also 水污染防治工作方案; of `现将《…方案》印发给你们`,
    `《…方案》已经…同意` and a preamble's `特制定《…方案》。` the title in the marks. Of several sent together those
    whose text follows; of what is forwarded (转发) only these. Not of `印发实施《…规划》` among the measures, nor of
    the plan that an interpretation explains.
    """
    names = set()
    if facts.title:
        names |= {soften(name) for name in (facts.title, *_carried(facts.title))}
    if facts.kind == "interpretation":
        return names
    front = min((section.start for section in facts.sections if section.role == "measure"), default=_FRONT)
    for run in _runs(facts.text[: min(front, _FRONT)]):
        issued = _ISSUED.match(facts.text, run[-1].end)
        # A report tells of a plan that was drawn up: 制定《某市整改方案》.
        if issued or (facts.kind != "report" and _is_drawn_up(run, facts.text)):
            sent, lines = {soften(title.text) for title in run}, {soften(line) for line in facts.text.splitlines()}
            names |= sent & lines or (set() if issued and issued["forwarded"] else sent)
    return names


def _carried(title: str) -> list[str]:
    """The names of what the title of a notice carries as the issuer's own; none of what it forwards."""
    notice = carrying(title)
    if notice and notice["forwarded"]:
        return []
    notice = notice or _LAYING_OPEN.search(title) or _SENT_OUT.search(title)
    return [notice["core"], *(carried.text for carried in find_titles(title))] if notice else []


def _runs(text: str) -> Iterator[list[BookTitle]]:
    """The titles of a text, those side by side together."""
    run: list[BookTitle] = []
    for title in find_titles(text):
        if run and not _BESIDE.match(text, run[-1].end, title.start):
            yield run
            run = []
        run.append(title)
    if run:
        yield run


def is_own(title: BookTitle, own: set[str], text: str) -> bool:
    """Whether a title in `text` is one of the document's own, whole or without the place or year that it begins with.

    With the own title 年嵊州市示范区创建工作推进方案 true for `2024-20示范区创建工作推进方案`, false for
    `浙江省示范区创建工作推进方案`; with 攻坚方案 false for 根据`2020年攻坚方案`, for what has a number of its own
    and for 国务院`示范区创建工作推进方案`.
    """
    soft = soften(title.text)
    if soft in own:
        return True
    if _NUMBERED.match(text, title.end) or _is_of_another(title, own, text):
        return False
    basis = _BASIS.search(text, max(0, title.start - _LONGEST_BASIS), title.start) is not None
    return any(_same_but_for_front(soft, name) for name in own if not (basis and soft.endswith(name)))


def _is_of_another(title: BookTitle, own: set[str], text: str) -> bool:
    """True where the state or a place stands before a title, and none of the document's own names holds that place."""
    before = text[max(0, title.start - _LONGEST_PLACE) : title.start]
    if _OF_THE_STATE.search(before):
        return True
    ends = _OF_A_PLACE.search(before)
    named = [before[start:end] for start, end, _ in mentions(before) if ends and end == ends.start()]
    return bool(named) and not any(named[-1] in name for name in own)


def soften(title: str) -> str:
    """A title without marks and punctuation, for comparing: `某县“十四五”规划` is 某县十四五规划."""
    return _SOFT.sub("", title)


def _same_but_for_front(soft: str, name: str) -> bool:
    bare = soft[_NUMERAL.match(soft).end() :]  # type: ignore[union-attr]
    return len(bare) >= 8 and name.endswith(bare) and len(name) - len(bare) <= _LONGEST_SENDER


def _is_drawn_up(run: list[BookTitle], text: str) -> bool:
    end = run[-1].end
    ends_sentence = text[end : end + 1] in "。,;\n" or text[end : end + 5] == "(以下简称"
    start = run[0].start
    if not ends_sentence or _TO_DO.search(text, max(0, start - 12), start):
        return False
    return _DRAWN_UP.search(text, max(0, start - 8), start) is not None
