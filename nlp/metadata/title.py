"""The title of a document: its head line, on one line or several, or the name under which it is sent out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.characters import HAN, NUMERALS
from nlp.metadata.carried_title import KINDS, find_carried
from nlp.metadata.head_lines import HeadLine, head_lines
from nlp.metadata.header import Field, is_label
from nlp.metadata.sign_off import is_body
from nlp.places.place import mentions
from nlp.references.document_number import BRACKETED
from nlp.references.notice import NOTICES, SENT, TOLD
from nlp.sections.heading import is_preamble
from nlp.wording import any_of, pattern

_BRACKET = r"(?:[(〔][^()〔〕\n]{1,24}[)〕])"
_ENDS = re.compile(rf"(?:{KINDS}){_BRACKET}*[》”]?(?:全文)?{_BRACKET}*(?:的?(?:通知|公告|报告|函))?{_BRACKET}?\Z")
_NOTICE = re.compile(rf"[^《》,。:]{{0,40}}关于(?:{SENT}).+的(?:{NOTICES})")
_NO_TITLE = re.compile(
    r"[。;|\t]|[,:]\Z|>>|:[^:\n]+:"
    rf"|\A(?:{any_of('metadata', 'no_title')}|\d{{1,2}}(?:\.\d{{1,2}})*[.、 ](?!\d))"
    rf"|篇[{NUMERALS}\d]+\Z|https?:"
)
# A line that only goes on with a title: 实施方案(2021—2023年), 的通知, “十四五”规划.
_FRAGMENT = re.compile(
    rf"(?:{any_of('metadata', 'title_rest')}|“?十[一二三四五六七]五”?(?:时期)?){{0,4}}"
    rf"(?:{KINDS})|的|年"
)
# A whole line that ends the title above: 三年行动|实施方案(2019—2021年), 攻坚行动|实 施 方 案, 措施|(序号1)情况的公示.
_GOES_ON = re.compile(
    rf"(?:{any_of('metadata', 'title_rest')}){{0,3}}(?:{KINDS}){_BRACKET}*|{_BRACKET}[^。,;:]{{2,20}}(?:{NOTICES})"
)
_UNFINISHED = re.compile(
    r"关于|\A印发.{6}|(?:政府|办公[室厅]|委员会|[局厅部]).{0,8}印发|印发\Z"
    r"|[省市县区州旗盟].{0,6}20\d\d(?:[-—~至]20\d\d)?年[^\d月日]{0,12}\Z"  # 渭南市2019—2020年秋冬季|攻坚行动方案
    rf"|\A(?:[{HAN}]|\d+|[xX×*]{{2,}})\Z"  # what a broken conversion leaves of a title: 县|2022|年工作要点
)
# What a site calls itself above a title: 咸宁市林业局网站, 市政府公报.
_SITE = pattern("metadata", "sites", after=r"\Z")
_PLACE_LINE = range(5, 25)
_HEADLINE = re.compile(r"[^。;]{8,60}")
_PLAIN_LINE = re.compile(r"[^,。;:!?]{8,50}|[^,。;:!?]{2,20}:[^,。;:!?]{4,30}")
_PARAGRAPH = re.compile(r"[^\n]{40,}。|为|根据|按照")
_REST = re.compile(
    rf"\s*\n((?:\((?:(?:19|20)\d\d[^()\n月]{{0,12}}年?|{any_of('metadata', 'drafts')})\))?"
    r"(?:\s*\n?的?(?:通知|公告|函|报告))?)(?=\n)"
)
_NUMBER_AT_END = re.compile(r"\([^()]*\d号\)$")
# A page that carries a plan may name it in marks: 《2015-2017年桂林市大气污染综合防治计划》全文, 吉林印发《…规划》
_WHOLE = re.compile(rf"(?:[{HAN}]{{2,16}}(?:{TOLD}))?《(?P<title>[^《》]+)》(?:全文)?")
# What stands before a title and is no part of it: the tag of a site, a number (十政发〔2016〕22号《…方案》).
_AHEAD = re.compile(rf"^(?:【[^【】]{{1,10}}】|[{HAN}]{{2,8}}{BRACKETED}:?)(?=\S{{6}})")
_LONGEST = 130
_SHORTEST = 6
_MOST_LINES = 4


@dataclass(frozen=True, slots=True)
class Title:
    """A title at `start:end`, its line breaks and inner spaces removed."""

    text: str
    start: int
    end: int


def find_title(text: str, field: Field | None = None) -> Title | None:
    """The title of a document: its header field, its head line, or the plan that it says it carries.

    Reads the lines `濮阳市人民政府` and `关于印发…方案的通知` as one title. A text that begins `一、总体要求` has none,
    unless it says 制定《…实施方案》。 A heading of a compilation (…方案篇三) is no title. Behind a lead or a covering
    note, `近日,某市印发…。`, a line is a title where the text of a document opens below it.
    """
    if field and len(field.text) >= 6:
        return Title(_join(field.text), field.start, field.end)
    lines = head_lines(text)
    first = next((at for at, line in enumerate(lines) if line.is_unit), len(lines))
    lead = next((at for at, line in enumerate(lines[:first]) if line.is_sentence), first)
    above = _head_line(text, lines, range(lead)) or _headline(lines, lead)
    carried, below = _carried(text), _head_line(text, lines, range(lead + 1, first))
    # Of several that a notice carries, 《甲方案》《乙方案》已经同意, the one that follows it counts.
    several = carried is not None and text.endswith("》《", 0, carried.start)
    return above or (below if several else None) or carried or below


def _head_line(text: str, lines: list[HeadLine], among: range) -> Title | None:
    """The first of some lines that ends as a title does, with the lines before it that it goes on from."""
    for last in among:
        line = lines[last]
        if len(line.text) > _LONGEST or _NO_TITLE.search(line.text) or not _ENDS.search(line.text):
            continue
        if among.start > 0 and not _opens_document(lines, last):
            continue
        first = _first_line([line.text for line in lines], last)
        below = lines[last + 1] if last + 1 < len(lines) else line
        if below.start > line.start and _GOES_ON.fullmatch(_join(below.text)):
            last, line = last + 1, below
        joined = "".join(line.text for line in lines[first : last + 1])
        if len(joined) < _SHORTEST:
            continue
        rest = _REST.match(text, line.end)
        end = rest.end() if rest else line.end
        return Title(_join(joined + (rest[1] if rest else "")), lines[first].start, end)
    return None


def _opens_document(lines: list[HeadLine], at: int) -> bool:
    """Whether a document begins at a line behind other text: a notice, or a name over 为…, 根据…, 一、总体要求."""
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    return _NOTICE.fullmatch(lines[at].text) is not None or is_preamble(below)


def _headline(lines: list[HeadLine], lead: int) -> Title | None:
    """The headline of a page, whatever it ends in: over its byline, or first of all over a long paragraph.

    `让赤水河永远清澈`, and `水务局述职:打造滨水城市` between menus and `发布时间:2020-11-12 阅读:19`.
    """
    byline = next((at for at, line in enumerate(lines[:lead]) if line.is_byline), 0)
    if byline and _HEADLINE.fullmatch(lines[byline - 1].text):
        line = lines[byline - 1]
    elif len(lines) > 1 and _PARAGRAPH.match(lines[1].text) and _PLAIN_LINE.fullmatch(lines[0].text):
        line = lines[0]
    else:
        return None
    head, colon, _ = line.text.partition(":")
    if colon and is_label(head):
        return None  # 文 号:昆政发〔2008〕40号
    if colon and line == lines[0] and not mentions(head):
        return None  # 主要目标:森林覆盖率达到60%
    if line.is_unit or line.is_sentence or line.is_byline or _NO_TITLE.search(line.text):
        return None
    return Title(_join(line.text), line.start, line.end)


def _first_line(lines: list[str], last: int) -> int:
    """Where a title that ends on a line begins: at the issuer, the place or the 关于 on up to four lines before it."""
    first = last
    while first > 0 and last - first < _MOST_LINES:
        before = _join(lines[first - 1])
        goes_on = _FRAGMENT.match(lines[first]) or (_UNFINISHED.search(before) and not _ENDS.search(before))
        if not (goes_on or is_body(before) or _names_place(before, lines[first])) or _NO_TITLE.search(before):
            break
        first -= 1
    return first


def _names_place(before: str, line: str) -> bool:
    """Whether a title is broken behind the place that it begins with: 海东市湟水河流域 over 生态环境保护规划."""
    if len(before) not in _PLACE_LINE or _SITE.search(before) or _ENDS.search(before) or mentions(line):
        return False
    return next((start for start, _, _ in mentions(before)), -1) == 0


def _carried(text: str) -> Title | None:
    """The title that the text says it carries: 现将《…方案》印发给你们."""
    span = find_carried(text)
    return Title(_join(text[slice(*span)]), *span) if span else None


def _join(text: str) -> str:
    """The wording without line breaks and spaces, and without what stands before or behind a title as no part of it."""
    joined = _AHEAD.sub("", _NUMBER_AT_END.sub("", re.sub(r"\s+", "", text)))
    if joined.startswith(("『", "「")) and joined.endswith(("』", "」")):
        joined = joined[1:-1]
    whole = _WHOLE.fullmatch(joined)
    return whole["title"] if whole else joined
