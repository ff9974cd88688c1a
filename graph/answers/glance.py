"""A plan at a glance: how much it sets, and the headings of its parts."""

from __future__ import annotations

from graph.answers.answer import Answer, place_of, spoken
from graph.answers.documents import documents_asked
from graph.answers.inquiry import Inquiry
from graph.answers.scope import absence
from graph.counted import counted
from graph.shapes import document_shape
from graph.store import Record

_PLANS, _PARTS = 3, 12
_LONGEST = 24  # characters of a heading that is shown


def glance(inquiry: Inquiry) -> Answer:
    """What a plan is about (嵊州方案的主要内容是什么): how many tasks and targets it has, the headings of its parts."""
    asked = documents_asked(inquiry)
    plans = asked[:_PLANS]
    parts = {row["document"]: _parts(inquiry, row["document"]) for row in plans}
    headings = [part for each in parts.values() for part in each]
    if not headings:
        return absence(inquiry, "plan with parts of its own", "分章节的文件")
    told = [_told(inquiry, row, [part["title"] for part in parts[row["document"]]]) for row in plans]
    if further := len(asked) - len(plans):
        told.append(f"另有{further}份文件。" if inquiry.chinese else f"{counted(further, 'further document')}.")
    return Answer(
        "".join(told) if inquiry.chinese else " ".join(told),
        names=[part["title"] for part in headings],
        documents=[document_shape(row) for row in plans],
        evidence=[
            {"document": document, "evidence_start": part["start"], "evidence_end": part["body"]}
            for document, each in parts.items()
            for part in each
        ],
    )


def _parts(inquiry: Inquiry, document: str) -> list[Record]:
    """The sections of a document on its highest level that has several, in reading order."""
    sections = inquiry.run("sections", document=document)
    levels = sorted({section["level"] for section in sections})
    each = ([section for section in sections if section["level"] == level and section["title"]] for level in levels)
    return next((parts for parts in each if len(parts) > 1), sections[:1])


def _told(inquiry: Inquiry, row: Record, titles: list[str]) -> str:
    """One plan in a sentence or two."""
    name = f"《{row['plan']}》" if row["plan"] else place_of(inquiry, row["document"])
    targets = len(inquiry.run("targets", documents=[row["document"]]))
    listed = [title[:_LONGEST] for title in titles[:_PARTS]]
    numbers = f"{counted(row['tasks'], 'task')}, {counted(targets, 'target')} in figures"
    return spoken(
        inquiry,
        f"{name}:任务{row['tasks']}项、数值目标{targets}项。各部分:{'、'.join(listed)}。",
        f"{name}: {numbers}. Parts: {', '.join(listed)}.",
    )
