"""Answers about plans in time: what a plan changed over the one before, and whether a target was met."""

from __future__ import annotations

from graph.answers.answer import Answer, in_a_row, nothing, place_of, spoken
from graph.answers.dated import in_years
from graph.answers.fit import fitting
from graph.answers.inquiry import Inquiry
from graph.answers.targets import of_places_inside, targets_by_indicator
from graph.comparison.changes import change, progress, successions
from graph.counted import counted
from graph.shapes import Shape, target_shape
from graph.store import Record

_SHOWN = 6


def changes(inquiry: Inquiry) -> Answer:
    """What changed from a plan to the next: of the two documents named, else of the last two plans of a place; where
    there are none, how a target of a single plan grows from year to year."""
    asked = {document.id for document in inquiry.documents}
    rows = [row for row in inquiry.run("documents") if row["document"] in asked]
    pairs = [(rows[0], rows[1])] if inquiry.reading.scoped and len(rows) == 2 else successions(rows)
    if not pairs and len(inquiry.reading.years) > 1 and not inquiry.reading.topic.empty:
        return targets_by_indicator(inquiry)
    if not pairs:
        where = in_a_row(inquiry, dict.fromkeys(place_of(inquiry, row["document"]) for row in rows[:4]))
        return nothing(
            inquiry,
            f"文件库中{where}没有前后两份方案,无从比较。",
            f"The corpus holds no two plans of {where or 'one place'} that follow each other.",
        )
    found = [change(inquiry.store, before, after) for before, after in pairs]
    return Answer(
        spoken(inquiry, "".join(map(_in_chinese, found)), " ".join(map(_in_english, found))),
        tasks=[task for one in found for task in one["added_tasks"]],
        targets=[pair["after"] for one in found for pair in one["changed"]] + [t for o in found for t in o["added"]],
        documents=[one[side] for one in found for side in ("before", "after")],
        evidence=[_evidence(shape) for one in found for shape in _stated(one)],
    )


def _stated(found: Shape) -> list[Shape]:
    """Everything that a change rests on: the targets of both plans and the tasks that stand alone."""
    pairs = [pair[side] for pair in found["changed"] for side in ("before", "after")]
    return [*pairs, *found["added"], *found["dropped"], *found["added_tasks"], *found["dropped_tasks"]]


def _evidence(shape: Shape) -> Record:
    return {"document": shape["document"], "evidence_start": shape["start"], "evidence_end": shape["end"]}


def _in_chinese(found: Shape) -> str:
    tasks = "、".join(task["heading"][:20] for task in found["added_tasks"][:_SHOWN])
    return (
        f"从{_name(found['before'])}到{_name(found['after'])}:目标值改动{len(found['changed'])}项{_bracketed(_pairs(found))}"
        f",新增{len(found['added'])}项、不再列出{len(found['dropped'])}项;"
        f"新增任务{len(found['added_tasks'])}项{_bracketed(tasks)},不再列出的任务{len(found['dropped_tasks'])}项。"
    )


def _in_english(found: Shape) -> str:
    return (
        f"From {_name(found['before'])} to {_name(found['after'])}: {counted(len(found['changed']), 'target')} changed"
        f"{_bracketed(_pairs(found))}, {len(found['added'])} new, {len(found['dropped'])} dropped; "
        f"{counted(len(found['added_tasks']), 'new task')}, {len(found['dropped_tasks'])} dropped."
    )


def _name(document: Shape) -> str:
    return f"《{document['title']}》" if document["title"] else document["part"] or document["source"]


def _pairs(found: Shape) -> str:
    shown = found["changed"][:_SHOWN]
    return "、".join(f"{pair['indicator']}{_value(pair['before'])}→{_value(pair['after'])}" for pair in shown)


def _bracketed(text: str) -> str:
    return f"({text})" if text else ""


def _value(target: Shape) -> str:
    number = f"{target['value']:,.10g}" + (f"-{target['value2']:,.10g}" if target["value2"] is not None else "")
    return f"{number}{target['unit'] or ''}"


def progress_of(inquiry: Inquiry) -> Answer:
    """Whether a target was met: the target and the result told in the same place; none where no result is told."""
    rows = inquiry.of_documents("targets")
    fits = in_years(of_places_inside(inquiry, fitting(inquiry, rows)), inquiry.reading.years)
    found = [fit.row for fit in fits]
    measured = {row["measured"] for row in found}
    pairs = progress([row for row in rows if row["measured"] in measured])
    told = [row for row in found if row["status"] == "result"]
    if not pairs and not told:
        said = ";".join(dict.fromkeys(" ".join(row["text"].split()) for row in found[:3]))
        answer = nothing(
            inquiry,
            f"文件库中没有写明结果。{'目标是:' + said + '。' if said else ''}",
            f"The corpus tells no result.{' The target: ' + said + '.' if said else ''}",
        )
        answer.evidence = found[:3]
        return answer
    shown = ";".join(f"{p['indicator']}:目标{_value(p['target'])},结果{_value(p['result'])}" for p in pairs[:_SHOWN])
    shown = shown or ";".join(" ".join(row["text"].split()) for row in told[:_SHOWN])
    english = shown.replace(":目标", ": target ").replace(",结果", ", result ").replace(";", "; ")
    listed = [shape for pair in pairs for shape in (pair["target"], pair["result"])] or list(map(target_shape, told))
    once = list({shape["id"]: shape for shape in listed}.values())
    return Answer(
        spoken(inquiry, shown + "。", english + "."), targets=once, evidence=[_evidence(shape) for shape in once]
    )
