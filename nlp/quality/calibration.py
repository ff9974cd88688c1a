"""Calibration: which facts that were read are right by gold, counted by kind and rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import Any

import yaml

from nlp.quality.gold import GoldError
from nlp.quality.scoring import own, pair_tasks, same_target
from nlp.quality.tally import alike, squash
from nlp.times.date import last_day

Record = dict[str, Any]
Judged = Iterator[tuple[str, str, bool]]
Counts = dict[str, dict[str, list[int]]]

HEAD = """# How many facts of a kind, read by a rule, were right by gold, of how many that were read.
# Written by `shanshui evaluate GOLD… --calibrate`; "" sums up the kind.
"""


def calibrate(records: Iterable[Record], golds: Iterable[Record]) -> Counts:
    """Counts of right and of all facts by kind and rule, over the documents that have gold.

    Raises GoldError where the text of a gold was not read: shares of the rest would pass for shares of all.
    """
    found = {(PurePath(record["source"]).name, record["part"]): record for record in records}
    counts: Counts = defaultdict(lambda: defaultdict(lambda: [0, 0]))
    pairs = [(gold, found.get((gold["file"], gold.get("part")))) for gold in golds]
    if missing := sorted({gold["file"] for gold, record in pairs if record is None}):
        raise GoldError(
            f"to calibrate needs the text of every gold: {missing[0]} and {len(missing) - 1} more are missing"
        )
    for gold, record in pairs:
        for kind, rule, right in judge(gold, record) if record else ():
            for name in (rule, ""):
                counts[kind][name][0] += right
                counts[kind][name][1] += 1
    return counts


def judge(gold: Record, record: Record) -> Judged:
    """Every fact of a record with its kind, its rule and whether the gold holds it too."""
    # Gold of names and figures alone says nothing of tasks.
    tasks = gold["tasks"] or []
    pairs, _ = pair_tasks(tasks, record["tasks"])
    by_task = {read["id"]: next(t for t in tasks if t["key"] == key) for key, read in pairs.items()}
    for task in record["tasks"] if gold["tasks"] is not None else ():
        wanted = by_task.get(task["id"])
        if wanted or task["kind"] == "measure":
            yield "task", task["rule"], wanted is not None
        if wanted:
            yield from judge_task(wanted, task)
    wanted_targets = [target for target in gold["targets"] if target.get("unit") != "类"]
    for target in record["targets"]:
        if target["unit"] != "类":
            yield "target", target["rule"], any(same_target(each, target) for each in wanted_targets)
    yield from judge_names(gold, record)


def judge_task(wanted: Record, task: Record) -> Judged:
    """The owners and deadlines of a task that is in the gold."""
    owners, ends = own(wanted["owners"]), {last_day(d["end"]) for d in wanted["deadlines"] if d.get("end")}
    for owner in task["owners"]:
        if not owner["default"]:
            yield "owner", owner["rule"], (squash(owner["name"]), owner["role"]) in owners
    for deadline in task["deadlines"]:
        if deadline["end"]:
            yield "deadline", deadline["rule"], last_day(deadline["end"]) in ends


def judge_names(gold: Record, record: Record) -> Judged:
    """Distinct water bodies, projects and citations."""
    waters = {squash(name) for name in gold["water_bodies"]}
    for name, rule in {(squash(m["name"]), m["rule"]) for m in record["water_bodies"]}:
        yield "water body", rule, name in waters
    for name, rule in {(m["name"], m["rule"]) for m in record["projects"]}:
        yield "project", rule, any(alike(name, each) for each in gold["projects"])
    cited = {squash(name) for name in gold["citations"]}
    for title, number, rule in {(c["title"], c["number"], c["rule"]) for c in record["citations"]}:
        yield "citation", rule, all(squash(name) in cited for name in (title, number) if name)


def as_yaml(counts: Counts) -> str:
    """The counts as the data file has them, in alphabetical order."""
    plain = {kind: {rule: rules[rule] for rule in sorted(rules)} for kind, rules in sorted(counts.items())}
    return HEAD + yaml.safe_dump(plain, allow_unicode=True, default_flow_style=None, sort_keys=False, width=120)
