"""Enumerators: the 一、 (一) 1. (1) ① 一是 第三条 —— that divide a plan, told from decimals, dates and references."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from corpus.characters import HAN, NUMERALS, STARS, is_han
from corpus.han_number import count
from nlp.sections.label import closes_clause
from nlp.vocabulary import words
from nlp.wording import any_of

_NUMERAL = f"[{NUMERALS}百零〇两]"
_NAMED = rf"(?:{any_of('headings', 'unit.names')})(?:{_NUMERAL}{{1,3}}|\d{{1,2}})"
# A step counts as one only where its text begins with a character, not with the rest of a number or a unit.
_TEXT = rf"(?=[{HAN}“‘《\"(【A-Za-z])"

# ★县水利局、县住建局: a star that marks the lead opens no item.
_STARRED_BODY = rf"[{STARS}][{HAN}]{{2,20}}?(?:{any_of('bodies', 'clause_ends')}|[站所队])(?:、|$)"

# Each style with its place in the usual order of official writing, which decides only where a document's own nesting
# has not yet shown itself, and with its wording.
STYLES: dict[str, tuple[float, str]] = {
    "part": (1, rf"第{_NUMERAL}{{1,3}}(?:部分|篇|编)(?!的)[、,:]?"),
    "chapter": (2, rf"第{_NUMERAL}{{1,3}}章[、,:]?"),
    "section": (3, rf"第{_NUMERAL}{{1,3}}节[、,:]?"),
    "article": (4, rf"第(?:{_NUMERAL}{{1,4}}|\d{{1,3}})条(?![的、和至款]|规定的)[,:]?"),
    "han": (5, rf"{_NUMERAL}{{1,3}}\s?[、.．](?!{_NUMERAL}[级类等期批次、])|{_NUMERAL}{{1,3}} {_TEXT}"),
    "han_bracket": (6, rf"[(〔【﹝\[]?\s?{_NUMERAL}{{1,3}}\s?[)〕】﹞\]]、?"),
    "named": (7, rf"{_NAMED}[:、.]|^{_NAMED} {_TEXT}"),
    "stage": (7, rf"第{_NUMERAL}{{1,2}}(?:阶段|步)[、,:]?"),
    "roman": (7, r"[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ][、.]"),
    "arabic": (
        8,
        rf"^\d{{1,2}}、(?=\d{{1,2}}月\d{{1,2}}日)"
        rf"|\d{{1,3}}\s?(?:(?:[、．]|\.、)(?!\d+月)|\.(?!\d)|\.(?=(?:19|20)\d\d年|\d{{1,2}}月))|\d{{1,2}} {_TEXT}",
    ),
    "dotted": (9, rf"\d{{1,2}}\.\d{{1,2}}[、.]?\s?(?![万亿元倍米吨个公千百]){_TEXT}"),
    "dotted_twice": (9.5, rf"\d{{1,2}}(?:\.\d{{1,2}}){{2,3}}(?:[、.]?\s?{_TEXT}|\s(?=\d{{1,2}}[#号]))"),
    "arabic_bracket": (10, r"\(\s?\d{1,2}\s?\)[、.]?"),
    "arabic_half": (11, rf"\d{{1,2}}\){_TEXT}"),
    "circled": (12, r"[①-⑳⑴-⒇][、.]?"),
    "letter": (13, rf"[A-Ha-h][.、)](?![A-Za-z]){_TEXT}"),
    "ordinal": (14, rf"第{_NUMERAL}{{1,2}}[,、:]"),
    "first": (14, rf"{_NUMERAL}{{1,2}}(?:[是要](?![否不]){_TEXT}|是(?=\d{{2,4}}[年月团]))"),
    "bullet": (15, rf"(?!{_STARRED_BODY})(?:[—–―─-]{{1,2}}|[•·※√*\u25a0-\u27bf\uf000-\uf0ff])\s?(?![—–―─*-]){_TEXT}"),
}
# Styles that are also read inside a line; the others stand in running text too often as references or as prose.
_INLINE = {"article", "han", "han_bracket", "arabic", "arabic_bracket", "circled", "ordinal", "first", "named"}
# In a text without line ends the first item may follow its heading at once, and any other one the clause that names who
# carries the item before: 二、主要任务(一)清淤。责任单位:市水务局(二)补水.
_RUN_IN = (
    rf"(?<=[{HAN}”])(?<!附件)(?<![表图条款项第类])"
    rf"(?=\({_NUMERAL}{{1,3}}\)|{_NUMERAL}{{1,3}}、|\d{{1,2}}[.、][{HAN}“])"
)
_OPENING = rf"(?:^|(?<=[。;:,、!?)\]】〕])|(?<=[{HAN})\]。;:!?] )|{_RUN_IN})"
_CONTINUED = re.compile(r"[\[(【](?:接上?|续)[页表文]?[\])】] ?")
# 一、坚持节水优先,严管用水1.核定指标: a heading of two clauses that its first item follows at once
_TWO_CLAUSES = re.compile(r"[^。,;:!?\n]{4,20},[^。,;:!?\n]{4,20}")
_BARE_HEADING = re.compile(r"[^。,;:!?\n]{2,30}[。:]?\s?")
# What no enumerator begins with is passed over before any of them is tried.
_BEGINS = rf"(?=[\s\d{NUMERALS}百零〇两第(〔【﹝\[{''.join(word[0] for word in words('headings', 'unit.names'))}"
_BEGINS += r"ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ①-⑳⑴-⒇A-Ha-h—–―─•·※√*\u25a0-\u27bf\uf000-\uf0ff-])"
# ★3.淘汰柴油货车: a star tells the items that matter most.
_STARRED = rf"(?:^[{STARS}]\s?(?=[\d(第{NUMERALS}]))?"
# A circled number needs no stop before it: it stands in prose for nothing else.
_PATTERN = re.compile(
    f"{_BEGINS}(?:{_OPENING}{_STARRED}(?:"
    + "|".join(f"(?P<{style}>{form})" for style, (_, form) in STYLES.items() if style != "circled")
    + f")|(?P<circled>{STYLES['circled'][1]}))",
    re.M,
)
# Styles whose first item counts by itself right behind a heading: `一、总体要求。(一)指导思想。`, not `见附表(一)`.
_HEADED = {"han_bracket", "arabic"}
# Styles of parts that go on behind a clause of owners although the page with those before them is missing.
_PARTS = {"han", "han_bracket", "arabic"}
# Styles that a decimal, or a quantity before its unit, at the start of a line looks like, so that only a count shows
# them.
_DECIMAL = {"dotted", "dotted_twice"}
_SPACED = {"han", "arabic"}
# Series of signs that count by their place in Unicode.
_SIGNS = (("①", "⑳"), ("⑴", "⒇"), ("Ⅰ", "Ⅻ"), ("a", "h"), ("A", "H"))
_SENTENCE_END = "。;!?:"


@dataclass(frozen=True, slots=True)
class Enumerator:
    """An enumerator at `start:end`; `value` is its number (0 for bullets), `at_line` whether it opens its line.

    `headed` tells that nothing but a heading stands between it and the enumerator before it in its line.
    """

    start: int
    end: int
    style: str
    text: str
    value: int
    at_line: bool
    headed: bool = False

    @property
    def number(self) -> str:
        """The number as it stands in a task's key: 一、 gives 一, 1. gives 1, 一是 gives 一, (一) and 第三条 stay."""
        if self.style == "bullet":
            return ""
        text = self.text.strip(f"、.．:, {STARS}").replace(" ", "")
        return text[:-1] if self.style in ("first", "arabic_half") else text


