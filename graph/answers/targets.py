"""Answers about targets: the values of an indicator in a document, a place, a year; several places side by side."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial

from graph.answers.all_targets import all_targets
from graph.answers.answer import Answer, in_a_row, in_marks, nothing, place_of, spoken, where_asked
from graph.answers.dated import clause, in_years
from graph.answers.extreme import extreme_said
from graph.answers.fit import BRACKETED, ENOUGH, Fit, fitting, of_field, score_targets
from graph.answers.inquiry import Inquiry
from graph.answers.scope import absence, names_places, plans_on_waters, targets_asked
from graph.answers.subject import turn_to_subject
from graph.answers.together import each_told, topics_joined
from graph.answers.worded import targets_in_words, told_in_words
from graph.grams import grams
from graph.shapes import target_shape
from graph.store import Record
from nlp.questions.reading import Reading
from nlp.questions.words import cue
from nlp.targets.operator import CHANGES
from nlp.targets.unit import kind

_SEVERAL = 2
_SHOWN = 6
_JOINED = re.compile("[及和与、]")
_ALL_OF_IT = re.compile(r"^(?:全[省市县州区镇盟旗域]|我[省市县州区])")


def targets_by_indicator(inquiry: Inquiry, enough: float = ENOUGH) -> Answer:
    """The targets that the topic means, in the years asked for; none where the year or the indicator is not there, or
    no target fits as well as `enough`. Of several indicators each is told, or that it is not set."""
    whole, parts = _targets(inquiry, enough), topics_joined(inquiry.reading)
    return each_told(inquiry, whole, parts, partial(_targets, enough=enough)) if len(parts) > 1 else whole


def _targets(inquiry: Inquiry, enough: float) -> Answer:
    """The targets that the topic means as a whole. A year that only the question before named gives way to the plan's
    own."""
    rows = within_bound(inquiry, of_waters(inquiry, targets_asked(inquiry)))
    if every := all_targets(inquiry, rows) or _of_subject(inquiry, rows):
        return every
    fits = of_field(inquiry.reading, rows) or _fitting(inquiry, rows, enough)
    if not fits:
        return _no_indicator(inquiry, rows)
    around, fits = fits, of_scope(inquiry.reading, of_places_inside(inquiry, fits))
    if not fits:
        return _other_places(inquiry, around)
    in_year = in_years(fits, inquiry.reading.years) or (fits if inquiry.reading.times.inherited else [])
    if inquiry.reading.times.of_one and inquiry.reading.intent == "compare":
        dated = {fit.row["document"] for fit in in_year}
        in_year += [fit for fit in fits if fit.row["document"] not in dated]
    if not in_year:
        return _other_years(inquiry, fits)
    found = [fit.row for fit in sorted(in_year, key=lambda fit: (fit.row["source"], fit.row["evidence_start"]))]
    found = _in_total(inquiry.reading, found, rows) or _alike(inquiry.reading, _of_unit(inquiry.reading, found))
    clauses = list(dict.fromkeys(f"{place_of(inquiry, row['document'])}:{clause(row)}" for row in _shown(found)))
    first = filter(None, [extreme_said(inquiry, found)])
    said = ";".join([*first, *clauses, *_without(inquiry, found)]) + "…" * (len(found) > _SHOWN)
    return Answer(
        spoken(inquiry, said + "。", said.replace(";", "; ").replace(":", ": ") + "."),
        targets=[target_shape(row) for row in found],
        evidence=found,
    )


def _fitting(inquiry: Inquiry, rows: list[Record], enough: float) -> list[Fit]:
    """The targets that fit the topic; results only where targets are not what is spoken of, or none of them fits."""
    if not cue("target_said").search(inquiry.reading.text):
        return fitting(inquiry, rows, enough)
    set_for = [row for row in rows if row["status"] == "target"]
    return fitting(inquiry, set_for, enough) or fitting(inquiry, rows, enough)


def _of_subject(inquiry: Inquiry, rows: list[Record]) -> Answer | None:
    """All targets of the plan whose subject the question names (某市无废城市建设有哪些目标); None where it names an
    indicator or asks for a value."""
    named = any(concept.indicator for concept in inquiry.reading.topic.concepts) or inquiry.reading.unit
    if named or not cue("targets_all").search(inquiry.reading.text) or not turn_to_subject(inquiry, tasks=False):
        return None
    return all_targets(inquiry, [row for row in rows if row["document"] in (inquiry.reading.documents or ())])


def _shown(found: list[Record]) -> list[Record]:
    """The targets that the sentence tells: the first of each document in turn, then in their order."""
    turns: dict[str, int] = {}
    order = []
    for place, row in enumerate(found):
        turns[row["document"]] = turns.get(row["document"], -1) + 1
        order.append((turns[row["document"]], place))
    chosen = {place for _, place in sorted(order)[:_SHOWN]}
    return [row for place, row in enumerate(found) if place in chosen]


def _in_total(reading: Reading, found: list[Record], rows: list[Record]) -> list[Record]:
    """The target that several come to together, where the question asks for their total: 4800亩 of 新造1500亩 and
    修复3300亩."""
    values = [row["value"] for row in found]
    if len(values) < _SEVERAL or None in values or not cue("in_total").search(reading.text):
        return []
    return [row for row in rows if row["value"] == sum(values) and all(_goes_with(row, part) for part in found)]


def _of_unit(reading: Reading, found: list[Record]) -> list[Record]:
    """The targets in a unit of the kind asked for (多少公里, `how many people`), if any are; else all."""
    same = [row for row in found if reading.unit and kind(row["unit"]) == kind(reading.unit)]
    return same or found


def _alike(reading: Reading, found: list[Record]) -> list[Record]:
    """Of targets that are compared those in a kind of unit that every document has: a share goes with a share, not with
    a number of projects."""
    if reading.intent != "compare" and not reading.extreme:
        return found
    kinds: dict[str, set[str | None]] = {}
    for row in found:
        kinds.setdefault(row["document"], set()).add(kind(row["unit"]))
    common = set.intersection(*kinds.values())
    return [row for row in found if kind(row["unit"]) in common or not common]


def _goes_with(row: Record, part: Record) -> bool:
    """Whether two targets may be counted together: of one document, unit and year."""
    return all(row[key] == part[key] for key in ("document", "unit", "year"))


def _without(inquiry: Inquiry, found: list[Record]) -> list[str]:
    """For a comparison, a word on each place or part, none of whose documents sets such a target; for several years
    asked by name one on those that none is set for."""
    if inquiry.reading.intent != "compare":
        return _years_without(inquiry, found)
    there = {place_of(inquiry, row["document"]) for row in found}
    word = "没有这样的数值目标" if inquiry.chinese else "no such target in figures"
    named = inquiry.reading.places.held
    asked = [d for d in inquiry.documents if d.territory in named or inquiry.reading.scoped]
    lacking = [document.id for document in asked if place_of(inquiry, document.id) not in there]
    worded = {place_of(inquiry, row["document"]): row["said"] for row in targets_in_words(inquiry, lacking)}
    places = dict.fromkeys(place_of(inquiry, id) for id in lacking)
    return [f"{place}:{word}" + (f"({in_marks(worded[place])})" if place in worded else "") for place in places]


def _years_without(inquiry: Inquiry, found: list[Record]) -> list[str]:
    """A word on the years asked for that none of the targets found is set for, where some are."""
    times, dated = inquiry.reading.times, {row["year"][:4] for row in found if row["year"]}
    left = tuple(year for year in times.years if year not in dated)
    if not dated or not left or times.after or times.inherited:
        return []
    zh, en = replace(times, years=left).told(chinese=True), replace(times, years=left).told(chinese=False)
    return [f"没有{zh}的目标" if inquiry.chinese else f"none is set for {en}"]


def of_waters(inquiry: Inquiry, rows: list[Record]) -> list[Record]:
    """The targets that name a water of the question, or stand in a task that concerns it or in a plan whose title names
    it; all where it names none."""
    names = inquiry.reading.waters
    if not names:
        return rows
    tasks = {row["task"] for name in names for row in inquiry.of_documents("tasks_by_water_body", name=name)}
    plans = plans_on_waters(inquiry)
    return [
        row | {"waters": "、".join(names)}
        for row in rows
        if row["task"] in tasks
        or row["document"] in plans
        or any(name in f"{row['scope']}{row['text']}" for name in names)
    ]


def within_bound(inquiry: Inquiry, rows: list[Record]) -> list[Record]:
    """The targets whose values lie within the bound that the question sets (超过90%); all where it sets none.

    A number alone, of no indicator, bounds no shares: 超过1000 is asked of amounts; of an indicator it bounds what it
    comes to, no changes: 下降10% is no PM2.5不超过35.
    """
    bound = inquiry.reading.bound
    if bound is None:
        return rows
    admitted = [row for row in rows if bound.admits(row["value"], row["unit"])]
    if bound.unit is not None or cue("change_said").search(inquiry.reading.text):
        return admitted
    if inquiry.reading.topic.empty:
        return [row for row in admitted if kind(row["unit"]) != "share"]
    return [row for row in admitted if row["op"] not in CHANGES]


def of_places_inside(inquiry: Inquiry, fits: list[Fit]) -> list[Fit]:
    """The targets whose scope or clause names the places inside a territory that the question asks of."""
    return [fit for fit in fits if names_places(inquiry, fit.row, "scope", "text")]


def of_scope(reading: Reading, fits: list[Fit]) -> list[Fit]:
    """The targets of the scope that the question says, without those of another: 设市城市 without 县城, 国控断面
    without 省控断面; all where it says none in full."""
    wordings = reading.topic.phrases or [name for concept in reading.topic.concepts for name in concept.names]
    said = frozenset(gram for wording in wordings for gram in grams(wording))
    shares = [_said_of(fit.row["scope"], said) for fit in fits]
    return [fit for fit, share in zip(fits, shares, strict=True) if share in (None, 1)] if 1 in shares else fits


def _said_of(scope: str | None, said: frozenset[str]) -> float | None:
    """How much of a scope is said, or of one of the things that it joins (乡镇 of 乡镇及农村), without what stands in
    brackets and the territory as a whole (全市); None where there is no more."""
    whole = _ALL_OF_IT.sub("", BRACKETED.sub("", scope or ""))
    pairs = [own for part in (whole, *_JOINED.split(whole)) if (own := grams(part))]
    return max((len(own & said) / len(own) for own in pairs), default=None)


def _no_indicator(inquiry: Inquiry, rows: list[Record]) -> Answer:
    """No such indicator: the nearest ones are named."""
    if not inquiry.reading.topic.names:
        asked = [document.id for document in inquiry.documents]
        if worded := targets_in_words(inquiry, asked):
            return told_in_words(inquiry, worded)
    if not rows or inquiry.reading.topic.names:
        return absence(inquiry, "such target", "这样的目标")
    nearest = in_a_row(inquiry, dict.fromkeys(fit.row["indicator"] for fit in score_targets(inquiry.reading, rows)[:3]))
    where = where_asked(inquiry)
    return nothing(
        inquiry,
        f"{where}中没有这项指标的目标。最接近的指标:{nearest}。",
        f"There is no such target in {where}. Nearest: {nearest}.",
    )


def _other_places(inquiry: Inquiry, fits: list[Fit]) -> Answer:
    """The indicator is there, but not for the place inside a territory that the question asks of."""
    places = in_a_row(inquiry, (place for place, _ in inquiry.reading.places.inside))
    return _set_otherwise(inquiry, fits, f"没有单列{places}的目标", f"There is no target for {places} apart")


def _other_years(inquiry: Inquiry, fits: list[Fit]) -> Answer:
    """The indicator is there, but for other years."""
    zh, en = inquiry.reading.times.told(chinese=True), inquiry.reading.times.told(chinese=False)
    return _set_otherwise(inquiry, fits, f"没有{zh}的目标", f"There is no target for {en}")


def _set_otherwise(inquiry: Inquiry, fits: list[Fit], zh: str, en: str) -> Answer:
    """What is lacking, and the targets that are set instead."""
    there = ";".join(dict.fromkeys(clause(fit.row) for fit in fits[:3]))
    answer = nothing(inquiry, f"{zh}。文件中写的是:{there}。", f"{en}. What is set: {there}.")
    answer.evidence = [fit.row for fit in fits[:3]]
    return answer
