"""Targets as rows: the figure, what it measures, where it holds and who answers for it."""

from __future__ import annotations

from graph.building.identity import digest, within
from graph.building.reading import Reading
from graph.building.rows import Key, Rows
from graph.building.terms import english, term
from nlp.facts import Target


def add_target(reading: Reading, target: Target) -> None:
    """A target with what it measures, the place it holds for and its own owners."""
    facts, rows = reading.facts, reading.rows
    key = rows.node(
        "Target",
        within(facts.id, target.id),
        document=facts.id,
        task=reading.task(target.task)[1] if target.task else None,
        indicator=target.indicator,
        canonical=target.canonical,
        scope=target.scope,
        op=target.op,
        unit=target.unit,
        year=target.year,
        baseline=target.baseline,
        status=target.status,
        text=target.text,
        rule=target.rule,
        value=float(target.value),
        value2=None if target.value2 is None else float(target.value2),
        start=target.start,
        end=target.end,
    )
    rows.state("SETS", reading.document, key, target)
    if target.task:
        rows.state("SETS", reading.task(target.task), key, target)
    rows.state("MEASURES", key, _add_indicator(rows, target), target)
    if target.scope and target.task:
        place = rows.node("Place", digest(target.scope), name=target.scope)
        rows.state("CONCERNS", reading.task(target.task), place, target, name=target.scope)
    reading.own(key, target.owners)


def _add_indicator(rows: Rows, target: Target) -> Key:
    """The indicator that a target measures: a canonical one, or one that goes by its wording alone."""
    if not target.canonical:
        return rows.node("Indicator", f"written-{digest(target.indicator)}", name=target.indicator)
    entry = term("indicators", target.canonical)
    unit, better = entry.more.get("unit"), entry.more.get("better")
    return rows.node("Indicator", entry.id, name=entry.label, english=english(entry), unit=unit, better=better)