def find(text: str) -> list[Enumerator]:
    """All enumerators of the text, in reading order.

    Those that open a line are taken as they are, except decimals; those inside a line only where they count on:
    `一是加强监管;二是严格执法` gives two, `工作包括:(1)监测,(2)执法` two; `达到2.5微克`, `2024.6.30` and a lone
    `一是` none.
    """
    kept: list[Enumerator] = []
    last: dict[str, int] = {}
    for line in _by_line(text, _candidates(text)):
        for style in {enumerator.style for enumerator in line}:
            alike = [each for each in line if each.style == style]
            series = list(_runs(text, alike, last.get(style, 0)))
            kept += series
            # A number in running prose (不高于10、35、50毫克) counts nothing; one that opens its line may be lost.
            if counting := series or [each for each in alike if each.at_line]:
                last[style] = counting[-1].value
    return sorted(kept, key=lambda enumerator: enumerator.start)


@lru_cache(maxsize=4096)
def value_of(number: str) -> int:
    """The number that an enumerator counts: 十二 gives 12, (3) gives 3, ④ gives 4, 1.2 gives 2; 0 for a bullet."""
    for first, last in _SIGNS:
        if first <= number[:1] <= last:
            return ord(number[0]) - ord(first) + 1
    if digits := re.findall(r"\d+", number):
        return int(digits[-1])
    han = re.search(f"{_NUMERAL}+", number)
    return count(han[0]) if han else 0


