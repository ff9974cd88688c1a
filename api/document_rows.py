"""Rows below one document: its sections, its doubtful places, its tasks with all that belongs to them, its links."""

from __future__ import annotations

from typing import Literal

from api.rows import DOCUMENT, TASK, Carried, Due, Measured, Row, Stated, Task, told


class Section(Row):
    """A heading and the text under it."""

    section: str = told("Its id.", f"{DOCUMENT}.s4")
    number: str | None = told("Its number as printed.", "(二)")
    title: str | None = told("Its title.", "深入推进实施“扩绿”行动")
    role: str | None = told("What it is for.", "tasks")
    level: int = told("How deep it stands in the outline.", 2)
    path: str | None = told("The headings above it.", "行动任务")
    start: int = told("Where it begins in the text, in characters.", 5200)
    body: int = told("Where the text under the heading begins.", 5214)
    end: int = told("Where it ends.", 6600)


class Issue(Row):
    """Something doubtful or damaged."""

    kind: str = told("lost-characters, redaction, placeholder …", "redaction")
    note: str = told("What was seen.", "(略)")
    start: int = told("Where it begins in the text, in characters.", 120)
    end: int = told("Where it ends.", 123)


class OfTask(Row):
    """Something that belongs to a task."""

    task: str = told("The id of the task.", TASK)
    document: str = told("The id of the document.", DOCUMENT)


class Owner(OfTask, Carried):
    """A body that carries a task."""


class SetTarget(OfTask, Measured):
    """A target that a task sets."""


class Deadline(OfTask, Due, Stated):
    """A time by which a task is due."""

    text: str = told("The words that say when.", "2025年6月底前")
    every: str | None = told("How often it comes again.", "2 years")
    due: str | None = told("The last day.", "2025-06-30")


class Thing(OfTask, Stated):
    """A water, a project or a place that a task concerns."""

    kind: Literal["WaterBody", "Project", "Place"] = told("What it is.", "WaterBody")
    canonical: str = told("The entry it stands for.", "曹娥江")
    name: str = told("Its name as written.", "曹娥江")


class PlannedTask(Task):
    """A task with all that belongs to it."""

    owners: list[Owner] = told("The bodies that carry it, in the order in which they are named.")
    targets: list[SetTarget] = told("The targets it sets.")
    deadlines: list[Deadline] = told("The times by which it is due.")
    things: list[Thing] = told("The waters, projects and places that it concerns.")


class OutwardCitation(Stated):
    """A policy, law or standard that the document cites."""

    title: str | None = told("Its title as written.", "中华人民共和国水污染防治法")
    number: str | None = told("Its number as written.", "环办生态〔2024〕4号")
    cited: str = told("The id of the cited document.", "中华人民共和国水污染防治法-1c2d3e4f5a6b7c8d")
    held: bool = told("Whether its text is in the store.", False)
    plan: str | None = told("The title of the cited document.", "中华人民共和国水污染防治法")
    task: str | None = told("The id of the task that cites it.", TASK)


class InwardCitation(Stated):
    """A document that cites this one."""

    document: str = told("The id of the citing document.", DOCUMENT)
    source: str = told("The file that it came from.", "黔东南三年行动.txt")
    part: str | None = told("The part of a compilation.", "篇八")
    plan: str | None = told("Its title.", "“护绿、扩绿、倡绿”三年行动方案")
    title: str | None = told("The cited title as written.", "水污染防治行动计划")
    number: str | None = told("The cited number as written.", "国发〔2015〕17号")
    task: str | None = told("The id of the task that cites.", TASK)


class Likeness(Row):
    """A document that says nearly the same."""

    document: str = told("Its id.", DOCUMENT)
    source: str = told("The file that it came from.", "黔东南三年行动.txt")
    part: str | None = told("The part of a compilation.", "篇八")
    plan: str | None = told("Its title.", "“护绿、扩绿、倡绿”三年行动方案")
    likeness: float = told("How alike they are, from 0 to 1.", 0.93)
