"""Tasks told by who does not carry them: those of others than a body, and those without a body or a time."""

from __future__ import annotations

from graph.answers.answer import Answer, first_titles, in_a_row, spoken, task_evidence
from graph.answers.carriers import ROLE_NAMES, VERBS, borne_by_others, in_role
from graph.answers.inquiry import Inquiry
from graph.answers.scope import absence, on_topic
from graph.counted import counted
from graph.shapes import task_shape
from graph.store import Record
from nlp.questions.bound import Bound
from nlp.questions.words import cue

LACKING = ("unowned", "untimed", "untargeted")
"""The cues of questions for tasks that lack something."""

# How a bound on a number of bodies is told in either language.
_MORE = {
    "=": ("", ""),
    ">=": ("以上", " or more"),
    ">": ("以上(不含本数)", " or more (but not just as many)"),
    "<=": ("以下", " or fewer"),
    "<": ("以下(不含本数)", " or fewer (but not just as many)"),
}


def tasks_of_others(inquiry: Inquiry) -> Answer:
    """The tasks that bodies carry, but for those that the question leaves out: 哪些任务不由水务局牵头."""
    rows = borne_by_others(inquiry)
    named = {row["task"] for row in rows}
    tasks = on_topic(inquiry, [task for task in inquiry.of_documents("tasks") if task["task"] in named])
    spared = in_a_row(inquiry, (department.wording for department in inquiry.reading.without.departments))
    if not tasks:
        return absence(inquiry, f"task of others than {spared}", f"由{spared}以外的单位承担的任务")
    listed = first_titles(inquiry, tasks)
    verb = ROLE_NAMES.get(inquiry.reading.role, "承担")
    verb_en = VERBS.get(inquiry.reading.role, "carries")
    text = spoken(
        inquiry,
        f"由{spared}以外的单位{verb}的任务共{len(tasks)}项:{listed}。",
        f"{counted(len(tasks), 'task')} that another body than {spared} {verb_en}: {listed}.",
    )
    told = {task["task"] for task in tasks}
    evidence = [row for row in rows if row["task"] in told]
    return Answer(text, tasks=[task_shape(task) for task in tasks], evidence=evidence)


def tasks_lacking(inquiry: Inquiry) -> Answer:
    """The tasks for which no body is named, or none that leads, or no time, or neither, as the question says:
    哪些任务没有写明责任单位, 哪些任务既没有牵头单位也没有期限."""
    tasks = inquiry.of_documents("tasks")
    zh, en = [], []
    if asked := cue("unowned").search(inquiry.reading.text):
        lead = cue("role_lead").search(asked.group()) is not None
        owners = inquiry.run("owners_of_task", tasks=[task["task"] for task in tasks])
        owned = {row["task"] for row in owners if row["role"] == "lead" or not lead}
        tasks = [task for task in tasks if task["task"] not in owned]
        zh.append("牵头单位" if lead else "责任单位")
        en.append("body that leads" if lead else "body that carries it")
    if cue("untimed").search(inquiry.reading.text):
        timed = {row["task"] for row in inquiry.run("deadlines_of_task", tasks=[task["task"] for task in tasks])}
        tasks = [task for task in tasks if task["task"] not in timed]
        zh.append("时限")
        en.append("time")
    if cue("untargeted").search(inquiry.reading.text):
        tasks = [task for task in tasks if task["task"] not in _targeted(inquiry)]
        zh.append("数值目标")
        en.append("target in figures")
    tasks = on_topic(inquiry, tasks)
    lacking, lacking_en = "和".join(zh), " or ".join(en)
    if not tasks:
        return absence(inquiry, f"task without a {lacking_en}", f"没有写明{lacking}的任务")
    listed = first_titles(inquiry, tasks)
    text = spoken(
        inquiry,
        f"没有写明{lacking}的任务共{len(tasks)}项:{listed}。",
        f"{counted(len(tasks), 'task')} without a {lacking_en}: {listed}.",
    )
    return Answer(text, tasks=[task_shape(task) for task in tasks], evidence=task_evidence(tasks))


def tasks_targeted(inquiry: Inquiry) -> Answer:
    """The tasks that set a target in figures: 哪些任务有数值目标."""
    targeted = _targeted(inquiry)
    tasks = on_topic(inquiry, [task for task in inquiry.of_documents("tasks") if task["task"] in targeted])
    if not tasks:
        return absence(inquiry, "task with a target in figures", "有数值目标的任务")
    zh, en = f"有数值目标的任务共{len(tasks)}项", f"{counted(len(tasks), 'task')} with a target in figures"
    listed = first_titles(inquiry, tasks)
    text = spoken(inquiry, f"{zh}:{listed}。", f"{en}: {listed}.")
    return Answer(text, tasks=[task_shape(task) for task in tasks], evidence=task_evidence(tasks))


def _targeted(inquiry: Inquiry) -> set[str]:
    """The tasks of the documents asked in which a target stands."""
    return {row["task"] for row in inquiry.of_documents("targets") if row["task"] and row["status"] == "target"}


def tasks_of_bodies(inquiry: Inquiry, bound: Bound) -> Answer:
    """The tasks that as many bodies carry as the question says, in its role: 哪些任务由三个以上单位共同负责."""
    tasks = {task["task"]: task for task in on_topic(inquiry, inquiry.of_documents("tasks"))}
    bodies: dict[str, list[Record]] = {task: [] for task in tasks}
    for row in in_role(inquiry, inquiry.run("owners_of_task", tasks=list(tasks)))[0]:
        if not row["default"]:
            bodies[row["task"]].append(row)
    found = [tasks[task] for task, rows in bodies.items() if bound.admits(float(len({row["name"] for row in rows})))]
    number, more = f"{bound.value:g}", _MORE[bound.op]
    if not found:
        return absence(inquiry, f"task of {number}{more[1]} bodies", f"由{number}家{more[0]}单位承担的任务")
    listed = first_titles(inquiry, found)
    text = spoken(
        inquiry,
        f"由{number}家{more[0]}单位承担的任务共{len(found)}项:{listed}。",
        f"{counted(len(found), 'task')} of {number}{more[1]} bodies: {listed}.",
    )
    evidence = [row for task in found for row in bodies[task["task"]]]
    return Answer(text, tasks=[task_shape(task) for task in found], evidence=evidence)
