"""The names a document goes by itself, so that naming itself is not taken for citing another."""

from __future__ import annotations

import re

from nlp.citations.book_title import BookTitle, find_titles
from nlp.facts import Facts

_NOTICE = re.compile(
    r"关于(?:对?《|(?:印发|发布|公布|公开|下发|转发|报送|(?:公开)?征求))(?P<core>.+?)的?(?:通知|公告|通告|公示|函|报告)$"
)
_ISSUED = re.compile(
    r"(?:已|业已|已经|业经)[^。《》\n]{0,60}(?:同意|通过|审定|审议|批准)"
    r"|(?:现|予以?|一并)?[^。《》\n]{0,6}(?:印发|下发|转发|发布|公布)(?:给你们|如下|实施)"
)
_DRAWN_UP = re.compile(r"(?:制定|制订|编制|起草|拟定|形成)了?(?:本|我[省市州县区镇乡])?\Z")
# What a notice sends out together: 制定了《甲方案》及《乙方案》《丙方案》等3个方案,现印发给你们.
_TOGETHER = re.compile(r"(?:制定|编制|起草|修订)了?(?P<list>(?:《[^《》\n]{4,60}》[及和、]*){2,})[^。《》\n]{0,16},?现")
_SOFT = re.compile(r"[^\w]+")
_NUMERAL = re.compile(r"[\d年度x×]*")
# Up to this offset a notice or preamble names the plan that it carries; further down, 制定《…》 is work to be done.
_FRONT = 3000


def own_titles(facts: Facts) -> set[str]:
    """The soft forms (see `soften`) of the names under which a document speaks of itself.

    Of the title `某市关于印发水污染防治工作方案的通知` also 水污染防治工作方案; of `现将《…方案》印发给你们`,
    `《…方案》已经…同意` and a preamble's `特制定《…方案》。` the title in the marks. Not of `印发实施《…规划》` among
    the measures, nor of the plan that an interpretation explains.
    """
    names = set()
    if facts.title:
        notice = _NOTICE.search(facts.title)
        carried = [title.text for title in find_titles(facts.title)] if notice else []
        names |= {soften(name) for name in (facts.title, notice["core"] if notice else "", *carried) if name}
    if facts.kind == "interpretation":
        return names
    front = min((section.start for section in facts.sections if section.role == "measure"), default=_FRONT)
    titles = find_titles(facts.text[: min(front, _FRONT)])
    together = _TOGETHER.search(facts.text, 0, _FRONT)
    sent = [title.text for title in find_titles(together["list"])] if together else []
    return names | {soften(title.text) for title in titles if _carried(title, facts.text)} | {*map(soften, sent)}


def is_own(title: str, own: set[str]) -> bool:
    """Whether a title is one of the document's own, whole or without the place or year that it begins with.

    With the own title 年嵊州市示范区创建工作推进方案 true for `2024-20示范区创建工作推进方案`, false for
    `浙江省示范区创建工作推进方案`.
    """
    soft = soften(title)
    return any(soft == name or _same_but_for_front(soft, name) for name in own)


def soften(title: str) -> str:
    """A title without marks and punctuation, for comparing."""
    return _SOFT.sub("", title)


def _same_but_for_front(soft: str, name: str) -> bool:
    bare = soft[_NUMERAL.match(soft).end() :]  # type: ignore[union-attr]
    return len(bare) >= 8 and name.endswith(bare) and len(name) - len(bare) <= 12


def _carried(title: BookTitle, text: str) -> bool:
    if _ISSUED.match(text, title.end):
        return True
    ends_sentence = text[title.end : title.end + 1] in "。,;\n" or text[title.end : title.end + 5] == "(以下简称"
    return ends_sentence and _DRAWN_UP.search(text, max(0, title.start - 8), title.start) is not None
