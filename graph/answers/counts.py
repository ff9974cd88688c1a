"""Answers that are numbers: how many tasks, waters, projects or documents there are."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.answers.answer import Answer, spoken, task_evidence, where_asked
from graph.answers.carriers import ROLE_NAMES, VERBS, borne, carriers, wording
from graph.answers.documents import documents_on_topic
from graph.answers.inquiry import Inquiry, distinct
from graph.answers.names import citations, mentions, waters_of_kind
from graph.answers.scope import absence, numbered, on_topic, told_by_nothing
from graph.answers.tasks import in_time, owners_of_task, tasks_on_topic
from graph.answers.topic import Weigher
from graph.answers.unowned import LACKING
from graph.shapes import task_shape
from graph.store import Record
from nlp.questions.words import cue

_NOUNS = {
    "water": ("个水体", "waters"),
    "project": ("个项目", "projects"),
    "citation": ("个被引文件", "documents"),
    "owner": ("家单位", "bodies"),
}
_PROBLEM = re.compile("问题[^/]*$")  # 三/问题二 is the key of a problem, where these are named so
_SECTION_FITS = 0.4
_WIDE_FITS = 0.75


def counts(inquiry: Inquiry) -> Answer:
    """How many of what is counted there are in the documents asked."""
    counted = inquiry.reading.counted
    if counted == "document":
        return _documents(inquiry)
    if counted in ("water", "project"):
        rows = waters_of_kind(inquiry) if counted == "water" else mentions(inquiry, "Project")
        return _things(inquiry, rows, "canonical", counted)
    if counted == "citation":
        return _things(inquiry, citations(inquiry), "cited", counted)
    if counted == "owner" and not inquiry.reading.departments:
        return _owners(inquiry)
    return _tasks(inquiry)


def _documents(inquiry: Inquiry) -> Answer:
    """How many documents are asked, or, where the question names a thing, deal with it (几份文件提到了曹娥江)."""
    reading = inquiry.reading
    if told_by_nothing(reading) and not (reading.waters or reading.numbers or reading.departments):
        return _number(inquiry, len(inquiry.documents), "篇文件", "documents", [])
    inquiry.reading = replace(reading, plural=True)
    told = documents_on_topic(inquiry)
    if not told.none:
        told.count = len(told.documents or ())
        told.text = spoken(inquiry, f"共{told.count}篇。{told.text}", f"{told.count} documents. {told.text}")
    return told


def _tasks(inquiry: Inquiry) -> Answer:
    """How many tasks: of a department, of a section, on a water, of a topic, or all."""
    reading = inquiry.reading
    lacking = any(cue(key).search(reading.text) for key in (*LACKING, "targeted"))
    if reading.bodies or reading.without.departments or lacking:
        told = tasks_on_topic(inquiry)
        told.count = None if told.none else len(told.tasks or ())
        return told
    whose = whose_en = ""
    if reading.departments:
        rows, relaxed = borne(inquiry)
        rows = in_time(inquiry, rows)
        role = "carrier" if relaxed else reading.role
        whose = f"{wording(inquiry)}{ROLE_NAMES.get(role, '承担')}的"
        whose_en = f" that {wording(inquiry)} {VERBS.get(role, 'carries')}"
        if not rows:
            return absence(inquiry, "task of " + wording(inquiry), wording(inquiry) + "承担的任务")
    elif reading.waters:
        rows = [row for name in reading.waters for row in inquiry.of_documents("tasks_by_water_body", name=name)]
    else:
        rows = inquiry.of_documents("tasks")
    rows = numbered(inquiry, rows if reading.departments else in_time(inquiry, rows))
    kind = next((kind for kind in ("measure", "safeguard") if cue(kind).search(reading.text)), None)
    rows = [row for row in rows if kind in (None, row["kind"])]
    if cue("problems").search(reading.text):
        rows = [row for row in rows if _PROBLEM.search(row["key"])] or rows
    if kind != "safeguard" and not (reading.departments or reading.waters or reading.years):
        rows = _in_section(inquiry, rows)
    for term in reading.quoted:
        rows = [row for row in rows if term in (row["path"] or "")] or rows
    tasks = distinct(rows, "task")
    if not tasks:
        return absence(inquiry, "task of that kind", "这样的任务")
    evidence = rows if reading.departments else task_evidence(tasks)
    answer = _number(inquiry, len(tasks), f"项{whose}任务", f"tasks{whose_en}", evidence)
    answer.tasks = [task_shape(task) for task in tasks]
    return answer


def _in_section(inquiry: Inquiry, rows: list[Record]) -> list[Record]:
    """The tasks under the heading that the topic means; all where the question names no heading, of a topic where
    headings do not tell it."""
    topic = inquiry.reading.topic
    if topic.empty:
        return rows
    fits: list[tuple[float, list[Record]]] = []
    for document in inquiry.documents:
        sections = inquiry.run("sections", document=document.id)
        weigher = Weigher(topic, [section["title"] for section in sections])
        for section in sections:
            inside = [
                row
                for row in rows
                if row["document"] == document.id and section["start"] <= row["start"] < section["end"]
            ]
            score = weigher.score([(section["title"], 1.0)])
            if inside and score >= _SECTION_FITS:
                fits.append((score, inside))
    best = max((score for score, _ in fits), default=0.0)
    wide = [fit for fit in fits if len(fit[1]) > 1 and fit[0] >= best * _WIDE_FITS]
    return max(wide or fits, key=lambda fit: (fit[0], len(fit[1])))[1] if fits else on_topic(inquiry, rows)


def _things(inquiry: Inquiry, rows: list[Record], field: str, counted: str) -> Answer:
    """How many distinct waters, projects or cited documents rows name."""
    rows = distinct(rows, field)
    zh, en = _NOUNS[counted]
    if not rows:
        return absence(inquiry, en, zh[1:])
    answer = _number(inquiry, len(rows), zh, en, rows)
    answer.names = [row.get("canonical") or row.get("title") or row.get("number") or "" for row in rows]
    return answer


def _owners(inquiry: Inquiry) -> Answer:
    """How many bodies carry the tasks of the documents asked, or the task that the topic means, in the role asked."""
    if not told_by_nothing(inquiry.reading):
        told = owners_of_task(inquiry)
        if not told.none:
            told.count = len({one["name"] for one in told.owners or () if not one["default"]})
            told.text += f"共{told.count}家。" if inquiry.chinese else f" Bodies: {told.count}."
        return told
    rows = carriers(inquiry)
    return _things(inquiry, rows, "canonical", "owner") if rows else absence(inquiry, "body named", "责任单位")


def _number(inquiry: Inquiry, count: int, zh: str, en: str, rows: list[Record]) -> Answer:
    where = where_asked(inquiry)
    text = spoken(inquiry, f"{where}共有{count}{zh}。", f"{count} {en} in {where}.")
    return Answer(text, count=count, evidence=rows)