def _candidates(text: str) -> Iterator[Enumerator]:
    before = 0
    for match in _PATTERN.finditer(text):
        style = str(match.lastgroup)
        start, end = match.span()
        at_line = _opens_line(text, start)
        if not at_line and style not in _INLINE:
            continue
        # 二、(一)清淤: an item may open the text of the one above it.
        begins = before == start or _BARE_HEADING.fullmatch(text, before, start) is not None
        headed = not at_line and before > 0 and begins
        led = headed or (before > 0 and _TWO_CLAUSES.fullmatch(text, before, start) is not None)
        value = value_of(match[0])
        apart = at_line or style == "circled" or not _is_run_in(text, start)
        titled = not apart and value == 1 and _is_titled(text, start)
        if apart or titled or (led and value == 1) or closes_clause(text, start):
            yield Enumerator(start, end, style, match[0], value, at_line, headed or titled)
            before = end


def _opens_line(text: str, start: int) -> bool:
    """True at the start of a line, also behind a remark of a page that goes on: `[接上页] 3.清淤`."""
    if start == 0 or text[start - 1] == "\n":
        return True
    return text[start - 1] in " ])】" and _CONTINUED.fullmatch(text, text.rfind("\n", 0, start) + 1, start) is not None


def _is_run_in(text: str, start: int) -> bool:
    """True right behind a word: `二、主要任务(一)清淤`."""
    return text[start - 1] == "”" or is_han(text[start - 1])


def _is_titled(text: str, start: int) -> bool:
    """True right behind a word that titles of documents end with: `某县治水工作方案一、总体要求`."""
    return text.endswith((*words("headings", "title.end"), *words("headings", "annex.work")), 0, start)


def _by_line(text: str, found: Iterable[Enumerator]) -> Iterator[list[Enumerator]]:
    """The enumerators in lists, one for each line that has any."""
    end = -1

    def end_of_line(enumerator: Enumerator) -> int:
        nonlocal end
        if enumerator.start > end:
            end = text.find("\n", enumerator.start)
            end = len(text) if end < 0 else end
        return end

    for _, line in groupby(found, key=end_of_line):
        yield list(line)


def _runs(text: str, line: list[Enumerator], last: int) -> Iterator[Enumerator]:
    """The enumerators of one style in one line that belong to a series; `last` is where earlier lines left it."""
    at = 0
    while at < len(line):
        end = at + 1
        while end < len(line) and line[end].value == line[end - 1].value + 1:
            end += 1
        if _is_series(text, line[at:end], last):
            yield from line[at:end]
        last = line[end - 1].value
        at = end


def _is_series(text: str, run: list[Enumerator], last: int) -> bool:
    """True for a run that opens its line, counts up from one, or goes on after the end of a sentence.

    On a page whose beginning is missing, a run may go on from a number that is not there.
    """
    first = run[0]
    if first.style in _DECIMAL or (first.style in _SPACED and first.text[-1] == " "):
        return first.at_line and first.value in (1, last + 1)
    if first.at_line:
        return True
    if first.value == 1:
        return len(run) > 1 or (first.headed and first.style in _HEADED)
    behind_clause = closes_clause(text, first.start)
    if last == 0 and first.style in _PARTS and behind_clause:
        return True
    before = text[first.start - 1]
    if before == ")":
        # …(责任单位:市水务局)4.清淤: behind the clause that closed item 2 an item goes on although 3 is lost.
        return first.style in _HEADED and 0 < last < first.value <= last + 2
    counts = 0 < last == first.value - 1 or (len(run) > 1 and last == 0)
    return counts and (before in f"{_SENTENCE_END} " or behind_clause)
