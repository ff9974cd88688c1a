"""Scores records of documents against gold, kind of fact by kind of fact and stratum by stratum."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import PurePath
from typing import Any

from nlp.quality.tally import Tally, alike, squash
from nlp.times.date import last_day
from nlp.wording import any_of

Record = dict[str, Any]
Scores = dict[str, Tally]

CLAUSE = re.compile(
    rf"(?:{any_of('roles', 'clause_openings')})(?:单位|部门|领导)?\s*:"
    rf"|[(\[【][^()\[\]【】]{{2,80}}(?:{any_of('roles', 'clause_verbs')})"
)
FAR = 120
NOWHERE: Record = {name: [] for name in ("tasks", "targets", "water_bodies", "projects", "citations", "issues")}
LOOSE = {">": ">=", "<": "<="}


def score(records: Iterable[Record], golds: Iterable[Record]) -> tuple[Scores, dict[str, Scores]]:
    """Tallies of all kinds of facts: over all documents, and by stratum (clean, damaged; prose, clause, table)."""
    found = {(PurePath(record["source"]).name, record["part"]): record for record in records}
    total: Scores = defaultdict(Tally)
    strata: dict[str, Scores] = defaultdict(lambda: defaultdict(Tally))
    for gold in golds:
        record = found.get((gold["file"], gold.get("part")), NOWHERE)
        condition = strata["damaged" if record["issues"] else "clean"]
        for scores in (total, condition):
            if gold["tasks"] is not None:  # gold of names and figures alone says nothing of tasks
                score_tasks(scores, gold, record, strata if scores is total else None)
            score_targets(scores, gold, record)
            score_names(scores, gold, record)
            score_metadata(scores["metadata"], gold, record)
    return total, strata


def score_tasks(scores: Scores, gold: Record, record: Record, strata: dict[str, Scores] | None) -> None:
    """Tasks by their opening words; owners and deadlines of the tasks that were paired (and of missed measures)."""
    pairs, unpaired = pair_tasks(gold["tasks"], record["tasks"])
    doc = gold["doc"]
    measures = [task for task in gold["tasks"] if task["kind"] == "measure"]
    tasks = scores["tasks"]
    tasks.hits += sum(task["key"] in pairs for task in measures)
    tasks.misses += [(doc, f"{task['key']} {task['start']}") for task in measures if task["key"] not in pairs]
    tasks.extras += [(doc, f"{t['key']} {squash(t['text'])[:30]}") for t in unpaired if t["kind"] == "measure"]
    for task in gold["tasks"]:
        read = pairs.get(task["key"])
        if read is None and task["kind"] == "safeguard":
            continue
        where = f"{doc} {task['key']}"
        compare_task(scores, where, task, read or {})
        if strata is not None:
            compare_task(strata[form_of(read)], where, task, read or {})


def compare_task(scores: Scores, where: str, task: Record, read: Record) -> None:
    """Owners (with and without role), default owners and deadlines of one task."""
    gold_owners, read_owners = own(task["owners"]), own(read.get("owners", []))
    scores["owners"].compare(where, sorted(gold_owners), sorted(read_owners))
    scores["owner names"].compare(where, sorted({n for n, _ in gold_owners}), sorted({n for n, _ in read_owners}))
    scores["deadlines"].compare(where, last_days(task), last_days(read))
    if any(o.get("default") for o in task["owners"]):
        scores["default owners"].compare(
            where, [True], [o["default"] for o in read.get("owners", []) if o["default"]][:1]
        )


def form_of(task: Record | None) -> str:
    """How a task's owners stand in it: in a table row, in a labelled or bracketed clause, or in prose."""
    if task is None:
        return "missed"
    if "table" in task.get("rule", ""):
        return "table"
    return "clause" if CLAUSE.search(task["text"]) else "prose"


def own(owners: Iterable[Record]) -> set[tuple[str, str]]:
    """Names and roles of the owners that are not defaults."""
    return {(squash(owner["name"]), owner["role"]) for owner in owners if not owner.get("default")}


def last_days(task: Record) -> list[str]:
    """The distinct last days of a task's deadlines."""
    return sorted({last_day(str(deadline["end"])) for deadline in task.get("deadlines", []) if deadline.get("end")})


