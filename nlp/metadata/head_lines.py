"""The lines at the head of a document, as titles are looked for in them: without numbers, broken marks mended."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from corpus.characters import HAN, NUMERALS
from corpus.words import alternatives
from nlp.metadata.own_number import is_number_line
from nlp.references.document_number import BRACKETED
from nlp.vocabulary import words
from nlp.wording import any_of

_HEAD = 4000
_MOST = 40
_LONGEST = 120
_MOST_BROKEN = 4
_PAIRS = (("《", "》"), ("(", ")"), ("〔", "〕"), ("“", "”"))
_DATED = alternatives((*words("headers", "published"), *words("headers", "issued"), "时间", "日期"))
# What hangs before a title or behind it: a bullet; a number, the ending of a file's name, the page of a preview, when
# it came out.
_HANGING = re.compile(
    rf"(?=[•·×●■◆▪★\s._V\d])(?:\A(?:[•·●■◆▪★]|×(?!×))\s*|(?:\s[{HAN}]{{2,10}}{BRACKETED}|\s?\.(?:docx?|wps|pdf|txt)"
    rf"|_第\d+页|VIP\S{{0,10}}|(?<=\S{{6}})\d{{1,2}}篇"
    rf"|(?<=\S)\s(?:{_DATED})\s?:\s?20\d\d[-/年.]\d[^\n]*)\Z)"
)
# The trail of a web page behind its title: …的通知_规范性文件_滨江市人民政府门户网站, …方案 - 滨江市生态环境局
_TRAIL_ENDS = words("metadata", "trail_ends")
_TRAIL = re.compile(
    r"(?<=\S{8})(?:\s?[_|]\s?|\s[-–—]\s|-(?=[^-_|\n]{2,16}\Z))(?:[^_|\n]{2,20}?(?:\s?[_|]\s?|\s[-–—]\s)){0,4}"
    rf"[{HAN}]{{0,20}}?(?:{any_of('metadata', 'trail_ends')})\Z"
)
_ANNEX = re.compile(r"附件[\d一二三四五]?[:]?")
_LINE = re.compile(r"[^\n]*\S")
# A unit of the text itself: from here on a line that looks like a title is a heading.
_UNIT = re.compile(rf"[{NUMERALS}]+[、.]|第[{NUMERALS}]+[章条]|[(][{NUMERALS}][)]")
_SENTENCE = re.compile(r"各[^\n]{2,60}:$|[^\n]{15,}。(?:$|[^\n]{45})")
_BYLINE = re.compile(
    rf"(?:浏览|阅读|点击)(?:次数|量|数)?[ ]?:|(?:信息|文章|新闻|稿件)?(?:{any_of('metadata', 'bylines')}|{_DATED})[ ]?:"
    r"|20\d\d[-/年]\d{1,2}[-/月]\d{1,2}日?(?:[ \d:]{0,9}|[ \d:]{0,10}.{0,4}来源.*)$"
)


@dataclass(frozen=True, slots=True)
class HeadLine:
    """A line at `start:end` of the text, without the blanks around it; joined, if a mark opened in it closes later."""

    start: int
    end: int
    text: str

    @property
    def is_unit(self) -> bool:
        """True for a line that an enumerator opens: `一、总体要求`, `第一章 形势`."""
        return _UNIT.match(self.text) is not None

    @property
    def is_sentence(self) -> bool:
        """True for running text and for whom it is addressed to: `各县区人民政府:`."""
        return _SENTENCE.match(self.text) is not None

    @property
    def is_byline(self) -> bool:
        """True for what stands under the headline of a page: `发布时间:2021-07-15 阅读:89`, `来源:水务局`."""
        return _BYLINE.match(self.text) is not None


def head_lines(text: str) -> list[HeadLine]:
    """The first lines that hold something, but for the word 附件 and for document numbers, alone or behind a title.

    `关于印发《汉江流域` over `保护规划》的通知` is one line.
    """
    found: list[HeadLine] = []
    for match in islice(_LINE.finditer(text, 0, _HEAD), _MOST):
        line = match[0].strip()
        if _ANNEX.fullmatch(line) or is_number_line(line):
            continue
        line = _HANGING.sub("", line)
        line = _TRAIL.sub("", line) if line.endswith(_TRAIL_ENDS) else line
        if not line:
            continue
        start = match.start() + match[0].index(line)
        found.append(HeadLine(start, start + len(line), line))
        if _closes(line):
            _join_broken(found)
    return found


def _join_broken(lines: list[HeadLine]) -> None:
    """Makes one line of the last and those before it from where the mark opens that closes in it."""
    for back in range(2, min(_MOST_BROKEN, len(lines)) + 1):
        pieces = lines[-back:]
        joined = "".join(piece.text for piece in pieces)
        if len(joined) <= _LONGEST and not _closes(joined):
            lines[-back:] = [HeadLine(pieces[0].start, pieces[-1].end, joined)]
            return


def _closes(line: str) -> bool:
    """Whether a mark closes in a line that does not open there."""
    return any(right in line and line.count(right) > line.count(left) for left, right in _PAIRS)
