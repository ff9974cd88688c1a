"""Times that a question names: years and spans of years, a month or a day, and whether all before it is meant."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from corpus import han_number
from corpus.characters import NUMERALS
from nlp.questions.mask import Mask
from nlp.questions.words import cue
from nlp.times.five_year_plan import last_year
from nlp.vocabulary import words

# Years that plans are not of as well, where they are surely years: 1998年, `by 2060`.
_YEAR = re.compile(
    r"(?:(?<![\d〔\[])20[0-4]\d(?!\d)|(?<!\d)(?:19|20)\d\d(?=年)|(?:(?<=in )|(?<=by )|(?<=for ))(?:19|20)\d\d\b)"
    r"年?(?:底|末|年底|度)?(?:[之以]?前)?"
)
_YEARS = re.compile(
    r"(?<![\d〔\[])20[0-4]\d年?\s*(?:[-–—~至到]|to)\s*20[0-4]\d(?!\d)年?|between 20[0-4]\d and 20[0-4]\d", re.IGNORECASE
)
_FIVE_YEAR = re.compile(
    r"[“\"]?十[一二三四五六七]五[”\"]?(?:期间|时期|末)?|1[1-7]th five[- ]year plan(?: period)?", re.IGNORECASE
)
# Names, taken out already, that are joined: 泸州和宜兴.
_JOINED = re.compile(r"\x00[和与跟及同、,]\x00+$")
_ORDINAL = re.compile(r"十[一二三四五六七]|1[1-7]")
_MONTHS, _LAST_YEAR = 12, 2060
_MONTH = re.compile(
    r"(?P<by>截至|截止到?|最迟|到|至|\b(?:by|before|until)\s+)?(?<![\d〔\[])(?P<year>20[0-4]\d)(?:年|-)"
    r"(?P<month>\d{1,2})(?:月份?|-(?=\d))(?:(?P<day>\d{1,2})(?:[日号]|(?!\d)))?(?P<end>底|末)?(?:(?P<before>[之以]前)|(?P<till>前))?"
)


@dataclass(frozen=True, slots=True)
class Times:
    """The years asked for; where it says by when, the last day meant (`until`), and of a month or a day named by
    itself the first (`since`): both as 2025-06-30. `inherited` are those of the question that this one follows up,
    `unreal` is a day or month named that no calendar has, `plans` the five-year plans named (十四五), by whose last
    year they count; `of_one` that the year is said of one of several places alone (泸州2025年的…和宜兴的),
    `after` the first year of all that are asked for from it on."""

    years: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    inherited: bool = False
    unreal: str | None = None
    plans: tuple[str, ...] = ()
    of_one: bool = False
    after: str | None = None

    def told(self, chinese: bool) -> str:
        """The years in words: 2024、2025年, `2024, 2025`; of all from one on 2024年以后, `2024 and after`."""
        if self.after:
            return f"{self.after}年以后" if chinese else f"{self.after} and after"
        return "、".join(self.years) + "年" if chinese else ", ".join(self.years)


@dataclass(frozen=True, slots=True)
class Issue:
    """When the documents asked were issued; `said` tells that the question speaks of issuing, not only of the documents
    of a year, which may be those for it."""

    times: Times
    said: bool


def find_issue(mask: Mask) -> Issue | None:
    """When the documents asked were issued, taken out of the question; None where it does not say.

    `2016年印发的文件里谁…`, `2016年的文件`, `in the 2016 plan`; nothing in `2025年的目标`.
    """
    said = cue("issued").search(mask.rest) is not None
    around = cue("of_issue").search(mask.rest)
    if not (said or around):
        return None
    start, end = around.span() if around else (0, len(mask.rest))
    inner = Mask(mask.rest[start:end])
    times = _times(inner)
    for at, left in enumerate(inner.rest, start=start):
        if left != mask.rest[at]:
            mask.take(at, at + 1)
    spoken = said or cue("issuing_verb").search(inner.rest) is not None
    return Issue(times, spoken) if times.years else None


def find_times(mask: Mask) -> Times:
    """The times of a question, taken out of it, but for those that a change is measured from (比2020年).

    `2023到2025年` gives all three years, the five-year plan its last; `2025年底前` all until its last day, `2025年` the
    year alone; `2025年4月底前` all until 30 April, `before September 2023` until 31 August, `2024年6月` June alone.
    """
    mask.take_all(cue("baseline"))
    of_one = _is_of_one(mask.rest)
    return replace(_times(mask), of_one=of_one)


def _is_of_one(text: str) -> bool:
    """Whether the only year of a question stands right behind a name that is joined to none before, and another name
    stands elsewhere."""
    years = list(_YEAR.finditer(text))
    if len(years) != 1 or not text[: years[0].start()].endswith("\x00"):
        return False
    before, after = text[: years[0].start()], text[years[0].end() :]
    return not _JOINED.search(before) and "\x00" in before.rstrip("\x00") + after


def _times(mask: Mask) -> Times:
    """The times of a question or of a part of it, whatever they are times of."""
    by_then = cue("by_then").search(mask.rest)
    month = _MONTH.search(mask.rest) or _english_month().search(mask.rest)
    if month:
        said = mask.take(max(month.start(), *map(month.end, ("by", "before"))), month.end())
        days = _days(month)
        return Times((month["year"],), *days) if days else Times((month["year"],), unreal=said.strip())
    spans = [re.findall(r"20\d\d", span) for span in mask.take_all(_YEARS)]
    if after := None if spans else _after(mask):
        later = tuple(str(year) for year in range(after, _LAST_YEAR + 1))
        return Times(later, f"{after}-01-01", f"{_LAST_YEAR}-12-31", after=str(after))
    years = [str(year) for first, last in spans for year in range(int(first), int(last) + 1)]
    years += [year[:4] for year in mask.take_all(_YEAR)]
    ordinals = _ORDINAL.findall(" ".join(mask.take_all(_FIVE_YEAR)))
    years += [str(last_year(han_number.count(ordinal))) for ordinal in ordinals]
    plans = tuple(f"{NUMERALS[9]}{NUMERALS[han_number.count(one) - 11]}五" for one in ordinals) if not spans else ()
    last = f"{max(years)}-12-31" if by_then and years else None
    return Times(tuple(dict.fromkeys(years)), None, last, plans=tuple(dict.fromkeys(plans)))


def _after(mask: Mask) -> int | None:
    """The first of the years that a question asks for from one on, taken out of it: 2023 of 2023年以后, 2024 of
    2023年之后 and `after 2023`; None where it asks for none so."""
    match = cue("from_then").search(mask.rest)
    if match is None:
        return None
    mask.take(*match.span())
    from_it, behind = (match[1] or match[3]), (match[2] or match[4])
    return int(from_it) if from_it else int(behind) + 1


def _days(found: re.Match[str]) -> tuple[str | None, str] | None:
    """The first and the last day meant by a month or day; no first one where all before it is meant. None of a month
    or day that is in no calendar (2月31日).

    A month that something comes before (10月之前) is not itself meant; its end is (4月底前), and so is the month that
    plans set as a limit (10月前).
    """
    year, month = int(found["year"]), _number_of(found["month"])
    last = monthrange(year, month)[1] if 1 <= month <= _MONTHS else 0
    day = int(found["day"]) if found["day"] else None
    if not last or (day is not None and not 1 <= day <= last):
        return None
    if found["before"] and not (day or found["end"]):
        return None, (date(year, month, 1) - timedelta(days=1)).isoformat()
    until = date(year, month, day or last).isoformat()
    open_ended = any(found.groupdict().get(key) for key in ("before", "by", "till"))
    return None if open_ended else date(year, month, day or 1).isoformat(), until


def _number_of(month: str) -> int:
    """The number of a month: 4 of `4`, `April` and `Apr`."""
    return int(month) if month.isdigit() else _months().index(month[:3].lower()) + 1


@cache
def _months() -> tuple[str, ...]:
    """The first three letters of the English months."""
    return tuple(name[:3] for name in words("questions", "english_months"))


@cache
def _english_month() -> re.Pattern[str]:
    """`by the end of April 2025`, `before September 2023`, `until 30 June 2024`, `in March 2025`."""
    return re.compile(
        r"(?:\b(?:(?P<by>by|until|till|no later than|up to)|(?P<before>before|prior to|ahead of)|in|during|on)\s+)?"
        r"(?:the )?(?P<end>end of )?(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?(?: of)? )?"
        rf"\b(?P<month>(?:{'|'.join(_months())})[a-z]*)\.?,? (?P<year>20[0-4]\d)\b",
        re.IGNORECASE,
    )
