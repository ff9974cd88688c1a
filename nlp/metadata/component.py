"""Component metadata: what the document is: title, numbers, dates, kind, issuer, period, and the place it governs."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from corpus.characters import HAN
from nlp.facts import Facts, Issue
from nlp.metadata.document_kind import tell_kind
from nlp.metadata.header import Field, read_header
from nlp.metadata.issuer import find_issuer
from nlp.metadata.jurisdiction import find_jurisdiction
from nlp.metadata.own_number import find_own_number
from nlp.metadata.plan_period import find_period
from nlp.metadata.sign_off import find_sign_off
from nlp.metadata.title import find_title
from nlp.times.interval import find_intervals

_HEAD = 2500
_DAY = r"20\d\d[-/年] ?\d{1,2}[-/月] ?\d{1,2}日?"
_NEWS_LINE = re.compile(
    rf"^(?:(?:时间|日期):[ ]?|[{HAN}]{{2,20}} )?(?P<day>{_DAY})[ \d:]{{0,12}}[|·]?来源"
    rf"|^(?:(?:时间|日期):[ ]?)?(?P<clock>{_DAY}) \d{{1,2}}: ?\d\d"
    rf"|^(?:信息|文章)?来源:[^\n。;]{{0,30}}?(?:(?:时间|日期):)?[ ]?(?P<behind>{_DAY})",
    re.M,
)
_APART = re.compile(r"(?<=\d[-/年月]) (?=\d)")
_INDEX_LINE = re.compile(r"^[\dA-Z]{8,18}(?:-\d)?/20\d\d-\d{4,8}$", re.M)
_TOP = 400
_INDEX = re.compile(r"(?=\S*\d)[\w\-/.:()]{5,40}(?!\S)")


@Language.component("shanshui_metadata")
def read_metadata(doc: Doc) -> Doc:
    """Fills title, number, index_number, kind, issuer, jurisdiction, period, issued and published from the text alone.

    A fact that the text does not give stays None. Where the page and the sign-off give two days of issue the page's
    is kept and the other noted under `issues`; but a page that gives the day of its own publication tells nothing new.
    """
    facts: Facts = doc._.facts
    header = read_header(facts.text)
    title = find_title(facts.text, header.get("title"))
    sign_off = find_sign_off(facts.text)
    facts.title = title.text if title else None
    facts.number = find_own_number(facts.text, header.get("number"), title.start if title else None)
    facts.index_number = _index_number(header.get("index_number")) or _index_line(facts.text)
    facts.issuer = find_issuer(facts.text, header.get("issuer"), facts.title, sign_off)
    facts.kind = tell_kind(facts.title, facts.text)
    facts.jurisdiction = find_jurisdiction(facts.title, facts.issuer, facts.text)
    facts.published = _day(header.get("published")) or _day_of_line(facts.text)
    signed = sign_off.date if sign_off else None
    of_page = _day(header.get("issued"))
    facts.issued = signed if signed and of_page == facts.published else of_page or signed
    facts.period = find_period(facts.title, facts.text, facts.published or facts.issued)
    if sign_off and sign_off.date and sign_off.date != facts.issued:
        note = f"signed on {sign_off.date}, issued on {facts.issued} according to the page"
        facts.issues.append(Issue("two-dates", sign_off.start, sign_off.end, note))
    return doc


def _index_number(field: Field | None) -> str | None:
    index = _INDEX.match(field.text) if field else None
    return index[0] if index else None


def _index_line(text: str) -> str | None:
    """The index number that stands on a line of its own in the head of a page: 11330282002976998R/2024-150295."""
    line = _INDEX_LINE.search(text, 0, _TOP)
    return line[0] if line else None


def _day_of_line(text: str) -> str | None:
    """The day beside the source of a page: `2018-11-19 10:26来源:北极星环保网`, `来源:水务局 时间:2021-09-21`, or
    with its hour alone."""
    line = _NEWS_LINE.search(text, 0, _HEAD)
    return _day(Field(line["day"] or line["clock"] or line["behind"], *line.span())) if line else None


def _day(field: Field | None) -> str | None:
    """The day that a field begins with, as `2023-07-18`; None for `时间:拟定于2022年1月`."""
    first = next(iter(find_intervals(_APART.sub("", field.text))), None) if field else None
    return str(first.first) if first and first.start == 0 and first.first.day else None
