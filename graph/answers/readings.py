"""Other readings of a question whose slots stay open: the places, years and roles that it may have been meant for."""

from __future__ import annotations

from graph.answers.answer import Answer, place_of
from graph.answers.inquiry import Inquiry

_MOST = 3
_OF_BODIES = ("tasks_by_department", "counts")


def other_readings(inquiry: Inquiry, answer: Answer) -> list[str]:
    """Questions that narrow an answer, each worded so that it may be asked as a follow-up; at most three of a kind.

    An answer over several places offers each place, one over several years each year, one about all that a bureau
    carries what it leads. None where the question left nothing open.
    """
    if answer.none:
        return []
    reading, zh = inquiry.reading, inquiry.chinese
    offered = []
    if reading.documents is None:
        ids = dict.fromkeys(shape["document"] for shape in [*(answer.tasks or ()), *(answer.targets or ())])
        places = list(dict.fromkeys(_name(inquiry, id) for id in ids))
        offered += [f"{place}呢?" if zh else f"And in {place}?" for place in places[:_MOST] if len(places) > 1]
    if not reading.years:
        years = sorted({str(target["year"])[:4] for target in answer.targets or () if target["year"]})
        offered += [f"{year}年呢?" if zh else f"And in {year}?" for year in years[:_MOST] if len(years) > 1]
    if reading.departments and reading.role == "any" and reading.intent in _OF_BODIES:
        offered.append("牵头的呢?" if zh else "And which does it lead?")
    return offered


def _name(inquiry: Inquiry, document: str) -> str:
    """The place or part of a document, in English by its romanised name where it has one."""
    name = place_of(inquiry, document)
    if inquiry.chinese:
        return name
    romanised = (one for one, place in inquiry.lexicon.place_names.items() if place == name and one.isascii())
    return min(romanised, key=len, default=name).capitalize()
