"""The title of a document: its head line, on one line or several, or the name under which it is sent out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nlp.metadata.header import Field
from nlp.metadata.own_number import is_number_line
from nlp.metadata.sign_off import is_body
from nlp.vocabulary import load

_WORDS = {name for entry in load("document_kinds").entries.values() for name in (entry.label, *entry.aliases)}
_KINDS = "|".join(sorted(_WORDS, key=len, reverse=True))
_BRACKET = r"(?:[(〔][^()〔〕\n]{1,24}[)〕])"
_ENDS = re.compile(rf"(?:{_KINDS})[》”]?(?:全文)?{_BRACKET}*(?:的?(?:通知|公告|报告|函))?{_BRACKET}?\Z")
_BODY_LINE = re.compile(
    r"[一二三四五六七八九十]+[、.]|第[一二三四五六七八九十]+[章条]|[(][一二三四五六七八九十][)]|各[^\n]{2,60}:$|[^\n]{15,}。(?:$|[^\n]{45})"
)
_NO_TITLE = re.compile(
    r"[。;|\t]|[,:]\Z|\A(?:附件|附:|来源|当前位置|您现在|您的位置|首页|根据|按照|现将|\d+[.、](?!\d))|>>|:[^:\n]+:"
    r"|篇[一二三四五六七八九十\d]+\Z|https?:"
)
# A line that only goes on with a title: 实施方案(2021—2023年), 的通知.
_FRAGMENT = re.compile(
    rf"(?:重点|专项|攻坚|三年|工作|行动|实施|整治|治理|整改|提升|总体|专题|中长期|发展|建设){{0,4}}(?:{_KINDS})|的"
)
_UNFINISHED = re.compile(
    r"关于|(?:政府|办公[室厅]|委员会|[局厅部]).{0,8}印发|印发\Z"
    r"|[省市县区州旗盟].{0,6}20\d\d(?:[-—~至]20\d\d)?年[^\d月日]{0,12}\Z"  # 渭南市2019—2020年秋冬季|攻坚行动方案
)
_BYLINE = re.compile(
    r"(?:信息|文章)?(?:来源|发布时间|发布日期|发布单位|发布机构|时间|日期|作者|编辑):"
    r"|20\d\d[-/年]\d{1,2}[-/月]\d{1,2}日?(?:[ \d:]{0,9}|.{0,4}来源.*)$"
)
_CARRIED = re.compile(
    r"(?:现将|制定了?|制订了?|印发了?|编制了?|形成了?)(?:我[省市州县区])?《(?P<title>[^《》\n]{6,60}(?:《[^《》]*》[^《》\n]{0,20})?)》"
    r"(?:\(见附件\d?\))?(?=印发|下发|予以|发布|公布|转发|。|,[^\n]{0,200}印发给)"
    r"|《(?P<approved>[^《》\n]{6,60}(?:《[^《》]*》[^《》\n]{0,20})?)》(?:已|业)经?[^。《》\n]{2,60}(?:同意|通过|批准|审定)"
)
_ATTACHED = re.compile(r"\n附件?[::][^\n]{0,12}\n(?P<title>[^\n。,;]{8,60})(?=\n)")
_PLAIN_LINE = re.compile(r"[^,。;:!?]{8,50}")
_PARAGRAPH = re.compile(r"[^\n]{40,}。|为|根据|按照")
_ANNEX = re.compile(r"附件[\d一二三四五]?[:]?")
_REST = re.compile(
    r"\s*\n((?:\((?:(?:19|20)\d\d[^()\n月]{0,12}年?|试行|草案|征求意见稿|送审稿|审议稿)\))?(?:\s*\n?的?(?:通知|公告|函|报告))?)(?=\n)"
)
_NUMBER_AT_END = re.compile(r"\([^()]*\d号\)$")
# A page that carries a plan may name it in marks: 《2015-2017年桂林市大气污染综合防治计划》全文
_WHOLE = re.compile(r"《(?P<title>[^《》]+)》(?:全文)?")
# 十政发〔2016〕22号《…方案》: the number is no part of the title.
_NUMBER_AHEAD = re.compile(r"^[\u4e00-\u9fff]{2,8}[〔\[(【]20\d\d[〕\])】]\d{1,4}号:?(?=\S{6})")
_LONGEST = 90
_HEAD_LINES = 40
_SHORTEST = 6
_MOST_LINES = 4


@dataclass(frozen=True, slots=True)
class Title:
    """A title at `start:end`, its line breaks and inner spaces removed; `explicit` where it stands as a head line."""

    text: str
    start: int
    end: int
    explicit: bool


def find_title(text: str, field: Field | None = None) -> Title | None:
    """The title of a document: its header field, its head line, or the plan that it says it carries.

    Reads the lines `濮阳市人民政府` and `关于印发…方案的通知` as one title. A text that begins `一、总体要求` has none,
    unless it says 制定《…实施方案》。 A heading of a compilation (…方案篇三) is no title.
    """
    if field and len(field.text) >= 6:
        return Title(_join(field.text), field.start, field.end, True)
    return _head_line(text) or _first_short_line(text) or _carried(text)


def _head_line(text: str) -> Title | None:
    """The first line at the top that ends as a title does, with the lines before it that it goes on from."""
    lines = _lines(text)
    for last, (start, line) in enumerate(lines):
        if _BODY_LINE.match(line):
            return None
        if len(line) > _LONGEST or _NO_TITLE.search(line) or not _ENDS.search(line):
            continue
        first = _first_line([line for _, line in lines], last)
        joined = "".join(line for _, line in lines[first : last + 1])
        if len(joined) < _SHORTEST:
            continue
        rest = _REST.match(text, start + len(line))
        end = rest.end() if rest else start + len(line)
        return Title(_join(joined + (rest[1] if rest else "")), lines[first][0], end, True)
    return None


def _first_short_line(text: str) -> Title | None:
    """The short first line over a long paragraph or a byline, whatever it ends in: 让赤水河永远清澈."""
    lines = _lines(text)[:2]
    if len(lines) < 2 or not (_PARAGRAPH.match(lines[1][1]) or _BYLINE.match(lines[1][1])):
        return None
    start, line = lines[0]
    if _BODY_LINE.match(line) or _NO_TITLE.search(line) or not _PLAIN_LINE.fullmatch(line):
        return None
    return Title(_join(line), start, start + len(line), True)


def _first_line(lines: list[str], last: int) -> int:
    """Where a title that ends on a line begins: at the issuer or at the 关于 on up to four lines before it."""
    first = last
    while first > 0 and last - first < _MOST_LINES:
        before = _join(lines[first - 1])
        goes_on = _FRAGMENT.match(lines[first]) or (_UNFINISHED.search(before) and not _ENDS.search(before))
        if not (goes_on or is_body(before)) or _NO_TITLE.search(before):
            break
        first -= 1
    return first


def _lines(text: str) -> list[tuple[int, str]]:
    """The first lines that hold something, with their offsets, but for document numbers and the word 附件."""
    lines, at = [], 0
    for line in text[:4000].split("\n"):
        stripped = line.strip()
        if stripped and not _ANNEX.fullmatch(stripped) and not is_number_line(stripped):
            lines.append((at + line.index(stripped[0]), stripped))
        at += len(line) + 1
    return lines[:_HEAD_LINES]


def _carried(text: str) -> Title | None:
    """The title in 现将《…方案》印发给你们 or 制定《…方案》。, or of the annex that the whole text is."""
    match = _CARRIED.search(text, 0, 3000) or _ATTACHED.search(text, max(0, len(text) - 600))
    if match is None or match.lastgroup is None or not _ENDS.search(match[match.lastgroup]):
        return None
    return Title(_join(match[match.lastgroup]), *match.span(match.lastgroup), False)


def _join(text: str) -> str:
    """The wording without line breaks and spaces, and without a document number before it or in brackets at its end."""
    joined = _NUMBER_AHEAD.sub("", _NUMBER_AT_END.sub("", re.sub(r"\s+", "", text)))
    whole = _WHOLE.fullmatch(joined)
    return whole["title"] if whole else joined