def pair_tasks(gold: list[Record], read: list[Record]) -> tuple[dict[str, Record], list[Record]]:
    """Pairs gold tasks with read ones by the gold opening: the pairs by gold key, and the read ones left over."""
    texts = [squash(task["text"]) for task in read]
    pairs: dict[str, Record] = {}
    used: set[int] = set()
    for task in gold:
        ranks = ((opening_rank(task, text), index) for index, text in enumerate(texts) if index not in used)
        rank, index = min(((rank, index) for rank, index in ranks if rank), default=((FAR + 1, 0), 0))
        if rank[0] <= FAR:
            used.add(index)
            pairs[task["key"]] = read[index]
    return pairs, [task for index, task in enumerate(read) if index not in used]


def opening_rank(task: Record, text: str) -> tuple[int, int] | None:
    """How far a task's opening stands from where its text should begin, and the text's length; None if absent."""
    start, title = squash(task["start"]), squash(task["title"])
    at = text.find(start)
    if at < 0 and len(start) > 10:
        at = text.find(start[:10])
    if at < 0:
        return None
    return abs(at - (len(title) if text.startswith(title) else 0)) if at else 0, len(text)


def score_targets(scores: Scores, gold: Record, record: Record) -> None:
    """Targets by value and indicator, and with all fields; water-quality classes are not scored."""
    wanted, read = ([t for t in d["targets"] if t.get("unit") != "类"] for d in (gold, record))
    scores["targets (all fields)"].compare(gold["doc"], wanted, read, same_target)
    scores["targets (value+indicator)"].compare(gold["doc"], wanted, read, same_measure)


def same_measure(gold: Record, read: Record) -> bool:
    """True where value and indicator agree."""
    return math.isclose(gold["value"], read["value"], rel_tol=1e-6) and alike(gold["indicator"], read["indicator"], 0.6)


def same_target(gold: Record, read: Record) -> bool:
    """True where value, indicator, operator, unit, year and status agree; > counts as >=."""
    return same_measure(gold, read) and other_fields(gold) == other_fields(read)


def other_fields(target: Record) -> tuple[str, str, str, str]:
    """Operator, unit, year and status of a target as they are compared."""
    unit, year, status = squash(target.get("unit")), str(target.get("year") or ""), str(target.get("status", "target"))
    return LOOSE.get(target["op"], str(target["op"])), unit, year, status


def score_names(scores: Scores, gold: Record, record: Record) -> None:
    """Distinct water bodies, projects and citations of the document."""
    doc = gold["doc"]
    for kind, same in (("water_bodies", None), ("projects", alike)):
        wanted = sorted({squash(name) for name in gold[kind]})
        read = sorted({squash(mention["name"]) for mention in record[kind]})
        tally = scores[kind.replace("_", " ")]
        tally.compare(doc, wanted, read, same) if same else tally.compare(doc, wanted, read)
    cited = {squash(c[key]) for c in record["citations"] for key in ("title", "number") if c[key]}
    scores["citations"].compare(doc, sorted({squash(c) for c in gold["citations"]}), sorted(cited))


def score_metadata(tally: Tally, gold: Record, record: Record) -> None:
    """Kind, jurisdiction, numbers, dates, title and period, each one fact; a field absent on both sides is none."""
    place = (record.get("jurisdiction") or {}).get("name")
    checks = [
        ("kind", gold["kind"], record.get("kind"), 1.0),
        ("jurisdiction", gold.get("jurisdiction"), place, 0.5),
        ("number", gold.get("number"), record.get("number"), 1.0),
        ("index number", gold.get("index_number"), record.get("index_number"), 1.0),
        ("issued", (gold.get("dates") or {}).get("issued"), record.get("issued"), 1.0),
    ]
    if gold.get("title_explicit"):
        checks.append(("title", gold["title"], record.get("title"), 0.85))
    if gold.get("period"):
        checks.append(("period", "-".join(map(str, gold["period"])), "-".join(record.get("period") or []), 1.0))
    for name, wanted, read, least in checks:
        same = squash(wanted) == squash(read) if least == 1.0 else alike(wanted, read, least)
        if wanted and read and same:
            tally.hits += 1
            continue
        tally.misses += [(gold["doc"], f"{name}: {wanted}")] if wanted else []
        tally.extras += [(gold["doc"], f"{name}: {read}")] if read else []
