"""All targets of the documents asked, where a question names no indicator: 嵊州有哪些目标, 比较杭州和嵊州的目标."""

from __future__ import annotations

from collections import Counter

from graph.answers.answer import Answer, nothing, place_of, spoken, where_asked
from graph.answers.carriers import tasks_borne
from graph.answers.dated import clause
from graph.answers.inquiry import Inquiry
from graph.answers.scope import is_large
from graph.counted import counted
from graph.shapes import target_shape
from graph.store import Record
from nlp.questions.words import cue
from nlp.vocabulary import load

_SHOWN, _PLACES = 6, 12
_SEVERAL, _NAMED = 2, 4


def all_targets(inquiry: Inquiry, rows: list[Record]) -> Answer | None:
    """All targets of the documents, the years or the departments that a question names, or of all that is held, without
    any of a topic; None where it asks for something else, or none is set.

    `开平2024年完成了哪些目标` asks for what was reached. A year asks for the targets that are set for it, and for none
    without a year. `林业局有哪些目标` asks for those of the tasks that 林业局 carries, `比较杭州和嵊州` for those of
    both, and what both set comes first.
    """
    reading = inquiry.reading
    wanted = reading.intent == "compare" or cue("targets_all").search(reading.text)
    every = wanted and reading.topic.empty and (reading.intent == "compare" or not reading.extreme)
    if not every or (not (reading.documents or reading.years or reading.departments) and is_large(inquiry)):
        return None
    borne = tasks_borne(inquiry) if reading.departments else None
    status = "result" if cue("results_asked").search(reading.text) else "target"
    set_so = [row for row in rows if row["status"] == status and (borne is None or row["task"] in borne)]
    found = [row for row in set_so if not reading.years or (row["year"] or "")[:4] in reading.years]
    found.sort(key=lambda row: (row["source"], row["document"], row["evidence_start"]))
    if cue("shared_asked").search(reading.text):
        return _told_shared(inquiry, found)
    if reading.intent == "compare":
        order = {one: place for place, one in enumerate(_shared(inquiry, found))}
        found.sort(key=lambda row: order.get(row["measured"], len(order)))
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
    zh = "、".join(f"{place}{number}项" for place, number in shown) + more + "。"
    en = ", ".join(f"{place} {number}" for place, number in shown) + more + ". "
    shared = _shared(inquiry, found) if inquiry.reading.intent == "compare" else []
    if both := [load("indicators").entries[id] for id in shared]:
        zh += f"都定了的指标:{'、'.join(one.label for one in both)}。"
        en += f"All set {', '.join(one.english[0] for one in both)}. "
    one = len(numbers) == 1
    clauses = dict.fromkeys(("" if one else f"{place_of(inquiry, r['document'])}:") + clause(r) for r in found)
    listed = ";".join([*clauses][:_SHOWN]) + "…" * (len(clauses) > _SHOWN)
    listed_en = listed.replace(";", "; ").replace(":", ": ")
    text = spoken(inquiry, f"数值目标:{zh}{listed}。", f"Targets in figures: {en}{listed_en}.")
    return Answer(text, targets=[target_shape(row) for row in found], evidence=found)


def _told_shared(inquiry: Inquiry, found: list[Record]) -> Answer:
    """The indicators that all places compared set a target for, or where none are named (各地都有的目标) the ones that
    several set, those of the most places first, with their targets."""
    setting = _setting(inquiry, found)
    least = len(setting) if inquiry.reading.intent == "compare" else _SEVERAL
    where = {one: [place for place, ids in setting.items() if one in ids] for ids in setting.values() for one in ids}
    order = sorted((one for one in where if len(where[one]) >= max(least, _SEVERAL)), key=lambda one: -len(where[one]))
    if not order:
        who, who_en = (where_asked(inquiry), "all places") if inquiry.reading.documents else ("几处", "several places")
        return nothing(
            inquiry, f"没有{who}都定了目标的指标。", f"There is no indicator that {who_en} set a target for."
        )
    rank = {one: place for place, one in enumerate(order)}
    rows = sorted((row for row in found if row["measured"] in rank), key=lambda row: rank[row["measured"]])
    entries = load("indicators").entries
    zh = [f"{entries[one].label}({'、'.join(where[one][:_NAMED])}{'等' * (len(where[one]) > _NAMED)})" for one in order]
    en = [f"{entries[one].english[0]} ({', '.join(where[one])})" for one in order]
    more = "…" * (len(order) > _PLACES)
    text = spoken(
        inquiry,
        f"几处都定了目标的指标{len(order)}项:{'、'.join(zh[:_PLACES])}{more}。",
        f"{counted(len(order), 'indicator')} set by several: {', '.join(en[:_PLACES])}{more}.",
    )
    return Answer(text, targets=[target_shape(row) for row in rows], evidence=rows)


def _shared(inquiry: Inquiry, found: list[Record]) -> list[str]:
    """The indicators that every one of several places sets a target for, in the order of the first."""
    first, *others = _setting(inquiry, found).values() or [{}]
    return [one for one in first if all(one in other for other in others)] if others else []


def _setting(inquiry: Inquiry, found: list[Record]) -> dict[str, dict[str, None]]:
    """The known indicators that each place, or document of none, sets a target for."""
    setting: dict[str, dict[str, None]] = {}
    for row in found:
        known = setting.setdefault(place_of(inquiry, row["document"]), {})
        if row["measured"] in load("indicators").entries:
            known[row["measured"]] = None
    return setting
