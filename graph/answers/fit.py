"""How well targets fit a question: by its topic, its unit, or the field of policy that it names as a whole."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.answers.account import HALF
from graph.answers.inquiry import Inquiry
from graph.answers.topic import Weigher, precision
from graph.store import Record
from nlp.questions.reading import Reading
from nlp.questions.topic import field_of
from nlp.targets.unit import kind
from nlp.vocabulary import load

ENOUGH, SURELY = 0.42, 0.75
_AS_GOOD = 0.92
_OTHER_DOCUMENT = 0.8
# 低(零)碳示范社区(村) is asked for as 低碳示范社区.
BRACKETED = re.compile(r"\([^()]{1,8}\)")
_JOINED = re.compile(r"\band\b|[和与、]")
_SAID_AS_WELL = 0.8
_NAMED, _WHOLE, _SCOPED, _SAID = 1.0, 0.97, 0.9, 0.75
_SHARE_OF_FIT, _SHARE_OF_PRECISION = 0.7, 0.3
_WRITTEN = 0.08
_KNOWN, _VOCABULARY, _RIGHT_UNIT, _WRONG_UNIT = 0.15, 0.02, 0.06, -0.25


@dataclass(frozen=True, slots=True)
class Fit:
    """A target with how well it fits: from `ENOUGH` on it answers a question about targets, from `SURELY` on it makes
    its document one on the topic."""

    score: float
    row: Record


def of_field(reading: Reading, rows: list[Record]) -> list[Fit]:
    """The targets of a whole field of policy where the topic is no more than its name: 空气目标, `noise targets`."""
    said = list(reading.topic.phrases) or [concept.said for concept in reading.topic.concepts]
    fields = {field_of(wording) for wording in said}
    if len(fields) != 1 or None in fields:
        return []
    if any(load("indicators").lookup(wording) for wording in said):
        return []
    return [Fit(1.0, row) for row in rows if row["measured"].split(".")[0] in fields]


def fitting(inquiry: Inquiry, rows: list[Record], enough: float = ENOUGH) -> list[Fit]:
    """The targets that fit the topic: of each document those nearly as good as its best, if that is good enough.

    A question of several documents takes of each only what fits nearly as well as the best of all.
    """
    scored = score_targets(inquiry.reading, rows)
    together = _named_together(inquiry.reading)
    if not scored or scored[0].score < enough:
        return []
    if scored[0].row["measured"] not in together and not told(inquiry, scored[0].row):
        return []
    best: dict[str, float] = {}
    for fit in scored:
        best.setdefault(fit.row["document"], fit.score)
    kept = {document for document, score in best.items() if score >= scored[0].score * _OTHER_DOCUMENT}
    if inquiry.reading.intent == "compare":
        kept = {document for document, score in best.items() if score >= ENOUGH}
    bars = {document: score * _AS_GOOD for document, score in best.items()}
    for fit in scored if together else ():
        bars.setdefault(f"{fit.row['document']} {fit.row['measured']}", fit.score * _AS_GOOD)
    chosen = [fit for fit in scored if fit.row["document"] in kept and fit.score >= _bar(fit, bars, together)]
    return chosen + _named_beside(inquiry.reading, scored, chosen)


def _bar(fit: Fit, bars: dict[str, float], together: set[str]) -> float:
    """What a target has to reach: nearly the best of its document, of indicators asked for together each its own."""
    measured = fit.row["measured"]
    return bars[f"{fit.row['document']} {measured}" if measured in together else fit.row["document"]]


def _named_beside(reading: Reading, scored: list[Fit], chosen: list[Fit]) -> list[Fit]:
    """What a question that joins indicators names as well in the clause of one that was chosen: the cut of 氨氮 beside
    that of 挥发性有机物, not 化学需氧量 between them."""
    if not _JOINED.search(reading.text):
        return []
    clauses = {(fit.row["document"], fit.row["text"]) for fit in chosen}
    return [
        fit
        for fit in scored
        if fit not in chosen
        and (fit.row["document"], fit.row["text"]) in clauses
        and precision(reading.topic, fit.row["indicator"]) >= _SAID_AS_WELL
    ]


def _named_together(reading: Reading) -> set[str]:
    """The indicators that a question joins by `and`: of green parks and of green factories, 森林覆盖率和湿地保护率."""
    said = {concept.said: concept.indicator for concept in reading.topic.concepts if concept.indicator}
    joined = _JOINED.search(reading.text)
    return {one for one in said.values() if one} if joined and len(said) > 1 else set()


def told(inquiry: Inquiry, row: Record) -> bool:
    """Whether a target accounts for the words of the question, and is no share where a number of things is asked for:
    绿色低碳工厂 does not for `mangroves to plant`, though a plant may be a factory."""
    unit = inquiry.reading.unit
    if unit and kind(unit) == "count" and kind(row["unit"]) == "share":
        return False
    said = (row["indicator"], row["scope"] or "", row["canonical"] or "", row["text"], row.get("waters", ""))
    return inquiry.accounts("\n".join(said), HALF)


def score_targets(reading: Reading, rows: list[Record]) -> list[Fit]:
    """The targets with how well each fits topic and unit, best first."""
    weigher = Weigher(
        reading.topic, [f"{row['indicator']}\n{row['scope'] or ''}\n{row['text']}" for row in rows], strict=True
    )
    known = {concept.indicator for concept in reading.topic.concepts if concept.indicator}
    fits = []
    for row in rows:
        whole = f"{row['scope'] or ''}{row['indicator']}"
        fields = [(row["indicator"], _NAMED), (whole, _WHOLE), (row["scope"] or "", _SCOPED), (row["text"], _SAID)]
        named = row["canonical"] or ""
        fit = max(weigher.score(fields), weigher.score([(named, _NAMED), *fields]) * 0.97)
        plain = BRACKETED.sub("", row["indicator"])
        if plain != row["indicator"]:
            fit = max(fit, weigher.score([(plain, _NAMED), *fields]))
        exact = max(*(precision(reading.topic, one) for one in (plain, whole)), precision(reading.topic, named) * 0.95)
        score = fit * _SHARE_OF_FIT + exact * _SHARE_OF_PRECISION
        score += _VOCABULARY * (not row["measured"].startswith("written-"))
        score += _WRITTEN * any(name in phrase for phrase in reading.topic.phrases for name in (named, plain) if name)
        score += _KNOWN * (row["measured"] in known) + _unit(reading, row)
        fits.append(Fit(score, row))
    return sorted(fits, key=lambda fit: -fit.score)


def _unit(reading: Reading, row: Record) -> float:
    """What the unit asked for speaks for or against a target."""
    if reading.unit is None:
        return 0.0
    same = reading.unit == row["unit"] or kind(reading.unit) == kind(row["unit"])
    return _RIGHT_UNIT if same else _WRONG_UNIT
