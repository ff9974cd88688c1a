"""All targets of the documents asked, where a question names no indicator: 嵊州有哪些目标, 比较杭州和嵊州的目标."""

from __future__ import annotations

from collections import Counter

from graph.answers.answer import Answer, nothing, place_of, spoken
from graph.answers.carriers import tasks_borne
from graph.answers.dated import clause
from graph.answers.inquiry import Inquiry
from graph.answers.scope import is_large
from graph.shapes import target_shape
from graph.store import Record
from nlp.questions.words import cue
from nlp.vocabulary import load

_SHOWN, _PLACES = 6, 12


def all_targets(inquiry: Inquiry, rows: list[Record]) -> Answer | None:
    """All targets of the documents, the years or the departments that a question names, or of all that is held, without
    any of a topic; None where it asks for something else, or none is set.

    A year asks for the targets that are set for it, and for none without a year. `林业局有哪些目标` asks for those of
    the tasks that 林业局 carries, `比较杭州和嵊州` for those of both, and what both set comes first.
    """
    reading = inquiry.reading
    wanted = reading.intent == "compare" or cue("targets_all").search(reading.text)
    every = wanted and reading.topic.empty and (reading.intent == "compare" or not reading.extreme)
    if not every or (not (reading.documents or reading.years or reading.departments) and is_large(inquiry)):
        return None
    borne = tasks_borne(inquiry) if reading.departments else None
    set_so = [row for row in rows if row["status"] == "target" and (borne is None or row["task"] in borne)]
    found = [row for row in set_so if not reading.years or (row["year"] or "")[:4] in reading.years]
    found.sort(key=lambda row: (row["source"], row["document"], row["evidence_start"]))
    if reading.intent == "compare":
        shared = _shared(found)
        order = {one: place for place, one in enumerate(shared)}
        found.sort(key=lambda row: order.get(row["measured"], len(order)))
        if cue("shared_asked").search(reading.text):
            found = [row for row in found if row["measured"] in shared]
    if found:
        return _told(inquiry, found)
    return _of_other_years(inquiry, set_so) if reading.years and set_so else None


def _of_other_years(inquiry: Inquiry, rows: list[Record]) -> Answer:
    """No target is set for the years asked; those for which some are."""
    asked, there = inquiry.reading.times, sorted({row["year"][:4] for row in rows if row["year"]})
    held, held_en = "、".join(there) or "没有写明的年份", ", ".join(there) or "no year"
    return nothing(
        inquiry,
        f"没有{asked.told(chinese=True)}的目标。写有目标的年份:{held}。",
        f"There is no target for {asked.told(chinese=False)}. There are targets for {held_en}.",
    )


def _told(inquiry: Inquiry, found: list[Record]) -> Answer:
    """How many targets each document sets, the indicators that all of them set, and the first clauses."""
    numbers = Counter(place_of(inquiry, row["document"]) for row in found)
    shown, more = list(numbers.items())[:_PLACES], "…" * (len(numbers) > _PLACES)
    zh = "、".join(f"{place}{number}项" for place, number in shown) + more
    en = ", ".join(f"{place} {number}" for place, number in shown) + more
    text = spoken(inquiry, f"数值目标:{zh}", f"Targets in figures: {en}")
    if both := [load("indicators").entries[id] for id in _shared(found) if inquiry.reading.intent == "compare"]:
        names_zh, names_en = "、".join(one.label for one in both), ", ".join(one.english[0] for one in both)
        text += f"。都定了的指标:{names_zh}" if inquiry.chinese else f". All set {names_en}"
    one = len(numbers) == 1
    clauses = dict.fromkeys(("" if one else f"{place_of(inquiry, r['document'])}:") + clause(r) for r in found)
    listed = ";".join([*clauses][:_SHOWN]) + "…" * (len(clauses) > _SHOWN)
    text += f"。{listed}。" if inquiry.chinese else f". {listed.replace(';', '; ').replace(':', ': ')}."
    return Answer(text, targets=[target_shape(row) for row in found], evidence=found)


def _shared(found: list[Record]) -> list[str]:
    """The indicators that every one of several documents sets a target for, in the order of the first."""
    setting: dict[str, dict[str, None]] = {}
    for row in found:
        setting.setdefault(row["document"], {})
        if row["measured"]:
            setting[row["document"]][row["measured"]] = None
    first, *others = setting.values()
    return [one for one in first if all(one in other for other in others)] if others else []
