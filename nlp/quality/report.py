"""The report on quality: scores by kind, by condition and in harmed text, sizes of the gold, what is missed most."""

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
# Whatever is no target by its value and its indicator is none by all fields either, and is listed there.
LISTED = tuple(kind for kind in KINDS if kind != "targets (value+indicator)")
INTRODUCTION = """# Quality

How often Shanshui reads in a plan what careful annotators read in it. Annotators marked every fact in a set of plans;
what they marked is called the *gold*, and each plan is then read by the program and compared with it. This page is
written by `shanshui evaluate GOLD… --report FILE` and not edited by hand.

Each cell of a table gives F1 and, in brackets, how many facts the annotators marked. F1 joins two shares: of what the
program read, how much is right (precision), and of what stands in the plan, how much it read (recall). 1 is perfect; at
0.98 about one fact in fifty is missed, and one in fifty is wrong.

Owners, waters, citations, numbers and dates must agree to the letter, but for blanks, quotation marks, and full-width
letters written as half-width ones. Projects, indicators, titles and places need only be nearly alike (`alike` in
`nlp/quality/tally.py`). A target counts twice: once where its value and its indicator are right, and once where its
operator, unit, year and status are too.

**New plans score lower than these.** The misses in all of these plans were read by those who write the rules, at the
latest after the first measurement. `tests/plans/README.md` keeps the figures of the first one, when nobody had.
"""
SETS = """## By set of plans

| set | what is in it |
|---|---|
| `tests/gold` | the documents that the rules were grown on |
| `tests/annotated` | the other documents of `corpus/starter`, annotated later |
| `tests/plans/grown` | plans that were written beside the rules |
| `tests/plans/held` | plans by somebody who had not seen the rules when they were written |

"""
STRATA = """## By condition of the document, and by where owners stand

The first two columns part the documents: `clean` ones, and `damaged` ones, in which something was left that repair
could not mend. The others part the tasks by where the bodies that carry them are named, so that they count owners and
deadlines alone: `clause` is a label or a bracket (`责任单位:市水务局`), `prose` a running sentence (`由市水务局负责`),
`table` a row of a table. Tasks that were not found at all stand in none of these.

"""
HARM = """## In harmed text

The text of all sets was harmed by program before it was read (`corpus/harm.py`): as many of its characters as the
column says, or else all of it.

"""
WEAKEST = """## What is missed and invented most

Up to three facts of a kind that stand in the plan and were not read (missed), and three that were read and do not stand
there (invented), from as many documents as possible. A task is named by its place in the outline of its plan.

"""
CONDITIONS = ("clean", "damaged", "clause", "prose", "table")
# How operators are written for people.
_SIGNS = {">=": "≥", "<=": "≤", "~": "≈", "increase": "+", "decrease": "−", "range": "from"}


def markdown(
    sets: Mapping[str, Scores], strata: Mapping[str, Scores], curve: Curve, shares: Mapping[str, float]
) -> str:
    """The whole report: gold sets by name, strata, the scores under each harm and the share that it took."""
    harmed = {f"{name}{f' ({shares[name]:.0%})' if shares.get(name) else ''}": scores for name, scores in curve.items()}
    parts = [
        INTRODUCTION,
        SETS + table(sets),
        STRATA + table({name: strata[name] for name in CONDITIONS if name in strata}),
        HARM + table(harmed),
        WEAKEST + weakest(sets.values()),
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
    """For each kind up to three misses and three extras, from as many documents as possible, as a table."""
    lines = ["| kind | | document and task | fact |", "|---|---|---|---|"]
    tallies = [(kind, scores[kind]) for scores in sets for kind in LISTED if kind in scores]
    for kind in LISTED:
        of_kind = [tally for name, tally in tallies if name == kind]
        missed = [fact for tally in of_kind for fact in tally.misses]
        invented = [fact for tally in of_kind for fact in tally.extras]
        for sign, found in (("missed", missed), ("invented", invented)):
            cells = ((where, shown(fact).replace("|", "\\|")) for where, fact in spread(found, 3))
            lines += [f"| {kind} | {sign} | {where} | {fact} |" for where, fact in cells]
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
    """A fact in one line: a target as people write it (`污水处理率 ≥ 95 % 2025`), others as they are compared."""
    if isinstance(fact, dict):
        sign = _SIGNS.get(fact["op"], fact["op"])
        said = (fact["indicator"], sign, f"{fact['value']:,.10g}", fact.get("unit"), fact.get("year"))
        return " ".join(part for part in said if part)
    return " ".join(map(str, fact)) if isinstance(fact, tuple) else str(fact)
