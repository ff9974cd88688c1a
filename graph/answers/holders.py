"""The documents and places that set something, or that lack it: 哪些地方有PM2.5目标, 哪些方案没有写水利局."""

from __future__ import annotations

from graph.answers.answer import MOST_QUOTES, Answer, in_a_row, nothing, place_of, spoken
from graph.answers.carried import carried
from graph.answers.dated import clause, in_years
from graph.answers.documents import documents_asked, first_words
from graph.answers.fit import ENOUGH, of_field, score_targets, told
from graph.answers.inquiry import Inquiry
from graph.answers.listed import is_called, stated
from graph.answers.scope import TEXT, TITLE, absence, says, told_by_nothing
from graph.answers.targets import of_waters, within_bound
from graph.answers.topic import Weigher
from graph.counted import counted
from graph.shapes import document_shape
from graph.store import Record
from nlp.questions.asked import asks_of_documents
from nlp.questions.words import cue

_SHOWN = 12
_ENOUGH = 0.3


def documents_lacking(inquiry: Inquiry) -> Answer:
    """The documents asked that lack what the question names: a target, a task, a body, or any word of it; where places
    are asked for, those of whose documents none has it."""
    having = _having(inquiry)
    rows = called = [row for row in documents_asked(inquiry) if is_called(inquiry, row)]
    if cue("lacking_places").search(inquiry.reading.text):
        there = {_place(inquiry, row) for row in rows if row["document"] in having}
        rows = [row for row in rows if (place := _place(inquiry, row)) and place not in there]
    found = [row for row in rows if row["document"] not in having]
    what, what_en = _what(inquiry)
    if not found:
        return nothing(inquiry, f"没有一份文件缺少{what}。", f"No document lacks {what_en}.")
    names = list(dict.fromkeys(_place(inquiry, row) or place_of(inquiry, row["document"]) for row in found))
    listed = in_a_row(inquiry, names[:_SHOWN]) + "…" * (len(names) > _SHOWN)
    held = sum(row["document"] in having for row in called)
    text = spoken(
        inquiry,
        f"没有{what}的文件{len(found)}份:{listed}。另有{held}份文件有。",
        f"{counted(len(found), 'document')} without {what_en}: {listed}. {counted(held, 'document')} with.",
    )
    evidence = [first_words(inquiry, row["document"]) for row in found[:MOST_QUOTES]]
    count = len(found) if cue("how_many").search(inquiry.reading.text) else None
    return Answer(text, documents=[document_shape(row) for row in found], count=count, evidence=evidence)


def documents_setting(inquiry: Inquiry) -> Answer:
    """The documents that set a target of what the question names, each with its clause: 哪些地方有黑臭水体目标."""
    rows = targets_meant(inquiry)
    if not rows:
        return absence(inquiry, "such target", "这样的目标")
    first: dict[str, Record] = {}
    for row in rows:
        first.setdefault(row["document"], row)
    said = [f"{place_of(inquiry, id)}({clause(row)})" for id, row in first.items()]
    listed = in_a_row(inquiry, said[:_SHOWN]) + "…" * (len(said) > _SHOWN)
    text = spoken(
        inquiry, f"定了这项目标的文件{len(first)}份:{listed}。", f"{counted(len(first), 'document')}: {listed}."
    )
    held = [row for row in documents_asked(inquiry) if row["document"] in first]
    return Answer(text, documents=[document_shape(row) for row in held], evidence=rows)


def _having(inquiry: Inquiry) -> set[str]:
    """The documents that have what the question names: tasks of its bodies, any body or time, a statement of itself,
    targets, tasks, or words of its topic."""
    reading, text = inquiry.reading, inquiry.reading.text
    if reading.departments:
        return {row["document"] for one in reading.departments for row in carried(inquiry, one)}
    if told_by_nothing(reading) or cue("unowned").search(text):
        tasks = [task["task"] for task in inquiry.of_documents("tasks")]
        query = "deadlines_of_task" if cue("untimed").search(text) else "owners_of_task"
        return {row["document"] for row in inquiry.run(query, tasks=tasks)}
    if what := asks_of_documents(text):
        return {row["document"] for row in documents_asked(inquiry) if stated(row, what)}
    if reading.bound or cue("target_said").search(text):
        return {row["document"] for row in targets_meant(inquiry)}
    if cue("task_said").search(text):
        return {row["document"] for row in _tasks(inquiry)}
    terms = [name for concept in reading.topic.concepts if concept.term for name in concept.names]
    named = [*reading.quoted, *reading.waters, *(terms or reading.topic.phrases)]
    return {row["document"] for name in named for row in inquiry.of_documents("documents_holding", term=name)}


def targets_meant(inquiry: Inquiry) -> list[Record]:
    """The targets that the topic means, in the years asked, whatever their number: the best of all need not be near."""
    rows = within_bound(inquiry, of_waters(inquiry, inquiry.of_documents("targets")))
    rows = [row for row in rows if row["status"] == "target"]
    known = {concept.indicator for concept in inquiry.reading.topic.concepts if concept.indicator}
    fits = of_field(inquiry.reading, rows) or [
        fit
        for fit in score_targets(inquiry.reading, rows)
        if fit.row["measured"] in known or (fit.score >= ENOUGH and told(inquiry, fit.row))
    ]
    return [fit.row for fit in in_years(fits, inquiry.reading.years)]


def _tasks(inquiry: Inquiry) -> list[Record]:
    """The tasks on the topic."""
    rows = inquiry.of_documents("tasks")
    weigher = Weigher(inquiry.reading.topic, [f"{row['title']}\n{row['text']}" for row in rows], strict=True)
    fits = ((weigher.score([(row["title"], TITLE), (row["text"], TEXT)]), row) for row in rows)
    return [row for score, row in fits if score >= _ENOUGH and says(inquiry, row)]


def _place(inquiry: Inquiry, row: Record) -> str | None:
    """The territory of a document."""
    held = inquiry.lexicon.by_id.get(row["document"])
    return held.territory if held else None


def _what(inquiry: Inquiry) -> tuple[str, str]:
    """What is lacking, as the question words it."""
    reading = inquiry.reading
    if told_by_nothing(reading):
        return ("时限", "any time") if cue("untimed").search(reading.text) else ("责任单位", "any body")
    zh = [*(one.wording for one in reading.departments), *reading.quoted, *reading.waters, *reading.topic.phrases]
    en = [*(one.wording for one in reading.departments), *(concept.said for concept in reading.topic.concepts)]
    kinds = {"target_said": ("目标", " target"), "task_said": ("任务", " task")}
    kind, kind_en = next((names for key, names in kinds.items() if cue(key).search(reading.text)), ("", ""))
    return "、".join(dict.fromkeys(zh)) + kind, ", ".join(dict.fromkeys(en or zh)) + kind_en
