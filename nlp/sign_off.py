"""The sign-off of a document: the line that names who issued it and the line with the date, 落款."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nlp.interval import find_intervals
from nlp.vocabulary import words

_YEAR = r"(?:(?:19|20)\d\d|[一二][〇○零O九][〇○零O一二三四五六七八九]{2})"
_DATE_LINE = re.compile(rf"^[ \t(]*(?P<date>{_YEAR}年(?:[^\n。,;:]{{1,9}}日|[^\n。,;:]{{1,3}}月))[ \t)]*$", re.M)
_ISSUER_LINE = re.compile(rf"[^\n。,;:!?()《》\d]{{2,38}}(?:{'|'.join(words('headers', 'issuer_endings'))})")
_CLOSING = 400


@dataclass(frozen=True, slots=True)
class SignOff:
    """Who signed and when; `date` is None where only the month is given. `start` and `end` are those of the date."""

    issuer: str | None
    date: str | None
    start: int
    end: int


def find_sign_off(text: str) -> SignOff | None:
    """The first date that stands on a line by itself, with the body named on the lines right before it.

    Reads `中共青海省委青海省人民政府` and `2021年11月20日`; of several sign-offs (a notice and its annex) the first
    with a day, since it is the notice's. A date in a running sentence is none.
    """
    found: SignOff | None = None
    for match in _DATE_LINE.finditer(text):
        date = next((interval.first for interval in find_intervals(match["date"])), None)
        if date and date.day:
            return SignOff(_issuer_before(text, match.start()), str(date), *match.span("date"))
        found = found or SignOff(_issuer_before(text, match.start()), None, *match.span("date"))
    return found


def _issuer_before(text: str, start: int) -> str | None:
    """The body on up to three short lines before the date; several bodies that sign together are joined."""
    lines = [line.strip() for line in text[max(0, start - _CLOSING) : start].split("\n")]
    names: list[str] = []
    for line in reversed([line for line in lines if line][-3:]):
        name = re.sub(r"\s+", "", line)
        if not is_body(name):
            break
        names.insert(0, name)
    return "".join(names) or None


def is_body(name: str) -> bool:
    """Whether a line is the name of a body that issues documents: 濮阳市人民政府办公室, not 各县人民政府、各部门."""
    return _ISSUER_LINE.fullmatch(name) is not None
