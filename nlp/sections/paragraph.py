"""Lines of a document, and which of them are no part of its outline: dates, signatures, closing words."""

from __future__ import annotations

import re
from bisect import bisect_left

from corpus.characters import HAN, NUMERALS
from nlp.sections.contents import without_contents
from nlp.sections.enumerator import find
from nlp.sections.heading import closes, is_preamble, is_title, next_words, role_of
from nlp.sections.label import label_of
from nlp.sections.line import Line
from nlp.vocabulary import words as words_of

_LINE = re.compile(r"[^\n]+")
_ANNEX = re.compile(rf"附(?:件|表|录)(?:\d{{1,2}}|[{NUMERALS}]{{1,2}})?(?:-\d)?(?=:|$|[{HAN}《])")
_BOX = re.compile(rf"专栏(?:\d{{1,2}}(?:-\d{{1,2}})?|[{NUMERALS}]{{1,3}})?(?!目)")
_ANNEX_ENTRY = re.compile(r"(附[件表]:)?\s*(?:(\d{1,2})[.、:])?(?(2)[^。;]{2,60}|(?(1)|.^))$")
_DATE = re.compile(
    rf"\(?(?:[\d二〇○零一三四五六七八九xX×_*]{{2,4}}年[\d{NUMERALS}xX×_*]{{1,2}}月.{{0,6}}日|\*+日|\d{{4}}-\d\d?-\d\d?)"
    r"(?:印发)?\)?。?$"
)
# The head of a page, where its cells stand a line each: 发文字号.
_FIELDS = words_of("headers", "number") + words_of("headers", "index_number") + words_of("headers", "issuer")
_NO_HEADING = re.compile(r"[。;!?,…:|\t*]|^[(\d]|\d号\)?$|_第\d+页$|[A-Z][a-z]{2,}$")
_ANNEX_LENGTH = 40
_MOST_ANNEXES = 40
_HEADING_LENGTH = 30


def lines_of(text: str, tables: list[tuple[int, int]]) -> list[Line]:
    """The lines of a text, without its table of contents; each span of `tables` makes one line.

    A table may begin or end within a line, whose other words are a line by themselves.
    """
    enumerators = find(text)
    starts = [enumerator.start for enumerator in enumerators]
    lines: list[Line] = []
    at = 0
    for start, end in [*sorted(tables), (len(text), len(text))]:
        for match in _LINE.finditer(text, at, start):
            if match[0].strip():
                found = enumerators[bisect_left(starts, match.start()) : bisect_left(starts, match.end())]
                lines.append(Line(match.start(), match.end(), match[0], found))
        if start < end:
            lines.append(Line(start, end, "", [], is_table=True))
        at = max(at, end)
    _unnumber_annex_list(lines)
    return without_contents(lines)


def _unnumber_annex_list(lines: list[Line]) -> None:
    """Takes the enumerators off the list of annexes under a main text: 附件:1.任务清单, and 2.名单 on the next line."""
    expected = 0
    for at, line in enumerate(lines):
        match = _ANNEX_ENTRY.match(line.text)
        number = int(match[2]) if match and match[2] else 0
        if match is None or (not match[1] and number != expected):
            expected = 0
        elif not number:
            expected = 1 if _is_annex_list(lines, at + 1) else 0
        else:
            line.enumerators = []
            expected = number + 1


def _is_annex_list(lines: list[Line], at: int) -> bool:
    """True where short numbered lines follow that a date, a signature, an annex or nothing more comes behind."""
    last = min(len(lines), at + _MOST_ANNEXES)
    end = next((i for i in range(at, last) if not _ANNEX_ENTRY.match(lines[i].text)), last)
    closing = end == len(lines) or is_date(lines[end].text) or lines[end].text.startswith(("附件", "抄送", "("))
    return end > at and (closing or (end + 1 < len(lines) and is_date(lines[end + 1].text)))


def annex_of(lines: list[Line], at: int) -> str | None:
    """The name of the annex that begins at this line, such as 附件1; None where none does.

    `附件1` above its text begins one, the list `附件:1.任务清单` under the main text does not.
    """
    words = lines[at].text
    match = _ANNEX.match(words)
    if match is None or len(words) > _ANNEX_LENGTH or "。" in words or at + 1 == len(lines):
        return None
    following = lines[at + 1 : at + 3]
    if words[match.end() : match.end() + 1] == ":" and match[0] == "附件":
        listed = re.match(r"\s*(?:1[.、:]|\()", words[match.end() + 1 :])
        if listed or all(len(line.text) < _ANNEX_LENGTH and "。" not in line.text for line in following):
            return None
    return None if re.match(r"(?:附件)?[2-9][.、:]", following[0].text) else match[0]


def box_of(line: Line) -> str | None:
    """The name of the box that begins at this line, such as 专栏3, which lists works beside the running text."""
    match = _BOX.match(line.text)
    return match[0] if match and "。" not in line.text else None


def looks_ahead(words: str) -> bool:
    """True for a paragraph that turns to what comes next: 下一步,我市将…, or …还有差距。下一步抓好:."""
    if words.startswith(next_words()):
        return True
    return words.endswith(":") and any(f"。{word}" in words for word in next_words())


def ends_body(lines: list[Line], at: int) -> bool:
    """True for a date, a signature above a date, the title of another document, and a closing paragraph.

    `2024年3月1日`, `某市人民政府办公室` above it and `特此通知。` end the body; `2024年3月1日前完成。` does not.
    """
    words = lines[at].text
    if is_date(words) or _titles_document(lines, at) or (closes(words) and label_of(words) is None):
        return True
    signs = len(words) <= _HEADING_LENGTH and not re.search("[。;:,]", words)
    return signs and at + 1 < len(lines) and is_date(lines[at + 1].text)


def _titles_document(lines: list[Line], at: int) -> bool:
    """True for a title with a text below it that opens a document; not for the heading 完善生态补偿办法."""
    if not is_title(lines[at].text) or at + 1 == len(lines):
        return False
    return is_preamble(lines[at + 1].text) or is_date(lines[at - 1].text)


def is_date(words: str) -> bool:
    """True for a line that is a date and nothing more: 2024年3月5日, 二〇二三年五月十日, **日."""
    return len(words) <= _HEADING_LENGTH and _DATE.match(words) is not None


def is_heading_like(lines: list[Line], at: int) -> bool:
    """True for a short line without stops that could head what follows: 主要任务, 强化监管:.

    `市水务局:请审核`, `现将情况报告如下:`, the number of the document, `永政办发〔2016〕41号`, the page of a
    shared file, `治水工作方案_第5页`, the part of a site, `新闻资讯News`, and what stands above a title are none.
    """
    words = lines[at].text
    bare = words.rstrip(":")
    if words.startswith(_FIELDS):
        return False
    if not 2 <= len(bare) <= _HEADING_LENGTH or _NO_HEADING.search(bare) or is_title(words):
        return False
    if bare.endswith("如下") or at + 1 >= len(lines) or (at and _runs_on(lines[at - 1].text)):
        return False
    following = lines[at + 1]
    if is_title(following.text):
        return False
    if following.opener is not None or len(following.text) > len(words) + 10:
        return True
    return is_role_word(words) and not is_role_word(following.text) and is_heading_like(lines, at + 1)


def is_role_word(words: str) -> bool:
    """True for a line that says which part of a plan follows: 主要任务, 保障措施:."""
    return role_of(words.rstrip(":"), top=False) is not None


def _runs_on(words: str) -> bool:
    """The line does not end a sentence and is no heading, so that the next may be its rest."""
    return len(words) > _HEADING_LENGTH and words[-1] not in "。;:!?)】"
