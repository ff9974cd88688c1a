"""The number of the document itself, 文号, as against the numbers of documents that it cites."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.characters import HAN
from nlp.metadata.header import Field
from nlp.references.document_number import BRACKETED, find_numbers
from nlp.references.notice import SENT
from nlp.wording import any_of

_HEAD = 2500
_LONGEST_TITLE = 120
_BESIDE = re.compile(
    rf"\s*(?:[{HAN}]{{2,26}}(?:{any_of('headers', 'issuer_endings')})\s*)?"
    r"(?:签发人.{0,12}|(?:19|20)\d\d年\d{1,2}月\d{1,2}日|\(?此件.{0,12})?"
)
_BEHIND = re.compile(r"(?:\((?P<inside>[^()]*)\)|\s(?P<plain>\S+号))$")
# Orders are numbered within a year, or after the line that says whose they are: 某市人民政府令 over 第48号.
_OF_THE_YEAR = re.compile(r"\(?(?P<number>(?:19|20)\d\d年第\d{1,4}号)\)?")
_ORDER = re.compile(rf"^[ \t]*(?P<body>[{HAN}]{{3,30}}令)[ \t]*\n\s*\(?(?P<number>第\d{{1,4}}号)\)?[ \t]*$", re.M)
# A number that runs on into the head of its notice: 乌海政办发〔2021〕41号 某市人民政府办公室 关于印发…
_OPENS_LINE = re.compile(
    rf"^(?P<number>[{HAN}]{{2,10}}[〔\[﹝(【]20\d\d[〕\]﹞)】]\s?\d{{1,4}}\s?号)\s(?=[{HAN}]{{4,26}}\s?关于(?:{SENT}))",
    re.M,
)
# The head of a notice on one line with its number and what follows: 某局关于印发《某规划》的通知(环发[2008]16号)各县…
_NOTICE = re.compile(
    rf"^(?!根据|按照|依据|为|贯彻|落实)[^\n。《》]{{0,60}}关于(?:{SENT})[^\n。]{{2,90}}"
    r"的通知\((?P<inside>[^()\n]{5,40}号)\)",
    re.M,
)
# Behind the days of a page: 印发日期:2025-04-22 发布日期:2025-04-23 沪府办〔2025〕6号 字号:大
_BESIDE_DAYS = re.compile(rf":[ ]?20\d\d-\d\d?-\d\d?\s+(?P<number>[{HAN}]{{2,12}}{BRACKETED})(?=\s)")

# Below the title: (2009年2月27日镇党政联席会议讨论通过,周政发〔2009〕11号)
_PASSED = re.compile(rf"^\([^()\n《》]{{4,40}}通过,(?P<number>[{HAN}]{{2,12}}{BRACKETED})\)$", re.M)


def find_own_number(text: str, field: Field | None, title_at: int | None) -> str | None:
    """The document's number: its header field, a line of its own near the head, or in brackets behind the title.

    Reads `苏府办[2021]88号` between title and text, `关于印发方案的通知(鄂环发【2022】7号)`, `达州市人民政府令` over
    `第48号`. Not a number that is cited: `根据《管理规程》(环办生态〔2024〕4号)文件要求` gives none, nor does an
    empty field 文号.
    """
    if field:
        return _first_number(field.text)
    head = text[:_HEAD]
    for line in head.split("\n"):
        if is_number_line(line):
            of_the_year = _OF_THE_YEAR.fullmatch(line.strip())
            return of_the_year["number"] if of_the_year else _first_number(line)
    if order := _ORDER.search(head):
        return order["body"] + order["number"]
    if notice := _NOTICE.search(head):
        return _first_number(notice["inside"])
    if run_on := _OPENS_LINE.search(head):
        return _first_number(re.sub(r"\s", "", run_on["number"]))
    if passed := _PASSED.search(head):
        return _first_number(passed["number"])
    if beside := _BESIDE_DAYS.search(head):
        return _first_number(beside["number"])
    if title_at is None:
        return None
    behind = _BEHIND.search(text[title_at : title_at + _LONGEST_TITLE].split("\n")[0])
    return _first_number(behind["inside"] or behind["plain"]) if behind else None


@lru_cache(maxsize=1024)
def is_number_line(line: str) -> bool:
    """Whether a line is a document number alone, in brackets or not, or with 签发人, the issuer or the date by it."""
    if _OF_THE_YEAR.fullmatch(line.strip()):
        return True
    bare = line.strip("()> \t")
    number = next(find_numbers(bare), None)
    return number is not None and number.start == 0 and _BESIDE.fullmatch(bare, number.end) is not None


def _first_number(wording: str) -> str | None:
    return next((number.text for number in find_numbers(wording)), None)
