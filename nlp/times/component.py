"""Component times: every time expression of the document, told apart by what it is used for."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from nlp.facts import Facts
from nlp.references.document_number import years_of_numbers
from nlp.times.horizon import find_horizons
from nlp.times.interval import find_intervals
from nlp.times.standpoint import Standpoint
from nlp.times.time import find_times

_OPENING = 200  # characters in which a text says when what it tells of happened
_DAY = re.compile(r"^(?P<year>20\d\d)年(?P<month>\d{1,2})月(?P<day>\d{1,2})日(?:上午|下午)?,", re.M)


@Language.component("shanshui_times")
def read_times(doc: Doc) -> Doc:
    """Fills `facts.times` in reading order; leaves out times inside titles 《…》 and the names of editions (2020年版).

    A year that the text leaves out (今年年底, 6月30日前) is filled in from the day of issue or the plan's period,
    failing these from the document's own number (金府〔2023〕26号), the day on which the page came out or the one that
    its text begins with (2024年5月10日,副市长主持召开会议).
    """
    facts: Facts = doc._.facts
    numbered = years_of_numbers(facts.number) if facts.number else []
    reported = None if facts.period else facts.published or _opening_day(facts.text)
    issued = facts.issued or (str(numbered[0]) if numbered else None) or reported
    times = find_times(facts.text, Standpoint(issued, _plan_period(facts)))
    facts.times = sorted([*times, *find_horizons(facts.text, times)], key=lambda time: time.start)
    return doc


def _opening_day(text: str) -> str | None:
    day = _DAY.search(text, 0, _OPENING)
    return f"{day['year']}-{int(day['month']):02}-{int(day['day']):02}" if day else None


def _plan_period(facts: Facts) -> tuple[str, str] | None:
    """The years that 今年 and 年底 may mean.

    A report issued later than the year it looks back on speaks from the year of its issue; one that is also a plan
    (2023年工作总结及2024年工作安排) tells of the first year of its title.
    """
    if facts.period is None or facts.kind not in ("report", "summary"):
        return facts.period
    if facts.issued and facts.issued[:4] > facts.period[1]:
        return None
    titled = [str(each.first.year) for each in find_intervals(facts.title or "") if each.first.year]
    return (min(titled), min(titled)) if len(titled) > 1 and facts.only_year else facts.period
