"""Numbers of official documents (文号), orders and standards, as they stand in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.characters import HAN
from nlp.wording import pattern

# Each alternative begins with something rare, told first, so that the scan runs once; what stands before it is read
# afterwards.
BRACKETED = r"[〔\[﹝【(](?:19|20)\d\d[〕\]﹞】)] ?年?第?\d{1,5}(?:-\d{1,3})? {0,3}号"
"""The year and number behind the code of an office: `〔2024〕4号` of 环办生态〔2024〕4号; not `(2024年)`."""

_NUMBER = re.compile(
    rf"(?=[〔\[﹝【(令公通第GHCSLNDTAWJ])(?:{BRACKETED}"
    r"|令\s{0,2}\(?第?\d{1,4}号"
    r"|(?:令|公告|通告)[ ]?(?:19|20)\d\d年第?\d{1,4}号"
    r"|第\d{1,4}号(?:总河(?:\(湖\)|湖)?长)?令"
    r"|(?<![A-Za-z])(?P<standard>(?:GBZ?|HJ|CJJ?|SL|NY|LY|SC|JT|DB\d{2,6}|DZ|TD|HY|AQ|WS)(?:/[TZ])?[ /]?"
    r"\d{1,6}(?:\.\d{1,2})?[-—–]\d{2,4})(?!\d))"
)
_BRACKETED = re.compile(BRACKETED)
# 总河(湖)长 has a bracket of one character inside.
_CODE = re.compile(rf"(?:[{HAN}]|(?<=[{HAN}])\([{HAN}]\)(?=[{HAN}])){{0,14}}\Z")
_BLANK = re.compile(r"(?<![A-Z/])\s+")
# The number of an announcement goes by the office in full: 农业农村部通告〔2022〕1号.
_ANNOUNCED = re.compile(r"(?:公告|通告)\Z")
_BRACKET_OPENS = frozenset("〔[﹝【(")


def _up_to(*keys: str) -> re.Pattern[str]:
    return pattern("citations", *keys, before=".*")


_BEFORE = _up_to("before_number")
_BEFORE_CODE = _up_to("before_number", "offices")
_BRACKETS = str.maketrans("[﹝【(]﹞】)", "〔〔〔〔〕〕〕〕")


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A document number at `start:end`; `text` is the number as written, without blanks and what runs on before."""

    text: str
    start: int
    end: int


def find_numbers(text: str) -> Iterator[DocumentNumber]:
    """The numbers of documents, orders and standards in a text, in reading order.

    Reads `环办生态〔2024〕4号`, `国发[2013]37号`, `中发【2018】17号`, `州府发﹝2021﹞3号`, `国务院令第748号` and
    `GB3838-2002`; of `根据国发〔2015〕17号` only `国发〔2015〕17号`. Reads nothing in `12369号热线` or `1号楼`.
    """
    for match in _NUMBER.finditer(text):
        start = match.start() if match["standard"] else match.start() - _code_length(text, match.start())
        if text[start] not in "令第":
            yield DocumentNumber(_BLANK.sub("", text[start : match.end()]), start, match.end())


def years_of_numbers(text: str) -> list[int]:
    """The years of the numbers in a text that bracket one: 2015 of `国发〔2015〕17号`, none of `GB3838-2002`."""
    return [int(number[0][1:5]) for number in _BRACKETED.finditer(text)]


def normalize_number(number: str) -> str:
    """One spelling of a number whatever its brackets: `国发[2013]第37号` becomes `国发〔2013〕37号`."""
    return re.sub(r"\s+|第", "", number).translate(_BRACKETS)


def _code_length(text: str, end: int) -> int:
    """Length of the office code before `end`: 国发 of 根据国发, nothing of 按照."""
    run = _CODE.search(text, max(0, end - 14), end)
    code = run[0] if run else ""
    coded = text[end] in _BRACKET_OPENS and not _ANNOUNCED.search(code)
    lead = (_BEFORE_CODE if coded else _BEFORE).match(code)
    return len(code) - (lead.end() if lead else 0)
