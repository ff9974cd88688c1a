"""The report on quality: scores by kind, by stratum and under harm, sizes of the gold, and what is missed most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from nlp.quality.scoring import Scores
from nlp.quality.tally import Tally

Curve = Mapping[str, Scores]
KINDS = (
    "tasks",
    "owners",
    "deadlines",
    "targets (value+indicator)",
    "targets (all fields)",
    "water bodies",
    "projects",
    "citations",
    "metadata",
)
INTRODUCTION = """# Quality

Written by `shanshui evaluate GOLD… --report FILE`, not edited by hand. Figures are F1, exact after NFKC, with the
number of gold facts in brackets. The sets: `tests/gold` are the documents that rules were grown on,
`tests/annotated` the other starter documents, annotated later; `tests/plans/grown` were written beside the rules,
`tests/plans/held` by somebody who had not seen the rules, though their misses have been read since. All figures here
are of plans that were read before: `tests/plans/README.md` keeps the first, unseen ones, which are lower.
"""


def markdown(
    sets: Mapping[str, Scores], strata: Mapping[str, Scores], curve: Curve, shares: Mapping[str, float]
) -> str:
    """The whole report: gold sets by name, strata, the scores under each harm and the share that it took."""
    harmed = {f"{name}{f' ({shares[name]:.0%})' if shares.get(name) else ''}": scores for name, scores in curve.items()}
    parts = [
        INTRODUCTION,
        "## By gold set\n\n" + table(sets),
        "## By stratum\n\n" + table(strata),
        "## Under harm\n\nAll gold sets, their text harmed by program before it is read.\n\n" + table(harmed),
        "## What is missed and invented most\n\n" + weakest(sets.values()),
    ]
    return "\n".join(parts)


def table(columns: Mapping[str, Scores]) -> str:
    """Kinds of facts down, sets across; each cell F1 and, in brackets, the number of gold facts."""
    head = "| kind | " + " | ".join(columns) + " |\n|---|" + "---|" * len(columns) + "\n"
    rows = (f"| {kind} | " + " | ".join(cell(scores.get(kind)) for scores in columns.values()) + " |" for kind in KINDS)
    return head + "\n".join(rows) + "\n"


def cell(tally: Tally | None) -> str:
    """F1 and the size of the gold; nothing where the set has no such facts."""
    return f"{tally.f1:.3f} ({tally.gold})" if tally and tally.gold else ""


def weakest(sets: Iterable[Scores]) -> str:
    """For each kind up to three misses and three extras, from as many documents as possible."""
    lines = []
    tallies = [(kind, scores[kind]) for scores in sets for kind in KINDS if kind in scores]
    for kind in KINDS:
        of_kind = [tally for name, tally in tallies if name == kind]
        missed = [fact for tally in of_kind for fact in tally.misses]
        invented = [fact for tally in of_kind for fact in tally.extras]
        for sign, found in (("missed", missed), ("invented", invented)):
            lines += [f"- {kind}, {sign}: {where}: {shown(fact)}" for where, fact in spread(found, 3)]
    return "\n".join(lines) + "\n"


def spread(facts: list[tuple[str, Any]], most: int) -> list[tuple[str, Any]]:
    """Up to `most` facts, one a document before a second of any."""
    seen: Counter[str] = Counter()
    ranked: list[tuple[int, int, str, Any]] = []
    for where, fact in facts:
        document = where.split(" ")[0]
        ranked.append((seen[document], len(ranked), where, fact))
        seen[document] += 1
    return [(where, fact) for _, _, where, fact in sorted(ranked, key=lambda entry: entry[:2])[:most]]


def shown(fact: Any) -> str:
    """A fact in one line: a target by its wording, others as they are compared."""
    if isinstance(fact, dict):
        return " ".join(
            str(fact[key]) for key in ("indicator", "op", "value", "unit", "year") if fact.get(key) is not None
        )
    return " ".join(map(str, fact)) if isinstance(fact, tuple) else str(fact)
