"""What comes first by a number: the body, the place or the plan with the most tasks, the task with the most bodies."""

from __future__ import annotations

from collections import defaultdict

from graph.answers.answer import Answer, first_titles, nothing, place_of, spoken, task_evidence
from graph.answers.carried import carried
from graph.answers.carriers import carriers, in_role
from graph.answers.documents import documents_asked
from graph.answers.inquiry import Inquiry, distinct
from graph.answers.scope import on_topic
from graph.shapes import document_shape, owner_shape, task_shape
from graph.store import Record
from nlp.questions.words import cue

_SHOWN, _EACH = 5, 40


def ranking(inquiry: Inquiry) -> Answer:
    """Which body carries the most tasks in the role asked for, of all or of those that the question names; the fewest
    where it asks so (谁的任务少). Where it asks for a place, a plan or a task (哪份文件任务最多), which of these."""
    text = inquiry.reading.text
    apart = len(inquiry.reading.places.held) > 1 and not inquiry.reading.departments
    if cue("documents_ranked").search(text) or (apart and cue("busier").search(text)):
        return _documents_ranked(inquiry)
    return _tasks_ranked(inquiry) if cue("tasks_ranked").search(text) else _bodies_ranked(inquiry)


def _bodies_ranked(inquiry: Inquiry) -> Answer:
    """The bodies by their tasks."""
    named = inquiry.reading.departments
    carries = _tasks_of_named(inquiry) if len(named) > 1 else _tasks_of_all(inquiry)
    if not any(carries.values()):
        return nothing(inquiry, "文件没有写明承担单位。", "The documents name no bodies.")
    answer, top = _first(inquiry, {name: len({row["task"] for row in rows}) for name, rows in carries.items()})
    answer.evidence = [row for name in top for row in carries[name]]
    answer.owners = [owner_shape(row) for row in distinct(answer.evidence, "name")]
    return answer


def _documents_ranked(inquiry: Inquiry) -> Answer:
    """The plans by their tasks, or by those that the department named carries; of a place all plans together, where
    places are asked for."""
    departments = inquiry.reading.departments
    rows = [row for one in departments for row in in_role(inquiry, carried(inquiry, one))[0]]
    tasks = distinct(rows, "task") if departments else on_topic(inquiry, inquiry.of_documents("tasks"))
    places = cue("lacking_places").search(inquiry.reading.text) is not None
    found: dict[str, list[Record]] = defaultdict(list)
    for task in tasks:
        held = inquiry.lexicon.by_id.get(task["document"])
        place = held.territory if held else None
        name = f"《{task['plan']}》" if task["plan"] else place_of(inquiry, task["document"])
        if place or not places:
            found[place if place and places else name].append(task)
    if not found:
        return nothing(inquiry, "文件中没有这样的任务。", "The documents set no such task.")
    answer, top = _first(inquiry, {name: len(tasks) for name, tasks in found.items()})
    named = {task["document"] for name in top for task in found[name]}
    answer.documents = [document_shape(row) for row in documents_asked(inquiry) if row["document"] in named]
    answer.evidence = task_evidence([task for name in top for task in found[name]])
    return answer


def _tasks_ranked(inquiry: Inquiry) -> Answer:
    """The tasks that the most bodies carry, in the role asked for: 责任单位最多的任务."""
    tasks = {task["task"]: task for task in on_topic(inquiry, inquiry.of_documents("tasks"))}
    bodies: dict[str, list[Record]] = defaultdict(list)
    for row in inquiry.run("owners_of_task", tasks=list(tasks)):
        if not row["default"]:
            bodies[row["task"]].append(row)
    if not bodies:
        return nothing(inquiry, "文件没有写明承担单位。", "The documents name no bodies.")
    numbers = {task: len({row["name"] for row in rows}) for task, rows in bodies.items()}
    most = (min if inquiry.reading.extreme == "lowest" else max)(numbers.values())
    top = [tasks[task] for task in tasks if numbers.get(task) == most]
    told = first_titles(inquiry, top, placed=True)
    text = spoken(inquiry, f"单位最多的任务({most}家):{told}。", f"Most bodies ({most}): {told}.")
    if inquiry.reading.extreme == "lowest":
        text = spoken(inquiry, f"单位最少的任务({most}家):{told}。", f"Fewest bodies ({most}): {told}.")
    rows = [row for task in top for row in bodies[task["task"]]]
    return Answer(text, "counts", tasks=[task_shape(task) for task in top], count=most, evidence=rows)


def _first(inquiry: Inquiry, numbers: dict[str, int]) -> tuple[Answer, list[str]]:
    """The answer that names those with the most tasks, or the fewest where these are asked for, and their names."""
    fewest = inquiry.reading.extreme == "lowest"
    order = sorted(numbers.items(), key=lambda pair: pair[1] if fewest else -pair[1])
    top = [name for name, number in order if number == order[0][1]]
    shown = order[: _EACH if cue("each_counted").search(inquiry.reading.text) else _SHOWN]
    listed = "、".join(f"{name}{number}项" for name, number in shown)
    english = ", ".join(f"{name} {number}" for name, number in shown)
    word, word_en = ("最少", "Fewest") if fewest else ("最多", "Most")
    text = spoken(
        inquiry, f"任务{word}的是{'、'.join(top)}({order[0][1]}项)。依次:{listed}。", f"{word_en} tasks: {english}."
    )
    return Answer(text, intent="counts", names=top, count=order[0][1]), top


def _tasks_of_named(inquiry: Inquiry) -> dict[str, list[Record]]:
    """The rows of the tasks that each department of the question carries, in the role asked for."""
    return {one.wording: in_role(inquiry, carried(inquiry, one))[0] for one in inquiry.reading.departments}


def _tasks_of_all(inquiry: Inquiry) -> dict[str, list[Record]]:
    """The rows of the tasks on the topic, if any, of every single body that the documents asked name."""
    rows = carriers(inquiry)
    if not inquiry.reading.topic.empty:
        told = {task["task"] for task in on_topic(inquiry, inquiry.of_documents("tasks"))}
        rows = [row for row in rows if row["task"] in told]
    found: dict[str, list[Record]] = defaultdict(list)
    for row in rows:
        if not row["collective"] and not row["default"]:
            found[row["name"]].append(row)
    return found
