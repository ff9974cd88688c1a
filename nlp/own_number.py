"""The number of the document itself, 文号, as against the numbers of documents that it cites."""

from __future__ import annotations

import re

from nlp.document_number import find_numbers
from nlp.header import Field

_HEAD = 2500
_LONGEST_TITLE = 120
_BESIDE = re.compile(r"\s*(?:签发人.{0,12}|(?:19|20)\d\d年\d{1,2}月\d{1,2}日|\(?此件.{0,12})?")
_LAST_BRACKET = re.compile(r"\((?P<inside>[^()]*)\)$")


def find_own_number(text: str, field: Field | None, title_at: int | None) -> str | None:
    """The document's number: its header field, a line of its own near the head, or in brackets behind the title.

    Reads `苏府办[2021]88号` between title and text, `关于印发方案的通知(鄂环发【2022】7号)`. Not a number that is
    cited: `根据《管理规程》(环办生态〔2024〕4号)文件要求` gives none, nor does an empty field 文号.
    """
    if field:
        return _first_number(field.text)
    for line in text[:_HEAD].split("\n"):
        if is_number_line(line):
            return _first_number(line)
    if title_at is None:
        return None
    bracket = _LAST_BRACKET.search(text[title_at : title_at + _LONGEST_TITLE].split("\n")[0])
    return _first_number(bracket["inside"]) if bracket else None


def is_number_line(line: str) -> bool:
    """Whether a line is a document number alone, in brackets or not, or with 签发人 or the date beside it."""
    bare = line.strip().strip("()")
    number = next(find_numbers(bare), None)
    return number is not None and number.start == 0 and _BESIDE.fullmatch(bare, number.end) is not None


def _first_number(wording: str) -> str | None:
    return next((number.text for number in find_numbers(wording)), None)
